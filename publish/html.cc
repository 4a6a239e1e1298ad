#include "publish/html.h"

#include "base/hidden_character.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

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
      out += is_hidden_character(value) ? kReplacement : bytes;
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
