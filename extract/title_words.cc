#include "extract/title_words.h"

#include <algorithm>
#include <array>

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
  find(back(token, begin), token);
  for (const Hit& hit : found_)
    if (hit.list == ListKind::title_modifier && hit.last == token)
      return Modifier{{hit.first, hit.last}, scan_.rules->modifiers[hit.entry].cls};
  return std::nullopt;
}

TitleWords::Compound TitleWords::compound_before(std::uint32_t token, std::uint32_t begin) const {
  static const std::array<std::uint64_t, 5> kField{word_key("focused"), word_key("focussed"),
                                                   word_key("specialized"), word_key("specialised"),
                                                   word_key("oriented")};
  static const std::array<std::uint64_t, 6> kHolder{word_key("certified"),  word_key("licensed"),
                                                    word_key("trained"),    word_key("qualified"),
                                                    word_key("accredited"), word_key("credentialed")};
  static const std::array<std::uint64_t, 3> kNegated{word_key("non"), word_key("ex"), word_key("anti")};
  if (token < begin + 3) return Compound::none;
  const Token* word = &scan_.tokens[token - 3];
  if (!word[0].is_word() || !word[1].is('-') || word[1].space_before || word[2].space_before)
    return Compound::none;
  if (std::find(kNegated.begin(), kNegated.end(), word[0].key) != kNegated.end()) return Compound::holder;
  if (std::find(kField.begin(), kField.end(), word[2].key) != kField.end()) return Compound::field;
  return std::find(kHolder.begin(), kHolder.end(), word[2].key) != kHolder.end() ? Compound::holder
                                                                                 : Compound::none;
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
