#include "extract/resolve.h"

#include <algorithm>
#include <random>

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

Contender claim(Kind kind, std::size_t begin, std::size_t end, std::uint32_t index = 0) {
  return {{begin, end}, kind, index};
}

std::string resolved(std::vector<Contender> claims) {
  resolve_overlaps(claims);
  std::string result;
  for (const Contender& c : claims)
    result += (result.empty() ? "" : " ") + std::string(to_word(c.kind)).substr(0, 1) +
              std::to_string(c.span.begin) + "-" + std::to_string(c.span.end);
  return result;
}

TEST_CASE("the named order: certification, salary, percentage, role") {
  const std::vector<Kind> order{Kind::certification, Kind::salary, Kind::percentage, Kind::role};
  for (std::size_t strong = 0; strong < order.size(); ++strong)
    for (std::size_t weak = strong + 1; weak < order.size(); ++weak) {
      const std::string winner = std::string(to_word(order[strong])).substr(0, 1);
      CHECK(resolved({claim(order[weak], 0, 9), claim(order[strong], 5, 12)}) == winner + "5-12");
      CHECK(resolved({claim(order[weak], 5, 12), claim(order[strong], 0, 9)}) == winner + "0-9");
      CHECK(resolved({claim(order[weak], 3, 4), claim(order[strong], 0, 9)}) == winner + "0-9");
      CHECK(resolved({claim(order[weak], 0, 9), claim(order[strong], 3, 4)}) == winner + "3-4");
    }
}

TEST_CASE("of two of one kind the one that begins first stays, then the longer one") {
  CHECK(resolved({claim(Kind::role, 4, 30), claim(Kind::role, 0, 5)}) == "r0-5");
  CHECK(resolved({claim(Kind::role, 0, 5), claim(Kind::role, 0, 9)}) == "r0-9");
}

TEST_CASE("what only touches does not overlap, and all are in order") {
  CHECK(resolved({claim(Kind::role, 5, 9), claim(Kind::salary, 0, 5), claim(Kind::role, 9, 10)}) ==
        "s0-5 r5-9 r9-10");
  CHECK(resolved({}).empty());
}

TEST_CASE("one strong claim drops all weaker ones under it") {
  CHECK(resolved({claim(Kind::role, 0, 4), claim(Kind::role, 4, 8), claim(Kind::certification, 2, 6),
                  claim(Kind::role, 8, 9)}) == "c2-6 r8-9");
}

TEST_CASE("random claims: nothing overlaps, and nothing is dropped without a rival") {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::vector<Contender> all;
    for (std::uint32_t i = 0; i < 1 + random() % 12; ++i) {
      const std::size_t begin = random() % 40;
      all.push_back(claim(static_cast<Kind>(random() % 4), begin, begin + 1 + random() % 8, i));
    }
    std::vector<Contender> kept = all;
    resolve_overlaps(kept);
    for (std::size_t i = 1; i < kept.size(); ++i) REQUIRE(kept[i - 1].span.end <= kept[i].span.begin);
    for (const Contender& c : all) {
      const bool stays =
          std::any_of(kept.begin(), kept.end(), [&](const Contender& k) { return k.index == c.index; });
      const bool has_rival = std::any_of(all.begin(), all.end(), [&](const Contender& k) {
        return k.index != c.index && k.span.overlaps(c.span);
      });
      REQUIRE((stays || has_rival));
    }
  }
}

}  // namespace
}  // namespace careerfacts
