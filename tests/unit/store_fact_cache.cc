// Facts keep their numbers however few of them are remembered.
#include "store/fact_cache.h"

#include <algorithm>
#include <set>

#include "base/content_hash.h"
#include "store/connection.h"
#include "store/fact_table.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::test {
namespace {

constexpr std::size_t kFew = 4096;
constexpr RowId kMany = 20'000;

FactKey key_of(RowId number) { return sha256_begin("fact " + std::to_string(number)); }

Fact fact_with(RowId number) {
  Fact fact;
  fact.key = key_of(number);
  fact.kind = Kind::role;
  fact.name = "role " + std::to_string(number);
  return fact;
}

TEST_CASE("a fact cache gives the numbers that it still knows, and never a wrong one") {
  FactCache cache(kFew);
  CHECK(cache.number_of(key_of(1)) == 0);
  CHECK(!cache.was_added(key_of(1)));
  std::set<RowId> gone;
  for (RowId number = 1; number <= kMany; ++number) {
    const RowId went = cache.add(key_of(number), number);
    if (went != 0) gone.insert(went);
  }
  CHECK(gone.size() >= static_cast<std::size_t>(kMany) - 2 * kFew);
  std::size_t wrong = 0;
  for (RowId number = 1; number <= kMany; ++number) {
    const RowId known = cache.number_of(key_of(number));
    if (known != (gone.contains(number) ? 0 : number) || !cache.was_added(key_of(number))) ++wrong;
  }
  CHECK(wrong == 0);
  RowId taken_for_known = 0;
  for (RowId number = kMany + 1; number <= 2 * kMany; ++number)
    if (cache.was_added(key_of(number))) ++taken_for_known;
  CHECK(taken_for_known < kMany / 100);
  cache.clear();
  CHECK(cache.number_of(key_of(kMany)) == 0);
  CHECK(!cache.was_added(key_of(kMany)));
}

TEST_CASE("a fact that went from the cache is found in the store, flushed or not") {
  const TempFolder folder;
  SQLite::Database database = open_for_writing(folder.at("facts.db"), 1000);
  FactTable facts(database, kFew);
  facts.set_revision(1);
  facts.reload();
  std::vector<RowId> numbers;
  for (RowId i = 0; i < kMany; ++i) numbers.push_back(facts.number_of(fact_with(i)));
  CHECK(std::set<RowId>(numbers.begin(), numbers.end()).size() == static_cast<std::size_t>(kMany));
  std::size_t other = 0;
  const auto look_again = [&] {
    for (RowId i = 0; i < kMany; ++i)
      if (facts.number_of(fact_with(i)) != numbers[static_cast<std::size_t>(i)]) ++other;
  };
  look_again();
  facts.flush();
  look_again();
  facts.reload();
  look_again();
  facts.flush();
  CHECK(other == 0);
  CHECK(facts.added() == static_cast<std::size_t>(kMany));
  CHECK(database.execAndGet("SELECT count(*) FROM fact").getInt64() == kMany);
}

}  // namespace
}  // namespace careerfacts::test
