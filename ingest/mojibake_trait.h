// What a character is to the measure of surprise (mojibake_cost.h): its kind, its script, and what it costs
// alone.
#pragma once

#include <cstdint>

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

}  // namespace careerfacts::mojibake
