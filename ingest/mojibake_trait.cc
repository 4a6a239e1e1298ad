#include "ingest/mojibake_trait.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "ingest/mojibake_codecs.h"

namespace careerfacts::mojibake {
namespace {

struct Price {
  int bits;
  std::u32string_view characters;
};

// Characters whose frequency is not that of their script or block.
constexpr Price kPrices[] = {
    {6, U"’‘“”–—"},
    {7, U"…•"},
    {8, U"\u00A0€éèàáâãäåæçêëíîïñóôõöøúûüßòìù"},
    {9, U"£«»™°ðýþÿ"},
    {10, U"´©®·×„₹№→−ÉÀÇÖÜÄÓÁÍÚÑÅØ■●►○▪★☆āăąćčďđēėęěğģīįıķļľłńņňōőřśşšţťūůűųźżž"},
    {11, U"œ±²½§‰″′‑‐―\u202F\u2009\u200Bơưșțŵŷŕ√∞∑≠≤≥ÈÊÔ←↑↓✓✔❤⭐⚠"},
    {12, U"≈¢¥¿º¼¾³†‹›\u200C\u200D\u200E\u200FÆÕËÒÎÏÙÛÌĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽĹĺŔ"},
    {12, U"¹\u00AD₽₺₩₫₱₦₴₿ȘȚƠƯ"},
    {13, U"¬¡ªµ÷ˆ˜‡‚Ÿʻʼ\u0300\u0301\u0303\u0308\u0309\u0323\u0327"},
    {14, U"ÃÝə"},
    {15, U"¨¶ÐÞɛɔ\u2028"},
    {17, U"¤¦¯ſÂƒ"},
    {18, U"¸"},
    {9, U"іїєґўІЇЄ"},
    {11, U"ҐЎјљњћђџѓќЈЉЊЋЂЏЃЌѕЅ"},
    {13, U"ғқңөұүһәҒҚҢӨҰҮҺӘӣӯҳҷ"},
    {11, U"پچژکگیہھںےٹڈڑۀ"},  // Persian and Urdu
    {17, U"ǀǁǂǃ"},
};

struct Block {
  char32_t first;
  char32_t last;
  int bits;
};

// The rest, by range; what is in none of them costs kRareBits. Ascending.
constexpr Block kBlocks[] = {
    {0x00A0, 0x00BF, 13},    // signs of latin-1
    {0x0100, 0x017F, 14},    // Latin Extended-A that few languages use
    {0x0300, 0x036F, 18},    // combining marks
    {0x0386, 0x03CE, 8},     // modern Greek
    {0x0401, 0x045F, 8},     // modern Cyrillic
    {0x048A, 0x052F, 17},    // Cyrillic of smaller languages
    {0x0531, 0x0587, 12},    // Armenian
    {0x05D0, 0x05EA, 8},     // Hebrew letters
    {0x060C, 0x061F, 10},    // Arabic punctuation
    {0x0621, 0x064A, 8},     // Arabic letters
    {0x064B, 0x0652, 13},    // Arabic vowels
    {0x0660, 0x0669, 12},    // Arabic digits
    {0x066A, 0x06D3, 17},    // letters of other languages
    {0x06F0, 0x06F9, 14},    // Persian digits
    {0x0900, 0x0DFF, 11},    // Indic scripts
    {0x0E01, 0x0E5B, 9},     // Thai
    {0x0E80, 0x0FFF, 13},    // Lao, Tibetan
    {0x1000, 0x109F, 13},    // Myanmar
    {0x10D0, 0x10FF, 11},    // Georgian
    {0x1200, 0x137F, 13},    // Ethiopic
    {0x1780, 0x17FF, 13},    // Khmer
    {0x1EA0, 0x1EF9, 10},    // Vietnamese
    {0x1F00, 0x1FFF, 15},    // ancient Greek
    {0x2000, 0x206F, 14},    // punctuation
    {0x2070, 0x209F, 13},    // raised and lowered digits
    {0x20A0, 0x20BF, 14},    // currencies
    {0x2100, 0x218F, 14},    // letter-like signs, fractions
    {0x2190, 0x21FF, 12},    // arrows
    {0x2200, 0x22FF, 13},    // mathematics
    {0x2300, 0x23FF, 14},    // technical
    {0x2460, 0x24FF, 13},    // numbers in circles
    {0x2500, 0x259F, 14},    // line drawing
    {0x25A0, 0x25FF, 12},    // shapes
    {0x2600, 0x27BF, 11},    // pictographs
    {0x2800, 0x28FF, 14},    // Braille
    {0x2900, 0x2BFF, 14},    // more arrows and shapes
    {0x3000, 0x303F, 8},     // Chinese and Japanese punctuation
    {0x3040, 0x30FF, 8},     // kana
    {0x4E00, 0x9FFF, 10},    // Han
    {0xAC00, 0xD7A3, 9},     // Hangul
    {0xFB00, 0xFB06, 12},    // Latin ligatures
    {0xFE00, 0xFE0F, 10},    // variation selectors
    {0xFEFF, 0xFEFF, 11},    // byte order mark
    {0xFF00, 0xFFEF, 10},    // wide and narrow forms
    {0xFFFD, 0xFFFD, 10},    // what is lost already
    {0x1D400, 0x1D7FF, 14},  // styled letters
    {0x1F1E6, 0x1FAFF, 10},  // emoji
    {0x20000, 0x2FFFF, 17},  // rare Han
};
constexpr int kRareBits = 19;
constexpr int kControlBits = 22;
constexpr int kC1Bits = 6;  // more than the character that windows-1252 has there
constexpr int kPrivateBits = 30;
constexpr int kUnassignedBits = 40;

int price_of(char32_t c) {
  constexpr char32_t kLastPriced = 0x2BFF;
  for (const Price& price : kPrices) {
    if (c <= kLastPriced && price.characters.find(c) != std::u32string_view::npos) return price.bits;
  }
  const auto* block = std::upper_bound(std::begin(kBlocks), std::end(kBlocks), c,
                                       [](char32_t at, const Block& b) { return at < b.first; });
  if (block == std::begin(kBlocks)) return kRareBits;
  --block;
  return c <= block->last ? block->bits : kRareBits;
}

Kind kind_of_type(int type) {
  switch (type) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return Kind::upper;
    case U_LOWERCASE_LETTER:
      return Kind::lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return Kind::caseless;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Kind::mark;
    case U_DECIMAL_DIGIT_NUMBER:
      return Kind::digit;
    case U_OTHER_NUMBER:
      return Kind::raised;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return Kind::space;
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
      return Kind::open;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return Kind::close;
    case U_DASH_PUNCTUATION:
      return Kind::dash;
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
      return Kind::stop;
    case U_CURRENCY_SYMBOL:
      return Kind::currency;
    case U_MATH_SYMBOL:
      return Kind::math;
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
      return Kind::symbol;
    default:
      return Kind::control;
  }
}

Kind kind_of(char32_t c, int type) {
  constexpr std::u32string_view kTrade = U"™®©", kRaised = U"°ªº²³¹", kSymbols = U"§¶†‡•·¢";
  if (c == '\n' || c == '\r' || c == '\t') return Kind::space;
  if (c == U'’' || c == U'´' || c == U'\'' || c == U'"') return Kind::apostrophe;
  if (c == U'„' || c == U'‚') return Kind::low_quote;
  if (c == U'«' || c == U'»') return Kind::guillemet;
  if (c == U'¡' || c == U'¿') return Kind::open;
  if (c == 0xFFFD) return Kind::replacement;
  if (kTrade.find(c) != std::u32string_view::npos) return Kind::trade;
  if (kRaised.find(c) != std::u32string_view::npos) return Kind::raised;
  if (kSymbols.find(c) != std::u32string_view::npos) return Kind::symbol;
  if (c >= 0x2500 && c <= 0x259F) return Kind::box;
  if ((c >= 0x2600 && c <= 0x27BF) || (c >= 0x1F1E6 && c <= 0x1FAFF) || c == 0xFE0F) return Kind::pictograph;
  return kind_of_type(type);
}

Script script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return c == 0x30FC ? Script::cjk : Script::none;  // the long vowel of kana is common to two scripts
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_GREEK:
      return Script::greek;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
      return Script::cjk;
    default:
      return Script::other;
  }
}

// Blocks of `other` scripts are at least 80 characters apart where it matters; Thaana begins inside one.
std::uint8_t block_of(char32_t c) { return static_cast<std::uint8_t>(c >> 7); }

Trait make_trait(char32_t c) {
  const int type = u_charType(static_cast<UChar32>(c));
  Trait t;
  t.c = c;
  t.kind = kind_of(c, type);
  if (is_letter(t) || t.kind == Kind::mark) t.script = script_of(c);
  t.block = block_of(c);
  int bits = 0;
  if (c < 0x80) {
    bits = 0;
  } else if (const char32_t meant = windows_1252_of_c1(c); meant != 0) {
    // A control character that stands for a printed one is judged as that one, for it will be made that one.
    t = make_trait(meant);
    t.c = c;
    bits = t.cost + kC1Bits;
  } else if (type == U_UNASSIGNED || type == U_SURROGATE) {
    bits = kUnassignedBits;
  } else if (type == U_PRIVATE_USE_CHAR) {
    bits = kPrivateBits;
  } else {
    bits = type == U_CONTROL_CHAR ? kControlBits : price_of(c);
  }
  t.cost = static_cast<std::uint8_t>(bits);
  return t;
}

constexpr char32_t kCached = 0x3000;  // everything that single-byte codecs have, and most of what comes out

std::vector<Trait> make_cache() {
  std::vector<Trait> cache;
  cache.reserve(kCached);
  for (char32_t c = 0; c < kCached; ++c) cache.push_back(make_trait(c));
  return cache;
}

}  // namespace

Trait trait_of(char32_t c) {
  static const std::vector<Trait> kCache = make_cache();
  return c < kCached ? kCache[c] : make_trait(c);
}

}  // namespace careerfacts::mojibake
