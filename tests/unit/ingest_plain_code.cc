#include "ingest/plain_code.h"

#include <string>

#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// Which lines are code, a letter each: c code, . other.
std::string codes(std::string_view text) {
  std::string result;
  for (const Line& line : read_lines(text)) result += line.kind == LineKind::code ? 'c' : '.';
  return result;
}

TEST_CASE("a JSON object without a fence is code") {
  CHECK(codes("Pay:\n{\n  \"role\": \"nurse\",\n  \"min\": 70000\n}\nNurses earn $80,000.") == ".cccc.");
  CHECK(codes("{\"role\": \"nurse\", \"pay\": {\"min\": 70000, \"max\": 9e4}}") == "c");
  CHECK(codes("[\n {\"a\": 1},\n\n {\"a\": [1, -2.5, null, true]}\n];\nText") == "cc.cc.");
  CHECK(codes("{\n\"a \\\" b\": \"}\"\n}") == "ccc");
}

TEST_CASE("what only looks like JSON stays text") {
  CHECK(codes("{\n  \"role\": \"nurse\",\nNurses earn $80,000.") == "...");  // never closed
  CHECK(codes("[see the table] for $5,000") == ".");
  CHECK(codes("[$80,000]") == ".");
  CHECK(codes("[1, 2]") == ".");  // no key
  CHECK(codes("{pay: $80,000}") == ".");
  CHECK(codes("{\"pay\": 80000} is what it says") == ".");
  CHECK(codes("{ Nurses } earn") == ".");
}

TEST_CASE("between fences without a language, programs are code and text is text") {
  CHECK(codes("```\nsalary = 90000\nprint(salary)\n```\nNurses earn $90,000.") == ".cc..");
  CHECK(
      codes(
          "```\n$ pip install pandas\nimport pandas as pd\n\ndf = pd.read_csv('pay.csv')\ndf.head()\n```") ==
      ".cc.cc.");
  CHECK(codes("```\nfor (const job of jobs) {\n  pay += job.pay;\n}\n```") == ".ccc.");
  CHECK(codes("```\nNurses earn $90,000 a year.\nAides earn less (see below).\n```") == "....");
  CHECK(codes("```\nPay = $90,000\nTotal compensation = base + bonus\n```") == "....");
  CHECK(codes("```\nRole      Pay\nNurse     $90,000\n```") == "....");
  CHECK(codes("```\nx = 1") == "..");  // never closed
}

TEST_CASE("a fence that names a language and is never closed ends at the next blank line") {
  CHECK(codes("```python\nx = 1\ny = 2\n\nNurses earn $90,000.") == ".cc..");
  CHECK(codes("```python\nx = 1\n\ny = 2\n  ```\nNurses earn $90,000.") == ".c.c..");
  CHECK(codes("```python\nx = 1\n\ny = 2\n~~~") == ".c.c.");
}

TEST_CASE("an SQL statement without a fence is code") {
  CHECK(codes("SELECT role, pay FROM jobs WHERE pay > 90000;") == "c");
  CHECK(codes("Then:\nSELECT role\nFROM jobs\nWHERE pay > 90000;\nIt gives $95,000.") == ".ccc.");
  CHECK(codes("INSERT INTO jobs VALUES ('nurse', 90000);") == "c");
  CHECK(codes("UPDATE jobs SET pay = 90000;") == "c");
}

TEST_CASE("prose in capitals is no SQL") {
  CHECK(codes("SELECT STAFF EARN $90,000;") == ".");
  CHECK(codes("UPDATE 2025: nurses earn $90,000;") == ".");
  CHECK(codes("SELECT role FROM jobs\n\nNurses earn $90,000;") == "...");
  CHECK(codes("Select from the jobs below;") == ".");
}

TEST_CASE("a PHP block is code up to its end") {
  CHECK(codes("<?php echo 90000; ?>\nNurses earn $90,000.") == "c.");
  CHECK(codes("<?php\n$pay = 90000;\n?>\nText") == "ccc.");
  CHECK(codes("<?php\n$pay = 90000;\n\nText") == "cc..");
}

}  // namespace
}  // namespace careerfacts
