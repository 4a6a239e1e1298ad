#include "cli/diagnostics.h"

#include <algorithm>

#include "extract/mention.h"

namespace careerfacts::cli {

void Diagnostics::add(const std::string& path, bool usable, const std::vector<Diagnostic>& diagnostics) {
  ++inputs_;
  if (!usable) ++unusable_;
  for (const Diagnostic& diagnostic : diagnostics) {
    Group& group = groups_[diagnostic.code];
    group.severity = std::max(group.severity, diagnostic.severity);
    ++group.count;
    if (group.first.size() < kShown) group.first.push_back({path, diagnostic.message});
  }
}

void Diagnostics::tell(Output& err) const {
  for (const auto& [code, group] : groups_) {
    if (group.severity == Severity::note) continue;
    const std::string head = "careerfacts: " + std::string(to_word(group.severity)) + ": ";
    for (const Place& place : group.first)
      err.write(visible(head + place.path + ": " + place.message + " [" + code + "]") + "\n");
    if (group.count > group.first.size())
      err.write(head + "and " + std::to_string(group.count - group.first.size()) + " more of [" + code +
                "]\n");
  }
}

Exit Diagnostics::exit() const {
  if (inputs_ > 0 && unusable_ == inputs_) return Exit::failed;
  const bool look = std::any_of(groups_.begin(), groups_.end(),
                                [](const auto& group) { return group.second.severity != Severity::note; });
  return look || unusable_ > 0 ? Exit::look : Exit::ok;
}

}  // namespace careerfacts::cli
