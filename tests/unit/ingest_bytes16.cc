#include "ingest/bytes16.h"

#include <string>

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

TEST_CASE("a comparison holds for exactly its bytes, wherever they stand") {
  for (int c = 0; c < 256; ++c) {
    const char byte = static_cast<char>(c);
    const unsigned char first_digit = '0', last_digit = '9';
    for (std::size_t at = 0; at < 16; ++at) {
      std::string text(16, byte == '.' ? ',' : '.');
      text[at] = byte;
      const Bytes16 bytes = load16(text.data());
      REQUIRE(any(is(bytes, byte)));
      REQUIRE(first(is(bytes, byte)) == at);
      REQUIRE(any(within(bytes, first_digit, last_digit)) == (byte >= '0' && byte <= '9'));
      REQUIRE(any(within(bytes, 0x80, 0xFF)) == (c >= 0x80));
      REQUIRE_FALSE(any(is(bytes, '~') & ~is(bytes, byte)));
    }
  }
}

TEST_CASE("each byte of a text is seen, with the one after it") {
  for (std::size_t size = 0; size <= 70; ++size) {
    const std::string plain(size, '.');
    for (std::size_t at = 0; at < size; ++at) {
      std::string text = plain;
      text[at] = 'a';
      if (at + 1 < size) text[at + 1] = 'b';
      Bytes16 single{}, pair{}, last{}, wrong{};
      each16(text, [&](Bytes16 here, Bytes16 next) {
        single |= is(here, 'a');
        pair |= is(here, 'a') & is(next, 'b');
        last |= is(here, 'a') & is(next, '\0');
        wrong |= is(here, 'b') & is(next, 'a');
      });
      INFO(at << " of " << size);
      REQUIRE(any(single));
      REQUIRE(any(pair) == (at + 1 < size));
      REQUIRE((at + 1 < size || any(last)));
      REQUIRE_FALSE(any(wrong));
    }
  }
}

}  // namespace
}  // namespace careerfacts
