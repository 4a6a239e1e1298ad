#include "publish/utf16_region.h"

#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// REQUIRES: valid UTF-8.
std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0U) != 0x80U) ++units;  // begins a character
    if (byte >= 0xf0U) ++units;            // beyond the first 65,536
  }
  return units;
}

bool is_plain_utf8(std::string_view text) {
  return text.find('\0') == std::string_view::npos && find_invalid_utf8(text) >= text.size();
}

}  // namespace

Utf16Region utf16_region(const Mention& mention, std::string_view file) {
  const RawSpan span = mention.span;
  const bool cited = span.end <= file.size() && !mention.quote_bytes &&
                     file.substr(span.begin, span.size()) == mention.quote;
  Utf16Region region{mention.line, mention.column, mention.line, 0};
  if (cited) {
    const std::size_t line_end = file.substr(0, span.begin).find_last_of("\r\n");
    std::size_t begin = line_end == std::string_view::npos ? 0 : line_end + 1;
    if (begin == 0 && file.starts_with(kByteOrderMark) && span.begin >= kByteOrderMark.size())
      begin = kByteOrderMark.size();
    const std::string_view before = file.substr(begin, span.begin - begin);
    if (is_plain_utf8(before)) region.column = utf16_units(before) + 1;
  }
  // A quote may go over the end of its line.
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = mention.quote.find('\n', at)) != std::string::npos; begin = ++at)
    ++region.end_line;
  const std::size_t units = utf16_units(std::string_view(mention.quote).substr(begin));
  region.end_column = units + (region.end_line == region.line ? region.column : 1);
  return region;
}

}  // namespace careerfacts
