// Binding and reading of the value types that the schema uses. Inside the store library only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "base/span.h"
#include "store/identity.h"

namespace careerfacts {

using RowId = std::int64_t;  // INTEGER PRIMARY KEY

// Text is not copied: it must live until the statement has run. (SQLiteCpp's own bind copies.)
void bind_text(SQLite::Statement& statement, int at, const std::string& text);
void bind_text_or_null(SQLite::Statement& statement, int at, const std::string& text);  // empty: NULL
void bind_word(SQLite::Statement& statement, int at, std::string_view word);  // of to_word; empty: NULL
void bind_key(SQLite::Statement& statement, int at, FactKey key);             // as fact.id
void bind_number(SQLite::Statement& statement, int at, std::size_t number);
void bind_optional(SQLite::Statement& statement, int at, const std::optional<double>& number);
void bind_optional(SQLite::Statement& statement, int at, const std::optional<int>& number);
// Two parameters: `at` and the next.
void bind_optional(SQLite::Statement& statement, int at, const std::optional<RawSpan>& span);

// The highest `passage.chrome` that counts: none, or all.
inline int highest_chrome(bool include_chrome) { return include_chrome ? 2 : 0; }

// Runs a statement that gives no rows and makes it ready for the next time. Returns the number of rows it
// changed.
int run(SQLite::Statement& statement);

// The same for INSERT … SELECT without ids, which spares the search for each: SQLite numbers the rows on from
// the highest id, and the last one is to have `last`. Throws SQLite::Exception when it has not.
void append(SQLite::Statement& statement, SQLite::Database& database, RowId last);

// Columns of the current row, from 0. NULL is empty.
std::string text_at(SQLite::Statement& row, int at);
FactKey key_at(SQLite::Statement& row, int at);  // fact.id; 0 where it is none
std::size_t number_at(SQLite::Statement& row, int at);
std::optional<double> real_at(SQLite::Statement& row, int at);
std::optional<int> int_at(SQLite::Statement& row, int at);
std::optional<RawSpan> span_at(SQLite::Statement& row, int at);  // two columns: `at` and the next

}  // namespace careerfacts
