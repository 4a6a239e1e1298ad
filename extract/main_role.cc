#include "extract/main_role.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace careerfacts {
namespace {

constexpr std::size_t kFewest = 2;  // mentions of a main role

// The name that at least half of the mentions have; empty where none does.
std::string_view main_name(const std::vector<RoleMention>& roles) {
  std::unordered_map<std::string_view, std::size_t> counts;
  for (const RoleMention& role : roles)
    if (const std::size_t count = ++counts[role.name]; count >= kFewest && count * 2 >= roles.size())
      return role.name;
  return {};
}

}  // namespace

MainRole::MainRole(const Scan& scan, const std::vector<RoleMention>& roles) : scan_(scan), roles_(roles) {
  const std::string_view name = main_name(roles);
  if (name.empty()) return;
  foreign_.reserve(roles.size());
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const bool goes_on = i > 0 && section_of(roles[i]) == section_of(roles[i - 1]);
    foreign_.push_back((goes_on && foreign_.back()) || roles[i].name != name);
  }
}

const RoleMention* MainRole::of(const Figure& figure) const {
  if (foreign_.empty()) return nullptr;
  const auto after =
      std::upper_bound(roles_.begin(), roles_.end(), figure.at.first,
                       [](std::uint32_t token, const RoleMention& role) { return token < role.at.first; });
  if (after == roles_.begin()) return nullptr;
  const RoleMention& last = *(after - 1);
  if (section_of(last) != scan_.document->blocks[figure.block].section) return nullptr;
  return foreign_[static_cast<std::size_t>(after - 1 - roles_.begin())] ? nullptr : &last;
}

std::uint32_t MainRole::section_of(const RoleMention& role) const {
  return scan_.document->blocks[role.block].section;
}

}  // namespace careerfacts
