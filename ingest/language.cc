#include "ingest/language.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace careerfacts {
namespace {

constexpr std::size_t kSample = 1000;  // bytes
constexpr std::size_t kFewestWords = 20;

// The letters of a short word in one number.
constexpr std::uint64_t key_of(std::string_view word) {
  std::uint64_t key = 0;
  for (const char c : word) key = key << 8U | static_cast<unsigned char>(c);
  return key;
}

// Frequent in English and in no neighbour of it.
constexpr auto kWords = std::to_array<std::string_view>(
    {"and", "are",  "as",  "at",    "be",   "by",   "for", "from", "have", "it",  "not",
     "of",  "that", "the", "their", "they", "this", "to",  "with", "you",  "your"});

// Their keys, each at a place of its own that the key tells: a comparison a word, and no branch.
class KnownWords {
 public:
  constexpr KnownWords() {
    while (!fill()) multiplier_ += 2;
  }
  constexpr bool has(std::uint64_t key) const { return key != 0 && keys_[place_of(key)] == key; }

 private:
  constexpr std::size_t place_of(std::uint64_t key) const { return key * multiplier_ >> 56U; }
  constexpr bool fill() {
    keys_ = {};
    for (const std::string_view word : kWords) {
      std::uint64_t& place = keys_[place_of(key_of(word))];
      if (place != 0) return false;
      place = key_of(word);
    }
    return true;
  }

  std::uint64_t multiplier_ = 0x9E3779B97F4A7C15;
  std::array<std::uint64_t, 256> keys_{};
};
constexpr KnownWords kKnown;

constexpr bool is_letter(unsigned char c) {
  return static_cast<unsigned char>((c | 0x20U) - 'a') < 26 || c >= 0x80;
}

}  // namespace

std::string language_of(std::string_view text) {
  text = text.substr(0, kSample);
  std::size_t words = 0, known = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::uint64_t key = 0;  // of a long word, that of its last eight letters, which is none of the known
    for (; i < text.size() && is_letter(static_cast<unsigned char>(text[i])); ++i)
      key = key << 8U | (static_cast<unsigned char>(text[i]) | 0x20U);
    words += key != 0;
    known += kKnown.has(key);
    ++i;
  }
  return words >= kFewestWords && known * 100 >= words * 8 ? "en" : "";
}

}  // namespace careerfacts
