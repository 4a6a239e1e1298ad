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
  title_ = of_title();
  const std::string_view name = main_name(roles);
  if (name.empty()) return;
  foreign_.reserve(roles.size());
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const bool goes_on = i > 0 && section_of(roles[i]) == section_of(roles[i - 1]);
    foreign_.push_back((goes_on && foreign_.back()) || roles[i].name != name);
  }
}

const RoleMention* MainRole::of(const Figure& figure) const {
  if (foreign_.empty() && title_ == nullptr) return nullptr;
  const auto after =
      std::upper_bound(roles_.begin(), roles_.end(), figure.at.first,
                       [](std::uint32_t token, const RoleMention& role) { return token < role.at.first; });
  if (after == roles_.begin()) return nullptr;
  const RoleMention& last = *(after - 1);
  if (section_of(last) != scan_.document->blocks[figure.block].section)
    return stands_in_line_of_facts(figure) ? title_ : nullptr;
  if (foreign_.empty()) return nullptr;
  return foreign_[static_cast<std::size_t>(after - 1 - roles_.begin())] ? nullptr : &last;
}

// The one job of the title, or of a short first line, where the text goes on about it.
const RoleMention* MainRole::of_title() const {
  constexpr std::uint32_t kLongestTitle = 20;  // tokens
  const RoleMention* found = nullptr;
  for (const RoleMention& role : roles_) {
    const TokenRange block = scan_.blocks[role.block].tokens;
    const bool first_line = role.block == 0 && block.last - block.first <= kLongestTitle;
    if (!first_line && scan_.document->blocks[role.block].kind != BlockKind::title) break;
    if (found != nullptr && found->name != role.name) return nullptr;
    found = &role;
  }
  if (found == nullptr) return nullptr;
  const auto mentions = std::count_if(roles_.begin(), roles_.end(),
                                      [&](const RoleMention& role) { return role.name == found->name; });
  return static_cast<std::size_t>(mentions) > kFewest ? found : nullptr;
}

// "Median pay, 2024: $57,440 per year, $27.62 per hour"
bool MainRole::stands_in_line_of_facts(const Figure& figure) const {
  constexpr std::uint32_t kLongestLabel = 8;  // tokens
  const TokenRange own = scan_.blocks[figure.block].tokens;
  const std::uint32_t end = std::min(figure.at.first, own.first + kLongestLabel);
  for (std::uint32_t i = own.first; i < end; ++i)
    if (scan_.tokens[i].is(':'))
      return scan_.first_cue(Feature::pay, {own.first, i}) == nullptr &&  // "Sign-on bonus: up to $8,000"
             scan_.sentence_at(figure.block, own.first).contains(figure.at.first);
  return false;
}

std::uint32_t MainRole::section_of(const RoleMention& role) const {
  return scan_.document->blocks[role.block].section;
}

}  // namespace careerfacts
