// The role that a figure is for and the source that says it, whatever kind of figure it is.
#pragma once

#include <optional>

#include "extract/mention.h"

namespace careerfacts {

// Points into the mention that it was asked of; both nullptr where that is no figure.
struct Named {
  const RoleReference* role = nullptr;
  const Attribution* attribution = nullptr;

  // Where they stand in the file.
  std::optional<RawSpan> role_place() const { return role ? role->citation : std::nullopt; }
  std::optional<RawSpan> source_place() const { return attribution ? attribution->citation : std::nullopt; }
};

inline Named named_by(const Mention& mention) {
  if (const auto* salary = std::get_if<SalaryFields>(&mention.fields))
    return {&salary->role, &salary->attribution};
  if (const auto* percentage = std::get_if<PercentageFields>(&mention.fields))
    return {&percentage->role, &percentage->attribution};
  return {};
}

}  // namespace careerfacts
