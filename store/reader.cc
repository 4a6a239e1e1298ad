#include "store/reader.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "base/error.h"
#include "store/citation_query.h"
#include "store/connection.h"
#include "store/fact_query.h"
#include "store/rows.h"
#include "store/sqlite_error.h"
#include "store/summary_query.h"

namespace careerfacts {
namespace {

constexpr int kBusyTimeoutMs = 10'000;

constexpr const char* kSelectDocuments =
    "SELECT id, path, sha256, bytes, encoding, title, author, published, updated, publisher, language, "
    "unread, "
    "first_citation, last_citation FROM document ";

std::string select_citations_of_fact() {
  return select_citations() +
         "WHERE fact.id = ? AND passage.chrome <= ? ORDER BY document.path, start_byte, end_byte";
}

StoredDocument document_at(SQLite::Statement& row) {
  return {text_at(row, 1), text_at(row, 2),  number_at(row, 3),      text_at(row, 4),
          text_at(row, 5), text_at(row, 6),  text_at(row, 7),        text_at(row, 8),
          text_at(row, 9), text_at(row, 10), number_at(row, 11) != 0};
}

}  // namespace

struct Reader::State {
  explicit State(const std::string& path_given)
      : path(path_given),
        database(open_for_reading(path_given, kBusyTimeoutMs)),
        count_citations(database,
                        "SELECT count(*), count(DISTINCT citation.document_id), "
                        "count(DISTINCT coalesce(document.origin_id, document.id)) FROM citation "
                        "JOIN fact ON fact.number = fact_number "
                        "JOIN document ON document.id = citation.document_id "
                        "JOIN passage ON passage.id = citation.passage_id "
                        "WHERE fact.id = ? AND passage.chrome <= ?"),
        citations_of_fact(database, select_citations_of_fact()),
        citations_of_document(
            database,
            select_citations() +
                "WHERE citation.id BETWEEN ? AND ? ORDER BY start_byte, end_byte, "
                "CASE fact.kind WHEN 'salary' THEN 0 WHEN 'percentage' THEN 1 WHEN 'role' THEN 2 ELSE 3 END, "
                "fact.id") {
    database.exec("BEGIN");                           // all queries see one state of the store …
    database.execAndGet("SELECT count(*) FROM run");  // … from now on
  }

  CitedFact cited_fact_at(SQLite::Statement& row, bool include_chrome) {
    CitedFact fact{fact_at(row), 0, 0, 0, citation_at(row)};
    count(fact, include_chrome);
    return fact;
  }

  void count(CitedFact& fact, bool include_chrome) {
    bind_key(count_citations, 1, fact.fact.key);
    count_citations.bind(2, highest_chrome(include_chrome));
    count_citations.executeStep();
    fact.citation_count = number_at(count_citations, 0);
    fact.document_count = number_at(count_citations, 1);
    fact.origin_count = number_at(count_citations, 2);
    count_citations.reset();
  }

  // What there is now of the fact with this key.
  FactChange change_of(FactKey key, bool include_chrome) {
    FactChange change{key, {}, {}};
    SQLite::Statement& rows = citations_of_fact;
    bind_key(rows, 1, key);
    rows.bind(2, highest_chrome(include_chrome));
    while (rows.executeStep()) {
      if (!change.fact) change.fact = fact_at(rows);
      change.citations.push_back(citation_at(rows));
    }
    rows.reset();
    return change;
  }

  // The rows of a statement whose parameters are bound.
  std::vector<Citation> citations(SQLite::Statement& statement) {
    std::vector<Citation> list;
    while (statement.executeStep()) list.push_back(citation_at(statement));
    statement.reset();
    return list;
  }

  std::string path;
  SQLite::Database database;
  SQLite::Statement count_citations;
  SQLite::Statement citations_of_fact;
  SQLite::Statement citations_of_document;
};

Reader::Reader(const std::string& path) {
  with_store_errors(path, [&] { state_ = std::make_unique<State>(path); });
}

Reader::~Reader() = default;

void Reader::facts(const FactFilter& filter, const std::function<bool(const CitedFact&)>& give) {
  with_store_errors(state_->path, [&] {
    SQLite::Statement rows = select_facts(state_->database, filter);
    while (rows.executeStep())
      if (!give(state_->cited_fact_at(rows, filter.include_chrome))) return;
  });
}

std::vector<FactKey> Reader::keys_beginning_with(const std::string& prefix, std::size_t at_most) {
  return with_store_errors(state_->path, [&] {
    // 'g' comes after all that may follow the prefix.
    SQLite::Statement rows(state_->database,
                           "SELECT id FROM fact WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT ?2");
    bind_text(rows, 1, prefix);
    bind_number(rows, 2, at_most);
    std::vector<FactKey> keys;
    while (rows.executeStep()) keys.push_back(key_at(rows, 0));
    return keys;
  });
}

std::optional<CitedFact> Reader::fact(FactKey key) {
  return with_store_errors(state_->path, [&]() -> std::optional<CitedFact> {
    SQLite::Statement row = select_fact(state_->database, key);
    if (!row.executeStep()) return std::nullopt;
    return state_->cited_fact_at(row, true);
  });
}

std::vector<Citation> Reader::citations(FactKey fact) {
  return with_store_errors(state_->path, [&] {
    bind_key(state_->citations_of_fact, 1, fact);
    state_->citations_of_fact.bind(2, highest_chrome(true));
    return state_->citations(state_->citations_of_fact);
  });
}

std::vector<StoredFinding> Reader::findings(FactKey fact) {
  return with_store_errors(state_->path, [&] {
    SQLite::Statement rows(
        state_->database,
        "SELECT document.path, start_byte, end_byte, check_name, verdict, reason, evidence FROM finding "
        "JOIN fact ON fact.number = finding.fact_number JOIN citation ON citation.id = finding.citation_id "
        "JOIN document ON document.id = citation.document_id "
        "WHERE fact.id = ? ORDER BY document.path, start_byte, end_byte, finding.id");
    bind_key(rows, 1, fact);
    std::vector<StoredFinding> list;
    while (rows.executeStep())
      list.push_back({fact,
                      text_at(rows, 0),
                      {number_at(rows, 1), number_at(rows, 2)},
                      text_at(rows, 3),
                      text_at(rows, 4),
                      text_at(rows, 5),
                      text_at(rows, 6)});
    return list;
  });
}

void Reader::all_facts(const std::function<bool(const Fact&, const std::vector<Citation>&)>& give,
                       bool include_chrome) {
  with_store_errors(state_->path, [&] {
    SQLite::Statement keys(state_->database, "SELECT id FROM fact ORDER BY id");
    while (keys.executeStep()) {
      const FactChange now = state_->change_of(key_at(keys, 0), include_chrome);
      if (now.fact && !give(*now.fact, now.citations)) return;
    }
  });
}

void Reader::all_citations(const std::function<bool(const CitedFact&)>& give, bool include_chrome) {
  with_store_errors(state_->path, [&] {
    SQLite::Statement keys(state_->database, "SELECT id FROM fact ORDER BY id");
    SQLite::Statement rows(state_->database, select_citations_of_fact());
    for (; keys.executeStep(); rows.reset()) {
      bind_key(rows, 1, key_at(keys, 0));
      rows.bind(2, highest_chrome(include_chrome));
      if (!rows.executeStep()) continue;
      CitedFact cited{fact_at(rows), 1, 1, 1, citation_at(rows)};
      bool more = rows.executeStep();
      if (more) state_->count(cited, include_chrome);  // most facts are stated once
      bool go_on = give(cited);
      while (go_on && more) {
        cited.example = citation_at(rows);
        more = rows.executeStep();
        go_on = give(cited);
      }
      if (!go_on) return;
    }
  });
}

void Reader::documents(const std::function<bool(const StoredDocument&)>& give) {
  with_store_errors(state_->path, [&] {
    SQLite::Statement rows(state_->database, std::string(kSelectDocuments) + "ORDER BY path");
    while (rows.executeStep())
      if (!give(document_at(rows))) return;
  });
}

namespace {

// Of the store when `run` had finished.
std::int64_t revision_after(SQLite::Database& database, std::size_t run) {
  if (run == 0) return 0;
  const std::string place = "run " + std::to_string(run);
  SQLite::Statement row(database, "SELECT revision, finished_at IS NOT NULL FROM run WHERE id = ?");
  bind_number(row, 1, run);
  const bool found = row.executeStep();
  if (found && number_at(row, 1) == 1 && !row.getColumn(0).isNull()) return row.getColumn(0).getInt64();
  const std::int64_t last =
      database
          .execAndGet(
              "SELECT coalesce(max(id), 0) FROM run WHERE finished_at IS NOT NULL AND revision IS "
              "NOT NULL")
          .getInt64();
  const char* why = !found                   ? "there is no such run"
                    : number_at(row, 1) == 0 ? "it has not finished"
                                             : "it is of a time when changes were not kept";
  throw Error(ErrorKind::usage, place,
              std::string(why) + (last > 0 ? "; the last one to ask for is " + std::to_string(last) : "") +
                  "; 0 gives all");
}

}  // namespace

void Reader::changes_since(std::size_t run, const std::function<bool(const FactChange&)>& give,
                           bool include_chrome) {
  with_store_errors(state_->path, [&] {
    SQLite::Statement keys(state_->database,
                           "SELECT fact_id FROM change WHERE revision > ? ORDER BY fact_id");
    keys.bind(1, revision_after(state_->database, run));
    while (keys.executeStep())
      if (!give(state_->change_of(key_at(keys, 0), include_chrome))) return;
  });
}

void Reader::all_documents(
    const std::function<bool(const StoredDocument&, const std::vector<Citation>&)>& give) {
  with_store_errors(state_->path, [&] {
    SQLite::Statement rows(state_->database, std::string(kSelectDocuments) + "ORDER BY path");
    while (rows.executeStep()) {
      const StoredDocument document = document_at(rows);
      state_->citations_of_document.bind(1, rows.getColumn(12).getInt64());
      state_->citations_of_document.bind(2, rows.getColumn(13).getInt64());
      if (!give(document, state_->citations(state_->citations_of_document))) return;
    }
  });
}

std::optional<StoredDocument> Reader::document(const std::string& path) {
  return with_store_errors(state_->path, [&]() -> std::optional<StoredDocument> {
    SQLite::Statement row(state_->database, std::string(kSelectDocuments) + "WHERE path = ?");
    bind_text(row, 1, path);
    if (!row.executeStep()) return std::nullopt;
    return document_at(row);
  });
}

Summary Reader::summary(bool include_chrome) {
  return with_store_errors(state_->path, [&] { return summarize(state_->database, include_chrome); });
}

}  // namespace careerfacts
