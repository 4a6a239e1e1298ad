#include "extract/token.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "extract/word_set.h"
#include "ingest/bytes16.h"

namespace careerfacts {
namespace {

enum CharClass : std::uint8_t { kSpace, kLetter, kDigit, kSign, kHigh };

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    std::uint8_t& out = classes[static_cast<std::size_t>(c)];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
      out = kSpace;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      out = kLetter;
    else if (c >= '0' && c <= '9')
      out = kDigit;
    else
      out = c >= 0x80 ? kHigh : kSign;
  }
  return classes;
}
constexpr std::array<std::uint8_t, 256> kClasses = make_classes();

std::uint8_t class_at(std::string_view text, std::size_t i) {
  return kClasses[static_cast<unsigned char>(text[i])];
}

// Not a letter, a digit or a sign that a word may end with ("C#").
bool ends_word(char c) {
  const std::uint8_t cls = kClasses[static_cast<unsigned char>(c)];
  return cls == kSpace || (cls == kSign && c != '+' && c != '#');
}

std::size_t sequence_size(unsigned char lead) { return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Letters of Latin-1, Latin Extended, Greek and Cyrillic: lead bytes C3 to D4, without × and ÷. Other high
// characters (signs of currency, dashes, emoji, CJK) stand alone.
bool is_high_letter(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0xC3 || lead > 0xD4 || i + 1 >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[i + 1]);
  return !(lead == 0xC3 && (next == 0x97 || next == 0xB7));
}

constexpr std::uint64_t kHashPrime = 0x9FB21C651E98DF25;

std::uint64_t mix(std::uint64_t h, std::uint64_t bytes) {
  h = (h ^ bytes) * kHashPrime;
  return h ^ (h >> 32);
}

template <class Unsigned>
std::uint64_t load_as(const char* bytes) {
  Unsigned word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// The first `n` bytes (1 to 8) as a number, the rest zero: two loads that overlap instead of a loop.
std::uint64_t load(const char* bytes, std::size_t n) {
  if (n == 8) return load_as<std::uint64_t>(bytes);
  if (n >= 4) return load_as<std::uint32_t>(bytes) | load_as<std::uint32_t>(bytes + n - 4) << (8 * (n - 4));
  if (n >= 2) return load_as<std::uint16_t>(bytes) | load_as<std::uint16_t>(bytes + n - 2) << (8 * (n - 2));
  return static_cast<unsigned char>(*bytes);
}

// Any bytes, eight at a time. Fingerprints of texts are made of keys and stored: little-endian, as
// asserted below, and a change here is a change of theirs.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t h = bytes.size() * kHashPrime;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) h = mix(h, load(bytes.data() + i, 8));
  return i < bytes.size() ? mix(h, load(bytes.data() + i, bytes.size() - i)) : h;
}

// Eight ASCII letters at once to lower case; other bytes stay.
std::uint64_t lower_eight(std::uint64_t word) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  const std::uint64_t seven_bits = word & (0x7F * kEach);
  const std::uint64_t from_a = seven_bits + (0x80 - 'A') * kEach;  // high bit: 'A' or above
  const std::uint64_t past_z = seven_bits + (0x7F - 'Z') * kEach;  // high bit: above 'Z'
  const std::uint64_t upper = ~word & (from_a ^ past_z) & (0x80 * kEach);
  return word | (upper >> 2);
}

// Words that end in s and are no plural of what is left without it.
bool is_no_plural(std::string_view w) {
  static constexpr WordSet kWords{"analytics", "economics",   "mathematics", "statistics",     "informatics",
                                  "robotics",  "electronics", "ethics",      "politics",       "athletics",
                                  "genetics",  "linguistics", "operations",  "communications", "news",
                                  "customs",   "physics",     "logistics",   "species",        "series",
                                  "always",    "alas",        "means"};
  return kWords.contains(w);
}

// How many bytes of a lower-case word its singular keeps, and what follows them.
struct Stem {
  std::size_t keep;
  std::string_view end;
};

Stem stem(std::string_view w) {
  const std::size_t n = w.size();
  if (n <= 3) return {n, {}};
  const char last = w[n - 1], before = w[n - 2], third = w[n - 3];
  if (last == 'n' && before == 'e' && third == 'm' && n > 4 && w != "women" && w != "specimen")
    return {n - 2, "an"};  // linemen
  if (last != 's') return {n, {}};
  if (before == 's' || before == 'u' || before == 'i') return {n, {}};
  if (is_no_plural(w)) return {n, {}};
  if (before == 'e' && n > 4) {
    const char fourth = w[n - 4];
    if (n > 5 && w.ends_with("wives")) return {n - 3, "fe"};  // midwives
    if (third == 'i') return {n - 3, "y"};
    if (third == 'x' || (third == 'h' && (fourth == 'c' || fourth == 's')) ||
        ((third == 's' || third == 'z') && fourth == third))
      return {n - 2, {}};  // boxes, coaches, dishes, bosses, buzzes
  }
  return {n - 1, {}};
}

// Whether stem() may cut a word of so many letters with such a last one.
bool may_be_plural(std::size_t letters, char last) {
  return letters > 3 && ((last | 0x20) == 's' || (last | 0x20) == 'n');
}

// Up to sixteen bytes as two numbers, what is behind them zero: a word in registers.
struct Letters {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  // Without all but the first `n`, which are 1 to 16.
  Letters first(std::size_t n) const {
    const auto kept = [](std::uint64_t bytes, std::size_t k) {
      return bytes & ~std::uint64_t{0} >> (64 - 8 * k);
    };
    if (n <= 8) return {kept(low, n), 0};
    return {low, kept(high, n - 8)};
  }
};

// The ASCII letters that a text goes on with.
struct LettersAhead {
  std::size_t n = 0;  // 16: there may be more behind them
  Letters lower;      // in lower case
};

// REQUIRES: sixteen bytes to read; the first is a letter.
LettersAhead letters_ahead(const char* bytes) {
  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
  const Bytes16 read = load16(bytes);
  const Bytes16 lower = read | (within(read, 'A', 'Z') & ('a' - 'A'));
  const Bytes16 others = ~within(lower, 'a', 'z');
  LettersAhead ahead;
  ahead.n = any(others) ? first(others) : sizeof read;
  ahead.lower = std::bit_cast<Letters>(lower).first(ahead.n);
  return ahead;
}

// How many of the letters are small.
std::size_t small_letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return c >= 'a'; }));
}

// The same as hash() of the first `n` of them, one or more. REQUIRES: no others.
std::uint64_t hash(const Letters& letters, std::size_t n) {
  const std::uint64_t h = mix(n * kHashPrime, letters.low);
  return n <= 8 ? h : mix(h, letters.high);
}

// The key of a word of one to sixteen bytes, in lower case.
std::uint64_t key_of(const Letters& lower, std::size_t n, char last) {
  if (!may_be_plural(n, last)) return hash(lower, n);
  std::array<char, 16> bytes;
  std::memcpy(bytes.data(), &lower.low, 8);
  std::memcpy(bytes.data() + 8, &lower.high, 8);
  const Stem s = stem({bytes.data(), n});
  if (s.end.empty()) return hash(lower.first(s.keep), s.keep);
  std::copy(s.end.begin(), s.end.end(), bytes.begin() + static_cast<std::ptrdiff_t>(s.keep));
  return hash({bytes.data(), s.keep + s.end.size()});
}

// Bytes of a ®, ™ or ℠ at `i`, which says nothing; 0 where there is none.
std::size_t trademark_size(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i, 3);
  return rest.starts_with("®") ? 2 : rest == "™" || rest == "℠" ? 3 : 0;
}

constexpr std::size_t kLongestWord = 64;  // longer runs of letters are no word of any list

// The keys of ASCII signs.
std::array<std::uint64_t, 128> keys_of_signs() {
  std::array<std::uint64_t, 128> keys{};
  for (std::size_t c = 0; c < keys.size(); ++c) {
    const char sign = static_cast<char>(c);
    keys[c] = hash({&sign, 1});
  }
  return keys;
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

std::string to_lower_one_line(std::string_view text) {
  std::string out;
  for (const char c : to_lower(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

std::string singular(std::string_view lower_word) {
  const Stem s = stem(lower_word);
  std::string result(lower_word.substr(0, s.keep));
  result += s.end;
  return result;
}

std::uint64_t word_key(std::string_view word) {
  std::array<char, kLongestWord> lower;
  const std::size_t n = word.size();
  if (n > lower.size()) return hash(word);
  if (n > 0 && n <= 16) {  // most words
    const std::uint64_t high = n > 8 ? lower_eight(load(word.data() + 8, n - 8)) : 0;
    return key_of({lower_eight(load(word.data(), std::min<std::size_t>(n, 8))), high}, n, word[n - 1]);
  }
  for (std::size_t i = 0; i < n; i += 8) {
    const std::uint64_t eight = lower_eight(load(word.data() + i, std::min<std::size_t>(8, n - i)));
    std::memcpy(lower.data() + i, &eight, 8);
  }
  const Stem s = stem({lower.data(), n});
  std::copy(s.end.begin(), s.end.end(), lower.begin() + static_cast<std::ptrdiff_t>(s.keep));
  return hash({lower.data(), s.keep + s.end.size()});
}

void GluedSigns::add(std::string_view sign, bool cautious) {
  signs_.push_back({std::string(sign), cautious});
}

bool GluedSigns::part(std::string_view text, std::size_t begin, std::size_t digit, std::size_t end) const {
  const std::string_view sign = text.substr(begin, digit - begin);
  const auto known =
      std::find_if(signs_.begin(), signs_.end(), [&](const Sign& s) { return s.text == sign; });
  if (known == signs_.end()) return false;
  std::size_t digits = digit;
  while (digits < end && class_at(text, digits) == kDigit) ++digits;
  if (end - digits > 1) return false;  // a letter may follow: "USD115k"
  const auto is_digit = [&](std::size_t i) { return i < text.size() && class_at(text, i) == kDigit; };
  const bool group = end == digits && is_digit(end + 1) && is_digit(end + 2) && is_digit(end + 3);
  if (group && (text[end] == ',' || text[end] == ' ')) return true;
  return !known->cautious && (digits - digit >= 2 || digits < end);
}

void tokenize(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& tokens,
              const GluedSigns* glued) {
  static const std::uint64_t kAnd = word_key("and");
  static const std::array<std::uint64_t, 128> kSignKeys = keys_of_signs();
  const std::string_view whole = text;  // what stands behind `end` may be loaded, but is no part of a word
  text = text.substr(0, end);
  bool space = true;
  for (std::size_t i = begin; i < end;) {
    const std::uint8_t c = class_at(text, i);
    if (c == kSpace) {
      space = true;
      ++i;
      continue;
    }
    if (c == kHigh)
      if (const std::size_t mark = trademark_size(text, i); mark > 0) {  // "PRINCE2® Practitioner"
        i = std::min(end, i + mark);
        continue;
      }
    Token token;
    token.begin = static_cast<std::uint32_t>(i);
    token.space_before = space;
    token.first = c == kHigh ? '\0' : text[i];
    space = false;
    // Most words: fewer than sixteen ASCII letters. What this gives is what the loop below gives.
    if (c == kLetter) {
      const char* bytes = whole.data() + i;
      std::array<char, 16> padded;
      if (i + padded.size() > whole.size()) {
        padded.fill('\0');
        std::memcpy(padded.data(), bytes, whole.size() - i);
        bytes = padded.data();
      }
      const LettersAhead word = letters_ahead(bytes);
      const std::size_t behind = i + word.n;
      if (word.n < 16 && (behind < end ? ends_word(text[behind]) : behind == end)) {
        const char last = text[behind - 1];
        token.kind = TokenKind::word;
        token.upper_first = text[i] <= 'Z';
        // "RNs": too short for a plural to be known by its letters.
        std::size_t n = word.n;
        if (token.upper_first && n >= 2 && text[i + 1] <= 'Z') {
          const std::size_t lower = small_letters(text.substr(i, n));
          token.all_upper = lower == 0 || (lower == 1 && n >= 3 && last == 's');
          if (token.all_upper && n == 3 && lower == 1) n = 2;
        }
        token.key = key_of(n == word.n ? word.lower : word.lower.first(n), n, last);
        i = behind;
        token.end = static_cast<std::uint32_t>(i);
        tokens.push_back(token);
        continue;
      }
    }
    const bool dot_word =
        text[i] == '.' && token.space_before && i + 1 < end && class_at(text, i + 1) == kLetter;
    if (c == kLetter || dot_word || (c == kHigh && is_high_letter(text, i))) {
      std::size_t letters = 0, lower = 0;
      std::size_t j = dot_word ? i + 1 : i;
      std::size_t digit = 0;  // the first one
      while (j < end) {
        const std::uint8_t d = class_at(text, j);
        if (d == kLetter) {
          ++letters;
          lower += text[j] >= 'a';
          ++j;
        } else if (d == kDigit) {
          if (digit == 0) digit = j;
          ++j;
        } else if (d == kHigh && is_high_letter(text, j)) {
          ++letters;
          ++lower;
          j += 2;
        } else {
          break;
        }
      }
      if (j > end) j = end;
      const bool cut = digit != 0 && glued != nullptr && glued->part(text, i, digit, j);
      if (cut) j = digit;
      if (j < end && text[j] == '+' && j + 1 < end && text[j + 1] == '+')
        j += 2;  // C++
      else if (j < end && (text[j] == '+' || text[j] == '#'))
        ++j;  // Security+, C#
      token.kind = TokenKind::word;
      token.upper_first = text[i] >= 'A' && text[i] <= 'Z';
      token.all_upper = letters >= 2 && token.upper_first &&
                        (lower == 0 || (lower == 1 && letters >= 3 && (cut || text[j - 1] == 's')));
      // "RNs": too short for word_key() to know a plural by.
      const bool plural = token.all_upper && !cut && j - i == 3 && lower == 1;
      token.key = word_key(text.substr(i, plural ? 2 : j - i));
      i = j;
    } else if (c == kDigit) {
      std::size_t j = i;
      while (j < end && (class_at(text, j) == kDigit || ((text[j] == ',' || text[j] == '.') && j + 1 < end &&
                                                         class_at(text, j + 1) == kDigit)))
        ++j;
      token.kind = TokenKind::number;
      token.key = hash(text.substr(i, j - i));
      i = j;
    } else if (text[i] == '\'' && !token.space_before && i + 1 < end &&
               (text[i + 1] == 's' || text[i + 1] == 'S') &&
               (i + 2 >= end || class_at(text, i + 2) != kLetter)) {
      i += 2;
      token.key = hash("'s");
    } else {
      i = std::min(end, i + (c == kHigh ? sequence_size(static_cast<unsigned char>(text[i])) : 1));
      // "C|EH" is written "C/EH" in lists.
      const bool bar = token.first == '|' && !token.space_before && i < end && class_at(text, i) == kLetter;
      token.key = token.first == '&' ? kAnd
                  : bar              ? hash("/")
                  : c != kHigh       ? kSignKeys[static_cast<unsigned char>(token.first)]
                                     : hash(text.substr(token.begin, i - token.begin));
    }
    token.end = static_cast<std::uint32_t>(i);
    tokens.push_back(token);
  }
}

}  // namespace careerfacts
