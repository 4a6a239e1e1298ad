#include "ingest/chrome_match.h"

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// The rule whose phrase a text begins with, found by asking every rule.
const ChromeRule* slow_beginning(std::string_view text) {
  using Place = ChromeRule::Place;
  const std::string_view line = text.substr(0, text.find('\n'));
  const FoldedPhrase folded(line);
  const ChromeRule* found = nullptr;
  for (const ChromeRule& rule : chrome_rules()) {
    const bool more_lines_end = line.size() < text.size() && ends_sentence(text);
    if (rule.place == Place::whole && folded.view() == rule.phrase && !more_lines_end) return &rule;
    if (rule.place == Place::begins && folded.with_space().starts_with(rule.phrase) &&
        (rule.reason == "related articles" || !holds_figure(text)))
      found = &rule;
  }
  return found;
}

std::string phrase_of(const ChromeRule* rule) { return rule == nullptr ? "" : std::string(rule->phrase); }

TEST_CASE("the quick search for a rule finds what asking every rule finds") {
  const std::vector<std::string> kPieces{"",  " ",  ":",  ": ", ".", "\n", "\nMore of it.",
                                         "s", "A",  "12", "#",  "*", "**", "_",
                                         "©", "$5", "!",  ">",  "•", "x y"};
  std::mt19937 random(11);
  const auto piece = [&] { return kPieces[random() % kPieces.size()]; };
  std::size_t matched = 0;
  for (int round = 0; round < 20000; ++round) {
    const ChromeRule& rule = chrome_rules()[random() % chrome_rules().size()];
    std::string text(random() % 2 == 0 ? rule.example : rule.phrase);
    if (random() % 2 == 0) text = piece() + text;
    if (random() % 2 == 0) text += piece();
    if (random() % 3 == 0) text.insert(random() % (text.size() + 1), piece());
    if (random() % 4 == 0) text.resize(random() % (text.size() + 1));
    if (random() % 4 == 0 && !text.empty()) text[random() % text.size()] ^= ' ';  // another case
    const ChromeRule* slow = slow_beginning(text);
    const ChromeRule* quick = find_chrome_rule(text);
    if (slow == nullptr && quick != nullptr && quick->place == ChromeRule::Place::ends) continue;
    INFO(text);
    REQUIRE(phrase_of(quick) == phrase_of(slow));
    matched += slow != nullptr;
  }
  CHECK(matched > 5000);
}

TEST_CASE("each site word is found, and what only begins with one is not") {
  for (const SiteWord& word : site_words()) {
    INFO(word.word);
    const SiteWord* found = find_site_word(word.word);
    REQUIRE(found != nullptr);
    CHECK(found->word == word.word);
    CHECK(find_site_word(std::string(word.word) + "q") == nullptr);
  }
  CHECK(find_site_word("") == nullptr);
  REQUIRE(find_site_word("**Home**") != nullptr);
}

}  // namespace
}  // namespace careerfacts
