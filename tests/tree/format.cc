// .clang-format is law.
#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

TEST_CASE("all source files are formatted", "[tree]") {
  if (shell("command -v clang-format").status != 0) return skip("clang-format is not installed");
  std::vector<std::string> words{"clang-format", "--dry-run", "-Werror", "--ferror-limit=3", "--"};
  for (const char* folder : {"base", "ingest", "extract", "store", "audit", "publish", "cli", "tests"}) {
    if (!std::filesystem::is_directory(tree_path(folder))) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tree_path(folder)))
      if (entry.path().extension() == ".h" || entry.path().extension() == ".cc")
        words.push_back(entry.path().string());
  }
  REQUIRE(words.size() > 50);
  const Result result = run(words);
  INFO(result.err);
  CHECK(result.status == 0);
}

}  // namespace
}  // namespace careerfacts::test
