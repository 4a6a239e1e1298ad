#include "publish/sql_values.h"

#include "ingest/utf8.h"
#include "publish/number.h"

namespace careerfacts {

void append_sql_string(std::string& out, std::string_view text) {
  out += '\'';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t valid_end = find_invalid_utf8(text, at);
    for (; at < valid_end; ++at) {
      if (text[at] == '\0') {
        out += "\uFFFD";
        continue;
      }
      if (text[at] == '\'') out += '\'';
      out += text[at];
    }
    if (at < text.size()) {
      out += "\uFFFD";
      ++at;
    }
  }
  out += '\'';
}

void SqlInsert::separate() {
  if (first_value_) {
    rows_ += rows_.empty() ? "(" : ",\n(";
  } else {
    rows_ += ',';
  }
  first_value_ = false;
}

void SqlInsert::text(std::string_view value) {
  separate();
  append_sql_string(rows_, value);
}

void SqlInsert::text_or_null(std::string_view value) {
  if (value.empty()) return null();
  text(value);
}

void SqlInsert::number(std::size_t value) {
  separate();
  append_number(rows_, value);
}

void SqlInsert::number(const std::optional<double>& value) {
  if (!value) return null();
  separate();
  append_number(rows_, *value);
}

void SqlInsert::number(const std::optional<int>& value) {
  number(value ? std::optional<double>(*value) : std::nullopt);
}

void SqlInsert::flag(bool value) {
  separate();
  rows_ += value ? "TRUE" : "FALSE";
}

void SqlInsert::null(std::size_t values) {
  for (std::size_t i = 0; i < values; ++i) {
    separate();
    rows_ += "NULL";
  }
}

void SqlInsert::end_row() {
  rows_ += ')';
  first_value_ = true;
}

void SqlInsert::flush(std::string& out) {
  if (rows_.empty()) return;
  out += "INSERT INTO " + into_ + " VALUES\n" + rows_ + ";\n";
  rows_.clear();
}

}  // namespace careerfacts
