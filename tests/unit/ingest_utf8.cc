#include "ingest/utf8.h"

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::string encode(char32_t value) {
  std::string bytes;
  append_utf8(bytes, value);
  return bytes;
}

TEST_CASE("every code point is written, found valid and read back") {
  for (char32_t value = 0; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 37) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    const std::string bytes = encode(value);
    if (find_invalid_utf8(bytes) != bytes.size() || code_point_at(bytes, 0).value != value ||
        code_point_at(bytes, 0).size != bytes.size() || count_code_points(bytes) != 1)
      FAIL("U+" << std::hex << static_cast<std::uint32_t>(value));
  }
}

TEST_CASE("what is not UTF-8 is found where it starts") {
  struct Case {
    std::string_view bytes;
    std::size_t at;
  };
  const auto [bytes, at] = GENERATE(values<Case>({
      {"\x80", 0},                  // a tail alone
      {"ab\xFFz", 2},               // no lead at all
      {"a\xC0\xAF", 1},             // overlong '/'
      {"a\xC1\xBF", 1},             //
      {"\xE0\x80\x80", 0},          // overlong
      {"\xED\xA0\x80", 0},          // a surrogate
      {"\xF0\x80\x80\x80", 0},      // overlong
      {"\xF4\x90\x80\x80", 0},      // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},      //
      {"abc\xE2\x82", 3},           // cut at the end
      {"\xE2\x82\xAC\xE2\x82", 3},  //
      {"\xF0\x9F\x92", 0},          //
      {"12345678\xC2", 8},          // behind a word of eight bytes
      {"\xC3\xA9\xC3\xA9 all good", 13},
      {"", 0},
  }));
  CHECK(find_invalid_utf8(bytes) == at);
}

TEST_CASE("the first byte that is not ASCII, at every offset") {
  for (std::size_t size = 0; size < 40; ++size)
    for (std::size_t at = 0; at <= size; ++at) {
      std::string text(size, 'a');
      if (at < size) text[at] = '\xC3';
      for (std::size_t from = 0; from <= size; ++from)
        if (find_non_ascii(text, from) != (from <= at ? at : size)) FAIL(size << " " << at << " " << from);
    }
}

TEST_CASE("code points are counted, not bytes") {
  CHECK(count_code_points("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") == 4);
  CHECK(count_code_points("") == 0);
}

}  // namespace
}  // namespace careerfacts
