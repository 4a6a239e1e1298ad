// UTF-8 (RFC 3629) by hand where a library call for each character would cost more than the work: scanning
// for what is not ASCII, reading and writing one code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace careerfacts {

// First byte at or after `from` that is not ASCII; text.size() when there is none.
std::size_t find_non_ascii(std::string_view text, std::size_t from = 0);

// First byte at or after `from` at which no valid UTF-8 sequence starts; text.size() when all is valid.
std::size_t find_invalid_utf8(std::string_view text, std::size_t from = 0);

struct CodePoint {
  char32_t value;
  std::size_t size;  // bytes
};

// The code point that starts at `at`. REQUIRES: valid UTF-8, at < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at);

void append_utf8(std::string& to, char32_t value);

// Number of code points. REQUIRES: valid UTF-8 (other bytes count as best they can).
std::size_t count_code_points(std::string_view text);

}  // namespace careerfacts
