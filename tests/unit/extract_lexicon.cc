// The trie of phrases, held against an oracle that compares word by word.
#include "extract/lexicon.h"

#include <algorithm>
#include <random>
#include <tuple>

#include "extract/lexicon_builder.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

using Random = std::mt19937;
using Found = std::tuple<std::uint32_t, std::uint32_t, int, std::uint32_t>;  // first, last, list, entry

struct Phrase {
  std::string text;
  ListKind list;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens);
  return tokens;
}

std::vector<Found> find(const std::vector<Phrase>& phrases, std::string_view text) {
  LexiconBuilder builder;
  for (std::size_t i = 0; i < phrases.size(); ++i)
    builder.add(phrases[i].text, phrases[i].list, static_cast<std::uint32_t>(i));
  const Lexicon lexicon(builder.finish());
  const std::vector<Token> tokens = tokens_of(text);
  std::vector<Hit> hits;
  lexicon.find(tokens, 0, static_cast<std::uint32_t>(tokens.size()), hits);
  std::vector<Found> found;
  std::uint32_t before = 0;
  for (const Hit& hit : hits) {
    REQUIRE(hit.first >= before);
    before = hit.first;
    found.emplace_back(hit.first, hit.last, static_cast<int>(hit.list), hit.entry);
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("the longest phrase of each list, and all cues") {
  const std::vector<Phrase> phrases{{"nurse", ListKind::title},
                                    {"nurse practitioner", ListKind::title},
                                    {"nurse", ListKind::title_head},
                                    {"per", ListKind::cue},
                                    {"per year", ListKind::cue}};
  const auto title = static_cast<int>(ListKind::title), head = static_cast<int>(ListKind::title_head),
             cue = static_cast<int>(ListKind::cue);
  CHECK(find(phrases, "Nurse practitioners") == std::vector<Found>{{0, 1, head, 2}, {0, 2, title, 1}});
  CHECK(find(phrases, "nurse per year") ==
        std::vector<Found>{{0, 1, title, 0}, {0, 1, head, 2}, {1, 2, cue, 3}, {1, 3, cue, 4}});
}

TEST_CASE("a hyphen between words is none, a dash is one") {
  const std::vector<Phrase> phrases{{"full-stack developer", ListKind::title}};
  for (const char* text : {"full stack developer", "Full-Stack Developers", "full-stack-developer"})
    CHECK(find(phrases, text).size() == 1);
  for (const char* text : {"full - stack developer", "full stack - developer", "full- stack developer"})
    CHECK(find(phrases, text).empty());
}

TEST_CASE("several entries may share a phrase; an empty phrase is none") {
  const std::vector<Phrase> phrases{
      {"CNA", ListKind::credential}, {"cna", ListKind::credential}, {"", ListKind::credential}};
  CHECK(find(phrases, "a CNA").size() == 2);
}

// Words in small numbers, so that phrases share beginnings and texts hold many of them.
std::string random_words(Random& random, std::size_t most) {
  static const std::vector<std::string> kWords{"data", "nurse", "of", "lead", "big"};
  std::string text;
  for (std::size_t n = 1 + random() % most; n > 0; --n) {
    if (!text.empty()) text += random() % 4 == 0 ? "-" : " ";
    text += kWords[random() % kWords.size()];
  }
  return text;
}

std::vector<std::string> words_of(std::string text) {
  std::replace(text.begin(), text.end(), '-', ' ');
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<Found> slowly(const std::vector<Phrase>& phrases, const std::string& text) {
  std::vector<std::uint32_t> token;  // of each word
  const std::vector<Token> tokens = tokens_of(text);
  for (std::uint32_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].is_word()) token.push_back(i);
  const std::vector<std::string> words = words_of(text);
  REQUIRE(words.size() == token.size());
  std::vector<Found> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::vector<std::size_t> length(phrases.size(), 0);
    std::array<std::size_t, kListKinds> longest{};
    for (std::size_t p = 0; p < phrases.size(); ++p) {
      const std::vector<std::string> wanted = words_of(phrases[p].text);
      if (at + wanted.size() > words.size() ||
          !std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(at)))
        continue;
      length[p] = wanted.size();
      std::size_t& best = longest[static_cast<std::size_t>(phrases[p].list)];
      best = std::max(best, length[p]);
    }
    for (std::size_t p = 0; p < phrases.size(); ++p) {
      const bool cue = phrases[p].list == ListKind::cue;
      if (length[p] == 0 || (!cue && length[p] < longest[static_cast<std::size_t>(phrases[p].list)]))
        continue;
      found.emplace_back(token[at], token[at + length[p] - 1] + 1, static_cast<int>(phrases[p].list), p);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("random phrases in random texts: what a comparison word by word finds") {
  Random random(4);
  for (int round = 0; round < 40; ++round) {
    std::vector<Phrase> phrases;
    for (std::size_t n = 1 + random() % 12; n > 0; --n)
      phrases.push_back({random_words(random, 4), static_cast<ListKind>(random() % kListKinds)});
    for (int i = 0; i < 8; ++i) {
      const std::string text = random_words(random, 20);
      INFO(text);
      REQUIRE(find(phrases, text) == slowly(phrases, text));
    }
  }
}

TEST_CASE("many phrases: the table grows and forgets none") {
  LexiconBuilder builder;
  constexpr std::uint32_t kPhrases = 20000;
  for (std::uint32_t i = 0; i < kPhrases; ++i)
    builder.add("word" + std::to_string(i) + "x job" + std::to_string(i % 7) + "y", ListKind::title, i);
  const Lexicon lexicon(builder.finish());
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < kPhrases; ++i) {
    const std::string text = "word" + std::to_string(i) + "x job" + std::to_string(i % 7) + "y";
    std::vector<Hit> hits;
    lexicon.find(tokens_of(text), 0, 2, hits);
    found += hits.size() == 1 && hits[0].entry == i;
  }
  CHECK(found == kPhrases);
}

}  // namespace
}  // namespace careerfacts
