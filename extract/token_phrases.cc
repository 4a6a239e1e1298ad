#include "extract/token_phrases.h"

#include "base/check.h"

namespace careerfacts {

void TokenPhrases::put(std::uint64_t key, std::uint32_t entry) {
  std::size_t i = slot(key);
  while (slots_[i].used) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = {key, entry, true};
}

void TokenPhrases::add(std::string_view phrase, std::uint32_t entry) {
  std::vector<Token> tokens;
  tokenize(phrase, 0, phrase.size(), tokens);
  CHECK(!tokens.empty() && tokens.size() <= kLongest);
  if (++n_phrases_ * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& known : old)
      if (known.used) put(known.key, known.entry);
  }
  const auto n = static_cast<std::uint32_t>(tokens.size());
  put(key_of(tokens, 0, n), entry);
  const std::uint64_t first = tokens.front().key, last = tokens.back().key;
  begins_.add(first);
  ends_.add(last);
  const auto length = static_cast<std::uint8_t>(1U << n);
  lengths_from_[bucket(first)] |= length;
  lengths_to_[bucket(last)] |= length;
}

}  // namespace careerfacts
