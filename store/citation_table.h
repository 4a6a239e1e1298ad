// Tables `citation`, `passage` and `section`: where a document states facts. Inside the store library only.
#pragma once

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

class CitationTable {
 public:
  explicit CitationTable(SQLite::Database& database);

  // Removes all that `document` states. What may have lost its last citation is added to `facts` and
  // `sources`. REQUIRES: nothing of it waits to be flushed.
  void clear(RowId document, std::set<RowId>& facts, std::set<RowId>& sources);

  // From here on, put() is about this document. REQUIRES: nothing of it is stored or noted.
  void begin_document(RowId document);

  // Notes one mention, to be stored. False: the same bytes were already cited for the same fact.
  // REQUIRES: mentions come in order of span.begin, then span.end.
  bool put(const Mention& mention, RowId fact, RowId reading, std::optional<RowId> source);

  // Stores all that was noted. REQUIRES: the facts are stored.
  void flush();
  std::size_t pending() const { return citations_.rows(); }

 private:
  // Numbers within the document.
  RowId section_of(const Mention& mention);
  RowId passage_of(const Mention& mention);

  SQLite::Statement cited_by_;
  SQLite::Statement clear_citations_;
  SQLite::Statement clear_passages_;
  SQLite::Statement clear_sections_;
  RowBuffer sections_;
  RowBuffer passages_;
  RowBuffer citations_;
  SQLite::Statement insert_sections_;
  SQLite::Statement insert_passages_;
  SQLite::Statement insert_citations_;

  // Of the document that is being written.
  RowId document_ = 0;
  const Mention* last_mention_ = nullptr;
  RowId last_section_ = 0;
  std::unordered_map<std::string, RowId> section_numbers_;  // by path
  std::unordered_map<std::string, RowId> passage_numbers_;  // by context, chrome and section
  RawSpan last_span_;
  std::vector<RowId> facts_of_span_;  // facts cited by the bytes of last_span_
};

}  // namespace careerfacts
