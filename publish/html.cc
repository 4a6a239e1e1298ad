#include "publish/html.h"

#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

// Controls but line end and tab, and the marks that turn the direction of text.
bool is_hidden(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200e ||
         c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void append_point(std::string& out, char32_t value, std::string_view bytes) {
  switch (value) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += is_hidden(value) ? kReplacement : bytes;
  }
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t valid_end = find_invalid_utf8(text, at);
    while (at < valid_end) {
      const CodePoint point = code_point_at(text, at);
      append_point(out, point.value, text.substr(at, point.size));
      at += point.size;
    }
    if (at < text.size()) {
      out += kReplacement;
      ++at;
    }
  }
}

std::string html(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

}  // namespace careerfacts
