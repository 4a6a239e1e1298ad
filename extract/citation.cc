#include "extract/citation.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/check.h"
#include "ingest/bytes16.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLongestContext = 400;  // bytes
constexpr std::string_view kCut = "…";

// Runs of white space become one space.
void append_one_line(std::string_view text, std::string& out) {
  bool runs = false;  // most text has single spaces only
  each16(text, [&](Bytes16 bytes, Bytes16 next) {
    runs = runs || any(is(bytes, '\n') | is(bytes, '\t') | (is(bytes, ' ') & is(next, ' ')));
  });
  if (!runs) {
    out += text;
    return;
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t word = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    out += text.substr(word, i - word);
    if (i < text.size()) out += ' ';
    while (i < text.size() && is_space(text[i])) ++i;
  }
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

LineCounter::LineCounter(const Document& document)
    : document_(document),
      unit_(document.encoding.starts_with("utf-16") ? 2 : 1),
      low_(document.encoding == "utf-16be" ? 1 : 0),
      utf8_(document.encoding == "utf-8"),
      plain_(utf8_ && document.raw.find('\r') == std::string::npos) {
  if (document.raw.starts_with("\xEF\xBB\xBF")) done_ = 3;
  if (unit_ == 2 && (document.raw.starts_with("\xFF\xFE") || document.raw.starts_with("\xFE\xFF"))) done_ = 2;
  line_end_ = std::min(document.raw.find('\n', done_), document.raw.size());
}

// Does a code point start at this unit? In UTF-16 the second half of a surrogate pair starts none.
bool LineCounter::starts_code_point(std::size_t at) const {
  const std::string& bytes = document_.raw;
  if (unit_ == 2) {
    const auto high = static_cast<unsigned char>(bytes[at + 1 - low_]);
    return high < 0xDC || high > 0xDF;
  }
  return !utf8_ || !is_continuation(bytes[at]);
}

LineCounter::Position LineCounter::at(std::size_t raw) {
  CHECK(raw <= document_.raw.size());
  const std::string& bytes = document_.raw;
  if (plain_) {
    for (;; done_ = line_end_ + 1, ++line_, column_ = 1) {
      if (line_end_ < done_) line_end_ = std::min(bytes.find('\n', done_), bytes.size());
      if (line_end_ >= raw) break;
    }
    column_ += count_code_points(std::string_view(bytes).substr(done_, raw - done_));
    done_ = raw;
    return {line_, column_};
  }
  for (; done_ < raw && done_ + unit_ <= bytes.size(); done_ += unit_) {
    const char c = bytes[done_ + low_];
    const bool control = unit_ == 1 || bytes[done_ + 1 - low_] == '\0';
    // CR LF is one line end, a CR alone is one too.
    const bool before_lf = done_ + unit_ + low_ < bytes.size() && bytes[done_ + unit_ + low_] == '\n';
    if (control && (c == '\n' || (c == '\r' && !before_lf))) {
      ++line_;
      column_ = 1;
    } else {
      column_ += starts_code_point(done_);
    }
  }
  return {line_, column_};
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

void add_unit_offsets(const Document& document, std::vector<Mention>& mentions) {
  UnitCounter counter(document.raw);
  for (Mention& mention : mentions) {
    const UnitOffset begin = counter.at(mention.span.begin);
    mention.units = {begin, counter.at(mention.span.end)};
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
  append_one_line(part, context);
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
