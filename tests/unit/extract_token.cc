#include "extract/token.h"

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens);
  return tokens;
}

// The tokens with a bar between them.
std::string cut(std::string_view text) {
  std::string result;
  for (const Token& token : tokens_of(text))
    result += (result.empty() ? "" : "|") + std::string(text.substr(token.begin, token.end - token.begin));
  return result;
}

TEST_CASE("texts are cut into words, numbers and signs") {
  struct Case {
    std::string_view text, tokens;
  };
  const auto [text, tokens] = GENERATE(values<Case>({
      {"Nurses earn $90,000.", "Nurses|earn|$|90,000|."},
      {"C++, C# and .NET", "C++|,|C#|and|.NET"},
      {"Security+ or A+", "Security+|or|A+"},
      {"electrician's and nurses' pay", "electrician|'s|and|nurses|'|pay"},
      {"12.5% of 1,234.56", "12.5|%|of|1,234.56"},
      {"3.", "3|."},
      {"full-stack", "full|-|stack"},
      {"401(k)", "401|(|k|)"},
      {"$120k", "$|120|k"},
      {"caf\xC3\xA9 \xE2\x82\xAC"
       "30",
       "caf\xC3\xA9|\xE2\x82\xAC|30"},
      {"R&D", "R|&|D"},
      {"U.S.", "U|.|S|."},
      {"a\n\tb", "a|b"},
      {"", ""},
  }));
  CHECK(cut(text) == tokens);
}

TEST_CASE("signs of currency are cut off their digits, other names are not") {
  GluedSigns glued;
  glued.add("USD", false);
  glued.add("R", true);
  struct Case {
    std::string_view text, tokens;
  };
  const auto [text, wanted] = GENERATE(values<Case>({
      {"USD115", "USD|115"},
      {"USD115,000.50", "USD|115,000.50"},
      {"USD5,000", "USD|5,000"},
      {"USD115k", "USD|115|k"},
      {"R25,000", "R|25,000"},
      {"R15 000", "R|15|000"},
      {"USD5", "USD5"},
      {"USD115xyz", "USD115xyz"},
      {"R2", "R2"},
      {"R25", "R25"},
      {"R2D2", "R2D2"},
      {"usd115", "usd115"},
      {"XUSD115", "XUSD115"},
      {"H1B", "H1B"},
  }));
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens, &glued);
  std::string result;
  for (const Token& token : tokens)
    result += (result.empty() ? "" : "|") + std::string(text.substr(token.begin, token.end - token.begin));
  CHECK(result == wanted);
}

TEST_CASE("a word has the key of its singular in lower case") {
  struct Case {
    std::string_view a, b;
  };
  const auto [a, b] = GENERATE(values<Case>({
      {"Nurses", "nurse"},
      {"NURSE", "nurse"},
      {"Secretaries", "secretary"},
      {"coaches", "coach"},
      {"bosses", "boss"},
      {"CRNAs", "crna"},
      {"Salaries", "salary"},
  }));
  CHECK(word_key(a) == word_key(b));
  CHECK(word_key(std::string(200, 'x') + "S") != word_key(std::string(200, 'x')));
}

TEST_CASE("words that only look like plurals keep their s") {
  for (const char* word : {"analytics", "statistics", "operations", "bus", "boss", "analysis", "gas", "news"})
    CHECK(singular(word) == word);
  CHECK(singular("salesmen") == "salesman");
  CHECK(singular("women") == "women");
  CHECK(singular("ties") == "tie");
}

TEST_CASE("the singular of a singular is itself, and keys agree with it") {
  for (const char* word : {"nurses", "companies", "watches", "boxes", "buses", "classes", "heroes", "series",
                           "wages", "tax", "taxes", "devs", "s", "us", "as", "its", "yes"}) {
    INFO(word);
    CHECK(singular(singular(word)) == singular(word));
    CHECK(word_key(word) == word_key(singular(word)));
  }
}

TEST_CASE("& has the key of and") { CHECK(tokens_of("&")[0].key == word_key("and")); }

TEST_CASE("case and space are kept beside the key") {
  const std::vector<Token> tokens = tokens_of("RN CRNAs Nurse nurse x-ray IT's");
  CHECK((tokens[0].all_upper && tokens[1].all_upper && !tokens[2].all_upper && tokens[2].upper_first));
  CHECK_FALSE(tokens[3].upper_first);
  CHECK((tokens[4].space_before && !tokens[5].space_before && tokens[5].is('-')));
  CHECK(tokens[0].is_word());
  CHECK(tokens_of("90")[0].is_number());
  CHECK(tokens_of("\xE2\x82\xAC")[0].first == 0);
}

TEST_CASE("a part of a text is cut as if nothing stood around it") {
  std::vector<Token> tokens;
  tokenize("xx nurse yy", 3, 8, tokens);
  REQUIRE(tokens.size() == 1);
  CHECK((tokens[0].begin == 3 && tokens[0].end == 8 && tokens[0].key == word_key("nurse")));
}

TEST_CASE("tokens cover all but white space, in order") {
  const std::string text = "A\xC3\xA9 $1,2.3.% 'S '' ++ # \xF0\x9F\x98\x80\xE2\x80\x94z.q .net ..x";
  std::size_t at = 0;
  for (const Token& token : tokens_of(text)) {
    for (; at < token.begin; ++at) CHECK(text[at] == ' ');
    CHECK(token.end > token.begin);
    at = token.end;
  }
  CHECK(at == text.size());
}

}  // namespace
}  // namespace careerfacts
