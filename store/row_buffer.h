// Rows that wait in memory until one INSERT … SELECT takes them all: measured, two to three times as fast as
// a statement for each row. The statement is to say INSERT OR ROLLBACK: when it cannot be done the batch is
// lost anyway, and SQLite need not keep a copy of every page that it changes to take it back alone. Inside
// the store library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace careerfacts {

// A table in memory that SQL of one connection can read. Cells are added row by row, from left to right.
class RowBuffer {
 public:
  // From here on `database` has a table `name` with columns c0, c1 … Must outlive all use of it.
  RowBuffer(SQLite::Database& database, const char* name, int columns);
  RowBuffer(const RowBuffer&) = delete;
  RowBuffer& operator=(const RowBuffer&) = delete;

  void integer(std::int64_t value);
  void integer(const std::optional<int>& value);
  void real(const std::optional<double>& value);
  void text(std::string_view text);          // copied
  void text_or_null(std::string_view text);  // empty: NULL
  void blob(std::string_view bytes);         // copied
  void null();
  void span(const std::optional<RawSpan>& span);  // two cells

  // "c1, c2 …": all columns but the first.
  std::string columns_but_first() const;

  std::size_t rows() const { return cells_.size() / columns_; }
  void clear();  // keeps the memory

 private:
  friend struct RowBufferModule;

  enum class Type : std::uint32_t { null, integer, real, text, blob };
  struct Cell {
    Type type = Type::null;
    std::uint32_t size = 0;  // of text and blob
    union {
      std::int64_t integer;
      double real;
      std::size_t begin;  // of text and blob, in bytes_
    };
  };
  void bytes(Type type, std::string_view bytes);

  std::size_t columns_;
  std::vector<Cell> cells_;
  std::string bytes_;
};

}  // namespace careerfacts
