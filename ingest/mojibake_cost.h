// How surprising a stretch of text is, in bits: the measure by which a repaired text must beat the text that
// is there. Rare characters cost more than common ones, and neighbours that do not go together cost extra (a
// small letter before a capital one inside a word, a currency sign between letters, Cyrillic next to Latin).
//
// The numbers are estimates of −log2 of frequencies in ordinary text of many languages, set by hand and
// checked against the message catalogues of some 180 languages; only differences of 10 bits and more are
// relied upon.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace careerfacts::mojibake {

enum class Kind : std::uint8_t {
  lower,
  upper,
  caseless,  // a letter of a script without case
  mark,      // combining
  digit,
  space,       // no-break and thin spaces too
  open,        // “ ‘ ( ¿
  low_quote,   // „ ‚
  close,       // ” ) ›
  apostrophe,  // ’
  guillemet,   // « »: either way round
  dash,
  stop,  // . , … and other punctuation
  currency,
  trade,   // ™ ® ©
  raised,  // ° ² ª
  math,
  box,     // line drawing and blocks
  symbol,  // the rest of what is printed: § ¶ † • ¬ ¤
  pictograph,
  replacement,  // U+FFFD: a lost character
  control,      // and format
};

enum class Script : std::uint8_t { none, latin, greek, cyrillic, cjk, other };

struct Trait {
  char32_t c = ' ';
  std::uint8_t cost = 0;  // bits for the character alone; 0 for ASCII, which no repair touches
  Kind kind = Kind::space;
  Script script = Script::none;
  std::uint8_t block = 0;  // tells scripts that are `other` apart
};

Trait trait_of(char32_t c);

inline bool is_letter(const Trait& t) { return t.kind <= Kind::caseless; }

// Cost of text[begin, end): its characters, and what each of them says about the two neighbours on either
// side (which lie outside of the range where it touches the ends of `text`; what is beyond is taken for
// spaces).
long cost_of(std::span<const Trait> text, std::size_t begin, std::size_t end);

}  // namespace careerfacts::mojibake
