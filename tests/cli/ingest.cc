// `careerfacts ingest` as a user meets it: what it prints, and what it does with what goes wrong.
#include <algorithm>
#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

const std::string kArticle =
    "# Pay of data scientists\n\nA data scientist earns $112,000 a year, and demand will grow 22% by 2030.\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("ingest tells what it read and what the database holds", "[cli]") {
  const TempFolder folder;
  folder.write("articles/pay.md", kArticle);
  const Result result = run_careerfacts({"ingest", "articles"}, {.folder = folder.path()});
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK(has(result.out, "Read 1 file ("));
  CHECK(has(result.out, "1 new, 0 changed, 0 unchanged, 0 not usable."));
  CHECK(has(result.out, "facts.db holds 1 document"));
  CHECK(has(result.out, "salary"));
  CHECK(has(result.out, "Pay by role"));
  CHECK(has(result.out, "112,000"));
  CHECK(has(result.out, "B/s\n"));
  CHECK(std::filesystem::exists(folder.at("facts.db")));
}

TEST_CASE("a second run changes nothing", "[cli]") {
  const TempFolder folder;
  folder.write("articles/pay.md", kArticle);
  const RunOptions here{.folder = folder.path()};
  CHECK(run_careerfacts({"ingest", "articles"}, here).status == 0);
  const std::string before = run_careerfacts({"export", "--format", "jsonl"}, here).out;
  const Result again = run_careerfacts({"ingest", "articles"}, here);
  CHECK(again.status == 0);
  CHECK(has(again.out, "0 new, 0 changed, 1 unchanged"));
  CHECK_FALSE(before.empty());
  CHECK(run_careerfacts({"export", "--format", "jsonl"}, here).out == before);
}

TEST_CASE("the facts are the same for any number of workers and any order of the paths", "[cli]") {
  const TempFolder folder;
  std::filesystem::copy(tree_path("corpus/articles"), folder.at("articles"));
  const RunOptions here{.folder = folder.path()};
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder.at("articles")))
    paths.push_back("articles/" + entry.path().filename().string());
  std::sort(paths.rbegin(), paths.rend());
  std::vector<std::string> backwards{"ingest", "--db", "b.db", "--jobs", "7"};
  backwards.insert(backwards.end(), paths.begin(), paths.end());
  CHECK(run_careerfacts({"ingest", "articles", "--db", "a.db", "--jobs", "1"}, here).status <= 1);
  CHECK(run_careerfacts(backwards, here).status <= 1);
  const Result one = run_careerfacts({"export", "--format", "jsonl", "--db", "a.db"}, here);
  CHECK(one.status == 0);
  CHECK(one.out.size() > 1000);
  CHECK(run_careerfacts({"export", "--format", "jsonl", "--db", "b.db"}, here).out == one.out);
  const Result verified = run_careerfacts({"verify", "--db", "a.db"}, here);
  INFO(verified.out << verified.err);
  CHECK(verified.status == 0);
}

TEST_CASE("the database in a folder that is read is no article", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  const RunOptions here{.folder = folder.path()};
  CHECK(run_careerfacts({"ingest", "."}, here).status == 0);
  const Result again = run_careerfacts({"ingest", "."}, here);
  CHECK(again.status == 0);
  CHECK(has(again.out, "Read 1 file ("));
}

TEST_CASE("what cannot be read is told, and the rest is stored", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  const Result some = run_careerfacts({"ingest", "missing.md", "pay.md"}, {.folder = folder.path()});
  CHECK(some.status == 1);
  CHECK(has(some.err, "missing.md: there is no such file or folder"));
  CHECK(has(some.out, "facts.db holds 1 document"));
}

TEST_CASE("when there is nothing to read no database is made", "[cli]") {
  const TempFolder folder;
  folder.make_folder("empty");
  for (const char* path : {"missing.md", "empty"}) {
    const Result result = run_careerfacts({"ingest", path}, {.folder = folder.path()});
    CHECK(result.status == 2);
    CHECK(has(result.err, path));
    CHECK_FALSE(std::filesystem::exists(folder.at("facts.db")));
  }
}

TEST_CASE("a file that is no database is left alone", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  const std::string letter(5000, 'x');
  folder.write("letter.txt", letter);
  const Result result =
      run_careerfacts({"ingest", "pay.md", "--db", "letter.txt"}, {.folder = folder.path()});
  CHECK(result.status == 2);
  CHECK(has(result.err, "letter.txt"));
  CHECK(read_file(folder.at("letter.txt")) == letter);
}

TEST_CASE("a database in a folder that is not there is told", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  const Result result =
      run_careerfacts({"ingest", "pay.md", "--db", "no/such/facts.db"}, {.folder = folder.path()});
  CHECK(result.status == 2);
  CHECK(has(result.err, "no/such/facts.db"));
}

TEST_CASE("a summary that nobody reads is no failure", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  const Result result = shell("careerfacts ingest pay.md | true", {.folder = folder.path()});
  CHECK(result.status == 0);
  CHECK(std::filesystem::exists(folder.at("facts.db")));
}

}  // namespace
}  // namespace careerfacts::test
