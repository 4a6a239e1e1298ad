// Table `fact`. Inside the store library only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "store/citation_table.h"
#include "store/fact_cache.h"
#include "store/identity.h"
#include "store/row_buffer.h"
#include "store/rows.h"

namespace careerfacts {

// REQUIRES: reload() before the first use, and whenever another connection may have written.
class FactTable {
 public:
  // Memory follows `most_known`, not the number of facts.
  explicit FactTable(SQLite::Database& database, std::size_t most_known = FactCache::kDefaultFacts);
  void reload();

  // What is noted from here on changes in this revision of the store.
  void set_revision(std::int64_t revision);

  // The number of the fact, which is noted to be stored where it is not yet, and else to be changed.
  RowId number_of(const Fact& fact);

  // Stores all that was noted.
  void flush();

  // Gives back the memory of what is known. REQUIRES: all is flushed.
  void forget();

  // Of `numbers`, which lost citations: removes those that no citation states any more, and marks the others
  // as changed. REQUIRES: all is flushed.
  void drop_uncited(const std::set<RowId>& numbers);

  // Marks the facts that these citations state as changed. REQUIRES: all is flushed.
  void change_cited_by(const CitationRange& citations);
  // The same, for those that stand in one passage only.
  void change_cited_by(const CitationRange& citations, RowId passage);

  // How many facts are there that were not when the run began, and the other way round.
  std::size_t added() const { return added_; }
  std::size_t removed() const { return removed_.size(); }

 private:
  RowId find(FactKey key);
  void note(RowId number, const Fact& fact);
  template <class Numbers>
  void change(const Numbers& numbers);

  SQLite::Database& database_;
  RowBuffer pending_;
  SQLite::Statement append_;
  SQLite::Statement find_;
  SQLite::Statement change_;
  SQLite::Statement change_cited_;
  SQLite::Statement change_passage_;
  SQLite::Statement find_uncited_;
  SQLite::Statement note_gone_;
  SQLite::Statement drop_findings_;
  SQLite::Statement drop_;
  SQLite::Statement come_back_;
  FactCache known_;                   // noted in this revision: most mentions never reach SQLite
  std::vector<RowId> changed_;        // stored before, and noted
  bool all_noted_ = false;            // every fact there is was in known_ once
  bool some_gone_ = false;            // gone_fact is not empty
  RowId last_ = 0;                    // the highest number given
  RowId last_stored_ = 0;             // facts up to here are flushed
  bool some_unfound_ = false;         // a fact that is not flushed is not in known_ any more
  std::optional<RowId> last_before_;  // the run
  std::size_t added_ = 0;
  std::unordered_set<std::string> removed_;  // ids
  std::int64_t revision_ = 0;
};

}  // namespace careerfacts
