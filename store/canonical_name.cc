#include "store/canonical_name.h"

#include <algorithm>
#include <array>
#include <vector>

namespace careerfacts {
namespace {

// Words that begin a subject and add nothing to it.
constexpr std::array<std::string_view, 3> kArticles{"a", "an", "the"};

// Words that say the same as "jobs" at the end of a subject: "machine learning positions".
constexpr std::array<std::string_view, 6> kJobs{"job", "jobs", "position", "positions", "role", "roles"};

// A subject of one of these alone points at something that is not in the subject.
constexpr std::array<std::string_view, 14> kPronouns{"he",   "it",   "one",   "ones", "others",
                                                     "she",  "such", "that",  "them", "these",
                                                     "they", "this", "those", "which"};

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_space(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Part of a word wherever it stands: letters, digits, and every byte of a character beyond ASCII.
bool is_word_byte(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Marks that end a word and still belong to it: "c++", "c#", "80%", "$".
bool is_kept_mark(char c) { return c == '+' || c == '#' || c == '%' || c == '$' || c == '&'; }

std::string_view trim_marks(std::string_view word) {
  const auto outer = [](char c) { return !is_word_byte(c) && !is_kept_mark(c); };
  while (!word.empty() && outer(word.front())) word.remove_prefix(1);
  while (!word.empty() && outer(word.back())) word.remove_suffix(1);
  return word;
}

}  // namespace

std::string canonical_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  bool gap = false;
  for (const char c : name) {
    if (is_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += lower(c);
  }
  return out;
}

std::string canonical_subject(std::string_view subject) {
  std::string text = canonical_name(subject);
  std::replace(text.begin(), text.end(), '-', ' ');

  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = trim_marks(std::string_view(text).substr(at, end - at));
    if (!word.empty() && !(words.empty() && is_in(kArticles, word))) words.push_back(word);
    at = end + 1;
  }
  if (words.size() == 1 && is_in(kPronouns, words[0])) return {};
  if (words.size() > 1 && is_in(kJobs, words.back())) words.back() = "jobs";

  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace careerfacts
