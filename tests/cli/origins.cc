// A figure that five sites copied from each other has one origin, in whatever order and by however many runs
// the copies came.
#include <boost/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

// The article as five sites print it, and another one that states one of its figures by itself.
std::vector<std::string> write_articles(const TempFolder& folder) {
  const std::string text = read_file(tree_path("corpus/articles/nursing-pay-guide.txt"));
  const std::string links = "\n\n## Related articles\n\n- [What welders earn](/w)\n- [Ten jobs](/t)\n";
  folder.write("a/original.txt", text);
  folder.write("b/byline.txt", "By Alex Example, Staff Writer\n\n" + text);
  folder.write("c/links.txt", text + links);
  folder.write("d/same.txt", text);
  folder.write("e/note.txt",
               text + "\n\nThis story first ran in the morning paper, and is printed by its leave.\n");
  folder.write("f/other.txt",
               "Registered nurses earn a median of $93,600 a year, says the Bureau of Labor Statistics.\n");
  return {"a", "b", "c", "d", "e", "f"};
}

std::string exported(const TempFolder& folder, const std::string& database) {
  return run_careerfacts({"export", "--db", database}, {.folder = folder.path()}).out;
}

}  // namespace

TEST_CASE("a figure copied five times has one origin", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  std::vector<std::string> folders = write_articles(folder);
  std::vector<std::string> all{"ingest", "--db", "once.db"};
  all.insert(all.end(), folders.begin(), folders.end());
  CHECK(run_careerfacts(all, here).status == 0);
  for (auto at = folders.rbegin(); at != folders.rend(); ++at)
    CHECK(run_careerfacts({"ingest", *at, "--db", "many.db"}, here).status == 0);
  CHECK(exported(folder, "many.db") == exported(folder, "once.db"));

  std::string id;
  std::istringstream lines(exported(folder, "once.db"));
  for (std::string line; std::getline(lines, line);) {
    const auto fact = boost::json::parse(line).as_object();
    if (fact.at("document_count") == 6 && fact.at("kind") == "salary") {
      CHECK(fact.at("origin_count") == 2);
      id = fact.at("id").as_string().c_str();
    } else if (fact.at("document_count") == 5) {
      CHECK(fact.at("origin_count") == 1);
    }
  }
  REQUIRE_FALSE(id.empty());
  const Result shown = run_careerfacts({"show", id, "--db", "once.db"}, here);
  CHECK(shown.out.find("in 6 documents of 2 origins\n") != std::string::npos);
  const Result csv = run_careerfacts({"facts", "--format", "csv", "--db", "once.db"}, here);
  CHECK(csv.out.find(",origin_count\r\n") != std::string::npos);
}

}  // namespace careerfacts::test
