// Common titles against their SOC codes, which were looked up by hand: a code is right or left out.
#include <fstream>
#include <map>

#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

TEST_CASE("the SOC code of a common title is right, or left out where it is not sure", "[golden]") {
  const Rulebook rulebook = Rulebook::builtin();
  std::ifstream table(tree_path("tests/golden/soc_codes.tsv"));
  std::size_t titles = 0, right = 0, null = 0;
  std::string others;
  for (std::string line; std::getline(table, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || line == "title\tsoc") continue;
    REQUIRE(tab != std::string::npos);
    const std::string title = line.substr(0, tab), code = line.substr(tab + 1);
    ++titles;
    const ExtractedDocument found = extract(ingest("x", "She works as a " + title + "."), rulebook);
    const auto* role =
        found.mentions.size() == 1 ? std::get_if<RoleFields>(&found.mentions[0].fields) : nullptr;
    if (role == nullptr)
      others += title + ": not found\n";
    else if (role->soc_code.empty())
      ++null;
    else if (role->soc_code == code)
      ++right;
    else
      others += title + ": " + role->soc_code + ", not " + code + "\n";
  }
  INFO(others);
  INFO(right << " right and " << null << " left out of " << titles);
  REQUIRE(titles >= 150);
  CHECK((right + null) * 100 >= titles * 98);
  CHECK(right * 100 >= titles * 80);
}

}  // namespace
}  // namespace careerfacts::test
