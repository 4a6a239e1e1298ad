#include "audit/sentence_words.h"

#include <algorithm>

#include "base/ascii.h"

namespace careerfacts {
namespace {

bool is_letter(char c) { return ('a' <= c && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_mark_char(char c) {
  return c == ',' || c == ';' || c == '.' || c == ':' || c == '(' || c == ')' || c == '%' || c == '$' ||
         c == '?' || c == '!';
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

// The end of the word that begins at `at`, a letter or digit.
std::size_t word_end(std::string_view text, std::size_t at) {
  const bool number = is_digit(text[at]);
  bool dotted = false;
  while (at < text.size()) {
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool inner = (number && (c == '.' || c == ',') && is_digit(next)) ||
                       ((c == '\'' || c == '.') && is_letter(next) && !is_digit(text[at - 1]));
    if (!is_letter(c) && !is_digit(c) && !inner) break;
    dotted = dotted || (inner && c == '.');
    ++at;
  }
  // "U.S." is one word with its last dot, unless that ends the sentence too.
  if (dotted && !number && at + 1 < text.size() && text[at] == '.') ++at;
  return at;
}

// In every spelling that normalising makes: the sentence has plain spaces and hyphens.
std::string plain(std::string text) {
  for (const std::string_view dash : {"\u2013", "\u2014", "\u2212", "\u2012", "\u2011"})
    for (std::size_t at = 0; (at = text.find(dash, at)) != std::string::npos;)
      text.replace(at, dash.size(), "-");
  for (const std::string_view space : {"\u00a0", "\u2009", "\u202f", "\n"})
    for (std::size_t at = 0; (at = text.find(space, at)) != std::string::npos;)
      text.replace(at, space.size(), " ");
  return text;
}

}  // namespace

SentenceWords::SentenceWords(const std::string& sentence, const std::string& figure)
    : text_(sentence), lower_(lower_case(text_)) {
  const std::string_view text = lower_;
  words_.reserve(text.size() / 5);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (is_letter(text[at]) || is_digit(text[at])) {
      end = word_end(text, at);
      words_.push_back(text.substr(at, end - at));
    } else if (is_mark_char(text[at])) {
      words_.push_back(text.substr(at, 1));
    }
    at = end;
  }
  if (!figure.empty()) find_figure(figure);
}

void SentenceWords::find_figure(const std::string& quote) {
  std::string wanted = lower_case(quote);
  std::size_t at = lower_.find(wanted);
  if (at == std::string::npos) at = lower_.find(wanted = plain(wanted));
  if (wanted.empty() || at == std::string::npos || lower_.find(wanted, at + 1) != std::string::npos) return;
  const char* from = lower_.data() + at;
  const char* to = from + wanted.size();
  const auto first = std::find_if(words_.begin(), words_.end(),
                                  [&](std::string_view word) { return word.data() + word.size() > from; });
  const auto last =
      std::find_if(first, words_.end(), [&](std::string_view word) { return word.data() >= to; });
  begin_ = static_cast<std::size_t>(first - words_.begin());
  end_ = static_cast<std::size_t>(last - words_.begin());
}

bool SentenceWords::capital(std::size_t word) const {
  return is_upper(text_[static_cast<std::size_t>(words_[word].data() - lower_.data())]);
}

std::size_t SentenceWords::after_end() const {
  for (std::size_t i = end_; i < words_.size(); ++i) {
    const std::string_view word = words_[i];
    if (word == ";" || word == "." || word == ":" || word == "?" || word == "!" || word == "$") return i;
    if (word == "%") return i > end_ && is_number(words_[i - 1]) ? i - 1 : i;
  }
  return words_.size();
}

std::size_t SentenceWords::before_begin() const {
  for (std::size_t i = begin_; i > 0; --i)
    if (words_[i - 1] == "%" || words_[i - 1] == "$" || words_[i - 1] == ";") return i;
  return 0;
}

bool SentenceWords::any_of(std::size_t begin, std::size_t end,
                           std::initializer_list<std::string_view> list) const {
  for (std::size_t i = begin; i < end; ++i)
    if (std::find(list.begin(), list.end(), words_[i]) != list.end()) return true;
  return false;
}

bool SentenceWords::phrase(std::size_t begin, std::size_t end, std::string_view phrase) const {
  for (std::size_t i = begin; i < end; ++i) {
    std::string_view rest = phrase;
    for (std::size_t k = i; k < end && rest.starts_with(words_[k]); ++k) {
      rest.remove_prefix(words_[k].size());
      if (rest.empty()) return true;
      if (rest.front() != ' ') break;
      rest.remove_prefix(1);
    }
  }
  return false;
}

bool is_mark(std::string_view word) { return word.size() == 1 && is_mark_char(word.front()); }

bool is_number(std::string_view word) { return !word.empty() && is_digit(word.front()); }

int year_of(std::string_view word) {
  if (word.size() != 4 || !std::all_of(word.begin(), word.end(), is_digit)) return 0;
  const int year = (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
  return 1900 <= year && year < 2100 ? year : 0;
}

}  // namespace careerfacts
