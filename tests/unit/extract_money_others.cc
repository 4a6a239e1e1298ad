// The grammars of money and percentages against the cases of other projects, which lie beside the tree
// (../shared/testdata): strings that were broken in tools of job boards, and Microsoft's Recognizers-Text.
// Cases are named by their place in those files, not quoted. Each case is in scope unless it is listed here
// with its reason; all that is in scope must hold.
#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "extract/compiled_rules.h"
#include "extract/extract.h"
#include "extract/money.h"
#include "extract/percent.h"
#include "extract/rulebook.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts {
namespace {

const Rulebook& rulebook() {
  static const Rulebook builtin = Rulebook::builtin();
  return builtin;
}

struct Amount {
  double low = 0;
  double high = 0;
};

bool same(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b)); }

// What the grammar of money reads, pay or not.
std::vector<Amount> amounts_in(const std::string& input, bool plain_numbers) {
  const CompiledRules& rules = rulebook().compiled();
  const std::string text = ingest("x", input).text;
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens, &rules.currencies.glued());
  std::vector<Amount> found;
  for (const MoneyExpression& money : find_money(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()),
                                                 rules, {.plain_numbers = plain_numbers}))
    found.push_back({money.low, money.high});
  return found;
}

std::size_t count_mentions(const std::string& input, Kind kind) {
  const ExtractedDocument document = extract(ingest("x", input), rulebook());
  return static_cast<std::size_t>(
      std::count_if(document.mentions.begin(), document.mentions.end(),
                    [&](const Mention& mention) { return mention.kind() == kind; }));
}

boost::json::value shared_json(const std::string& name) {
  std::ifstream file(test::shared_path("testdata/" + name));
  std::ostringstream text;
  return file && (text << file.rdbuf()) ? boost::json::parse(text.str()) : boost::json::value();
}

TEST_CASE("strings that were broken elsewhere") {
  std::ifstream file(test::shared_path("testdata/salary/probe.jsonl"));
  if (!file) return test::skip("../shared/testdata/salary is not there");
  int all = 0, right = 0;
  std::string wrong;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    const boost::json::object probe = boost::json::parse(line).as_object();
    const boost::json::value &low = probe.at("min"), &high = probe.at("max");
    const std::string text(probe.at("text").as_string());
    bool good = false;
    if (low.is_null() && high.is_null()) {
      good = count_mentions(text, Kind::salary) == 0;
    } else {
      // An open bound is decided by the words around, later: here both bounds are the figure.
      const std::vector<Amount> found = amounts_in(text, true);
      good = std::any_of(found.begin(), found.end(), [&](const Amount& amount) {
        return (low.is_null() || same(amount.low, low.to_number<double>())) &&
               (high.is_null() || same(amount.high, high.to_number<double>()));
      });
    }
    ++all;
    right += good;
    if (!good) wrong += "\n" + text;
  }
  WARN(right << " of " << all << " hold" << wrong);
  CHECK(all == 32);
  CHECK(right == all);
}

// What Recognizers-Text expects of a case, in major units.
std::vector<double> values_of(const boost::json::array& results) {
  static const std::set<std::string> kMinor{"Cent", "Pence", "Penny"};
  std::vector<double> values;
  for (const boost::json::value& result : results) {
    const boost::json::object& resolution = result.at("Resolution").as_object();
    const boost::json::value* value = resolution.if_contains("value");
    if (value == nullptr || !value->is_string()) continue;  // a currency without a number
    const std::string text(value->as_string());
    if (text == "null") continue;
    const boost::json::value* unit = resolution.if_contains("unit");
    const bool minor =
        unit != nullptr && unit->is_string() && kMinor.contains(std::string(unit->as_string()));
    double number = 0;  // whatever the locale's decimal sign is
    std::from_chars(text.data(), text.data() + text.size(), number);
    values.push_back(number / (minor ? 100 : 1));
  }
  return values;
}

struct Out {
  const char* reason;
  std::set<std::size_t> cases;
};

// Runs `found(case)` over the cases that no reason takes out; tells of each that does not hold.
template <class Found>
void judge(const boost::json::array& cases, const std::vector<Out>& out, const Found& found) {
  std::set<std::size_t> left_out;
  for (const Out& reason : out) left_out.insert(reason.cases.begin(), reason.cases.end());
  std::size_t all = 0, right = 0;
  std::string wrong;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (left_out.contains(i)) continue;
    const boost::json::object& one = cases[i].as_object();
    const std::string input(one.at("Input").as_string());
    std::vector<double> expected = values_of(one.at("Results").as_array()), values = found(input);
    std::sort(expected.begin(), expected.end());
    std::sort(values.begin(), values.end());
    const bool good = std::equal(expected.begin(), expected.end(), values.begin(), values.end(), same);
    ++all;
    right += good;
    if (good) continue;
    wrong += "\n" + std::to_string(i) + " " + input + "\n  expected";
    for (const double value : expected) wrong += " " + std::to_string(value);
    wrong += ", found";
    for (const double value : values) wrong += " " + std::to_string(value);
  }
  WARN(right << " of " << all << " hold, " << left_out.size() << " are out of scope" << wrong);
  CHECK(right == all);
}

TEST_CASE("amounts of Recognizers-Text") {
  const boost::json::value cases = shared_json("recognizers-text/CurrencyModel.json");
  if (!cases.is_array()) return test::skip("../shared/testdata/recognizers-text is not there");
  const std::vector<Out> out{
      {"a second number is read as cents though nothing says so: 15 dollars 50",
       {98, 99, 101, 103, 145, 146, 166, 167, 168, 170}},
      {"a number torn by spaces: 2 . 0 billion", {52}},
      {"a colloquial division of the yuan, by ten", {102}},
      {"the sign of a currency in a script that is not read", {109}},
      {"a minor unit before its number, of several currencies", {110}},
      {"a sign between two numbers, to either of which it could belong", {125}},
      {"no currency of ISO 4217: bitcoin", {141, 142, 143, 144}},
      {"a magnitude glued before the code, as banks write: MUSD", {175, 176, 177, 178, 179}},
  };
  judge(cases.as_array(), out, [](const std::string& input) {
    std::vector<double> values;
    for (const Amount& amount : amounts_in(input, false)) {
      values.push_back(amount.low);
      if (!same(amount.low, amount.high)) values.push_back(amount.high);
    }
    return values;
  });
}

TEST_CASE("percentages of Recognizers-Text") {
  const boost::json::value cases = shared_json("recognizers-text/PercentModel.json");
  if (!cases.is_array()) return test::skip("../shared/testdata/recognizers-text is not there");
  const std::vector<Out> out{
      {"no English: percentage in the place of percent", {3, 6}},
      {"the number behind the word, as in no article: percent of 10", {9, 10, 11, 12}},
      {"a direction needs a change, of which nothing is said", {14}},
  };
  judge(cases.as_array(), out, [](const std::string& input) {
    std::vector<double> values;
    for (const Mention& mention : extract(ingest("x", input), rulebook()).mentions) {
      if (mention.kind() != Kind::percentage) continue;
      const auto& fields = std::get<PercentageFields>(mention.fields);
      const double sign = fields.direction == Direction::down ? -1 : 1;
      if (fields.bounds.min) values.push_back(sign * *fields.bounds.min);
    }
    return values;
  });
}

}  // namespace
}  // namespace careerfacts
