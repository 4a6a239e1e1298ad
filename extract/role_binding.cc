#include "extract/role_binding.h"

#include <algorithm>
#include <array>

namespace careerfacts {
namespace {

constexpr std::uint32_t kShortBlock = 20;  // tokens of a block that is a label for what follows
constexpr std::uint32_t kWidestJoint = 3;  // tokens between two titles of one list: ", and senior"

class RoleBinder {
 public:
  RoleBinder(const FigureContext& context, const Scan& scan, const std::vector<RoleMention>& roles)
      : context_(context), scan_(scan), roles_(roles) {}

  const RoleMention* run() const {
    if (const RoleMention* role = last_in(context_.left)) return first_of_list(role, context_.left);
    if (const RoleMention* role = first_in(context_.right)) return role;
    if (const RoleMention* role = first_in({context_.sentence.first, context_.right.last})) return role;
    const BlockKind kind = scan_.document->blocks[context_.figure.block].kind;
    // "Data Scientist: … Typical salaries range from …": what an item begins with is what it is about.
    if (kind == BlockKind::list_item)
      if (const RoleMention* role = first_in(scan_.blocks[context_.figure.block].tokens)) return role;
    for (const FigurePlace& place : context_.places) {
      if (place.kind == PlaceKind::block_before && !is_label(place)) continue;
      // The subject of a sentence and the topic of a lead stand first in them.
      const bool lead = place.kind == PlaceKind::lead;
      if (const RoleMention* role = first_in(lead ? scan_.blocks[place.block].tokens : place.at)) return role;
    }
    return kind == BlockKind::cell ? in_caption() : nullptr;
  }

 private:
  using Roles = std::vector<RoleMention>;

  Roles::const_iterator from(std::uint32_t token) const {
    return std::lower_bound(roles_.begin(), roles_.end(), token,
                            [](const RoleMention& r, std::uint32_t t) { return r.at.first < t; });
  }

  const RoleMention* first_in(TokenRange range) const {
    const auto role = from(range.first);
    return role != roles_.end() && role->at.last <= range.last ? &*role : nullptr;
  }

  const RoleMention* last_in(TokenRange range) const {
    auto role = from(range.last);
    while (role != roles_.begin()) {
      --role;
      if (role->at.first < range.first) return nullptr;
      if (role->at.last <= range.last) return &*role;
    }
    return nullptr;
  }

  // The first of titles that stand in a row: "airline pilots, copilots and flight engineers".
  const RoleMention* first_of_list(const RoleMention* role, TokenRange range) const {
    while (role != roles_.data()) {
      const RoleMention* before = role - 1;
      if (before->block != role->block || before->at.first < range.first ||
          !joined(before->at.last, role->at.first))
        break;
      role = before;
    }
    return role;
  }

  bool joined(std::uint32_t first, std::uint32_t last) const {
    if (last <= first || last - first > kWidestJoint) return false;
    static const std::array<std::uint64_t, 2> kWords{word_key("and"), word_key("or")};
    bool joint = false;
    for (std::uint32_t i = first; i < last; ++i) {
      const Token& token = scan_.tokens[i];
      const bool word = std::find(kWords.begin(), kWords.end(), token.key) != kWords.end();
      if (token.is(',') || token.is('/') || word)
        joint = true;
      else if (!token.is_word() || !is_level(i))
        return false;
    }
    return joint;
  }

  bool is_level(std::uint32_t i) const { return scan_.first_cue(Feature::level, {i, i + 1}) != nullptr; }

  bool is_label(const FigurePlace& place) const {
    return place.at.last - place.at.first <= kShortBlock || scan_.tokens[place.at.last - 1].is(':');
  }

  // "Table of … for data analysts", under the table.
  const RoleMention* in_caption() const {
    const Block& cell = scan_.document->blocks[context_.figure.block];
    const std::uint32_t note = scan_.document->tables[cell.table].note;
    return note == kNone ? nullptr : first_in(scan_.blocks[note].tokens);
  }

  const FigureContext& context_;
  const Scan& scan_;
  const Roles& roles_;
};

}  // namespace

const RoleMention* role_of(const FigureContext& context, const Scan& scan,
                           const std::vector<RoleMention>& roles) {
  return RoleBinder(context, scan, roles).run();
}

}  // namespace careerfacts
