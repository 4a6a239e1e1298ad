// Tables `source` and `reading`: values that many citations share, each stored once. Inside the store library
// only.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "extract/mention.h"
#include "store/rows.h"

namespace careerfacts {

// Ids are kept in memory. REQUIRES: reload() before the first use, and whenever another connection may have
// written.
class SourceTable {
 public:
  explicit SourceTable(SQLite::Database& database);
  void reload();
  RowId id_of(const Attribution& attribution);  // REQUIRES: a source is named
  // Removes those of `ids` that no citation names any more.
  void drop_uncited(const std::set<RowId>& ids);

 private:
  SQLite::Database& database_;
  SQLite::Statement insert_;
  SQLite::Statement drop_;
  std::unordered_map<std::string, RowId> ids_;
  std::string key_;  // reused
};

// Rows stay for good: a dictionary.
class ReadingTable {
 public:
  explicit ReadingTable(SQLite::Database& database);
  void reload();
  RowId id_of(const Mention& mention);

 private:
  SQLite::Database& database_;
  SQLite::Statement insert_;
  std::unordered_map<std::string, RowId> ids_;
  std::string key_;  // reused
};

}  // namespace careerfacts
