#include "store/feed_reader.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "store/citation_query.h"
#include "store/connection.h"
#include "store/rows.h"
#include "store/sqlite_error.h"

namespace careerfacts {
namespace {

constexpr int kBusyTimeoutMs = 10'000;

}  // namespace

struct FeedReader::State {
  explicit State(const std::string& path_given)
      : path(path_given),
        database(open_for_reading(path_given, kBusyTimeoutMs)),
        range(database, "SELECT first_citation, last_citation FROM document WHERE path = ?"),
        citations(database,
                  select_citations() + "WHERE citation.id BETWEEN ? AND ? ORDER BY start_byte, end_byte") {
    database.exec("BEGIN");                           // all queries see one state of the store …
    database.execAndGet("SELECT count(*) FROM run");  // … from now on
  }

  std::string path;
  SQLite::Database database;
  SQLite::Statement range;
  SQLite::Statement citations;
};

FeedReader::FeedReader(const std::string& path) {
  with_store_errors(path, [&] { state_ = std::make_unique<State>(path); });
}

FeedReader::~FeedReader() = default;

std::string FeedReader::store_name() {
  return with_store_errors(state_->path,
                           [&] { return state_->database.execAndGet("SELECT name FROM store").getString(); });
}

void FeedReader::documents(const std::function<void(const FeedDocument&)>& give) {
  with_store_errors(state_->path, [&] {
    SQLite::Statement rows(
        state_->database,
        "SELECT path, sha256, bytes, encoding, title, author, published, updated, publisher, "
        "language, document.unread, program_version, rulebook_hash "
        "FROM document JOIN run ON run.id = run_id WHERE sha256 IS NOT NULL ORDER BY path");
    while (rows.executeStep())
      give({{text_at(rows, 0), text_at(rows, 1), number_at(rows, 2), text_at(rows, 3), text_at(rows, 4),
             text_at(rows, 5), text_at(rows, 6), text_at(rows, 7), text_at(rows, 8), text_at(rows, 9),
             number_at(rows, 10) != 0},
            text_at(rows, 11),
            text_at(rows, 12)});
  });
}

void FeedReader::citations(const std::string& document,
                           const std::function<void(const Fact&, const Citation&)>& give) {
  with_store_errors(state_->path, [&] {
    bind_text(state_->range, 1, document);
    const bool any = state_->range.executeStep() && !state_->range.getColumn(0).isNull();
    SQLite::Statement& rows = state_->citations;
    if (any) {
      rows.bind(1, state_->range.getColumn(0).getInt64());
      rows.bind(2, state_->range.getColumn(1).getInt64());
    }
    state_->range.reset();
    while (any && rows.executeStep()) give(fact_at(rows), citation_at(rows));
    rows.reset();
  });
}

}  // namespace careerfacts
