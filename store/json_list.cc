#include "store/json_list.h"

#include <charconv>

namespace careerfacts {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20 && byte != 0x7f) {
    out += c;
    return;
  }
  out += "\\u00";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

// The character that the escape at json[at] (after the backslash) stands for; moves `at` past it. Control
// characters are all that is ever written as \u; what else another hand may have put there becomes '?'.
char unescaped(std::string_view json, std::size_t& at) {
  const char c = json[at++];
  if (c == 'n') return '\n';
  if (c == 't') return '\t';
  if (c != 'u') return c;
  unsigned value = '?';
  const std::string_view digits = json.substr(at, 4);
  at += digits.size();
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value < 0x80 ? static_cast<char>(value) : '?';
}

}  // namespace

std::string to_json_list(const std::vector<std::string>& strings) {
  std::string out = "[";
  for (const std::string& string : strings) {
    if (out.size() > 1) out += ", ";
    out += '"';
    for (const char c : string) append_escaped(out, c);
    out += '"';
  }
  return out + "]";
}

std::vector<std::string> from_json_list(std::string_view json) {
  std::vector<std::string> strings;
  for (std::size_t at = json.find('"'); at != std::string_view::npos; at = json.find('"', at)) {
    std::string string;
    ++at;
    while (at < json.size() && json[at] != '"') {
      if (json[at] == '\\' && at + 1 < json.size())
        string += unescaped(json, ++at);
      else
        string += json[at++];
    }
    if (at >= json.size()) break;  // no closing quote
    ++at;
    strings.push_back(std::move(string));
  }
  return strings;
}

}  // namespace careerfacts
