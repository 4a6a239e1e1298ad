#include "extract/title_words.h"

#include <algorithm>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLongest = 8;  // tokens of one, hyphens counted

std::uint32_t back(std::uint32_t token, std::uint32_t begin) {
  return std::max(begin, token - std::min(token, kLongest));
}

}  // namespace

void TitleWords::find(std::uint32_t first, std::uint32_t last) const {
  found_.clear();
  scan_.rules->lexicon_beside.find(scan_.tokens, first, last, found_);
}

std::optional<TitleWords::Modifier> TitleWords::before(std::uint32_t token, std::uint32_t begin) const {
  if (token <= begin) return std::nullopt;
  const bool several = scan_.rules->lexicon_beside.may_end_several(scan_.tokens[token - 1]);
  find(several ? back(token, begin) : token - 1, token);
  for (const Hit& hit : found_)
    if (hit.list == ListKind::title_modifier && hit.last == token)
      return Modifier{{hit.first, hit.last}, scan_.rules->modifiers[hit.entry].cls};
  return std::nullopt;
}

TitleWords::Compound TitleWords::compound_before(std::uint32_t token, std::uint32_t begin) const {
  static const KeySet kField{"focused", "focussed", "specialized", "specialised", "oriented"};
  static const KeySet kHolder{"certified", "licensed", "trained", "qualified", "accredited", "credentialed"};
  static const KeySet kNegated{"non", "ex", "anti"};
  if (token < begin + 3) return Compound::none;
  const Token* word = &scan_.tokens[token - 3];
  if (!word[0].is_word() || !word[1].is('-') || word[1].space_before || word[2].space_before)
    return Compound::none;
  if (kNegated.contains(word[0])) return Compound::holder;
  if (kField.contains(word[2])) return Compound::field;
  return kHolder.contains(word[2]) ? Compound::holder : Compound::none;
}

bool TitleWords::is_open(std::uint32_t token, TokenRange range) const {
  find(back(token, range.first), std::min(range.last, token + kLongest));
  return std::any_of(found_.begin(), found_.end(), [&](const Hit& hit) {
    return hit.list == ListKind::title_modifier && hit.first <= token && token < hit.last &&
           scan_.rules->modifiers[hit.entry].cls == TitleModifier::Class::open;
  });
}

std::optional<TitleWords::Modifier> TitleWords::at(std::uint32_t token, std::uint32_t end) const {
  found_.clear();
  scan_.rules->lexicon_beside.find_at(scan_.tokens, token, std::min(end, token + kLongest), found_);
  for (const Hit& hit : found_)
    if (hit.list == ListKind::title_modifier)
      return Modifier{{hit.first, hit.last}, scan_.rules->modifiers[hit.entry].cls};
  return std::nullopt;
}

}  // namespace careerfacts
