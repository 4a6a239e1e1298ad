// Writes one JSON object (RFC 8259) at the end of a string, field by field. Output is UTF-8, on one line,
// with control characters escaped (DEL and C1 too); bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out);  // opens the object; `out` must outlive this

  // Keys are written as they are: REQUIRES at most 60 plain letters, digits, '_', ':' and '@'.
  void text(std::string_view key, std::string_view value);
  void text_or_null(std::string_view key, std::string_view value);  // empty: null
  void texts(std::string_view key, const std::vector<std::string>& values);
  void number(std::string_view key, std::size_t value);
  void number(std::string_view key, int value);
  void number(std::string_view key, double value);                 // not finite: null
  void number(std::string_view key, std::optional<double> value);  // nothing: null
  void number(std::string_view key, std::optional<int> value);     // nothing: null
  void flag(std::string_view key, bool value);
  void null(std::string_view key);
  void raw(std::string_view key, std::string_view json);  // REQUIRES: `json` is JSON on one line

  JsonWriter object(std::string_view key);  // an object in this one; end() it before anything else is written

  void end();       // closes the object; once, at the end
  void end_line();  // and the line

 private:
  char* write_key(char* to, std::string_view key);  // with its marks; gives their end
  void key(std::string_view key);
  void word(std::string_view key, std::string_view value);  // REQUIRES: short, JSON as it is

  std::string& out_;
  bool first_ = true;
};

// `value` as a JSON string, quotes included.
void append_json_string(std::string& out, std::string_view value);

// `values` as a JSON list of strings.
void append_json_list(std::string& out, const std::vector<std::string>& values);

// RFC 4648, with padding.
std::string base64(std::string_view bytes);
// Nothing when `text` is not base64.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace careerfacts
