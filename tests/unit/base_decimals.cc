// Decimals for people, in whatever locale: ctest runs this in one that writes 1.234,56.
#include "base/decimals.h"

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

TEST_CASE("decimals are rounded to the nearest and filled up", "[base]") {
  CHECK(with_decimals(7.3, 2) == "7.30");
  CHECK(with_decimals(1234.5678, 1) == "1234.6");
  CHECK(with_decimals(0.5, 0) == "0");  // to even, as printf
  CHECK(with_decimals(1.5, 0) == "2");
  CHECK(with_decimals(-3.25, 1) == "-3.2");
  CHECK(with_decimals(0, 0) == "0");
  CHECK(with_decimals(1e300, 1).size() == 303);
  CHECK(with_decimals(1.7976931348623157e308, 20).size() == 330);
}

}  // namespace
}  // namespace careerfacts
