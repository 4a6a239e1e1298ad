#include "store/search_words.h"

#include <algorithm>

#include "base/ascii.h"

namespace careerfacts {
namespace {

// Could the index know it? Marks alone are in no word.
bool has_letters(std::string_view text) {
  for (const char c : text)
    if (is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
      return true;
  return false;
}

void add(std::string& query, std::string_view phrase, bool begins) {
  if (!has_letters(phrase)) return;
  if (!query.empty()) query += ' ';
  query += '"';
  query += phrase;  // holds no quotation mark
  query += begins ? "\"*" : "\"";
}

}  // namespace

std::string search_query(std::string_view words) {
  std::string query;
  std::size_t at = 0;
  while (at < words.size()) {
    if (words[at] == '"') {
      const std::size_t end = std::min(words.find('"', at + 1), words.size());
      add(query, words.substr(at + 1, end - at - 1), false);
      at = end + 1;
    } else if (is_space(words[at])) {
      ++at;
    } else {
      std::size_t end = at;
      while (end < words.size() && words[end] != '"' && !is_space(words[end])) ++end;
      std::string_view word = words.substr(at, end - at);
      const bool begins = word.ends_with('*');
      while (word.ends_with('*')) word.remove_suffix(1);
      add(query, word, begins);
      at = end;
    }
  }
  return query;
}

}  // namespace careerfacts
