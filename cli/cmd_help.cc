// careerfacts help [COMMAND]
#include "base/error.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/table.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts help [COMMAND]

Shows what the program can do, or how to use one command.
)";

constexpr std::string_view kIntroduction =
    R"(Usage: careerfacts COMMAND [ARGUMENTS] [OPTIONS]

Reads career articles, finds every salary, percentage, job title and certification that they state, and keeps
each as a fact with its citations, down to the byte.

Commands:
)";

constexpr std::string_view kEnd =
    R"(
'careerfacts COMMAND --help' tells about one of them; 'careerfacts --version' prints the version.

Exit status: 0 all well; 1 finished, but something wants a look; 2 could not do what was asked.

Examples:
  careerfacts ingest articles/ --db facts.db       articles into a database, with a summary
  careerfacts facts --db facts.db --kind salary    look at what was found
  careerfacts extract article.txt --format text    one article, without a database
)";

Exit run(const std::vector<std::string>& arguments, Console& console) {
  std::vector<std::string> names;
  Options options("help");
  options.operands(names, 0, 1, "COMMAND");
  options.parse(arguments);
  if (!names.empty()) {
    const Command* command = find_command(names.front());
    if (command == nullptr)
      throw Error(ErrorKind::usage, names.front(), "there is no such command; see 'careerfacts --help'");
    console.out.write(command->help);
    return Exit::ok;
  }
  console.out.write(kIntroduction);
  for (const Command& command : commands()) {
    std::string line = "  " + std::string(command.name);
    line.append(line.size() < 14 ? 14 - line.size() : 1, ' ');
    console.out.write(line + std::string(command.summary) + "\n");
  }
  console.out.write(kEnd);
  return Exit::ok;
}

}  // namespace

Command help_command() { return {"help", "shows this, or the help of one command", kHelp, run}; }

}  // namespace careerfacts::cli
