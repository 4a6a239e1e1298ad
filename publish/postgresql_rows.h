// Rows in the text format of PostgreSQL's COPY. Inside the publish library only.
//
// Text is UTF-8; bytes that are not become U+FFFD, and so does NUL, which PostgreSQL does not take.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "store/citation.h"
#include "store/feed_reader.h"

namespace careerfacts {

// Appends cells, from left to right, to a text of rows that must outlive this.
class CopyRow {
 public:
  explicit CopyRow(std::string& out) : out_(out) {}
  ~CopyRow() { out_ += '\n'; }
  CopyRow(const CopyRow&) = delete;
  CopyRow& operator=(const CopyRow&) = delete;

  void text(std::string_view text);
  void text_or_null(std::string_view text);  // empty: NULL
  void bytes(std::string_view bytes);
  void number(std::size_t number);
  void number(const std::optional<double>& number);
  void number(const std::optional<int>& number);
  void flag(bool flag);
  void span(const std::optional<RawSpan>& span);  // two cells
  void null();

 private:
  void next();
  std::string& out_;
  bool first_ = true;
};

// In the order of the columns of schemas/postgresql, for the tables of that name.
void append_document_row(std::string& out,
                         const FeedDocument& document);  // with path and path_bytes in front
void append_fact_row(std::string& out, const Fact& fact);
void append_citation_row(std::string& out, const Citation& citation);

}  // namespace careerfacts
