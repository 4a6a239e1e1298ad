// What README.md shows is run: each ```sh block, in order, in a fresh folder with a copy of the corpus. A
// ```text block that follows must be in what was printed, but for digits, spaces and lines with "…".
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

// A tool of somebody else's that may not be installed here.
bool lacks_its_tool(const std::string& command) {
  if (command.starts_with("sqlite-utils ")) return shell("command -v sqlite-utils").status != 0;
  if (command.starts_with("parallel ")) return shell("command -v parallel").status != 0;
  return command.find("import pandas") != std::string::npos &&
         shell("python3 -c 'import pandas'").status != 0;
}

struct Example {
  int line = 0;  // of the block
  std::vector<std::string> commands;
  std::string expected;  // empty: nothing is said
};

// Commands that set the machine up, need a server, or take the tree as it is: scripts/run and scripts/test
// run this very test, and tests/cli/scale.cc runs scripts/scale.
bool is_for_the_reader(const std::string& command) {
  return std::regex_search(command,
                           std::regex("^(git|sudo|apt|apt-get|cd|cmake|ctest|ninja|curl|datasette|psql|"
                                      "scripts/scale/slurm|.*scripts/(?!scale)|.*postgresql://)"));
}

std::vector<Example> examples_of(std::istream&& page) {
  std::vector<Example> examples;
  enum { outside, commands, text, other } state = outside;
  int number = 0;
  for (std::string line; std::getline(page, line);) {
    ++number;
    if (line.starts_with("```")) {
      if (state != outside) {
        state = outside;
      } else if (line.starts_with("```sh")) {
        state = commands;
        examples.push_back({number, {}, ""});
      } else {
        state = line.starts_with("```text") && !examples.empty() ? text : other;
      }
    } else if (state == commands) {
      std::string command = line.starts_with("$ ") ? line.substr(2) : line;
      if (command.empty() || command.starts_with('#')) continue;
      auto& list = examples.back().commands;
      if (!list.empty() && list.back().ends_with('\\')) {
        list.back() += "\n" + command;
      } else {
        list.push_back(command);
      }
    } else if (state == text) {
      examples.back().expected += line + "\n";
    }
  }
  return examples;
}

// Figures may change, words may not.
std::string without_figures(const std::string& text) {
  std::string masked = std::regex_replace(text, std::regex("[0-9a-f]{8,}|[0-9][0-9.,:]*"), "#");
  masked = std::regex_replace(masked, std::regex("\\s+"), " ");
  return std::regex_replace(masked, std::regex("^ | $"), "");
}

TEST_CASE("the commands of README.md run and print what it shows", "[tree]") {
  if (!std::filesystem::exists(tree_path("README.md"))) return skip("there is no README.md yet");
  const TempFolder folder;
  std::filesystem::copy(tree_path("corpus"), folder.at("corpus"), std::filesystem::copy_options::recursive);
  std::filesystem::copy(tree_path("schemas"), folder.at("schemas"), std::filesystem::copy_options::recursive);
  std::filesystem::create_directories(folder.at("scripts"));
  std::filesystem::copy(tree_path("scripts/scale"), folder.at("scripts/scale"));
  int run_count = 0;
  for (const Example& example : examples_of(std::ifstream(tree_path("README.md")))) {
    std::string printed;
    bool all_run = true;
    for (const std::string& command : example.commands) {
      if (is_for_the_reader(command) || lacks_its_tool(command)) {
        all_run = false;
        continue;
      }
      const Result result = shell(command, {.folder = folder.path()});
      INFO("README.md:" << example.line << ": " << command << "\n" << result.out << result.err);
      CHECK(result.status <= 1);
      printed += result.out + result.err;
      ++run_count;
    }
    if (!all_run) continue;
    std::string masked_output;
    std::istringstream output(printed);
    for (std::string line; std::getline(output, line);) masked_output += "\n" + without_figures(line) + "\n";
    std::istringstream expected(example.expected);
    for (std::string line; std::getline(expected, line);) {
      if (line.find("…") != std::string::npos || without_figures(line).empty()) continue;
      INFO("README.md:" << example.line << " shows a line that was not printed: " << line << "\nprinted:\n"
                        << printed);
      CHECK(masked_output.find("\n" + without_figures(line) + "\n") != std::string::npos);
    }
  }
  CHECK(run_count > 0);
}

}  // namespace
}  // namespace careerfacts::test
