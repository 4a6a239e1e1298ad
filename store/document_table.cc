#include "store/document_table.h"

#include "store/origins.h"

namespace careerfacts {
namespace {

// Six parameters from `at` on.
void bind_metadata(SQLite::Statement& statement, int at, const ExtractedDocument& document) {
  for (const std::string* text : {&document.title, &document.author, &document.published, &document.updated,
                                  &document.publisher, &document.language})
    bind_text_or_null(statement, at++, *text);
}

void bind_fingerprint(SQLite::Statement& statement, int at, const ExtractedDocument& document) {
  if (!document.fingerprint) return statement.bind(at);
  statement.bind(at, document.fingerprint->data(), static_cast<int>(document.fingerprint->size()));
}

}  // namespace

DocumentTable::DocumentTable(SQLite::Database& database)
    : database_(database),
      find_(database,
            "SELECT document.id, sha256, document.unread, program_version, rulebook_hash, "
            "fingerprint IS NOT NULL, first_citation, last_citation FROM document "
            "JOIN run ON run.id = run_id WHERE path = ?"),
      insert_(database,
              "INSERT INTO document (path, sha256, bytes, encoding, title, author, published, updated, "
              "publisher, language, unread, run_id, fingerprint) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      update_(
          database,
          "UPDATE document SET sha256 = ?, bytes = ?, encoding = ?, title = ?, author = ?, published = ?, "
          "updated = ?, publisher = ?, language = ?, unread = 0, run_id = ?, fingerprint = ?, "
          "first_citation = NULL, last_citation = NULL WHERE id = ?"),
      mark_unread_(database, "UPDATE document SET unread = 1 WHERE id = ?"),
      set_citations_(database, "UPDATE document SET first_citation = ?, last_citation = ? WHERE id = ?"),
      set_origin_(database, "UPDATE document SET origin_id = ? WHERE id = ?"),
      forget_origin_(database, "UPDATE document SET origin_id = NULL WHERE origin_id = ?"),
      remove_(database, "DELETE FROM document WHERE id = ?"),
      clear_diagnostics_(database, "DELETE FROM diagnostic WHERE document_id = ?"),
      insert_diagnostic_(
          database,
          "INSERT INTO diagnostic (document_id, severity, code, message, start_byte, end_byte) "
          "VALUES (?,?,?,?,?,?)") {}

std::optional<DocumentTable::Row> DocumentTable::find(const std::string& path) {
  bind_text(find_, 1, path);
  std::optional<Row> row;
  if (find_.executeStep()) {
    row.emplace();
    row->id = find_.getColumn(0).getInt64();
    row->sha256 = text_at(find_, 1);
    row->unread = number_at(find_, 2) != 0;
    row->program_version = text_at(find_, 3);
    row->rulebook_hash = text_at(find_, 4);
    row->has_fingerprint = number_at(find_, 5) != 0;
    if (!find_.getColumn(6).isNull())
      row->citations = {find_.getColumn(6).getInt64(), find_.getColumn(7).getInt64()};
  }
  find_.reset();
  return row;
}

bool DocumentTable::is_empty() {
  return database_.execAndGet("SELECT NOT EXISTS (SELECT 1 FROM document)").getInt() == 1;
}

std::vector<std::string> DocumentTable::paths() {
  std::vector<std::string> paths;
  SQLite::Statement rows(database_, "SELECT path FROM document ORDER BY path");
  while (rows.executeStep()) paths.push_back(text_at(rows, 0));
  return paths;
}

RowId DocumentTable::insert(const ExtractedDocument& document, RowId run_id) {
  bind_text(insert_, 1, document.path);
  bind_text_or_null(insert_, 2, document.sha256);
  bind_number(insert_, 3, document.bytes);
  bind_text_or_null(insert_, 4, document.encoding);
  bind_metadata(insert_, 5, document);
  insert_.bind(11, document.sha256.empty() ? 1 : 0);
  insert_.bind(12, run_id);
  bind_fingerprint(insert_, 13, document);
  run(insert_);
  return database_.getLastInsertRowid();
}

void DocumentTable::update(RowId id, const ExtractedDocument& document, RowId run_id) {
  bind_text_or_null(update_, 1, document.sha256);
  bind_number(update_, 2, document.bytes);
  bind_text_or_null(update_, 3, document.encoding);
  bind_metadata(update_, 4, document);
  update_.bind(10, run_id);
  bind_fingerprint(update_, 11, document);
  update_.bind(12, id);
  run(update_);
}

void DocumentTable::mark_unread(RowId id) {
  mark_unread_.bind(1, id);
  run(mark_unread_);
}

void DocumentTable::set_citations(RowId id, const CitationRange& citations) {
  if (citations.empty()) return;
  set_citations_.bind(1, citations.first);
  set_citations_.bind(2, citations.last);
  set_citations_.bind(3, id);
  run(set_citations_);
}

std::vector<CitationRange> DocumentTable::settle_origins() {
  struct Stored {
    RowId id = 0;
    RowId origin = 0;
    CitationRange citations;
  };
  std::vector<Stored> stored;
  std::vector<OriginInput> documents;
  SQLite::Statement rows(database_,
                         "SELECT id, coalesce(origin_id, id), coalesce(first_citation, 0), "
                         "coalesce(last_citation, -1), sha256, fingerprint FROM document ORDER BY path");
  while (rows.executeStep()) {
    const auto id_at = [&](int at) { return rows.getColumn(at).getInt64(); };
    stored.push_back({id_at(0), id_at(1), {id_at(2), id_at(3)}});
    documents.push_back({content_key(text_at(rows, 4)), text_at(rows, 5)});
  }
  const std::vector<std::uint32_t> origins = origins_of(documents);
  std::vector<CitationRange> changed;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const RowId origin = stored[origins[i]].id;
    if (origin == stored[i].origin) continue;
    if (origin == stored[i].id)
      set_origin_.bind(1);
    else
      set_origin_.bind(1, origin);
    set_origin_.bind(2, stored[i].id);
    run(set_origin_);
    if (!stored[i].citations.empty()) changed.push_back(stored[i].citations);
  }
  return changed;
}

void DocumentTable::remove(RowId id) {
  put_diagnostics(id, {});
  for (SQLite::Statement* statement : {&forget_origin_, &remove_}) {
    statement->bind(1, id);
    run(*statement);
  }
}

void DocumentTable::put_diagnostics(RowId id, const std::vector<Diagnostic>& diagnostics) {
  clear_diagnostics_.bind(1, id);
  run(clear_diagnostics_);
  for (const Diagnostic& diagnostic : diagnostics) {
    insert_diagnostic_.bind(1, id);
    bind_word(insert_diagnostic_, 2, to_word(diagnostic.severity));
    bind_text(insert_diagnostic_, 3, diagnostic.code);
    bind_text(insert_diagnostic_, 4, diagnostic.message);
    bind_optional(insert_diagnostic_, 5,
                  diagnostic.where.empty() ? std::nullopt : std::optional<RawSpan>(diagnostic.where));
    run(insert_diagnostic_);
  }
}

}  // namespace careerfacts
