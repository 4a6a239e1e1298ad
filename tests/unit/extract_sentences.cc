#include "extract/sentences.h"

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// The sentences of a text with " / " between them.
std::string cut(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens);
  std::vector<TokenRange> sentences;
  split_sentences(text, tokens, {0, static_cast<std::uint32_t>(tokens.size())}, sentences);
  std::string result;
  std::uint32_t at = 0;
  for (const TokenRange& sentence : sentences) {
    REQUIRE((sentence.first == at && sentence.last > at));
    at = sentence.last;
    result += (result.empty() ? "" : " / ") +
              std::string(text.substr(tokens[sentence.first].begin,
                                      tokens[sentence.last - 1].end - tokens[sentence.first].begin));
  }
  REQUIRE(at == tokens.size());
  return result;
}

TEST_CASE("sentences end where they end, and not in abbreviations") {
  const std::string wanted = GENERATE(
      as<std::string>(), "Nurses earn $90,000. / Aides earn less.", "Is it hard? / No! / It is not.",
      "In the U.S. nurses earn more.", "Pay in the U.S. Bureau's list is $9.",
      "Nurses in the U.S. / They earn more.", "A Ph.D. is needed.", "Use tools, e.g. Excel, daily.",
      "Acme Inc. Pays well.", "St. Louis vs. Chicago pays.", "It pays $105K. / Seniors get more.",
      "Growth was 5.5 percent. / 2024 was better.", "He said \"stop.\" / She left.",
      "It grew (a lot). / Then it fell.", "Pay rose... / Then it fell.", "version 2.0 is out. now lower case",
      "One sentence without an end", "Rs. 500 is paid.", "Is it? / No. / The gap is small.",
      "It ranks No. 5 of 20.", "On Sept. 12 pay rose.", "It was Dec. / Pay rose.", "By Col. (ret.) Pike.",
      "Ask Richard J. Daley.", "Nurses, aides, etc. / They earn less.", "Ask Sen. Smith. / He knows.");
  std::string text = wanted;
  for (std::size_t at = text.find(" / "); at != std::string::npos; at = text.find(" / ")) text.erase(at, 2);
  CHECK(cut(text) == wanted);
}

TEST_CASE("what never stops is cut") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  CHECK(cut(text).size() > text.size());  // with " / " in it
}

TEST_CASE("nothing has no sentences") {
  CHECK(cut("").empty());
  CHECK(cut("   ").empty());
}

}  // namespace
}  // namespace careerfacts
