#include "ingest/chrome_match.h"

#include <span>
#include <vector>

#include "base/ascii.h"
#include "ingest/bytes16.h"

namespace careerfacts {
namespace {

using Place = ChromeRule::Place;

constexpr std::size_t kLongestSiteWord = 20;

bool is_emphasis(char c) { return c == '*' || c == '_'; }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// 0 to 25 for letters in either case, 26 for all else.
std::size_t class_of(char c) {
  const auto letter = static_cast<unsigned char>((static_cast<unsigned char>(c) | 0x20U) - 'a');
  return letter < 26 ? letter : 26;
}

// Class of text[at]; of what is beyond the end, that of a mark.
std::size_t class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? class_of(text[at]) : 26;
}

std::string_view without_end_marks(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '.' || line.back() == '!'))
    line.remove_suffix(1);
  return line;
}

// REQUIRES: a line without end marks.
bool ends_with_phrase(std::string_view line, std::string_view phrase) {
  return line.size() >= phrase.size() && lower(line.back()) == phrase.back() &&
         std::equal(phrase.begin(), phrase.end(), line.end() - phrase.size(),
                    [](char a, char b) { return a == lower(b); });
}

const ChromeRule* find_ending(std::string_view text) {
  static const std::vector<ChromeRule> kEndings = [] {
    std::vector<ChromeRule> found;
    for (const ChromeRule& rule : chrome_rules())
      if (rule.place == Place::ends) found.push_back(rule);
    return found;
  }();
  const std::string_view whole = without_end_marks(text);
  for (const ChromeRule& rule : kEndings)
    if (ends_with_phrase(whole, rule.phrase) && all_lines(text, [&](std::string_view line) {
          return ends_with_phrase(without_end_marks(line), rule.phrase);
        }))
      return &rule;
  return nullptr;
}

// Are there more lines, which are no titles?
bool ends_in_sentence(std::string_view text, std::size_t line_end) {
  return line_end < text.size() && ends_sentence(text);
}

// A rule whose phrase a text begins with, or has as its first line.
const ChromeRule* find_beginning(std::string_view text) {
  static const PhraseStarts kStarts = [] {
    PhraseStarts starts;
    for (const ChromeRule& rule : chrome_rules()) starts.add(rule.phrase);
    return starts;
  }();
  if (!kStarts.may_begin(text)) return nullptr;
  const std::size_t line_end = std::min(text.find('\n'), text.size());
  const FoldedPhrase folded(text.substr(0, line_end));
  const std::string_view first = folded.view();
  if (first.empty()) return nullptr;
  const std::span<const ChromeRule> rules = chrome_rules();
  const auto begins_before = [](const ChromeRule& rule, char c) {
    return static_cast<unsigned char>(rule.phrase[0]) < static_cast<unsigned char>(c);
  };
  const ChromeRule* found = nullptr;  // the longest is the last
  const char second = folded.with_space()[1];
  for (auto rule = std::lower_bound(rules.begin(), rules.end(), first[0], begins_before);
       rule != rules.end() && rule->phrase[0] == first[0]; ++rule) {
    if (rule->phrase[1] != second) continue;  // spares most comparisons
    if (rule->place == Place::whole && first == rule->phrase && !ends_in_sentence(text, line_end))
      return &*rule;
    // What holds a figure is left alone, but for links to articles.
    if (rule->place == Place::begins && folded.with_space().starts_with(rule->phrase) &&
        (rule->reason == "related articles" || !holds_figure(text)))
      found = &*rule;
  }
  return found;
}

}  // namespace

FoldedPhrase::FoldedPhrase(std::string_view text) {
  while (!text.empty() && (is_space(text.front()) || is_emphasis(text.front()))) text.remove_prefix(1);
  for (std::size_t i = 0; i < text.size() && size_ < kLongest; ++i) {
    if (!is_digit(text[i]))
      key_[size_++] = lower(text[i]);
    else if (size_ == 0 || key_[size_ - 1] != '#')
      key_[size_++] = '#';
  }
  while (size_ > 0 && std::string_view(" :.!>+*_\t\n").find(key_[size_ - 1]) != std::string_view::npos)
    --size_;
  key_[size_] = ' ';
}

void PhraseStarts::add(std::string_view phrase) {
  const std::size_t first = class_of(phrase[0]);
  if (first == 26) {
    other_starts_[static_cast<unsigned char>(phrase[0])] = true;
    return;
  }
  // Beyond its end, and behind a number of any length, all may follow.
  const std::size_t known = std::min(phrase.find('#'), phrase.size());
  for (std::size_t second = 0; second < kClasses; ++second) {
    if (known > 1 && second != class_of(phrase[1])) continue;
    for (std::size_t i = 2; i < kLooked; ++i)
      by_letters_[first][second][i - 2] |= i < known ? 1U << class_of(phrase[i]) : ~0U;
  }
}

bool PhraseStarts::may_begin(std::string_view text) const {
  if (text.empty()) return false;
  const std::size_t first = class_of(text[0]);
  if (first < 26) {
    const Next& next = by_letters_[first][class_at(text, 1)];
    for (std::size_t i = 2; i < kLooked; ++i)
      if ((next[i - 2] >> class_at(text, i) & 1U) == 0) return false;
    return true;
  }
  if (is_digit(text[0])) return other_starts_['#'];
  return is_emphasis(text[0]) || is_space(text[0]) || other_starts_[static_cast<unsigned char>(text[0])];
}

const ChromeRule* find_chrome_rule(std::string_view text) {
  if (const ChromeRule* rule = find_beginning(text)) return rule;
  return find_ending(text);
}

const SiteWord* find_site_word(std::string_view text) {
  static const PhraseStarts kStarts = [] {
    PhraseStarts starts;
    for (const SiteWord& word : site_words()) starts.add(word.word);
    return starts;
  }();
  if (text.size() > kLongestSiteWord || !kStarts.may_begin(text)) return nullptr;
  const FoldedPhrase folded(text);
  const std::string_view key = folded.view();
  const std::span<const SiteWord> words = site_words();
  const auto at = std::lower_bound(words.begin(), words.end(), key,
                                   [](const SiteWord& a, std::string_view b) { return a.word < b; });
  return at != words.end() && at->word == key ? &*at : nullptr;
}

bool ends_sentence(std::string_view text) {
  if (!text.empty() && (text.back() == '"' || text.back() == ')')) {
    text.remove_suffix(1);
    return text.ends_with('.');
  }
  return text.ends_with('.') || text.ends_with(':');
}

bool holds_figure(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kSigns{"$", "£", "€", "₹"};
  Bytes16 signs{};  // a cheap look: what may be one, and a digit
  each16(text, [&](Bytes16 here, Bytes16 next) {
    signs |= ((is(here, '$') | within(here, 0x80, 0xBF)) & within(next, '0', '9')) |
             (within(here, '0', '9') & is(next, '%'));
  });
  if (!any(signs)) return false;
  for (const std::string_view sign : kSigns)
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1))
      if (at + sign.size() < text.size() && is_digit(text[at + sign.size()])) return true;
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1))
    if (at > 0 && is_digit(text[at - 1])) return true;
  return false;
}

}  // namespace careerfacts
