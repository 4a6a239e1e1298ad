// Collects what was imperfect about the inputs of a run, and tells it: all of it counted, the first places
// shown.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/command.h"

namespace careerfacts::cli {

class Diagnostics {
 public:
  struct Place {
    std::string path;
    std::string message;
  };
  struct Group {
    Severity severity = Severity::note;  // the worst of them
    std::size_t count = 0;
    std::vector<Place> first;  // at most kShown
  };
  static constexpr std::size_t kShown = 5;

  // What one input brought. `usable`: its text could be read.
  void add(const std::string& path, bool usable, const std::vector<Diagnostic>& diagnostics);

  const std::map<std::string, Group>& groups() const { return groups_; }  // by code
  std::size_t inputs() const { return inputs_; }
  std::size_t unusable() const { return unusable_; }

  // Errors and warnings, one line each ("PATH: message [code]"), the first of each code, then how many more.
  void tell(Output& err) const;

  // failed when no input could be used, look when something is an error or a warning, else ok.
  Exit exit() const;

 private:
  std::map<std::string, Group> groups_;
  std::size_t inputs_ = 0;
  std::size_t unusable_ = 0;
};

}  // namespace careerfacts::cli
