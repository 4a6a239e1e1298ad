#include "publish/json_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/check.h"
#include "ingest/bytes16.h"
#include "ingest/utf8.h"
#include "publish/number.h"

namespace careerfacts {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// A field that is short is put together before it is appended: one append takes much less than several.
constexpr std::size_t kLongestKey = 60;
constexpr std::size_t kShort = 128;                      // bytes of a value
constexpr std::size_t kRoom = kLongestKey + 4 + kShort;  // 4: the marks around the key

// Cannot be copied as it is: controls, '"', '\\', DEL, and the lead byte of C1 controls.
constexpr bool is_special(unsigned char c) {
  return (c < 0x20) | (c == '"') | (c == '\\') | (c == 0x7f) | (c == 0xc2);
}

// Whether all of it can be copied as it is: printed ASCII without specials. Most strings are.
bool is_plain(std::string_view text) {
  const auto others = [](Bytes16 bytes) {
    return ~within(bytes, ' ', '~') | is(bytes, '"') | is(bytes, '\\');
  };
  constexpr std::size_t kAtOnce = sizeof(Bytes16);
  if (text.size() < kAtOnce) {
    char padded[kAtOnce];
    std::fill_n(padded, kAtOnce, ' ');
    std::copy(text.begin(), text.end(), padded);
    return !any(others(load16(padded)));
  }
  Bytes16 found = others(load16(text.data() + text.size() - kAtOnce));
  for (std::size_t at = 0; at + kAtOnce < text.size(); at += kAtOnce)
    found |= others(load16(text.data() + at));
  return !any(found);
}

// First special byte at or after `at`; text.size() when there is none.
std::size_t find_special(std::string_view text, std::size_t at) {
  for (; at + sizeof(Bytes16) <= text.size(); at += sizeof(Bytes16)) {
    const Bytes16 here = load16(text.data() + at);
    const Bytes16 special =
        within(here, 0, 0x1f) | is(here, '"') | is(here, '\\') | is(here, '\x7f') | is(here, '\xc2');
    if (any(special)) return at + first(special);
  }
  while (at < text.size() && !is_special(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

void append_escape(std::string& out, unsigned code) {
  static constexpr char kDigits[] = "0123456789abcdef";
  switch (code) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kDigits[code >> 4];
      out += kDigits[code & 15];
  }
}

// The body of a JSON string. REQUIRES: valid UTF-8.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = find_special(text, 0); at < text.size(); at = find_special(text, at)) {
    unsigned code = static_cast<unsigned char>(text[at]);
    std::size_t size = 1;
    if (code == 0xc2) {
      code = static_cast<unsigned char>(text[at + 1]);
      size = 2;
    }
    if (size == 1 || code < 0xa0) {  // U+00A0 and above are letters and signs
      out += text.substr(copied, at - copied);
      append_escape(out, code);
      copied = at + size;
    }
    at += size;
  }
  out += text.substr(copied);
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  out += '"';
  if (is_plain(value)) {
    out += value;
    out += '"';
    return;
  }
  std::size_t at = 0;
  while (at < value.size()) {
    const std::size_t valid_end = find_invalid_utf8(value, at);
    append_escaped(out, value.substr(at, valid_end - at));
    at = valid_end;
    if (at < value.size()) {
      out += kReplacement;
      ++at;
    }
  }
  out += '"';
}

void append_json_list(std::string& out, const std::vector<std::string>& values) {
  out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, values[i]);
  }
  out += ']';
}

namespace {

void append(std::string& out, const char* begin, const char* end) {
  out.append(begin, static_cast<std::size_t>(end - begin));
}

}  // namespace

JsonWriter::JsonWriter(std::string& out) : out_(out) { out_ += '{'; }

void JsonWriter::text(std::string_view name, std::string_view value) {
  if (value.size() + 2 > kShort || !is_plain(value)) {
    key(name);
    return append_json_string(out_, value);
  }
  char field[kRoom];
  char* end = write_key(field, name);
  *end++ = '"';
  end = std::copy(value.begin(), value.end(), end);
  *end++ = '"';
  append(out_, field, end);
}

void JsonWriter::text_or_null(std::string_view name, std::string_view value) {
  if (value.empty()) return null(name);
  text(name, value);
}

void JsonWriter::texts(std::string_view name, const std::vector<std::string>& values) {
  key(name);
  append_json_list(out_, values);
}

void JsonWriter::number(std::string_view name, std::size_t value) {
  char field[kRoom];
  append(out_, field, write_number(write_key(field, name), value));
}

void JsonWriter::number(std::string_view name, int value) { number(name, static_cast<double>(value)); }

void JsonWriter::number(std::string_view name, double value) {
  if (!std::isfinite(value)) return null(name);
  if (is_whole(value)) return number(name, static_cast<std::size_t>(value));
  key(name);
  append_number(out_, value);
}

void JsonWriter::number(std::string_view name, std::optional<double> value) {
  value ? number(name, *value) : null(name);
}

void JsonWriter::number(std::string_view name, std::optional<int> value) {
  value ? number(name, *value) : null(name);
}

void JsonWriter::flag(std::string_view name, bool value) { word(name, value ? "true" : "false"); }

void JsonWriter::null(std::string_view name) { word(name, "null"); }

void JsonWriter::raw(std::string_view name, std::string_view json) {
  key(name);
  out_ += json;
}

char* JsonWriter::write_key(char* to, std::string_view key) {
  CHECK(key.size() <= kLongestKey);
  if (!first_) *to++ = ',';
  first_ = false;
  *to++ = '"';
  to = std::copy(key.begin(), key.end(), to);
  *to++ = '"';
  *to++ = ':';
  return to;
}

void JsonWriter::key(std::string_view name) { word(name, {}); }

void JsonWriter::word(std::string_view name, std::string_view value) {
  char field[kRoom];
  char* const end = write_key(field, name);
  append(out_, field, std::copy(value.begin(), value.end(), end));
}

JsonWriter JsonWriter::object(std::string_view name) {
  key(name);
  return JsonWriter(out_);
}

void JsonWriter::end() { out_ += '}'; }

void JsonWriter::end_line() { out_ += "}\n"; }

std::string base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t n = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (i < n ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) out += i <= n ? kBase64[group >> (18 - 6 * i) & 63] : '=';
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  std::string bytes;
  std::uint32_t group = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool pad = at + padding >= text.size();
    const std::size_t digit = pad ? 0 : kBase64.find(text[at]);
    if (digit == std::string_view::npos) return std::nullopt;
    group = group << 6 | static_cast<std::uint32_t>(digit);
    if (at % 4 != 3) continue;
    for (const int shift : {16, 8, 0}) bytes += static_cast<char>(group >> shift & 0xff);
    group = 0;
  }
  bytes.resize(bytes.size() - padding);
  return bytes;
}

}  // namespace careerfacts
