// From the arguments to the command: the part of the program that all commands share.
#include <algorithm>

#include "base/error.h"
#include "cli/command.h"
#include "cli/options.h"

namespace careerfacts::cli {
namespace {

// Does `word` stand among the options (before "--")?
bool asks_for(const std::vector<std::string>& arguments, std::string_view long_form,
              std::string_view short_form) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return std::any_of(arguments.begin(), end,
                     [&](const std::string& word) { return word == long_form || word == short_form; });
}

}  // namespace

std::string_view program_version() { return CAREERFACTS_VERSION; }

Exit run_program(const std::vector<std::string>& arguments, Console& console) {
  const Command& help = *find_command("help");
  if (arguments.empty()) {
    help.run({}, console);
    return Exit::failed;  // nothing was asked
  }
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h") return help.run({}, console);
  if (first == "--version" || first == "-V" || asks_for(arguments, "--version", "-V")) {
    console.out.write("careerfacts " + std::string(program_version()) + "\n");
    return Exit::ok;
  }
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  const Command* command = find_command(first);
  if (command == nullptr) {
    std::vector<std::string_view> names;
    for (const Command& known : commands()) names.push_back(known.name);
    const std::string_view meant = closest(first, names);
    const std::string hint = meant.empty() ? "" : "; did you mean '" + std::string(meant) + "'?";
    if (first.starts_with('-'))
      throw Error(ErrorKind::usage, first, "options stand after the command; see 'careerfacts --help'");
    throw Error(ErrorKind::usage, first, "there is no such command" + hint + "; see 'careerfacts --help'");
  }
  if (asks_for(rest, "--help", "-h")) {
    console.out.write(command->help);
    return Exit::ok;
  }
  return command->run(rest, console);
}

}  // namespace careerfacts::cli
