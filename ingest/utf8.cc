#include "ingest/utf8.h"

#include <bit>
#include <cstring>

namespace careerfacts {

namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;

std::uint64_t word_at(std::string_view text, std::size_t at) {
  std::uint64_t word;
  std::memcpy(&word, text.data() + at, sizeof word);
  return word;
}

}  // namespace

// Words by fours, then one by one, then the byte in the word: most of a text is far from the next such byte.
std::size_t find_non_ascii(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at + 32 <= text.size()) {
    const std::uint64_t any =
        word_at(text, at) | word_at(text, at + 8) | word_at(text, at + 16) | word_at(text, at + 24);
    if ((any & kHighBits) != 0) break;
    at += 32;
  }
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t high = word_at(text, at) & kHighBits;
    if (high == 0) continue;
    if constexpr (std::endian::native == std::endian::little)
      return at + static_cast<std::size_t>(std::countr_zero(high)) / 8;
    break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

namespace {

// Length of the valid sequence at `at`, or 0. Table 3-7 of the Unicode Standard.
std::size_t valid_sequence(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return tail(1) ? 2 : 0;
  if (lead < 0xF0) {
    if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
    return tail(1) && tail(2) ? 3 : 0;
  }
  if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
  return tail(1) && tail(2) && tail(3) ? 4 : 0;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text, std::size_t from) {
  std::size_t at = find_non_ascii(text, from);
  while (at < text.size()) {
    const std::size_t size = valid_sequence(text, at);
    if (size == 0) return at;
    at += size;
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) at = find_non_ascii(text, at);
  }
  return at;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3F); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(static_cast<char32_t>(lead & 0x1F) << 6) | tail(1), 2};
  if (lead < 0xF0) return {(static_cast<char32_t>(lead & 0x0F) << 12) | (tail(1) << 6) | tail(2), 3};
  return {(static_cast<char32_t>(lead & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3), 4};
}

void append_utf8(std::string& to, char32_t value) {
  const auto put = [&](char32_t byte) { to += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return n;
}

}  // namespace careerfacts
