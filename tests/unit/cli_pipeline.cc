// Many files through the pipeline: in order, for any number of workers, and stopping when it is told to.
#include "cli/pipeline.h"

#include <atomic>

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::cli {
namespace {

class Inputs {
 public:
  explicit Inputs(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      sources_.push_back(
          {folder_.write(std::to_string(i), std::string(i * 7 % 50'000, ' ') + "Pay is $50,000."), {}});
  }
  const std::vector<Source>& sources() const { return sources_; }

 private:
  test::TempFolder folder_;
  std::vector<Source> sources_;
};

TEST_CASE("what is written comes in input order", "[cli]") {
  const Inputs inputs(300);
  const Rulebook rulebook = Rulebook::builtin();
  for (const std::size_t jobs : {1, 2, 7}) {
    std::vector<std::string> written;
    run_pipeline(
        inputs.sources(), rulebook, {.jobs = jobs},
        [](const ExtractedDocument& document, std::string& out) { out = document.path; },
        [&](Work&& work) {
          CHECK(work.usable);
          written.push_back(work.printed);
          return true;
        });
    REQUIRE(written.size() == inputs.sources().size());
    for (std::size_t i = 0; i < written.size(); ++i) REQUIRE(written[i] == inputs.sources()[i].path);
  }
}

TEST_CASE("no input is no work", "[cli]") {
  int written = 0;
  run_pipeline({}, Rulebook::builtin(), {}, nullptr, [&](Work&&) { return ++written > 0; });
  CHECK(written == 0);
}

TEST_CASE("a writer that has enough ends the run", "[cli]") {
  const Inputs inputs(300);
  for (const std::size_t jobs : {1, 4}) {
    std::atomic<int> made = 0;
    int written = 0;
    run_pipeline(
        inputs.sources(), Rulebook::builtin(), {.jobs = jobs},
        [&](const ExtractedDocument&, std::string&) { ++made; }, [&](Work&&) { return ++written < 3; });
    CHECK(written == 3);
    CHECK(made < 100);  // not all of the rest was worked on
  }
}

TEST_CASE("what a writer or a worker throws is thrown on", "[cli]") {
  const Inputs inputs(50);
  const Rulebook rulebook = Rulebook::builtin();
  for (const std::size_t jobs : {1, 4}) {
    CHECK_THROWS_AS(
        run_pipeline(inputs.sources(), rulebook, {.jobs = jobs}, nullptr,
                     [](Work&&) -> bool { throw Error(ErrorKind::store, "facts.db", "is full"); }),
        Error);
    CHECK_THROWS_AS(run_pipeline(
                        inputs.sources(), rulebook, {.jobs = jobs},
                        [](const ExtractedDocument&, std::string&) { throw Error(ErrorKind::io, "", "x"); },
                        [](Work&&) { return true; }),
                    Error);
  }
}

TEST_CASE("what cannot be read goes through with its diagnostics", "[cli]") {
  std::vector<Work> works;
  run_pipeline({{"/no/such/file", {}}}, Rulebook::builtin(), {}, nullptr, [&](Work&& work) {
    works.push_back(std::move(work));
    return true;
  });
  REQUIRE(works.size() == 1);
  CHECK_FALSE(works[0].usable);
  CHECK(works[0].document.path == "/no/such/file");
  CHECK(works[0].document.sha256.empty());
  CHECK(works[0].document.diagnostics.at(0).code == "missing-path");
}

TEST_CASE("what is unchanged is not extracted", "[cli]") {
  const Inputs inputs(3);
  PipelineOptions options;
  options.unchanged = [&](std::string_view path, std::string_view sha256) {
    return path == inputs.sources()[1].path && sha256.size() == 64;
  };
  std::string seen;
  run_pipeline(inputs.sources(), Rulebook::builtin(), options, nullptr, [&](Work&& work) {
    seen += work.unchanged ? "u" : "x";
    CHECK(work.usable);
    CHECK(work.document.sha256.size() == 64);
    CHECK(work.document.bytes > 0);
    return true;
  });
  CHECK(seen == "xux");
}

}  // namespace
}  // namespace careerfacts::cli
