// Where a mention stands in the file: span, line, column, quote and the bytes of the quote.
#include "extract/citation.h"

#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::vector<Mention> mentions(const std::string& raw) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::vector<Mention> found = extract(ingest("x", raw), rulebook).mentions;
  for (const Mention& mention : found) {
    REQUIRE(mention.span.end <= raw.size());
    CHECK(raw.substr(mention.span.begin, mention.span.size()) == mention.quote_bytes.value_or(mention.quote));
  }
  return found;
}

Mention salary(const std::string& raw) {
  for (const Mention& mention : mentions(raw))
    if (mention.kind() == Kind::salary) return mention;
  FAIL("no salary in: " << raw);
  return {};
}

std::string utf16(std::u16string_view units, bool little) {
  std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

TEST_CASE("lines and columns are counted in code points of the raw file") {
  struct Case {
    std::string raw;
    std::size_t line, column;
  };
  const auto [raw, line, column] = GENERATE(values<Case>({
      {"salary: $90,000", 1, 9},
      {"\n\nsalary: $90,000", 3, 9},
      {"a\r\nb\r\nsalary: $90,000", 3, 9},
      {"a\rb\rsalary: $90,000", 3, 9},
      {"\xEF\xBB\xBFsalary: $90,000", 1, 9},
      {"caf\xC3\xA9 \xF0\x9F\x98\x80 salary: $90,000", 1, 16},
      {"cafe\xCC\x81 salary: $90,000", 1, 15},
      {"\tsalary: **$90,000**", 1, 12},
      {"first.\n\n- salary: $90,000\n", 3, 11},
  }));
  INFO(raw);
  const Mention mention = salary(raw);
  CHECK(mention.quote == "$90,000");
  CHECK(mention.line == line);
  CHECK(mention.column == column);
  CHECK_FALSE(mention.quote_bytes);
}

TEST_CASE("in UTF-16 the quote is text and quote_bytes are the bytes") {
  const bool little = GENERATE(true, false);
  const std::string raw = utf16(u"First line \U0001F600.\r\n\U0001F600 salary: $90,000 a year", little);
  const Mention mention = salary(raw);
  CHECK(mention.quote == "$90,000");
  REQUIRE(mention.quote_bytes);
  CHECK(mention.quote_bytes->size() == 14);
  CHECK(mention.line == 2);
  CHECK(mention.column == 11);
}

TEST_CASE("in windows-1252 a column is a byte, and quote_bytes tell the sign") {
  const std::string raw =
      "Les ing\xE9nieurs exp\xE9riment\xE9s sont bien pay\xE9s, d\x92"
      "apr\xE8s l\x92"
      "enqu\xEAte.\nSalary: \x80"
      "45,000 per year";
  const Mention mention = salary(raw);
  CHECK(mention.quote ==
        "\xE2\x82\xAC"
        "45,000");
  CHECK(mention.quote_bytes ==
        "\x80"
        "45,000");
  CHECK(mention.line == 2);
  CHECK(mention.column == 9);
}

TEST_CASE("a span is told in code points and UTF-16 units on request, in any charset") {
  struct Case {
    std::string raw;
    std::size_t bytes, code_points, units;
  };
  const auto [raw, bytes, code_points, units] = GENERATE(values<Case>({
      {"salary: $90,000", 8, 8, 8},
      {"\xEF\xBB\xBFsalary: $90,000", 11, 8, 8},                            // a mark is not counted
      {"caf\xC3\xA9 \xF0\x9F\x98\x80\r\n\r\nsalary: $90,000", 22, 18, 19},  // é, an emoji, CR LF
      {"cafe\xCC\x81 salary: $90,000", 15, 14, 14},
      {"caf\xE9 na\xEFve salary: $90,000", 19, 19, 19},  // windows-1252
      {"bad \xFF here, caf\xC3\xA9: salary: $90,000", 27, 26, 26},
      {utf16(u"\U0001F600 salary: $90,000", true), 24, 10, 11},
  }));
  INFO(raw);
  const Document document = ingest("x", raw);
  std::vector<Mention> found = extract(document, Rulebook::builtin()).mentions;
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].units);
  add_unit_offsets(document, found);
  REQUIRE(found[0].units);
  CHECK(found[0].span.begin == bytes);
  CHECK(found[0].units->begin == UnitOffset{code_points, units});
  CHECK(found[0].units->end == UnitOffset{code_points + 7, units + 7});
}

TEST_CASE("a quote is what the file says, not what it was folded to") {
  const Mention mention = salary("A salary of **$95,000** \xE2\x80\x93 **$125,000** a year.");
  CHECK(mention.quote == "$95,000** \xE2\x80\x93 **$125,000");
  CHECK(std::get<SalaryFields>(mention.fields).bounds.max == 125000);
  CHECK(mention.context == "A salary of $95,000 - $125,000 a year.");
}

TEST_CASE("a long sentence is cut around its figure") {
  std::string words;
  while (words.size() < 3000) words += "caf\xC3\xA9 ";
  const Mention mention = salary(words + "salary of $90,000 " + words);
  CHECK(mention.context.size() < 450);
  CHECK(mention.context.find("$90,000") != std::string::npos);
  CHECK(mention.context.starts_with("\xE2\x80\xA6"));
  CHECK(mention.context.ends_with("\xE2\x80\xA6"));
}

TEST_CASE("the citation of a role may stand elsewhere") {
  const std::string raw = "# Registered nurses\n\nThe median salary is $86,070 a year.";
  const Mention mention = salary(raw);
  const RoleReference& role = std::get<SalaryFields>(mention.fields).role;
  REQUIRE(role.citation);
  CHECK(raw.substr(role.citation->begin, role.citation->size()) == "Registered nurses");
}

}  // namespace
}  // namespace careerfacts
