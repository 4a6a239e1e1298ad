#include "store/late_indexes.h"

#include <string>

namespace careerfacts {
namespace {

// As schemas/store makes them; the tests hold the two against each other.
struct LateIndex {
  const char* name;
  const char* on;
};

constexpr LateIndex kLateIndexes[] = {
    {"citation_by_fact", "citation (fact_number)"},
    {"citation_by_source", "citation (source_id) WHERE source_id IS NOT NULL"},
};

// SQLite sorts as much at once as the cache may hold, beside the cache.
constexpr const char* kSortedAtOnce = "-8192";  // KiB

}  // namespace

void drop_late_indexes(SQLite::Database& database) {
  for (const LateIndex& index : kLateIndexes)
    database.exec(std::string("DROP INDEX IF EXISTS ") + index.name);
}

void build_late_indexes(SQLite::Database& database) {
  if (has_late_indexes(database)) return;
  const std::string cache = database.execAndGet("PRAGMA cache_size").getString();
  database.exec(std::string("PRAGMA cache_size = ") + kSortedAtOnce);
  for (const LateIndex& index : kLateIndexes)
    database.exec(std::string("CREATE INDEX IF NOT EXISTS ") + index.name + " ON " + index.on);
  database.exec("PRAGMA cache_size = " + cache);
}

bool has_late_indexes(SQLite::Database& database) {
  std::string names;
  for (const LateIndex& index : kLateIndexes)
    names += (names.empty() ? "'" : ", '") + std::string(index.name) + "'";
  return database
             .execAndGet("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name IN (" + names +
                         ")")
             .getInt() == static_cast<int>(std::size(kLateIndexes));
}

}  // namespace careerfacts
