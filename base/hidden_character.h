// Characters that work on whoever reads a text instead of being read.
#pragma once

namespace careerfacts {

// Controls but line end and tab, and the marks that turn the direction of text.
constexpr bool is_hidden_character(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200e ||
         c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace careerfacts
