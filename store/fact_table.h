// Table `fact`. Inside the store library only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

#include "store/identity.h"
#include "store/row_buffer.h"
#include "store/rows.h"

namespace careerfacts {

// REQUIRES: reload() before the first use, and whenever another connection may have written.
class FactTable {
 public:
  explicit FactTable(SQLite::Database& database);
  void reload();

  // What is noted from here on changes in this revision of the store.
  void set_revision(std::int64_t revision);

  // The number of the fact, which is noted to be stored where it is not yet, and else to be changed.
  RowId number_of(const Fact& fact);

  // Stores all that was noted. Returns how many facts are new.
  std::size_t flush();

  // Of `numbers`, which lost citations: removes those that no citation states any more, and marks the others
  // as changed. Returns how many are gone. REQUIRES: all is flushed.
  std::size_t drop_uncited(const std::set<RowId>& numbers);

 private:
  void note(RowId number, const Fact& fact);
  template <class Numbers>
  void change(const Numbers& numbers);

  SQLite::Database& database_;
  RowBuffer pending_;
  SQLite::Statement insert_;
  SQLite::Statement find_;
  SQLite::Statement change_;
  SQLite::Statement note_gone_;
  SQLite::Statement drop_findings_;
  SQLite::Statement drop_;
  SQLite::Statement come_back_;
  struct Known {
    RowId number = 0;
    std::int64_t revision = 0;  // the last one in which it was seen to change
  };
  std::unordered_map<FactKey, Known> known_;  // noted or stored: most mentions never reach SQLite
  std::vector<RowId> changed_;                // stored before, and noted
  bool all_known_ = false;                    // known_ holds every fact there is
  bool some_gone_ = false;                    // gone_fact is not empty
  RowId last_ = 0;                            // the highest number given
  std::int64_t revision_ = 0;
};

}  // namespace careerfacts
