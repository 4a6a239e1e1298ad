#include "store/canonical_subject.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "extract/token.h"
#include "store/canonical_name.h"

namespace careerfacts {
namespace {

using Word = std::string_view;
using Words = std::vector<std::string>;

// Begin a subject and add nothing to it: "the", "all" of 40% of all nurses, "while" of a sentence's first
// half.
constexpr Word kOpening[]{"a", "all", "an", "and", "but", "of", "the", "while"};

// Say what a figure does, not what it is about: what is left of "is expected to grow 6%".
constexpr Word kClosing[]{
    "a",    "also",   "an",    "and",       "anticipated", "are",      "as",        "at",        "be",
    "by",   "can",    "could", "currently", "estimated",   "expected", "for",       "forecast",  "from",
    "had",  "has",    "have",  "in",        "is",          "likely",   "may",       "might",     "must",
    "now",  "of",     "often", "on",        "or",          "poised",   "predicted", "projected", "see",
    "set",  "should", "still", "tend",      "than",        "the",      "their",     "to",        "was",
    "were", "while",  "will",  "with",      "would"};

// The words of grammar and of time that may stand within a subject.
constexpr Word kWeak[]{"about", "base",   "between", "both",  "during",  "each",    "every",  "first",
                       "half",  "halves", "into",    "made",  "no",      "not",     "number", "one",
                       "only",  "over",   "part",    "rest",  "share",   "some",    "such",   "time",
                       "that",  "took",   "total",   "try",   "two",     "typical", "under",  "up",
                       "who",   "within", "year",    "years", "attempt", "month",   "months"};

// Point at what only the article knows.
constexpr Word kPointing[]{"current", "he",   "her",   "here",  "his",    "i",     "it",   "its",
                           "last",    "my",   "next",  "other", "others", "our",   "ours", "same",
                           "she",     "that", "their", "them",  "there",  "these", "they", "this",
                           "those",   "us",   "we",    "which", "you",    "your"};

// Stand for the jobs themselves, as the last word, or many of them before one of the words that follow.
constexpr Word kJobs[]{"employment", "job", "jobs", "position", "positions", "role", "roles"};
constexpr Word kManyJobs[]{"jobs", "positions", "roles"};
constexpr Word kAfterJobs[]{"across", "at", "for", "in", "requiring", "that", "with"};

// Behind "job": advertisements of a job.
constexpr Word kPostings[]{"ad",      "ads",     "advert",   "advertisement", "advertisements",
                           "adverts", "listing", "listings", "posting",       "postings"};

// "BLS projects employment of …"
constexpr Word kForecasters[]{"bls", "ons"};
constexpr Word kForecasts[]{"estimates", "expects", "forecasts", "predicts", "projects", "says", "sees"};

template <std::size_t n>
bool is_in(const Word (&list)[n], Word word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Part of a word wherever it stands: letters, digits, and every byte of a character beyond ASCII.
bool is_word_byte(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Marks that end a word and still belong to it: "c++", "c#", "80%", "$".
bool is_kept_mark(char c) { return c == '+' || c == '#' || c == '%' || c == '$' || c == '&'; }

Word trim_marks(Word word) {
  const auto outer = [](char c) { return !is_word_byte(c) && !is_kept_mark(c); };
  while (!word.empty() && outer(word.front())) word.remove_prefix(1);
  while (!word.empty() && outer(word.back())) word.remove_suffix(1);
  return word;
}

// "u.s" → "us."; which is no "us": an abbreviation keeps one point, at its end.
std::string without_points(Word word) {
  for (std::size_t i = 1; i < word.size(); i += 2)
    if (word[i] != '.') return std::string(word);
  if (word.size() < 3) return std::string(word);
  std::string letters;
  for (std::size_t i = 0; i < word.size(); i += 2) letters += word[i];
  return letters + '.';
}

Words words_of(std::string_view subject) {
  std::string text = canonical_name(subject);
  std::replace(text.begin(), text.end(), '-', ' ');
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const Word word = trim_marks(Word(text).substr(at, end - at));
    if (word == "&")
      words.push_back("and");
    else if (!word.empty())
      words.push_back(without_points(word));
    at = end + 1;
  }
  return words;
}

// Takes the role's words out where the subject has them, singular or plural: "employment of data scientists".
void drop_role(Words& words, std::string_view role) {
  const Words of_role = words_of(role);
  if (of_role.empty()) return;
  const auto at =
      std::search(words.begin(), words.end(), of_role.begin(), of_role.end(),
                  [](const std::string& a, const std::string& b) { return singular(a) == singular(b); });
  if (at != words.end()) words.erase(at, at + static_cast<std::ptrdiff_t>(of_role.size()));
}

void drop_ends(Words& words) {
  std::size_t first = 0;
  if (words.size() > 2 && is_in(kForecasters, words[0]) && is_in(kForecasts, words[1])) first = 2;
  while (first < words.size() && is_in(kOpening, words[first])) ++first;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
  while (!words.empty() && is_in(kClosing, words.back())) words.pop_back();
}

}  // namespace

std::string canonical_subject(std::string_view subject, std::string_view role) {
  Words words = words_of(subject);
  drop_ends(words);
  drop_role(words, role);
  drop_ends(words);
  for (std::size_t i = 1; i < words.size(); ++i)
    if ((words[i - 1] == "job" || words[i - 1] == "jobs") && is_in(kPostings, words[i])) {
      words[i - 1] = "job";
      words[i] = "postings";
    }
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (is_in(kManyJobs, words[i]) && is_in(kAfterJobs, words[i + 1])) words[i] = "jobs";
  const bool more = words.size() > 1 || !role.empty();
  if (more && !words.empty() && is_in(kJobs, words.back())) words.back() = "jobs";
  if (words.size() == 1 && is_in(kPointing, words[0])) return {};

  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::size_t telling_words(std::string_view canonical_subject) {
  std::size_t telling = 0;
  for (std::size_t at = 0; at < canonical_subject.size();) {
    const std::size_t end = std::min(canonical_subject.find(' ', at), canonical_subject.size());
    const Word word = canonical_subject.substr(at, end - at);
    if (is_in(kPointing, word) && (word != "that" || at == 0)) return 0;
    if (!is_in(kOpening, word) && !is_in(kClosing, word) && !is_in(kWeak, word)) ++telling;
    at = end + 1;
  }
  return telling;
}

}  // namespace careerfacts
