// What lines without a mark are, told by the lines around them: a heading, an item of a list that has no
// bullets, a line that goes on with the one before. Inside the ingest library only.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/column_layout.h"
#include "ingest/lines.h"

namespace careerfacts {

// A view of its arguments, which must outlive it. `i` is the index of a line everywhere.
class BareLines {
 public:
  BareLines(std::string_view text, const std::vector<Line>& lines, const ColumnLayouts& layouts);

  // A short line, not a sentence, that stands before what is longer than itself. None where a text has marks
  // for its headings.
  bool is_heading(std::size_t i) const;
  // An ordered item, alone between blank lines, that is the heading of what follows: "3. Site managers".
  bool is_numbered_heading(std::size_t i) const;
  // Of a list without bullets: "Three years: $37.40", "Nurse ...... $37.40", "Nurse - $37.40". `next`:
  // end_of_paragraph(i).
  bool is_item(std::size_t i, std::size_t next) const;
  // One past the last line that continues line i: the text was wrapped there, not ended.
  std::size_t end_of_paragraph(std::size_t i) const;

 private:
  bool stands_alone(std::size_t i) const;
  bool heads_table(std::size_t i) const;
  bool is_label_line(std::size_t i) const;
  bool is_leader_line(std::size_t i) const;
  bool is_amount_line(std::size_t i) const;
  bool leads_to_list(std::size_t i) const;
  bool stands_under_table(std::size_t i) const;
  bool ends_lines(std::size_t i) const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  const ColumnLayouts& layouts_;
  bool headings_;  // there may be some
};

}  // namespace careerfacts
