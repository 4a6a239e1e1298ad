// Help is complete: every command has it, and what it names is there.
#include <regex>
#include <sstream>

#include "cli/command.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

TEST_CASE("every command has help in the same form", "[tree]") {
  for (const cli::Command& command : cli::commands()) {
    INFO(command.name);
    const std::string help(command.help);
    CHECK(help.starts_with("Usage: careerfacts " + std::string(command.name)));
    CHECK(help.ends_with("\n"));
    CHECK_FALSE(command.summary.empty());
    CHECK_FALSE(command.summary.ends_with('.'));
    if (command.name != "help") {
      CHECK(help.find("\nOptions:\n") != std::string::npos);
      CHECK(help.find("\nExamples:\n") != std::string::npos);
      CHECK(help.find("  --help ") != std::string::npos);
    }
    std::istringstream lines(help);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(line.size() <= 120);
    }
    for (const char* way : {"--help", "-h"})
      CHECK(run_careerfacts({std::string(command.name), way}).out == help);
    CHECK(run_careerfacts({"help", std::string(command.name)}).out == help);
  }
}

TEST_CASE("every option that help names is an option", "[tree]") {
  const std::regex option("\n  (--[a-z-]+)");
  for (const cli::Command& command : cli::commands()) {
    const std::string help(command.help);
    for (std::sregex_iterator it(help.begin(), help.end(), option), end; it != end; ++it) {
      INFO(command.name << " " << (*it)[1]);
      if ((*it)[1] == "--help") continue;
      // Given without what else the command needs, so that it stops at once; but not because of this option.
      const Result result =
          run_careerfacts({std::string(command.name), (*it)[1].str() + "=", "--no-such-option"});
      CHECK(result.status == 2);
      CHECK(result.err.find((*it)[1].str() + ": there is no such option") == std::string::npos);
    }
  }
}

TEST_CASE("the list of commands is in the help of the program", "[tree]") {
  const Result help = run_careerfacts({"--help"});
  CHECK(help.status == 0);
  for (const cli::Command& command : cli::commands())
    CHECK(help.out.find("\n  " + std::string(command.name) + " ") != std::string::npos);
}

}  // namespace
}  // namespace careerfacts::test
