// Names by content.
#include "base/content_hash.h"

#include "tests/support/catch.h"

namespace careerfacts {

TEST_CASE("half of a SHA-256 is read from its digits, and nothing from what has none", "[base]") {
  const std::string digits = sha256_hex("abc");
  const ContentKey key = content_key(digits);
  CHECK(key == ContentKey{0xba7816bf8f01cfea, 0x414140de5dae2223});  // FIPS 180-4, example
  CHECK(content_key("") == ContentKey{});
  CHECK(content_key(digits.substr(0, 31)) == ContentKey{});
  CHECK(content_key(std::string(64, 'x')) == ContentKey{});
  CHECK(content_key("-" + digits) == ContentKey{});
}

}  // namespace careerfacts
