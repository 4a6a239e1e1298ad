// Pairs of mentions that are the same fact, in other words, and pairs that are not: tests/data/same_fact.tsv.
#include <charconv>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "store/identity.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/samples.h"

namespace careerfacts {
namespace {

using Fields = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t end = 0; end != std::string::npos; at = end + mark.size()) {
    end = text.find(mark, at);
    parts.push_back(text.substr(at, end - at));
  }
  return parts;
}

Fields fields_of(const std::string& cell) {
  Fields fields;
  for (const std::string& part : split(cell, "; ")) {
    const std::size_t equals = part.find('=');
    REQUIRE(equals != std::string::npos);
    fields[part.substr(0, equals)] = part.substr(equals + 1);
  }
  return fields;
}

template <class Enum>
Enum word(const std::string& name) {
  if (name == "none") return Enum{};
  const auto value = from_word<Enum>(name);
  REQUIRE(value.has_value());
  return *value;
}

template <class Number>
std::optional<Number> number(const std::string& digits) {
  if (digits.empty()) return std::nullopt;
  double value = 0;  // whatever the locale's decimal sign is
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return static_cast<Number>(value);
}

Mention salary(const Fields& fields) {
  Mention mention = test::sample_salary();
  auto& salary = std::get<SalaryFields>(mention.fields);
  salary.attribution = {};
  for (const auto& [name, value] : fields) {
    if (name == "role")
      salary.role.name = value;
    else if (name == "min")
      salary.bounds.min = number<double>(value);
    else if (name == "modifier")
      salary.bounds.modifier = word<Modifier>(value);
    else if (name == "currency")
      salary.currency = value;
    else if (name == "period")
      salary.period = word<Period>(value);
    else if (name == "statistic")
      salary.statistic = word<Statistic>(value);
    else if (name == "pay")
      salary.pay = word<Pay>(value);
    else if (name == "level")
      salary.level = word<Level>(value);
    else if (name == "source")
      salary.attribution.source = value;
    else
      FAIL("no such field: " << name);
  }
  return mention;
}

Mention percentage(const Fields& fields) {
  Mention mention = test::sample_percentage();
  auto& percentage = std::get<PercentageFields>(mention.fields);
  percentage.attribution = {};
  percentage.start_year = percentage.end_year = std::nullopt;
  percentage.role = {};
  for (const auto& [name, value] : fields) {
    if (name == "role")
      percentage.role.name = value;
    else if (name == "subject")
      percentage.subject = value;
    else if (name == "sense")
      percentage.sense = word<Sense>(value);
    else if (name == "direction")
      percentage.direction = word<Direction>(value);
    else if (name == "start_year")
      percentage.start_year = number<int>(value);
    else if (name == "end_year")
      percentage.end_year = number<int>(value);
    else
      FAIL("no such field: " << name);
  }
  return mention;
}

Mention mention_of(const std::string& kind, const Fields& fields) {
  if (kind == "salary") return salary(fields);
  if (kind == "percentage") return percentage(fields);
  Mention mention = test::sample_role();
  if (kind == "role")
    mention.fields = RoleFields{fields.at("name"), ""};
  else
    mention.fields = CertificationFields{fields.at("name"), "", ""};
  return mention;
}

}  // namespace

TEST_CASE("mentions are the same fact in other words, and only then", "[cases]") {
  std::istringstream lines(test::read_file(test::tree_path("tests/data/same_fact.tsv")));
  std::map<std::string, int> pairs;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    CAPTURE(line);
    const std::vector<std::string> cells = split(line, "\t");
    REQUIRE(cells.size() == 4);
    const Fact one = fact_of(mention_of(cells[1], fields_of(cells[2])), std::string(64, 'a'));
    const Fact other = fact_of(mention_of(cells[1], fields_of(cells[3])), std::string(64, 'b'));
    INFO(canonical_text(one, "") << canonical_text(other, ""));
    CHECK((one.key == other.key) == (cells[0] == "same"));
    ++pairs[cells[0]];
  }
  CHECK(pairs.size() == 2);
  CHECK(pairs["same"] > 20);
  CHECK(pairs["different"] > 20);
}

}  // namespace careerfacts
