// `careerfacts facts`, `show`, `verify` and `export` as a user meets them, over a store made by `ingest`.
#include <boost/json.hpp>
#include <filesystem>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/schema.h"

namespace careerfacts::test {
namespace {

namespace json = boost::json;

const std::string kPay =
    "# Pay of data scientists\n\nA data scientist earns $112,000 a year, according to Glassdoor.\n"
    "Demand will grow 22% by 2030.\n";
const std::string kMore =
    "# More pay\n\nA data scientist earns $112,000 a year. A nurse earns $80,000 a year.\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<json::value> objects(const std::string& lines) {
  std::vector<json::value> list;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) list.push_back(json::parse(line));
  return list;
}

// A folder with a store of two articles, and commands run in it.
struct Store {
  TempFolder folder;

  Store() {
    folder.write("a/pay.md", kPay);
    folder.write("b/more.md", kMore);
    REQUIRE(run({"ingest", "a", "b"}).status == 0);
  }
  Result run(std::vector<std::string> arguments) const {
    return run_careerfacts(std::move(arguments), {.folder = folder.path()});
  }
  // The facts of `kind` whose example has `quote`.
  std::vector<json::value> facts(const std::string& kind, const std::string& quote) const {
    std::vector<json::value> list;
    for (const json::value& fact : objects(run({"facts", "--kind", kind, "--format", "jsonl"}).out))
      if (fact.at("example").at("quote").as_string() == quote) list.push_back(fact);
    return list;
  }
  std::string id(const std::string& kind, const std::string& quote) const {
    const auto list = facts(kind, quote);
    REQUIRE(list.size() == 1);
    return list.front().at("id").as_string().c_str();
  }
};

void check_line(const json::value& fact, const json::value& schema, const json::value& mention_schema) {
  INFO(json::serialize(fact));
  CHECK(schema_fault(schema, fact) == "");
  if (fact.as_object().contains("example")) {
    CHECK(schema_fault(mention_schema, fact.at("example")) == "");
    return;
  }
  CHECK(fact.at("citation_count").as_int64() ==
        static_cast<std::int64_t>(fact.at("citations").as_array().size()));
  for (const json::value& mention : fact.at("citations").as_array()) {
    CHECK(schema_fault(mention_schema, mention) == "");
    CHECK(mention.at("kind") == fact.at("kind"));
  }
}

TEST_CASE("facts and export print lines that fit their schemas", "[cli]") {
  const Store store;
  const auto schema = json::parse(read_file(tree_path("schemas/fact.schema.json")));
  const auto mention_schema = json::parse(read_file(tree_path("schemas/mention.schema.json")));
  std::size_t facts = 0;
  for (const json::value& fact : objects(store.run({"facts", "--format", "jsonl"}).out)) {
    check_line(fact, schema, mention_schema);
    ++facts;
  }
  const Result exported = store.run({"export"});
  CHECK(exported.status == 0);
  const auto lines = objects(exported.out);
  CHECK(lines.size() == facts);
  CHECK(facts >= 4);
  std::string before;
  for (const json::value& fact : lines) {
    check_line(fact, schema, mention_schema);
    const std::string id = fact.at("id").as_string().c_str();
    CHECK(before < id);
    before = id;
  }
}

TEST_CASE("a statement in two articles is one fact", "[cli]") {
  const Store store;
  const auto facts = store.facts("salary", "$112,000");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].at("citation_count") == 2);
  CHECK(facts[0].at("document_count") == 2);
  CHECK(facts[0].at("example").at("source") == "Glassdoor");
}

TEST_CASE("facts are filtered, counted off, and printed as a table or as CSV", "[cli]") {
  const Store store;
  const Result all = store.run({"facts"});
  CHECK(all.status == 0);
  CHECK(all.out.starts_with("fact "));
  CHECK(has(all.out, "USD 112,000 a year"));
  const auto rows = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "facts");
    arguments.insert(arguments.end(), {"--format", "jsonl"});
    return objects(store.run(arguments).out).size();
  };
  CHECK(rows({"--kind", "salary"}) == 2);
  CHECK(rows({"--kind", "salary", "--role", "Data Scientist"}) == 1);
  CHECK(rows({"--kind", "salary", "--source", "glass"}) == 1);
  CHECK(rows({"--kind", "salary", "--document", "more.md"}) == 2);
  CHECK(rows({"--kind", "salary", "--document", "a/*"}) == 1);
  CHECK(rows({"--limit", "1"}) == 1);

  const Result none = store.run({"facts", "--role", "astronaut"});
  CHECK(none.status == 0);
  CHECK(none.out.empty());
  CHECK(has(none.err, "holds no such facts"));
  const Result csv = store.run({"facts", "--kind", "salary", "--format", "csv"});
  CHECK(csv.out.starts_with("id,citation_count,document_count,document,"));
  CHECK(has(csv.out, ",2,2,a/pay.md,"));
  CHECK(store.run({"facts", "--kind", "salaries"}).status == 2);
}

TEST_CASE("show prints a fact with its citations marked in their lines", "[cli]") {
  const Store store;
  const std::string id = store.id("salary", "$112,000");
  const Result result = store.run({"show", id.substr(0, 12)});
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  CHECK(result.out.starts_with(id + "  salary\n"));
  CHECK(has(result.out, "stated 2 times in 2 documents"));
  CHECK(has(result.out, "1. a/pay.md:3:"));
  CHECK(has(result.out, "A data scientist earns ⟦$112,000⟧ a year, according to Glassdoor."));
  CHECK(has(result.out, "source   Glassdoor"));
  CHECK(has(result.out, "2. b/more.md:3:"));
  CHECK(has(result.out, "rule "));
}

TEST_CASE("show says what is wrong with an id", "[cli]") {
  const Store store;
  for (const char* id : {"zzzz", "0123456789abcdef0", "fact"}) {
    const Result result = store.run({"show", id});
    CHECK(result.status == 2);
    CHECK(has(result.err, "no fact has this id"));
  }
  std::string article = "# Pay\n\n";
  for (int i = 10; i < 60; ++i) article += "A nurse earns $" + std::to_string(i) + ",000 a year.\n\n";
  store.folder.write("many.md", article);
  CHECK(store.run({"ingest", "many.md"}).status == 0);
  std::size_t ambiguous = 0;  // 50 facts and more share 16 first digits
  for (const char digit : std::string("0123456789abcdef"))
    ambiguous +=
        has(store.run({"show", std::string(1, digit)}).err, "several facts have an id that begins so") ? 1
                                                                                                       : 0;
  CHECK(ambiguous > 0);
}

TEST_CASE("page chrome is left out of facts and export unless it is asked for", "[cli]") {
  const TempFolder folder;
  folder.write("page.md",
               "# Pay of nurses\n\nBy Jane Doe | Published May 6, 2025\n\nA nurse earns $80,000 a year.\n\n"
               "## Related Articles\n\n- Welder jobs that pay $50,000 a year\n");
  const RunOptions here{.folder = folder.path()};
  const Result counted = run_careerfacts({"ingest", "page.md"}, here);
  CHECK(has(counted.out, "in page chrome (navigation, related articles …) are not counted"));
  CHECK_FALSE(has(run_careerfacts({"ingest", "page.md", "--include-chrome"}, here).out, "not counted"));
  for (const char* command : {"facts", "export"}) {
    const std::vector<std::string> jsonl{command, "--format", "jsonl"};
    CHECK_FALSE(has(run_careerfacts(jsonl, here).out, "welder"));
    const Result all = run_careerfacts({command, "--format", "jsonl", "--include-chrome"}, here);
    CHECK(has(all.out, R"("name":"welder")"));
    CHECK(has(all.out, R"("chrome":true)"));
  }
  const auto facts = objects(
      run_careerfacts({"facts", "--kind", "salary", "--include-chrome", "--format", "jsonl"}, here).out);
  REQUIRE(facts.size() == 2);
  const Result shown = run_careerfacts({"show", facts[0].at("id").as_string().c_str()}, here);
  CHECK(has(shown.out, "article  Pay of nurses, by Jane Doe, 2025-05-06"));
  const Result explained = run_careerfacts({"normalize", "page.md", "--explain"}, here);
  CHECK(
      has(explained.out, R"("step":"chrome","codec":null,"reason":"related articles: 'related articles'")"));
}

TEST_CASE("verify finds what changed and what is gone", "[cli]") {
  const Store store;
  const Result good = store.run({"verify"});
  CHECK(good.status == 0);
  CHECK(has(good.out, "in 2 documents: all hold"));

  store.folder.write("a/pay.md", kPay + "\nA line more.\n");
  const Result grown = store.run({"verify"});
  CHECK(grown.status == 0);
  CHECK(has(grown.out, "1 file changed since"));

  std::string changed = kPay;
  changed.replace(changed.find("112"), 3, "113");
  store.folder.write("a/pay.md", changed);
  const Result broken = store.run({"verify"});
  CHECK(broken.status == 1);
  CHECK(has(broken.out, "a/pay.md:3:24: broken citation of " + store.id("salary", "$112,000")));
  CHECK(has(broken.out, "are \"$113,000\", not \"$112,000\""));
  CHECK(has(broken.out, "1 broken, 0 that cannot be checked"));
  const Result shown = store.run({"show", store.id("salary", "$112,000")});
  CHECK(shown.status == 1);
  CHECK(has(shown.out, "the file has changed"));

  std::filesystem::remove(store.folder.at("a/pay.md"));
  std::filesystem::remove(store.folder.at("b/more.md"));
  store.folder.make_folder("b/more.md");
  const Result gone = store.run({"verify"});
  CHECK(gone.status == 1);
  CHECK(has(gone.out, "a/pay.md: the file is gone; its citations cannot be checked"));
  CHECK(has(gone.out, "b/more.md: it is no regular file any more"));
  CHECK(has(store.run({"show", store.id("salary", "$112,000")}).out, "the file is gone"));

  store.folder.write("a/pay.md", "short");
  CHECK(has(store.run({"verify"}).out, "are \"\", not"));
}

TEST_CASE("a file in another encoding is shown and verified by its bytes", "[cli]") {
  const TempFolder folder;
  folder.write("latin.txt",
               "Pay in Caf\xe9s\n\nA nurse at a caf\xe9 earns \xa3"
               "35,000 a year.\n");
  const RunOptions here{.folder = folder.path()};
  run_careerfacts({"ingest", "latin.txt"}, here);
  const Result verified = run_careerfacts({"verify"}, here);
  INFO(verified.out << verified.err);
  CHECK(verified.status == 0);
  const auto facts = objects(run_careerfacts({"facts", "--kind", "salary", "--format", "jsonl"}, here).out);
  REQUIRE(facts.size() == 1);
  const Result shown = run_careerfacts({"show", facts[0].at("id").as_string().c_str()}, here);
  CHECK(shown.status == 0);
  CHECK(has(shown.out, "⟦£35,000⟧"));
}

TEST_CASE("control characters of an article never reach the terminal", "[cli]") {
  if (!has_terminals()) return skip(kNoTerminals);
  const TempFolder folder;
  folder.write("hostile.md", "# Pay\n\nA nurse \x1b[31mearns\x07 $80,000 a year\xe2\x80\xae.\n");
  const RunOptions here{.folder = folder.path()};
  run_careerfacts({"ingest", "hostile.md"}, here);
  const auto facts = objects(run_careerfacts({"facts", "--kind", "salary", "--format", "jsonl"}, here).out);
  REQUIRE(facts.size() == 1);
  for (const auto& command : std::vector<std::vector<std::string>>{
           {"show", facts[0].at("id").as_string().c_str()}, {"facts"}, {"export"}}) {
    const Result shown = run_careerfacts_in_terminal(command, here);
    CHECK(shown.out.find('\x07') == std::string::npos);
    CHECK(shown.out.find("\x1b[31mearns") == std::string::npos);
    CHECK(shown.out.find("\xe2\x80\xae") == std::string::npos);
  }
}

TEST_CASE("a missing or unusable database is told by every command that reads it", "[cli]") {
  const TempFolder folder;
  folder.write("letter.txt", std::string(5000, 'x'));
  const RunOptions here{.folder = folder.path()};
  for (std::vector<std::string> command :
       std::vector<std::vector<std::string>>{{"facts"}, {"export"}, {"verify"}, {"show", "00"}}) {
    const Result missing = run_careerfacts(command, here);
    CHECK(missing.status == 2);
    CHECK(has(missing.err, "facts.db: there is no store here; make one with 'careerfacts ingest"));
    command.insert(command.end(), {"--db", "letter.txt"});
    const Result other = run_careerfacts(command, here);
    CHECK(other.status == 2);
    CHECK(has(other.err, "letter.txt: this file is not a SQLite database"));
  }
}

TEST_CASE("a reader that goes away is no failure", "[cli]") {
  const Store store;
  const RunOptions here{.folder = store.folder.path()};
  CHECK(shell("careerfacts export | true", here).status == 0);
  CHECK(shell("careerfacts facts | head -1", here).status == 0);
  CHECK(shell("careerfacts facts --format jsonl | head -1", here).status == 0);
}

}  // namespace
}  // namespace careerfacts::test
