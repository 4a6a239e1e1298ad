// The text of a cited file as annotation tools count it: decoded, a byte order mark left out, and otherwise
// as it lies on disk: nothing repaired or folded, tags and entities of HTML as they are. Bytes that are not
// of the file's character set are U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/mention.h"
#include "ingest/source_map.h"

namespace careerfacts {

// Code points of a plain text, half open: what Python counts, and what the W3C's selectors count.
using CharSpan = Span<struct CharCoordinates>;

enum class LineEnds {
  as_they_are,  // CR LF is two characters
  line_feed     // CR LF and CR become LF, for programs that read text so
};

// Immutable; safe to read from many threads. Takes time and memory in proportion to the file, a question to
// it nearly none.
class PlainText {
 public:
  // `raw` is only read while it is made.
  explicit PlainText(std::string_view raw, LineEnds ends = LineEnds::as_they_are);

  const std::string& text() const { return text_; }  // UTF-8; empty where the file is no text

  // All take spans of the file. REQUIRES: the span lies in the file.
  CharSpan characters(RawSpan raw) const;
  std::string_view at(RawSpan raw) const;
  // At most `most` code points of what stands before or after; cut at a space where there is one.
  std::string_view before(RawSpan raw, std::size_t most) const;
  std::string_view after(RawSpan raw, std::size_t most) const;

  // Is the quote the text of its span, and are the places of its role and source in the file? From then on
  // every question about its spans may be asked.
  bool holds(const Mention& mention) const;

 private:
  std::size_t code_points_before(std::size_t byte) const;
  TextSpan in_text(RawSpan raw) const;
  bool is_text(RawSpan raw) const;

  std::string text_;
  LineEnds ends_;
  std::size_t raw_size_;
  std::vector<SourceMap> maps_;  // from the file to text_, one after the other; none: they are the same
  std::vector<std::size_t> code_points_;  // before each stretch of kStretch bytes
};

// `text` with CR LF and CR as LF.
std::string with_line_feeds(std::string_view text);

}  // namespace careerfacts
