#include "store/rows.h"

#include <cstdint>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace careerfacts {

void bind_text(SQLite::Statement& statement, int at, const std::string& text) {
  statement.bindNoCopy(at, text);
}

void bind_text_or_null(SQLite::Statement& statement, int at, const std::string& text) {
  if (text.empty())
    statement.bind(at);
  else
    statement.bindNoCopy(at, text);
}

void bind_word(SQLite::Statement& statement, int at, std::string_view word) {
  if (word.empty())
    statement.bind(at);
  else
    statement.bind(at, std::string(word));
}

void bind_key(SQLite::Statement& statement, int at, FactKey key) { statement.bind(at, fact_id(key)); }

void bind_number(SQLite::Statement& statement, int at, std::size_t number) {
  statement.bind(at, static_cast<std::int64_t>(number));
}

void bind_optional(SQLite::Statement& statement, int at, const std::optional<double>& number) {
  if (number)
    statement.bind(at, *number);
  else
    statement.bind(at);
}

void bind_optional(SQLite::Statement& statement, int at, const std::optional<int>& number) {
  if (number)
    statement.bind(at, *number);
  else
    statement.bind(at);
}

void bind_optional(SQLite::Statement& statement, int at, const std::optional<RawSpan>& span) {
  if (span) {
    bind_number(statement, at, span->begin);
    bind_number(statement, at + 1, span->end);
  } else {
    statement.bind(at);
    statement.bind(at + 1);
  }
}

int run(SQLite::Statement& statement) {
  const int changed = statement.exec();
  statement.reset();
  return changed;
}

void append(SQLite::Statement& statement, SQLite::Database& database, RowId last) {
  run(statement);
  if (database.getLastInsertRowid() != last)
    throw SQLite::Exception("rows got other numbers than those that follow", SQLITE_CORRUPT);
}

std::string text_at(SQLite::Statement& row, int at) { return row.getColumn(at).getString(); }

FactKey key_at(SQLite::Statement& row, int at) { return fact_key(text_at(row, at)).value_or(0); }

std::size_t number_at(SQLite::Statement& row, int at) {
  return static_cast<std::size_t>(row.getColumn(at).getInt64());
}

std::optional<double> real_at(SQLite::Statement& row, int at) {
  const SQLite::Column column = row.getColumn(at);
  if (column.isNull()) return std::nullopt;
  return column.getDouble();
}

std::optional<int> int_at(SQLite::Statement& row, int at) {
  const SQLite::Column column = row.getColumn(at);
  if (column.isNull()) return std::nullopt;
  return column.getInt();
}

std::optional<RawSpan> span_at(SQLite::Statement& row, int at) {
  if (row.getColumn(at).isNull() || row.getColumn(at + 1).isNull()) return std::nullopt;
  return RawSpan{number_at(row, at), number_at(row, at + 1)};
}

}  // namespace careerfacts
