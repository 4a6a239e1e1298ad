// The scorer of ../shared over its annotated texts: no broken citation, and no figure below its floor. The
// floors are raised when the program gets better, never lowered.
#include <boost/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

struct Floors {
  double salary, percentage, role, certification;  // F1 of `right`
};

// The scorer's figures for the documents in `docs`.
boost::json::value score(const std::string& gold, const std::string& docs) {
  const TempFolder folder;
  const std::string mentions = folder.write("mentions.jsonl", "");
  const Result extracted = run_careerfacts({"extract", docs}, {.output_to = mentions});
  INFO(extracted.err);
  REQUIRE(extracted.status <= 1);
  const Result scored = run({"python3", shared_path("tools/score.py"), "--gold", gold, "--docs", docs,
                             "--pred", mentions, "--json"});
  INFO(scored.err);
  REQUIRE(scored.status == 0);
  return boost::json::parse(scored.out);
}

void check_floors(const boost::json::value& figures, const Floors& floors) {
  INFO(boost::json::serialize(figures));
  CHECK(figures.at("broken_citations") == 0);
  const auto right = [&](const char* kind) {
    return figures.at(kind).at("right").at("f").to_number<double>();
  };
  CHECK(right("salary") >= floors.salary);
  CHECK(right("percentage") >= floors.percentage);
  CHECK(right("role") >= floors.role);
  CHECK(right("certification") >= floors.certification);
}

// Empty when the scorer and its data are here, else why not.
std::string missing(const std::string& gold, const std::string& docs) {
  if (shared_path("tools/score.py").empty() || gold.empty() || docs.empty())
    return "../shared is not beside the tree";
  return shell("command -v python3").status == 0 ? "" : "python3 is not installed";
}

TEST_CASE("the development texts score at least what they did", "[golden]") {
  const std::string gold = shared_path("gold/dev");
  const std::string docs = shared_path("dev");
  if (const std::string reason = missing(gold, docs); !reason.empty()) return skip(reason);
  check_floors(score(gold, docs), {0.985, 0.985, 0.96, 0.92});
}

TEST_CASE("the seed articles score at least what they did", "[golden]") {
  const std::string gold = shared_path("gold/seeds");
  const std::string docs = shared_path("seeds");
  if (const std::string reason = missing(gold, docs); !reason.empty()) return skip(reason);
  check_floors(score(gold, docs), {0.99, 0.99, 0.94, 0.99});
}

TEST_CASE("the corpus scores at least what it did", "[golden]") {
  const std::string gold = tree_path("corpus/gold");
  const std::string docs = tree_path("corpus/articles");
  if (const std::string reason = missing(gold, docs); !reason.empty()) return skip(reason);
  check_floors(score(gold, docs), {0.95, 0.99, 0.98, 0.99});
}

}  // namespace
}  // namespace careerfacts::test
