// Runs the built program, or another one, as a user would: black box, in a folder of its own.
#pragma once

#include <sys/types.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temp_folder.h"

namespace careerfacts::test {

struct Result {
  int status = -1;  // exit status; 128 + n when it was ended by signal n
  std::string out;
  std::string err;
};

struct RunOptions {
  std::string folder{};                              // where it runs; empty: here
  std::string input{};                               // standard input
  std::map<std::string, std::string> environment{};  // added to the test's own
  bool close_output = false;                         // standard output is closed
  std::string output_to{};                           // a file that takes standard output ("/dev/full")
};

// The path of the program `careerfacts` and of the tree that it was built from.
std::string program_path();
std::string tree_path(std::string_view name = {});
// The folder ../shared beside the tree, or empty where there is none.
std::string shared_path(std::string_view name = {});

// A program that runs beside the test. It is killed when this goes.
class Running {
 public:
  // words[0] is looked for in PATH.
  explicit Running(const std::vector<std::string>& words, const RunOptions& options = {});
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void signal(int number) const;
  std::string err_so_far() const;  // what it has written to standard error
  bool ended();                    // without waiting
  Result wait();                   // until it has ended; once

 private:
  TempFolder streams_;  // files, not pipes: nothing can wait for the other side
  std::string out_;
  std::string err_;
  pid_t child_ = -1;
  int raw_status_ = -1;  // as waitpid gives it, once it has ended
};
// A library that makes faults of the system, for LD_PRELOAD (fault_shim.cc).
std::string fault_shim_path();

// words[0] is looked for in PATH.
Result run(const std::vector<std::string>& words, const RunOptions& options = {});
// `arguments` go to careerfacts.
Result run_careerfacts(std::vector<std::string> arguments, const RunOptions& options = {});
// Whether this machine gives pseudo-terminals; a bare chroot without /dev/pts does not.
bool has_terminals();
inline constexpr const char* kNoTerminals = "there are no pseudo-terminals here (/dev/pts)";
// In a terminal of 80 columns: standard output and standard error together are in `out`.
Result run_careerfacts_in_terminal(std::vector<std::string> arguments, const RunOptions& options = {});
// By bash, with careerfacts in PATH and pipefail set.
Result shell(const std::string& script, const RunOptions& options = {});

}  // namespace careerfacts::test
