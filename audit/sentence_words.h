// The words of the sentence that a claim stands in, and which of them are near its figure: for claims against
// each other and against sense. claim_text.h is for claims against official figures.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"

namespace careerfacts {

// Words in lower case (ASCII), figures whole ("22.5", "95,000"), and marks as words of their own: , ; . : ( )
// % $ Hyphens part words. Owns its text; words view into it, so it cannot be copied.
class SentenceWords {
 public:
  explicit SentenceWords(const Mention& mention) : SentenceWords(mention.context, mention.quote) {}
  explicit SentenceWords(const std::string& sentence, const std::string& figure = {});
  SentenceWords(const SentenceWords&) = delete;
  SentenceWords& operator=(const SentenceWords&) = delete;

  const std::vector<std::string_view>& words() const { return words_; }
  // Did the word begin with a capital letter?
  bool capital(std::size_t word) const;

  // Where the figure stands is plain: its quote is in the sentence, once.
  bool has_figure() const { return begin_ < end_; }
  // From the figure to the next one in percent or money, or to the end of the clause (; . :) or sentence.
  std::size_t after_begin() const { return end_; }
  std::size_t after_end() const;
  // The words before it: back to the figure before, or to the begin of the sentence.
  std::size_t before_begin() const;
  std::size_t before_end() const { return begin_; }

  bool any_of(std::size_t begin, std::size_t end, std::initializer_list<std::string_view> list) const;
  bool any_of(std::initializer_list<std::string_view> list) const { return any_of(0, words_.size(), list); }
  // Do the words of `phrase` (single spaces) stand one after another in [begin, end)?
  bool phrase(std::size_t begin, std::size_t end, std::string_view phrase) const;
  bool phrase(std::string_view text) const { return phrase(0, words_.size(), text); }

 private:
  void find_figure(const std::string& quote);

  std::string text_;                     // the sentence as it is
  std::string lower_;                    // of the same length
  std::vector<std::string_view> words_;  // of lower_
  std::size_t begin_ = 0;                // the figure's words
  std::size_t end_ = 0;
};

bool is_mark(std::string_view word);    // , ; . : ( ) % $
bool is_number(std::string_view word);  // begins with a digit
// 1900 … 2099, else 0.
int year_of(std::string_view word);

}  // namespace careerfacts
