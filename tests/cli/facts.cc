// `careerfacts facts`: asked in many ways, and shown so that it can be read.
#include <algorithm>
#include <boost/json.hpp>
#include <sstream>

#include "cli/table.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

namespace json = boost::json;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

struct Store {
  TempFolder folder;

  Store() {
    folder.write(
        "us/nurses-and-data-scientists-in-the-united-states.md",
        "# Pay\n\nRegistered nurses earn a median of $93,600 a year, according to the Bureau of Labor "
        "Statistics (2024).\n\nData scientists earn $60 an hour, experts say.\n\n"
        "Employment of electricians will grow 9% from 2023 to 2033.\n");
    folder.write("uk/teachers.md",
                 "# Pay\n\nTeachers earn £31,650 a year. Overtime is paid at £25 an hour.\n");
    REQUIRE(run({"ingest", "us", "uk"}).status == 0);
  }
  Result run(const std::vector<std::string>& arguments) const {
    return run_careerfacts(arguments, {.folder = folder.path()});
  }
  // The quotes of the facts that are listed, in order.
  std::string quotes(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"facts", "--format", "jsonl"});
    const Result result = run(arguments);
    INFO(result.err);
    CHECK(result.status == 0);
    std::string list;
    for (const std::string& line : lines_of(result.out))
      list +=
          (list.empty() ? "" : " ") + std::string(json::parse(line).at("example").at("quote").as_string());
    return list;
  }
};

TEST_CASE("facts are asked for by grade, currency, period and years", "[cli]") {
  const Store store;
  CHECK(store.quotes({"--kind", "salary", "--grade", "named"}) == "$93,600");
  CHECK(store.quotes({"--grade", "vague"}) == "$60");
  CHECK(store.quotes({"--kind", "salary", "--currency", "gbp", "--period", "year"}) == "£31,650");
  CHECK(store.quotes({"--currency", "USD", "--period", "hour"}) == "$60");
  CHECK(store.quotes({"--currency", "EUR"}) == "");
  CHECK(store.quotes({"--years", "2024"}) == "$93,600 9%");
  CHECK(store.quotes({"--years", "2024-2024", "--kind", "salary"}) == "$93,600");
  CHECK(store.quotes({"--years", "2025-"}) == "9%");
  CHECK(store.quotes({"--years", "-2023"}) == "9%");
  CHECK(store.quotes({"--years", "-2022"}) == "");
  CHECK(store.quotes({"--years", "2034-2040"}) == "");
  for (const char* wrong : {"soon", "24", "2024-2020", "-", "2020-2021-2022", "20202", "2020–2024"}) {
    const Result result = store.run({"facts", "--years", wrong});
    CHECK(result.status == 2);
    CHECK(has(result.err, "is not a year or a range of years; write 2024, 2020-2025"));
  }
  for (const char* option : {"--grade", "--period"}) CHECK(store.run({"facts", option, "some"}).status == 2);
}

TEST_CASE("facts are found by the words around them", "[cli]") {
  const Store store;
  CHECK(store.quotes({"--kind", "salary", "--search", "overtime"}) == "£25");
  CHECK(store.quotes({"--kind", "salary", "--search", "MEDIAN nurses"}) == "$93,600");
  CHECK(store.quotes({"--kind", "salary", "--search", "nurses overtime"}) == "");
  CHECK(store.quotes({"--search", "\"will grow\" electric*"}) == store.quotes({"--search", "employment"}));
  CHECK(has(store.quotes({"--search", "employment"}), "9%"));
  CHECK(store.quotes({"--search", "\"grow will\""}) == "");
  CHECK(store.quotes({"--search", "$93,600"}) == store.quotes({"--search", "median"}));
  for (const char* odd :
       {"\"", "AND", "NEAR(", "a:b", "^x", "*", "(", "'; DROP TABLE fact; --", "$", "\xff"}) {
    INFO(odd);
    CHECK(store.quotes({"--search", odd}) == "");
  }
}

TEST_CASE("facts come as one JSON array", "[cli]") {
  const Store store;
  const json::value all = json::parse(store.run({"facts", "--format", "json"}).out);
  std::string lines;
  for (const json::value& fact : all.as_array()) lines += json::serialize(fact) + "\n";
  std::string expected;
  for (const std::string& line : lines_of(store.run({"facts", "--format", "jsonl"}).out))
    expected += json::serialize(json::parse(line)) + "\n";
  CHECK(all.as_array().size() > 5);
  CHECK(lines == expected);
  CHECK(store.run({"facts", "--format", "json", "--role", "astronaut"}).out == "[]\n");
}

TEST_CASE("on a terminal the table fits in, elsewhere a fact is one whole line", "[cli]") {
  const Store store;
  const Result piped = store.run({"facts"});
  const auto whole = lines_of(piped.out);
  CHECK(std::any_of(whole.begin(), whole.end(), [](const std::string& line) {
    return has(line,
               "USD 93,600 a year, median, for registered nurse, says the Bureau of Labor Statistics "
               "(2024)") ||
           has(line,
               "USD 93,600 a year, median, for registered nurse, says Bureau of Labor Statistics (2024)");
  }));
  CHECK(has(piped.out, "us/nurses-and-data-scientists-in-the-united-states.md:3"));
  if (!has_terminals()) return skip(kNoTerminals);
  const Result shown = run_careerfacts_in_terminal({"facts"}, {.folder = store.folder.path()});
  CHECK(shown.status == 0);
  const auto lines = lines_of(shown.out);
  CHECK(lines.size() > whole.size());
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(cli::display_width(line) <= 80);
  }
  // Nothing of what is said is lost, and the id that is shown is enough for `show`.
  for (const char* word : {"93,600", "registered", "Statistics", "(2024)"}) CHECK(has(shown.out, word));
  CHECK(has(shown.out, "states.md:3"));
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (!lines[i].starts_with(' ')) CHECK(store.run({"show", lines[i].substr(0, 10)}).status == 0);
}

TEST_CASE("what a hostile article says cannot steer the terminal", "[cli]") {
  if (!has_terminals()) return skip(kNoTerminals);
  const TempFolder folder;
  const std::string hostile = "\x1b]0;owned\x07";
  folder.write("h" + hostile + ".md", "# Pay " + hostile + "\n\nA nurse " + hostile +
                                          " earns $80,000 a year, says " + hostile + "Glassdoor" + hostile +
                                          ".\n\nBroken \xff\xfe\x9b"
                                          "31m bytes.\n");
  const RunOptions here{.folder = folder.path()};
  const std::string id = run_careerfacts({"ingest", "."}, here).status <= 1
                             ? run_careerfacts({"facts", "--kind", "salary"}, here).out
                             : "";
  REQUIRE(has(id, "80,000"));
  const std::string salary = lines_of(id).at(1).substr(0, 16);
  for (const auto& command : std::vector<std::vector<std::string>>{{"facts"},
                                                                   {"show", salary},
                                                                   {"verify"},
                                                                   {"export"},
                                                                   {"extract", ".", "--format", "text"},
                                                                   {"extract", ".", "--format", "csv"},
                                                                   {"extract", "no" + hostile},
                                                                   {"normalize", "h" + hostile + ".md"},
                                                                   {"facts", "--db", "no" + hostile},
                                                                   {"facts" + hostile},
                                                                   {"ingest", ".", "--db", "other.db"}}) {
    const Result shown = run_careerfacts_in_terminal(command, here);
    INFO(command.front() << ": " << shown.out);
    CHECK_FALSE(shown.out.empty());
    CHECK(shown.out.find('\x07') == std::string::npos);
    CHECK(shown.out.find("\x1b]") == std::string::npos);
    CHECK(shown.out.find('\x9b') == std::string::npos);
  }
}

TEST_CASE("a reader of any command may go away", "[cli]") {
  const Store store;
  std::string article = "# Pay\n";
  for (int i = 0; i < 3000; ++i) article += "\nA nurse earns $" + std::to_string(20'000 + i) + " a year.\n";
  store.folder.write("long.md", article);
  REQUIRE(store.run({"ingest", "long.md"}).status == 0);
  const std::string role =
      lines_of(store.run({"facts", "--kind", "role", "--role", "nurse"}).out).at(1).substr(0, 16);
  for (const std::string& command :
       {std::string("facts"), std::string("facts --format json"), std::string("facts --format csv"),
        std::string("export"), "show " + role, std::string("verify"), std::string("extract long.md"),
        std::string("extract long.md --format text"), std::string("normalize long.md"),
        std::string("ingest us --db other.db"), std::string("help"), std::string("rules check")}) {
    const Result result =
        shell("careerfacts " + command + " | head -1 > /dev/null", {.folder = store.folder.path()});
    INFO(command << ": " << result.err);
    CHECK(result.status == 0);
    CHECK(result.err.empty());
  }
}

}  // namespace
}  // namespace careerfacts::test
