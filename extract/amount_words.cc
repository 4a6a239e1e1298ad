#include "extract/amount_words.h"

namespace careerfacts {

void AmountWords::add(std::string_view phrase, AmountWord cls, std::uint8_t value) {
  phrases_[static_cast<std::size_t>(cls)].add(phrase, value);
}

namespace {

constexpr auto kAny = [](const TokenPhrases::Match&) { return true; };

AmountWords::Match as_match(const std::optional<TokenPhrases::Match>& found) {
  return found ? AmountWords::Match{found->first, found->last, static_cast<std::uint8_t>(found->entry)}
               : AmountWords::Match{};
}

}  // namespace

AmountWords::Match AmountWords::at(AmountWord cls, const std::vector<Token>& tokens, std::uint32_t at,
                                   std::uint32_t last) const {
  return as_match(of(cls).at(tokens, at, last, kAny));
}

AmountWords::Match AmountWords::before(AmountWord cls, const std::vector<Token>& tokens, std::uint32_t first,
                                       std::uint32_t end) const {
  return as_match(of(cls).before(tokens, first, end, kAny));
}

bool AmountWords::stands_before(AmountWord cls, const std::vector<Token>& tokens, std::uint32_t first,
                                std::uint32_t end, std::uint32_t reach) const {
  for (std::uint32_t i = end; i > first && end - i < reach; --i)
    if (before(cls, tokens, first, i)) return true;
  return false;
}

}  // namespace careerfacts
