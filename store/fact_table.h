// Table `fact`. Inside the store library only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstddef>
#include <set>
#include <unordered_map>

#include "store/identity.h"
#include "store/row_buffer.h"
#include "store/rows.h"

namespace careerfacts {

// REQUIRES: reload() before the first use, and whenever another connection may have written.
class FactTable {
 public:
  explicit FactTable(SQLite::Database& database);
  void reload();

  // The number of the fact, which is noted to be stored where it is not yet.
  RowId number_of(const Fact& fact);

  // Stores all that was noted. Returns how many facts are new.
  std::size_t flush();

  // Removes those of `numbers` that no citation states any more. Returns how many. REQUIRES: all is flushed.
  std::size_t drop_uncited(const std::set<RowId>& numbers);

 private:
  void note(RowId number, const Fact& fact);

  SQLite::Database& database_;
  RowBuffer pending_;
  SQLite::Statement insert_;
  SQLite::Statement find_;
  SQLite::Statement drop_;
  std::unordered_map<FactKey, RowId> numbers_;  // noted or stored: most mentions never reach SQLite
  bool all_known_ = false;                      // numbers_ holds every fact there is
  RowId last_ = 0;                              // the highest number given
};

}  // namespace careerfacts
