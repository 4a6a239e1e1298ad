#include "publish/json_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "base/check.h"
#include "ingest/utf8.h"
#include "publish/number.h"

namespace careerfacts {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Cannot be copied as it is: controls, '"', '\\', DEL, and the lead byte of C1 controls.
constexpr bool is_special(unsigned char c) {
  return (c < 0x20) | (c == '"') | (c == '\\') | (c == 0x7f) | (c == 0xc2);
}

// Whether all of it can be copied as it is: ASCII without specials. Most strings are.
bool is_plain(std::string_view text) {
  if (text.empty()) return true;
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighBits = 0x80 * kOnes;
  // A high bit where a byte is below 0x20, '"', '\\', DEL or no ASCII; borrows may set more, never fewer.
  const auto marks = [](const char* from) {
    std::uint64_t word;
    std::memcpy(&word, from, 8);
    const std::uint64_t quote = word ^ ('"' * kOnes), backslash = word ^ ('\\' * kOnes);
    return word | (word - 0x20 * kOnes) | (quote - kOnes) | (backslash - kOnes) | (word + kOnes);
  };
  if (text.size() < 8) {
    char padded[8] = {' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};
    std::memcpy(padded, text.data(), text.size());
    return (marks(padded) & kHighBits) == 0;
  }
  std::uint64_t all = marks(text.data() + text.size() - 8);
  for (std::size_t at = 0; at + 8 < text.size(); at += 8) all |= marks(text.data() + at);
  return (all & kHighBits) == 0;
}

// First special byte at or after `at`; text.size() when there is none. Passes over eight plain ASCII bytes at
// a time.
std::size_t find_special(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighBits = 0x80 * kOnes;
  while (true) {
    for (; at + 8 <= text.size(); at += 8) {
      std::uint64_t word;
      std::memcpy(&word, text.data() + at, 8);
      const std::uint64_t quote = word ^ ('"' * kOnes);
      const std::uint64_t backslash = word ^ ('\\' * kOnes);
      // A high bit where a byte is below 0x20, '"', '\\', DEL or no ASCII; borrows may set more, never fewer.
      if (((word | (word - 0x20 * kOnes) | (quote - kOnes) | (backslash - kOnes) | (word + kOnes)) &
           kHighBits) != 0)
        break;
    }
    const std::size_t end = std::min(at + 8, text.size());
    for (; at < end; ++at)
      if (is_special(static_cast<unsigned char>(text[at]))) return at;
    if (at == text.size()) return at;
  }
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

JsonWriter::JsonWriter(std::string& out) : out_(out) { out_ += '{'; }

void JsonWriter::key(std::string_view key) {
  char text[64];  // one append is much cheaper than four
  CHECK(key.size() <= sizeof text - 4);
  std::size_t n = 0;
  if (!first_) text[n++] = ',';
  first_ = false;
  text[n++] = '"';
  std::memcpy(text + n, key.data(), key.size());
  n += key.size();
  text[n++] = '"';
  text[n++] = ':';
  out_.append(text, n);
}

void JsonWriter::text(std::string_view name, std::string_view value) {
  key(name);
  append_json_string(out_, value);
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
  key(name);
  append_number(out_, value);
}

void JsonWriter::number(std::string_view name, int value) { number(name, static_cast<double>(value)); }

void JsonWriter::number(std::string_view name, double value) {
  if (!std::isfinite(value)) return null(name);
  key(name);
  append_number(out_, value);
}

void JsonWriter::number(std::string_view name, std::optional<double> value) {
  value ? number(name, *value) : null(name);
}

void JsonWriter::number(std::string_view name, std::optional<int> value) {
  value ? number(name, *value) : null(name);
}

void JsonWriter::flag(std::string_view name, bool value) {
  key(name);
  out_ += value ? "true" : "false";
}

void JsonWriter::null(std::string_view name) {
  key(name);
  out_ += "null";
}

void JsonWriter::raw(std::string_view name, std::string_view json) {
  key(name);
  out_ += json;
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
