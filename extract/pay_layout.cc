#include "extract/pay_layout.h"

#include <algorithm>

#include "extract/bound_fields.h"
#include "extract/key_set.h"
#include "extract/plain_number_cells.h"

namespace careerfacts {

bool PayLayout::lists_places_under_title() const {
  constexpr std::uint32_t kLongest = 4;  // tokens of a place, with the comma before it
  const TokenRange left = context_.left;
  if (left.empty() || left.last - left.first > kLongest || !scan_.tokens[left.last - 1].upper_first)
    return false;
  for (std::uint32_t i = left.first; i < left.last; ++i)
    if (scan_.tokens[i].is_word() ? !scan_.tokens[i].upper_first : !scan_.tokens[i].is(',')) return false;
  if (!context_.right.empty() && scan_.tokens[context_.right.first].is_word()) return false;
  for (const FigurePlace& place : context_.places) {
    if (place.kind != PlaceKind::heading && place.kind != PlaceKind::block_before) continue;
    const RoleMention* role = first_role_from(roles_, place.at.first);
    return role != nullptr && role->at.first == place.at.first && role->at.last == place.at.last;
  }
  return false;
}

bool PayLayout::is_headed_by_rate() const {
  return std::any_of(context_.places.begin(), context_.places.end(), [&](const FigurePlace& place) {
    return place.kind == PlaceKind::header && is_rate_of_pay(scan_, place.at);
  });
}

bool PayLayout::is_headed_by_period() const {
  bool headed = false, titled = false;
  for (const FigurePlace& place : context_.places) {
    if (place.kind == PlaceKind::header)
      headed = headed || scan_.first_cue(Feature::period, place.at) != nullptr;
    if (place.kind != PlaceKind::row_label) continue;
    const RoleMention* role = first_role_from(roles_, place.at.first);
    titled = titled || (role != nullptr && role->at.last <= place.at.last);
  }
  return headed && titled;
}

bool PayLayout::stands_alone_under_title() const {
  constexpr std::uint32_t kMostBeside = 3;  // tokens
  const TokenRange own = scan_.blocks[block_].tokens;
  if (own.last - own.first > context_.figure.at.last - context_.figure.at.first + kMostBeside) return false;
  return is_headed_by_title();
}

// Whether the nearest heading names a title.
bool PayLayout::is_headed_by_title() const {
  for (const FigurePlace& place : context_.places) {
    if (place.kind != PlaceKind::heading) continue;
    const RoleMention* role = first_role_from(roles_, place.at.first);
    return role != nullptr && role->at.last <= place.at.last;
  }
  return false;
}

bool PayLayout::tells_statistic_under_title() const {
  constexpr std::uint32_t kBefore = 4;   // tokens: "The national BLS"
  constexpr std::uint32_t kLongest = 3;  // tokens: "is just over"
  static const KeySet kVerbs{"is", "was", "of", "stands", "stood", "sits", "at"};
  const TokenRange left = context_.left;
  const CueHit* cue = scan_.last_cue(Feature::statistic, left);
  if (cue == nullptr || left.first != context_.sentence.first || cue->at.first > left.first + kBefore ||
      cue->at.last >= left.last || cue->at.last + kLongest < left.last ||
      !kVerbs.contains(scan_.tokens[cue->at.last]))
    return false;
  return is_headed_by_title();
}

bool PayLayout::is_of_level() const {
  constexpr std::uint32_t kLongest = 12;  // tokens of the label
  const TokenRange left = context_.left;
  if (left.first != scan_.blocks[block_].tokens.first || left.last - left.first > kLongest) return false;
  if (left.last < left.first + 2 || !ends_label(left.last - 1)) return false;
  return level_in(scan_, left, false) != Level::none ||
         scan_.first_cue(Feature::statistic, left) != nullptr || counts_years(left);
}

// ":", " - "
bool PayLayout::ends_label(std::uint32_t i) const {
  const Token& sign = scan_.tokens[i];
  return sign.is(':') || (sign.is('-') && sign.space_before) || scan_.word(i) == "—";
}

// "Three years", not "Year 1", which may be of a course.
bool PayLayout::counts_years(TokenRange label) const {
  static const std::uint64_t kYear = word_key("year");
  for (std::uint32_t i = label.first + 1; i + 1 < label.last; ++i)
    if (scan_.tokens[i].key == kYear && !scan_.tokens[i + 1].is_number()) return true;
  return false;
}

}  // namespace careerfacts
