// Tables `citation`, `passage`, `section` and `search`: where a document states facts. Inside the store
// library only.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "extract/mention.h"
#include "store/row_buffer.h"
#include "store/rows.h"

namespace careerfacts {

// The ids of a document's citations: they lie side by side.
struct CitationRange {
  RowId first = 0;
  RowId last = -1;
  bool empty() const { return last < first; }
};

// REQUIRES: reload() before the first use, and whenever another connection may have written.
class CitationTable {
 public:
  explicit CitationTable(SQLite::Database& database);
  void reload();

  // Removes all that `document` states, which is `citations`. What may have lost its last citation is added
  // to `facts` and `sources`. REQUIRES: all of it is stored, and its
  // words are indexed.
  void clear(RowId document, const CitationRange& citations, std::set<RowId>& facts,
             std::set<RowId>& sources);

  // From here on, put() is about this document. REQUIRES: nothing of it is stored or noted.
  void begin_document(RowId document);

  // Notes one mention, to be stored. False: the same bytes were already cited for the same fact.
  // REQUIRES: mentions come in order of span.begin, then span.end.
  bool put(const Mention& mention, RowId fact, RowId reading, std::optional<RowId> source);

  // Of the document begun, so far.
  const CitationRange& range() const { return range_; }

  // Stores all that was noted but for the index of words. REQUIRES: the facts are stored.
  void flush();
  // Puts what flush() has stored into the index of words. Many at once: FTS5 writes all that it holds in
  // memory at each savepoint, and every statement of many rows makes one.
  void index_words();
  std::size_t pending() const { return citations_.rows(); }

 private:
  RowId section_of(const Mention& mention);  // its number within the document
  RowId passage_of(const Mention& mention);  // its id

  SQLite::Database& database_;
  SQLite::Statement cited_by_;
  SQLite::Statement clear_findings_;
  SQLite::Statement clear_search_;
  SQLite::Statement clear_passages_;
  SQLite::Statement clear_citations_;
  SQLite::Statement clear_sections_;
  RowBuffer sections_;
  RowBuffer passages_;
  RowBuffer citations_;
  SQLite::Statement insert_sections_;
  SQLite::Statement insert_passages_;
  SQLite::Statement append_passages_;
  SQLite::Statement insert_search_;
  SQLite::Statement insert_citations_;
  SQLite::Statement append_citations_;
  RowId last_citation_ = 0;  // the highest ids given
  RowId last_passage_ = 0;
  bool ids_follow_ = false;  // the next ids are those that SQLite would give
  RowId last_indexed_ = 0;   // passages up to here are in the index of words

  // Of the document that is being written.
  RowId document_ = 0;
  CitationRange range_;
  const Mention* last_mention_ = nullptr;
  RowId last_section_ = 0;
  std::unordered_map<std::string, RowId> section_numbers_;  // by path
  std::unordered_map<std::string, RowId> passage_ids_;      // by context, chrome and section
  RawSpan last_span_;
  std::vector<RowId> facts_of_span_;  // facts cited by the bytes of last_span_
};

}  // namespace careerfacts
