// Comma-separated values: RFC 4180, and nothing that a spreadsheet would run.
#include "publish/csv.h"

#include <algorithm>

#include "publish/mention_csv.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"

namespace careerfacts {
namespace {

std::string cell(std::string_view text) {
  std::string out;
  CsvRow(out).text(text);
  return out;
}

// The cells of one line, by the rules of RFC 4180.
std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> list(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      list.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      list.emplace_back();
    } else {
      list.back() += c;
    }
  }
  return list;
}

TEST_CASE("cells are quoted where they need it", "[publish]") {
  CHECK(cell("plain") == "plain");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(cell("two\nlines") == "\"two\nlines\"");
  CHECK(cell("two\rlines") == "\"two\rlines\"");
  CHECK(cell(" padded") == "\" padded\"");
  CHECK(cell("caf\xe9.md\xff") == "caf\uFFFD.md\uFFFD");
}

TEST_CASE("formulas become text", "[publish]") {
  CHECK(cell("=HYPERLINK(\"http://x\")") == "\"'=HYPERLINK(\"\"http://x\"\")\"");
  for (const char* formula : {"=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1"})
    CHECK(cell(formula) == "\"'" + std::string(formula) + "\"");
  CHECK(cell("a=1") == "a=1");
}

TEST_CASE("a row is a line that ends in CRLF", "[publish]") {
  std::string out;
  CsvRow row(out);
  row.text("a");
  row.number(-97.64);
  row.number(std::size_t{12});
  row.number(std::optional<int>());
  row.empty(2);
  row.word("none");
  row.end();
  CHECK(out == "a,-97.64,12,,,,none\r\n");
}

TEST_CASE("every kind fills the columns of the heading", "[publish]") {
  std::string header;
  append_mention_csv_header(header);
  REQUIRE(header.ends_with("\r\n"));
  const auto columns = cells(std::string_view(header).substr(0, header.size() - 2));
  const auto value = [&](const Mention& mention, std::string_view column) {
    std::string line;
    append_mention_csv(line, test::sample_document(), mention);
    const auto row = cells(std::string_view(line).substr(0, line.size() - 2));
    REQUIRE(row.size() == columns.size());
    return row.at(
        static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin()));
  };
  CHECK(value(test::sample_salary(), "quote") == "$90,000 to $120,000");
  CHECK(value(test::sample_salary(), "max") == "120000");
  CHECK(value(test::sample_salary(), "role") == "data scientist");
  CHECK(value(test::sample_salary(), "source_end") == "56");
  CHECK(value(test::sample_percentage(), "sense") == "change");
  CHECK(value(test::sample_percentage(), "subject") == "employment of data scientists");
  CHECK(value(test::sample_percentage(), "section") == "Pay > By level");
  CHECK(value(test::sample_role(), "soc_code") == "15-2051");
  CHECK(value(test::sample_role(), "name") == "data scientist");
  CHECK(value(test::sample_certification(), "issuer") == "INFORMS");
  CHECK(value(test::sample_certification(), "chrome") == "false");
  CHECK(value(test::sample_certification(), "rule") == "certification.listed");
}

}  // namespace
}  // namespace careerfacts
