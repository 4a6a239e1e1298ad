// `careerfacts audit` as a user meets it.
#include <sys/stat.h>

#include <boost/json.hpp>
#include <filesystem>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/schema.h"
#include "tests/support/unprivileged.h"

namespace careerfacts::test {
namespace {

namespace json = boost::json;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Two articles that disagree, and one that says nonsense.
struct Store {
  TempFolder folder;

  Store() {
    folder.write("a.md",
                 "# Pay\n\nThe average salary of a sommelier is $60,000 a year, according to Glassdoor.\n");
    folder.write("b.md", "# Pay\n\nSommeliers earn an average of $95,000 a year.\n");
    folder.write("c.md", "# Pay\n\nElectricians earn $95,000 an hour.\n");
    REQUIRE(run({"ingest", "a.md", "b.md", "c.md"}).status == 0);
  }
  Result run(std::vector<std::string> arguments) const {
    return run_careerfacts(std::move(arguments), {.folder = folder.path()});
  }
};

TEST_CASE("audit opens with what was checked, then tells claims worst first", "[cli]") {
  const Store store;
  const Result result = store.run({"audit"});
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK(result.out.starts_with("3 claims in 3 documents: 3 checked, 0 not checked\n"));
  const std::size_t worse = result.out.find("c.md:3:19: implausible: ");
  const std::size_t better = result.out.find("a.md:3:38: disputed: ");
  REQUIRE(worse != std::string::npos);
  REQUIRE(better != std::string::npos);
  CHECK(worse < better);
  CHECK(has(result.out, "$95,000 (b.md:3)"));
}

TEST_CASE("audit stores what it found, and show tells it", "[cli]") {
  const Store store;
  REQUIRE(store.run({"audit"}).status == 0);
  std::istringstream lines(store.run({"audit", "--format", "jsonl"}).out);
  const auto schema = json::parse(read_file(tree_path("schemas/audit.schema.json")));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const json::value claim = json::parse(line);
    CHECK(schema_fault(schema, claim) == "");
    const Result shown = store.run({"show", claim.at("fact_id").as_string().c_str()});
    CHECK(has(shown.out, "audit    " + std::string(claim.at("verdict").as_string().c_str()) + ", by "));
  }
  CHECK(count == 3);
  // The first is a.md's: by document and place.
  const std::string lines_again = store.run({"audit", "--format", "jsonl"}).out;
  const json::value first = json::parse(lines_again.substr(0, lines_again.find('\n')));
  CHECK(has(store.run({"show", first.at("fact_id").as_string().c_str()}).out, "· b.md:3: $95,000"));
}

TEST_CASE("audit --fail-on sets the exit status", "[cli]") {
  const Store store;
  CHECK(store.run({"audit", "--fail-on", "disputed"}).status == 1);
  CHECK(store.run({"audit", "--fail-on", "contradicted,implausible"}).status == 1);
  CHECK(store.run({"audit", "--fail-on", "contradicted,superseded"}).status == 0);
  const Result wrong = store.run({"audit", "--fail-on", "contradicted,dispute"});
  CHECK(wrong.status == 2);
  CHECK(has(wrong.err, "'dispute' is no verdict; did you mean 'disputed'?"));
  CHECK(store.run({"audit", "--fail-on", ","}).status == 2);
}

TEST_CASE("audit tells broken citations and exits with 1", "[cli]") {
  const Store store;
  store.folder.write("b.md", "# Pay\n\nNothing is said here any more of what anybody earns.\n");
  std::filesystem::remove(store.folder.at("c.md"));
  const Result result = store.run({"audit"});
  CHECK(result.status == 1);
  CHECK(has(result.out, "b.md:3:31: broken_citation: "));
  CHECK(has(result.out, "cannot be read again: the file is gone"));
  CHECK(store.run({"audit", "--format", "sarif"}).status == 1);
  const Result unread = store.run({"audit", "--without-files"});
  CHECK(unread.status == 0);
  CHECK_FALSE(has(unread.out, "broken_citation"));
}

TEST_CASE("audit writes SARIF, CSV and files", "[cli]") {
  const Store store;
  const json::value log = json::parse(store.run({"audit", "--format", "sarif"}).out);
  CHECK(schema_fault(json::parse(read_file(tree_path("schemas/sarif.schema.json"))), log) == "");
  CHECK(log.at("runs").at(0).at("results").as_array().size() == 3);
  const Result csv = store.run({"audit", "--format=csv", "--out", "audit.csv"});
  CHECK(csv.status == 0);
  CHECK(csv.out.empty());
  CHECK(read_file(store.folder.at("audit.csv")).starts_with("verdict,document,line,"));
  CHECK(store.run({"audit", "--out", "no/such/folder.txt"}).status == 2);
}

TEST_CASE("audit --explain tells of one fact, and stores nothing", "[cli]") {
  const Store store;
  const json::value list =
      json::parse(store.run({"facts", "--kind", "salary", "--document", "c.md", "--format", "jsonl"}).out);
  const Result result = store.run({"audit", "--explain", list.at("id").as_string().c_str()});
  CHECK(result.status == 0);
  CHECK(has(result.out, "c.md:3:19: implausible"));
  CHECK(has(result.out, "sense: implausible: "));
  CHECK_FALSE(has(result.out, "a.md"));
  CHECK_FALSE(has(store.run({"show", list.at("id").as_string().c_str()}).out, "audit    "));
  CHECK(store.run({"audit", "--explain", "zz"}).status == 2);
  CHECK(store.run({"audit", "--explain", "00", "--format", "csv"}).status == 2);
}

TEST_CASE("a database that cannot be written to is audited all the same", "[cli]") {
  if (const std::string reason = no_unprivileged_programs(); !reason.empty()) return skip(reason);
  const Store store;
  store.run({"audit"});
  REQUIRE(::chmod(store.folder.at("facts.db").c_str(), 0444) == 0);
  REQUIRE(::chmod(store.folder.path().c_str(), 0555) == 0);
  Result result;
  {
    const Unprivileged user;
    result = store.run({"audit"});
  }
  REQUIRE(::chmod(store.folder.path().c_str(), 0755) == 0);
  CHECK(result.status == 0);
  CHECK(has(result.out, "3 claims in 3 documents"));
  CHECK(has(result.err, "the findings are not stored: "));
}

TEST_CASE("hostile names and quotes cannot move the cursor", "[cli]") {
  const TempFolder folder;
  folder.write("a\x1b[2J.md", "Electricians earn $95,000 an hour.\n");
  const RunOptions here{.folder = folder.path()};
  REQUIRE(run_careerfacts({"ingest", "."}, here).status == 0);
  const Result result = run_careerfacts({"audit"}, here);
  CHECK(result.out.find('\x1b') == std::string::npos);
  CHECK(has(result.out, "\\x1b[2J"));
}

TEST_CASE("audit says what is wrong with what it is given", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  CHECK(run_careerfacts({"audit"}, here).status == 2);
  CHECK_FALSE(std::filesystem::exists(folder.at("facts.db")));
  const Store store;
  const Result missing = store.run({"audit", "--reference", "none.csv"});
  CHECK(missing.status == 2);
  CHECK(has(missing.err, "none.csv"));
  store.folder.write("e.md", "Nothing.\n");
  REQUIRE(store.run({"ingest", "e.md", "--db", "e.db"}).status == 0);
  const Result empty = store.run({"audit", "--db", "e.db"});
  CHECK(empty.status == 0);
  CHECK(empty.out == "0 claims in 1 document: 0 checked, 0 not checked\n");
}

}  // namespace
}  // namespace careerfacts::test
