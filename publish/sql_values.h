// Rows of values as standard SQL writes them, gathered into INSERT statements of many rows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace careerfacts {

// 'it''s': valid in every SQL program whose backslashes are plain characters in strings, as the standard has
// it. Bytes that are not UTF-8, and NUL, which no SQL text may hold, become U+FFFD.
void append_sql_string(std::string& out, std::string_view text);

// The rows of one table, in statements of a size that every program takes.
class SqlInsert {
 public:
  // `into`: "table (column, …)".
  explicit SqlInsert(std::string into) : into_(std::move(into)) {}

  // The values of a row, in the order of the columns; end_row() after the last one.
  void text(std::string_view value);
  void text_or_null(std::string_view value);  // empty: NULL
  void number(std::size_t value);
  void number(const std::optional<double>& value);  // nothing: NULL
  void number(const std::optional<int>& value);
  void flag(bool value);
  void null(std::size_t values = 1);
  void end_row();

  // Enough rows for a statement wait.
  bool full() const { return rows_.size() >= kFull; }
  // Appends the statement of all rows that wait; nothing where none do.
  void flush(std::string& out);

 private:
  static constexpr std::size_t kFull = std::size_t{64} << 10;  // bytes

  void separate();

  std::string into_;
  std::string rows_;
  bool first_value_ = true;
};

}  // namespace careerfacts
