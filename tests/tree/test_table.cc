// tests/README.md says which test holds which promise: each file and each test case that it names is there.
#include <filesystem>
#include <regex>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

TEST_CASE("the tests that the table names are there", "[tree]") {
  const std::string page = read_file(tree_path("tests/README.md"));
  // A file in backticks, or the name of a case in quotes; of those in the lines of tables.
  const std::regex names("`([a-z_/]+[.](?:cc|py))`|\"([^\"|]+)\"");
  std::size_t files = 0, cases = 0, begin = 0;
  while (begin < page.size()) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    const std::string line = page.substr(begin, end - begin);
    begin = end + 1;
    // What is held may be quoted too: names stand behind the first cell.
    const std::size_t cell = line.starts_with('|') ? line.find(" | ") : std::string::npos;
    if (cell == std::string::npos) continue;
    std::string source;
    for (std::sregex_iterator name(line.begin() + static_cast<std::ptrdiff_t>(cell), line.end(), names), none;
         name != none; ++name) {
      INFO(name->str());
      if ((*name)[1].matched) {
        const std::string path = tree_path("tests/" + (*name)[1].str());
        REQUIRE(std::filesystem::exists(path));
        source = std::regex_replace(read_file(path), std::regex("\"\\s+\""), "");  // names over two lines
        ++files;
      } else {
        CHECK(source.find("TEST_CASE(\"" + (*name)[2].str() + "\"") != std::string::npos);
        ++cases;
      }
    }
  }
  CHECK(files > 30);
  CHECK(cases > 40);
}

}  // namespace
}  // namespace careerfacts::test
