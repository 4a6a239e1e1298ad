// A name of a type is that of one type: two of the same name in one namespace, in two headers, are taken for
// each other by the linker.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

namespace fs = std::filesystem;

TEST_CASE("no two headers define a type of the same name in the same namespace", "[tree]") {
  const std::regex opens("^namespace (careerfacts[a-z_:]*) \\{");
  const std::regex defines("^(?:struct|class|enum|enum class) (\\w+)(?: final)?(?: :[^{;]*)? \\{");
  std::map<std::string, std::set<std::string>> headers;  // by qualified name
  for (const char* folder : {"base", "ingest", "extract", "store", "audit", "publish", "cli"})
    for (const auto& entry : fs::directory_iterator(tree_path(folder))) {
      if (entry.path().extension() != ".h") continue;
      std::ifstream stream(entry.path());
      std::string within;
      for (std::string line; std::getline(stream, line);) {
        std::smatch found;
        if (std::regex_search(line, found, opens)) within = found[1];
        if (std::regex_search(line, found, defines))
          headers[within + "::" + found[1].str()].insert(folder + std::string("/") +
                                                         entry.path().filename().string());
      }
    }
  CHECK(headers.size() > 200);
  for (const auto& [name, where] : headers) {
    std::string list;
    for (const std::string& header : where) list += " " + header;
    if (where.size() > 1) FAIL_CHECK(name << " is defined in" << list);
  }
}

}  // namespace
}  // namespace careerfacts::test
