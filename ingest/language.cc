#include "ingest/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace careerfacts {
namespace {

constexpr std::size_t kSample = 1000;  // bytes
constexpr std::size_t kFewestWords = 20;
constexpr std::size_t kLongestKnown = 5;  // letters

// The letters of a short word in one number.
constexpr std::uint64_t key_of(std::string_view word) {
  std::uint64_t key = 0;
  for (const char c : word) key = key << 8U | static_cast<unsigned char>(c);
  return key;
}

// Frequent in English and in no neighbour of it.
constexpr auto kKnown = [] {
  std::array<std::uint64_t, 21> keys{
      key_of("and"),  key_of("are"),  key_of("as"),    key_of("at"),   key_of("be"),   key_of("by"),
      key_of("for"),  key_of("from"), key_of("have"),  key_of("it"),   key_of("not"),  key_of("of"),
      key_of("that"), key_of("the"),  key_of("their"), key_of("they"), key_of("this"), key_of("to"),
      key_of("with"), key_of("you"),  key_of("your")};
  std::sort(keys.begin(), keys.end());
  return keys;
}();

constexpr bool is_letter(unsigned char c) {
  return static_cast<unsigned char>((c | 0x20U) - 'a') < 26 || c >= 0x80;
}

}  // namespace

std::string language_of(std::string_view text) {
  text = text.substr(0, kSample);
  std::size_t words = 0, known = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::uint64_t key = 0;
    const std::size_t begin = i;
    for (; i < text.size() && is_letter(static_cast<unsigned char>(text[i])); ++i)
      key = key << 8U | (static_cast<unsigned char>(text[i]) | 0x20U);
    const std::size_t n = i - begin;
    if (n == 0) {
      ++i;
      continue;
    }
    ++words;
    if (n >= 2 && n <= kLongestKnown && std::binary_search(kKnown.begin(), kKnown.end(), key)) ++known;
  }
  return words >= kFewestWords && known * 100 >= words * 8 ? "en" : "";
}

}  // namespace careerfacts
