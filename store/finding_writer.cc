#include "store/finding_writer.h"

#include <cstdint>
#include <filesystem>
#include <unordered_map>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include "base/error.h"
#include "store/connection.h"
#include "store/row_buffer.h"
#include "store/rows.h"
#include "store/sqlite_error.h"

namespace careerfacts {
namespace {

// The numbers of what findings are about. A place is cited once for a fact.
class Citations {
 public:
  struct Row {
    RowId citation = 0;
    RowId fact = 0;
  };

  explicit Citations(SQLite::Database& database) {
    SQLite::Statement documents(database, "SELECT id, path FROM document");
    while (documents.executeStep()) documents_[text_at(documents, 1)] = documents.getColumn(0).getInt64();
    SQLite::Statement rows(database,
                           "SELECT citation.id, fact.number, fact.id, document_id, start_byte, end_byte "
                           "FROM citation JOIN fact ON fact.number = citation.fact_number "
                           "WHERE fact.kind IN ('salary', 'percentage')");
    while (rows.executeStep())
      rows_[{key_at(rows, 2), rows.getColumn(3).getInt64(), number_at(rows, 4), number_at(rows, 5)}] = {
          rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64()};
  }

  const Row* find(const StoredFinding& finding) const {
    const auto document = documents_.find(finding.document);
    if (document == documents_.end()) return nullptr;
    const auto found = rows_.find({finding.fact, document->second, finding.span.begin, finding.span.end});
    return found == rows_.end() ? nullptr : &found->second;
  }

 private:
  struct Place {
    FactKey fact = 0;
    RowId document = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Place&, const Place&) = default;
  };
  struct Hash {
    std::size_t operator()(const Place& place) const {
      constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;
      return ((place.fact ^ (static_cast<std::uint64_t>(place.document) * kOdd)) + place.begin) * kOdd;
    }
  };

  std::unordered_map<std::string, RowId> documents_;
  std::unordered_map<Place, Row, Hash> rows_;
};

RowId insert_run(SQLite::Database& database, const RunInfo& info, const std::string& finished_at) {
  SQLite::Statement insert(
      database,
      "INSERT INTO run (program_version, rulebook_hash, options, started_at, finished_at, revision) "
      "VALUES (?, ?, ?, ?, ?, (SELECT max(revision) FROM run))");
  bind_text(insert, 1, info.program_version);
  bind_text(insert, 2, info.rulebook_hash);
  bind_text(insert, 3, info.options);
  bind_text(insert, 4, info.started_at);
  bind_text(insert, 5, finished_at);
  run(insert);
  return database.getLastInsertRowid();
}

}  // namespace

std::size_t replace_findings(const std::string& path, const RunInfo& info, const std::string& finished_at,
                             const std::vector<StoredFinding>& findings, int busy_timeout_ms) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw Error(ErrorKind::store, path,
                "there is no store here; make one with 'careerfacts ingest PATH --db FILE'");
  return with_store_errors(path, [&] {
    SQLite::Database database = open_for_writing(path, busy_timeout_ms);
    RowBuffer rows(database, "pending_finding", 6);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const Citations citations(database);
    for (const StoredFinding& finding : findings) {
      const Citations::Row* row = citations.find(finding);
      if (row == nullptr) continue;
      rows.integer(row->fact);
      rows.integer(row->citation);
      rows.text(finding.check);
      rows.text(finding.verdict);
      rows.text(finding.reason);
      rows.text_or_null(finding.evidence);
    }
    database.exec("DELETE FROM finding");
    const RowId run_id = insert_run(database, info, finished_at);
    SQLite::Statement insert(
        database,
        "INSERT INTO finding (run_id, fact_number, citation_id, check_name, verdict, reason, evidence) "
        "SELECT ?, c0, c1, c2, c3, c4, c5 FROM pending_finding");
    insert.bind(1, run_id);
    run(insert);
    transaction.commit();
    return rows.rows();
  });
}

}  // namespace careerfacts
