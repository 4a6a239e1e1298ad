#include "extract/number_words.h"

namespace careerfacts {

void NumberWords::add(const NumberWord& word) {
  phrases_.add(word.text, static_cast<std::uint32_t>(words_.size()));
  words_.push_back(word);
}

const NumberWord* NumberWords::find_at(std::string_view text, const std::vector<Token>& tokens,
                                       std::uint32_t at, std::uint32_t last) const {
  const auto found = phrases_.at(tokens, at, last, [&](const TokenPhrases::Match& match) {
    const NumberWord& word = words_[match.entry];
    if (word.touching && tokens[at].space_before) return false;
    return !word.exact || text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin) == word.text;
  });
  return found ? &words_[found->entry] : nullptr;
}

const NumberWord* NumberWords::magnitude(std::string_view text, const std::vector<Token>& tokens,
                                         std::uint32_t at, std::uint32_t last) const {
  if (at >= last || tokens[at].is_number()) return nullptr;
  const NumberWord* word = nullptr;
  const Token& token = tokens[at];
  if (token.is_word() && text[token.end - 1] == '+') {
    Token bare = token;
    --bare.end;
    bare.key = word_key(text.substr(bare.begin, bare.end - bare.begin));
    word = this->at(text, {bare}, 0, 1);
  } else if (may_be(token)) {
    word = this->at(text, tokens, at, last);
  }
  if (word == nullptr || word->cls < NumberWord::Class::magnitude) return nullptr;
  return word;
}

}  // namespace careerfacts
