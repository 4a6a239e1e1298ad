// Tables `document` and `diagnostic`. Inside the store library only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "extract/mention.h"
#include "store/citation_table.h"
#include "store/rows.h"

namespace careerfacts {

class DocumentTable {
 public:
  explicit DocumentTable(SQLite::Database& database);

  struct Row {
    RowId id = 0;
    std::string sha256;  // empty: never read
    bool unread = false;
    bool has_fingerprint = false;
    CitationRange citations;
    std::string program_version;  // of the run that read it
    std::string rulebook_hash;
  };
  std::optional<Row> find(const std::string& path);

  bool is_empty();

  // Of all documents, by path.
  std::vector<std::string> paths();

  RowId insert(const ExtractedDocument& document, RowId run);
  void update(RowId id, const ExtractedDocument& document, RowId run);
  void mark_unread(RowId id);
  void set_citations(RowId id, const CitationRange& citations);

  // Finds out anew which documents are of one origin (origins.h). Returns the ranges of citations of the
  // documents whose origin is another one now.
  std::vector<CitationRange> settle_origins();

  // With its diagnostics. REQUIRES: it states nothing any more.
  void remove(RowId id);

  // In place of those stored before.
  void put_diagnostics(RowId id, const std::vector<Diagnostic>& diagnostics);

 private:
  SQLite::Database& database_;
  SQLite::Statement find_;
  SQLite::Statement insert_;
  SQLite::Statement update_;
  SQLite::Statement mark_unread_;
  SQLite::Statement set_citations_;
  SQLite::Statement set_origin_;
  SQLite::Statement forget_origin_;
  SQLite::Statement remove_;
  SQLite::Statement clear_diagnostics_;
  SQLite::Statement insert_diagnostic_;
};

}  // namespace careerfacts
