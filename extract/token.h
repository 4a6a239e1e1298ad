// Words, numbers and signs of a text: what every rule of extraction is matched against.
//
// A word's key is a hash of its lower-case singular, so that "Nurses", "nurse" and "NURSE" are one key; "&"
// has the key of "and". Tokens hold offsets, not text. A possessive "'s" is a token of its own:
// "electrician's" is the word "electrician" and the sign "'s".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

enum class TokenKind : std::uint8_t { word, number, sign };

struct Token {
  std::uint64_t key = 0;
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::sign;
  char first = 0;            // first byte; 0 when it is not ASCII
  bool upper_first = false;  // begins with a capital (ASCII)
  bool all_upper = false;    // two letters or more, no lower-case letter but a plural s: "RN", "CRNAs"
  bool space_before = false;

  bool is_word() const { return kind == TokenKind::word; }
  bool is_number() const { return kind == TokenKind::number; }
  bool is(char sign) const { return kind == TokenKind::sign && first == sign && end == begin + 1; }
};

// Words that are cut off the digits right behind them: signs of currency ("USD115,000", "Rs50,000").
class GluedSigns {
 public:
  // `cautious`: before a number with groups of thousands only ("R25,000", "R15 000"; not "R2").
  void add(std::string_view sign, bool cautious);
  // Is text[begin, digit) such a sign, and what stands from `digit` on to the end of the word, `end`, a
  // number?
  bool part(std::string_view text, std::size_t begin, std::size_t digit, std::size_t end) const;

 private:
  struct Sign {
    std::string text;
    bool cautious;
  };
  std::vector<Sign> signs_;
};

// Appends the tokens of text[begin, end). REQUIRES: end < 4 GiB.
void tokenize(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& tokens,
              const GluedSigns* glued = nullptr);

// The key of a word: that of its lower-case singular.
std::uint64_t word_key(std::string_view word);

// "nurses" → "nurse", "secretaries" → "secretary", "coaches" → "coach"; others as they are. ASCII lower case
// in.
std::string singular(std::string_view lower_word);

std::string to_lower(std::string_view text);  // ASCII letters only

// The same with one space where white space stands, and none at the begin.
std::string to_lower_one_line(std::string_view text);

}  // namespace careerfacts
