// Every #include of the tree against the table in ARCHITECTURE.md: the folders are the steps of the data, and
// a later one is never included by an earlier one.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

namespace fs = std::filesystem;

struct Row {
  std::set<std::string> folders;
  std::set<std::string> parties;
};
using IncludeTable = std::map<std::string, Row>;

// How the headers of each third party begin.
const std::map<std::string, std::vector<std::string>> kParties{
    {"OpenSSL", {"openssl/"}},
    {"ICU", {"unicode/"}},
    {"RE2", {"re2/"}},
    {"toml++", {"toml++/"}},
    {"SQLiteCpp", {"SQLiteCpp/"}},
    {"SQLite", {"sqlite3.h"}},
    {"Boost.JSON", {"boost/json"}},
    {"Boost.Filesystem", {"boost/filesystem"}},
    {"Boost.Program_options", {"boost/program_options"}},
    {"Boost.Iostreams", {"boost/iostreams"}},
    {"zlib", {"zlib.h"}},
    {"libpq", {"libpq-fe.h"}},
    {"gumbo", {"gumbo.h"}},
    {"oneTBB", {"tbb/", "oneapi/tbb/"}},
    {"Catch2", {"catch2/"}},
    {"Google Benchmark", {"benchmark/"}},
    {"glibc", {"malloc.h"}},
    {"POSIX",
     {"sys/", "dirent.h", "fcntl.h", "unistd.h", "poll.h", "pwd.h", "pty.h", "spawn.h", "signal.h", "dlfcn.h",
      "netinet/", "arpa/"}},
};

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(" \t`"));
  text.erase(text.find_last_not_of(" \t`\r") + 1);
  return text;
}

std::set<std::string> listed(const std::string& cell) {
  std::set<std::string> words;
  std::istringstream stream(cell);
  for (std::string word; std::getline(stream, word, ',');)
    if (!trimmed(word).empty()) words.insert(trimmed(word));
  return words;
}

// The rows of the table under "## Include table".
IncludeTable read_table(std::istream&& page) {
  IncludeTable table;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("#")) inside = line.find("Include table") != std::string::npos;
    if (!inside || !line.starts_with('|')) continue;
    std::vector<std::string> cells;
    std::istringstream stream(line.substr(1));
    for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(trimmed(cell));
    if (cells.size() < 3 || cells[0] == "folder" || cells[0].starts_with("---")) continue;
    table[cells[0]] = {listed(cells[1]), listed(cells[2])};
  }
  return table;
}

std::string party_of(const std::string& header) {
  for (const auto& [party, beginnings] : kParties)
    for (const std::string& beginning : beginnings)
      if (header.starts_with(beginning)) return party;
  return "";
}

// A header that only its own library includes says so at its top.
bool is_internal(const std::string& header, const std::string& folder) {
  const std::string text = std::regex_replace(read_file(tree_path(header)), std::regex("\n// "), " ");
  return text.find("Inside the " + folder + " library only") != std::string::npos;
}

// What is wrong with including `header` in `file`, which lies in `folder`; empty when nothing is.
std::string fault(const std::string& file, const std::string& folder, const std::string& header, bool quoted,
                  const IncludeTable& table) {
  const Row& row = table.at(folder);
  if (quoted) {
    const std::string other = header.substr(0, header.find('/'));
    if (header.find('/') == std::string::npos) return "is not named from the root of the tree";
    return other == folder || row.folders.contains(other)
               ? ""
               : "is in a folder that " + folder + " may not include";
  }
  if (header.find_first_of("./") == std::string::npos) return "";  // the standard library
  if (header.starts_with("sanitizer/")) return "";                 // the compiler
  const std::string party = party_of(header);
  if (party.empty()) return "is of a third party that is not known; name it in the table and in this test";
  if (!row.parties.contains(party)) return "is of " + party + ", which " + folder + " may not use";
  return folder == "tests" || !file.ends_with(".h") || is_internal(file, folder)
             ? ""
             : "shows " + party + " to all that include this header";
}

TEST_CASE("every include is allowed by the table in ARCHITECTURE.md", "[tree]") {
  const IncludeTable table = read_table(std::ifstream(tree_path("ARCHITECTURE.md")));
  REQUIRE(table.size() >= 7);
  std::size_t includes = 0;
  for (const auto& [folder, row] : table) {
    INFO("the table names " << folder);
    REQUIRE(fs::is_directory(tree_path(folder)));
    for (const auto& entry : fs::recursive_directory_iterator(tree_path(folder))) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cc" && extension != ".in") continue;
      const std::string file = fs::relative(entry.path(), tree_path()).string();
      std::ifstream stream(entry.path());
      int number = 0;
      for (std::string line; std::getline(stream, line);) {
        ++number;
        const std::size_t at = line.find_first_not_of(" \t");
        if (at == std::string::npos || line.compare(at, 8, "#include") != 0) continue;
        const std::size_t open = line.find_first_of("\"<", at);
        const std::size_t close = line.find_first_of("\">", open + 1);
        REQUIRE(close != std::string::npos);
        ++includes;
        const std::string problem =
            fault(file, folder, line.substr(open + 1, close - open - 1), line[open] == '"', table);
        if (!problem.empty()) FAIL_CHECK(file << ":" << number << ": " << line << ": " << problem);
      }
    }
  }
  CHECK(includes > 100);
}

TEST_CASE("every folder with source files has a row", "[tree]") {
  const IncludeTable table = read_table(std::ifstream(tree_path("ARCHITECTURE.md")));
  for (const auto& entry : fs::directory_iterator(tree_path())) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() || name.starts_with('.') || name == "build") continue;
    const bool has_sources =
        std::any_of(fs::directory_iterator(entry.path()), fs::directory_iterator(),
                    [](const fs::directory_entry& file) { return file.path().extension() == ".cc"; });
    if (has_sources && !table.contains(name))
      FAIL_CHECK(name << " has source files, but no row in the include table of ARCHITECTURE.md");
  }
}

TEST_CASE("the checker sees what is wrong", "[tree]") {
  const IncludeTable table = read_table(std::istringstream(
      "## Include table\n\n| folder | may include | third parties |\n| --- | --- | --- |\n"
      "| base | | OpenSSL |\n| extract | `base`, ingest | RE2, toml++ |\n\n## Other\n| not | of | it |\n"));
  REQUIRE(table.size() == 2);
  CHECK(fault("extract/a.cc", "extract", "ingest/b.h", true, table).empty());
  CHECK(fault("extract/a.cc", "extract", "re2/re2.h", false, table).empty());
  CHECK(fault("extract/a.cc", "extract", "vector", false, table).empty());
  CHECK_FALSE(fault("base/a.cc", "base", "ingest/b.h", true, table).empty());
  CHECK_FALSE(fault("base/a.cc", "base", "span.h", true, table).empty());
  CHECK_FALSE(fault("base/a.cc", "base", "unicode/x.h", false, table).empty());
  CHECK_FALSE(fault("base/a.cc", "base", "unheard/of.h", false, table).empty());
}

}  // namespace
}  // namespace careerfacts::test
