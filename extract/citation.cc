#include "extract/citation.h"

#include <algorithm>

#include "base/check.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLongestContext = 400;  // bytes
constexpr std::string_view kCut = "…";

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

LineCounter::LineCounter(const Document& document)
    : document_(document),
      unit_(document.encoding.starts_with("utf-16") ? 2 : 1),
      low_(document.encoding == "utf-16be" ? 1 : 0) {
  if (document.raw.starts_with("\xEF\xBB\xBF")) line_begin_ = done_ = 3;
  if (unit_ == 2 && (document.raw.starts_with("\xFF\xFE") || document.raw.starts_with("\xFE\xFF")))
    line_begin_ = done_ = 2;
}

LineCounter::Position LineCounter::at(std::size_t raw) {
  CHECK(raw <= document_.raw.size());
  const std::string& bytes = document_.raw;
  for (; done_ < raw; done_ += unit_) {
    if (done_ + unit_ > bytes.size()) break;
    const char c = bytes[done_ + low_];
    if (c != '\n' && c != '\r') continue;
    if (unit_ == 2 && bytes[done_ + 1 - low_] != '\0') continue;
    // CR LF is one line end, a CR alone is one too.
    if (c == '\r' && done_ + unit_ + low_ < bytes.size() && bytes[done_ + unit_ + low_] == '\n') continue;
    ++line_;
    line_begin_ = done_ + unit_;
  }
  const std::string_view before =
      std::string_view(bytes).substr(line_begin_, raw > line_begin_ ? raw - line_begin_ : 0);
  std::size_t column = 1;
  if (unit_ == 2) {
    for (std::size_t i = 0; i + 1 < before.size(); i += 2) {
      const auto high = static_cast<unsigned char>(before[i + 1 - low_]);
      column += high < 0xDC || high > 0xDF;  // the second half of a pair is no code point of its own
    }
  } else {
    column += document_.encoding == "utf-8" ? count_code_points(before) : before.size();
  }
  return {line_, column};
}

void cite(const Document& document, TextSpan text, LineCounter& lines, Mention& mention) {
  mention.span = document.map.to_raw(text);
  const LineCounter::Position position = lines.at(mention.span.begin);
  mention.line = position.line;
  mention.column = position.column;
  const std::string_view bytes =
      std::string_view(document.raw).substr(mention.span.begin, mention.span.size());
  if (document.encoding == "utf-8" && find_invalid_utf8(bytes) == bytes.size()) {
    mention.quote = bytes;
  } else {
    mention.quote = document.at(text);
    if (mention.quote != bytes) mention.quote_bytes = std::string(bytes);
  }
}

std::string context_around(const Scan& scan, std::uint32_t block, TokenRange at) {
  const Document& document = *scan.document;
  TextSpan span = document.blocks[block].kind == BlockKind::cell
                      ? document.blocks[block].span
                      : scan.span(scan.sentence_at(block, at.first));
  const TextSpan figure = scan.span(at);
  span = cover(span, figure);
  const std::size_t room = kLongestContext > figure.size() ? (kLongestContext - figure.size()) / 2 : 0;
  std::size_t begin = span.begin, end = span.end;
  if (figure.begin - begin > room) begin = figure.begin - room;
  if (end - figure.end > room) end = figure.end + room;
  while (begin < figure.begin && is_continuation(document.text[begin])) ++begin;
  while (end > figure.end && end < document.text.size() && is_continuation(document.text[end])) --end;
  const std::string_view part = std::string_view(document.text).substr(begin, end - begin);
  std::string context;
  context.reserve(part.size() + 2 * kCut.size());
  if (begin > span.begin) context += kCut;
  for (std::size_t i = 0; i < part.size();) {  // runs of white space become one space
    const std::size_t word = i;
    while (i < part.size() && !is_white(part[i])) ++i;
    context += part.substr(word, i - word);
    if (i < part.size()) context += ' ';
    while (i < part.size() && is_white(part[i])) ++i;
  }
  if (end < span.end) context += kCut;
  return context;
}

std::vector<std::string> section_of(const Document& document, std::uint32_t section) {
  std::vector<std::string> path;
  for (std::uint32_t s = section; s != 0; s = document.sections[s].parent)
    path.emplace_back(document.at(document.blocks[document.sections[s].heading]).substr(0, kLongestContext));
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace careerfacts
