// A Slurm cluster of the test's own: one node, this machine, with a munge of its own; gone with the object.
#pragma once

#include <map>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::test {

class SlurmCluster {
 public:
  // Empty, or why no cluster can be started here.
  static std::string missing();

  // REQUIRES: nothing is missing.
  SlurmCluster();
  ~SlurmCluster();
  SlurmCluster(const SlurmCluster&) = delete;
  SlurmCluster& operator=(const SlurmCluster&) = delete;

  // What sbatch and squeue need in their environment.
  std::map<std::string, std::string> environment() const {
    return {{"SLURM_CONF", folder_.at("slurm.conf")}};
  }

 private:
  TempFolder folder_;
};

}  // namespace careerfacts::test
