// The benchmark's own parts, on a corpus of a few articles: the corpus is the same each time, the results are
// whole, and two of them can be compared. What they measure here means nothing.
#include <boost/json.hpp>
#include <filesystem>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

namespace fs = std::filesystem;

// No compiled Python is left in the tree.
const std::map<std::string, std::string> kQuiet{{"PYTHONDONTWRITEBYTECODE", "1"}};

Result make_corpus(const TempFolder& folder, const std::string& name, const std::string& articles,
                   const std::string& bytes, const std::string& density = "2") {
  return run({"python3", tree_path("tests/bench/make_corpus.py"), tree_path("corpus"), folder.at(name),
              articles, bytes, density},
             {.environment = kQuiet});
}

TEST_CASE("the articles of the benchmark differ, are dense as asked, and the same each time", "[cli]") {
  const TempFolder folder;
  const Result few = make_corpus(folder, "few", "3", "600");
  INFO(few.err);
  REQUIRE(few.status == 0);
  REQUIRE(make_corpus(folder, "many", "1002", "600").status == 0);
  std::set<std::string> texts;
  for (const char* name : {"000000.md", "000001.md", "000002.md"}) {
    const std::string text = read_file(folder.at("few/000/" + std::string(name)));
    CHECK(text.size() > 600);
    CHECK(text == read_file(folder.at("many/000/" + std::string(name))));
    texts.insert(text);
  }
  CHECK(texts.size() == 3);
  CHECK(fs::exists(folder.at("many/001/001001.md")));

  // What is there is not made again; what somebody else put there stays.
  const auto made = fs::last_write_time(folder.at("few/000/000000.md"));
  CHECK(make_corpus(folder, "few", "3", "600").out == few.out);
  CHECK(fs::last_write_time(folder.at("few/000/000000.md")) == made);
  folder.write("mine/thesis.txt", "years of work");
  const Result refused = make_corpus(folder, "mine", "3", "600");
  CHECK(refused.status == 1);
  CHECK(refused.err.find("something here that this script has not made") != std::string::npos);
  CHECK(read_file(folder.at("mine/thesis.txt")) == "years of work");

  REQUIRE(make_corpus(folder, "dense", "3", "9000", "0").status == 0);
  REQUIRE(make_corpus(folder, "usual", "3", "9000").status == 0);
  const auto mentions_of = [&](const std::string& name) {
    const std::string out = run_careerfacts({"extract", folder.at(name)}).out;
    return std::count(out.begin(), out.end(), '\n');
  };
  CHECK(mentions_of("dense") > 2 * mentions_of("usual"));
  CHECK(mentions_of("usual") > 20);
}

TEST_CASE("the benchmark keeps results that can be compared", "[cli]") {
  const TempFolder folder;
  const std::string out = folder.at("results.json");
  const std::vector<std::string> words{"python3",
                                       tree_path("tests/bench/bench.py"),
                                       program_path(),
                                       folder.at("bench"),
                                       "--articles",
                                       "2",
                                       "--runs",
                                       "1",
                                       "--starts",
                                       "1",
                                       "--no-others",
                                       "--out",
                                       out};
  const Result first = run(words, {.environment = kQuiet});
  INFO(first.out << first.err);
  REQUIRE(first.status == 0);
  const boost::json::object results = boost::json::parse(read_file(out)).as_object();
  for (const char* key :
       {"version", "commit", "date", "machine", "corpus", "measurements", "figures", "busy"})
    CHECK(results.contains(key));
  const boost::json::object& measurements = results.at("measurements").as_object();
  for (const char* group : {"start", "program", "slice", "dense"})
    for (const boost::json::value& row : measurements.at(group).as_array()) {
      CHECK(row.at("seconds").at("median").to_number<double>() > 0);
      CHECK(row.at("peak_mib").to_number<double>() > 1);
    }
  CHECK(measurements.at("program").as_array().size() == 6);
  CHECK(results.at("figures").as_array().size() == 5);

  const Result compared =
      run({"python3", tree_path("tests/bench/report.py"), out, out}, {.environment = kQuiet});
  CHECK(compared.status == 0);
  CHECK(compared.out.find("program: extract --jobs 1") != std::string::npos);
  CHECK(compared.out.find("1.00") != std::string::npos);
}

}  // namespace
}  // namespace careerfacts::test
