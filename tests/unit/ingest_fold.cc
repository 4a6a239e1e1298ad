#include "ingest/fold.h"

#include "ingest/utf8.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::string folded(std::string_view text) { return fold(to_nfc(text).text).text; }

TEST_CASE("characters that mean the same become the same") {
  struct Case {
    std::string_view from, to;
  };
  const auto [from, to] = GENERATE(values<Case>({
      {"\u2018a\u2019 \u201Ab\u201B \u2032", "'a' 'b' '"},
      {"\u201Ca\u201D \u00ABb\u00BB \u2033", "\"a\" \"b\" \""},
      {"a\u02BCb \u00B4", "a'b '"},
      {"1\u20132 3\u20114 5\u20126 \u22127", "1-2 3-4 5-6 -7"},  // en dash, hyphens, minus
      {"a\u2014b \u2015", "a—b —"},                              // the em dash parts clauses
      {"a\u00A0b\u2009c\u202Fd\u3000e", "a b c d e"},
      {"a\u200Bb\u00ADc\uFEFFd\u2060e\u200Ff", "abcdef"},
      {"\u2022 a \u25CF b \u25AA c \u00B7 d", "• a • b • c • d"},
      {"\u2714 a \u2705 b \u2611 c", "✓ a ✓ b ✓ c"},
      {"\u2794 a \u27A1\uFE0F b", "→ a → b"},
      {"a\u2026", "a..."},
      {"\uFF04\uFF11\uFF10\uFF0C\uFF10\uFF10\uFF10\uFF05", "$10,000%"},
      {"\uFFE1\uFF11 \uFFE5\uFF12 \uFFE6\uFF13 \uFFE0\uFF14", "£1 ¥2 ₩3 ¢4"},
      {"o\uFB03ce \uFB01ve \uFB00 \uFB02 \uFB04", "office five ff fl ffl"},
      {"1\u20442 3\u22154", "1/2 3/4"},
      {"\u223C5 \u22486", "~5 ~6"},
      {"a\r\nb\rc\nd", "a\nb\nc\nd"},
      {"a\vb\fc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"},
      {"a\u0080b\u009Fc", "abc"},
      {"\u0E42\u0E02 Pay", "•  Pay"},  // a bullet whose other bytes are gone
      {"\u0E50\u0E01Learn \u0E42\u0E01 30 \u0E42 x", "• Learn •  30 •  x"},
      {"\u0E42\u0E42\u0E02 \u0E50\u0E50", "• •  • • "},  // one after another
      // Thai text has the same letters in words: "โขน โกง โรงพยาบาล ๒๐ บาท", "๑๐๐".
      {"\u0E42\u0E02\u0E19 \u0E42\u0E01\u0E07 \u0E42\u0E23\u0E07 \u0E52\u0E50 \u0E51\u0E50\u0E50",
       "\u0E42\u0E02\u0E19 \u0E42\u0E01\u0E07 \u0E42\u0E23\u0E07 \u0E52\u0E50 \u0E51\u0E50\u0E50"},
  }));
  CHECK(folded(from) == to);
}

TEST_CASE("superscripts and footnote marks stay what they are") {
  CHECK(folded("31%¹ and $90,000² ³ ⁴⁵ ₁") == "31%¹ and $90,000² ³ ⁴⁵ ₁");
}

TEST_CASE("a NUL byte becomes a space") { CHECK(folded(std::string_view("a\0b", 3)) == "a b"); }

TEST_CASE("letters are composed, and offsets stay exact") {
  const Rewriter::Result made = to_nfc("re\u0301sume\u0301 $90,000");
  REQUIRE(made.text == "résumé $90,000");
  CHECK(made.map.to_raw(TextSpan{1, 3}) == RawSpan{1, 4});     // é
  CHECK(made.map.to_raw(TextSpan{2, 3}) == RawSpan{1, 4});     // its second byte
  CHECK(made.map.to_raw(TextSpan{0, 1}) == RawSpan{0, 1});     // r
  CHECK(made.map.to_raw(TextSpan{9, 16}) == RawSpan{11, 18});  // $90,000
  CHECK(to_nfc("résumé").map.is_identity());
}

TEST_CASE("the ligature in \"oﬃce\": a begin inside it does not lose its bytes") {
  const Rewriter::Result made = fold("o\uFB03ce");
  REQUIRE(made.text == "office");
  CHECK(made.map.to_raw(TextSpan{2, 6}) == RawSpan{1, 6});
  CHECK(made.map.to_raw(TextSpan{0, 3}) == RawSpan{0, 4});
}

TEST_CASE("folding twice is folding once, for every character") {
  std::string all;
  for (char32_t c = 1; c < 0x3100; ++c) {
    append_utf8(all, c);
    all += 'x';
  }
  for (char32_t c = 0xF900; c <= 0xFFFD; ++c) {
    append_utf8(all, c);
    all += 'x';
  }
  const std::string once = folded(all);
  const std::string twice = folded(once);
  CHECK((once == twice));  // not printed: it is long
  CHECK(find_invalid_utf8(once) == once.size());
}

TEST_CASE("a text that needs nothing keeps an identity map") {
  CHECK(fold("Nurses earn $90,000 — or more.").map.is_identity());
  CHECK(fold("").text.empty());
}

}  // namespace
}  // namespace careerfacts
