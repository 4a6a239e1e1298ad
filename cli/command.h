// What a command of the program is: a name, a help text written by hand, and a function.
//
// To add one: write cli/cmd_NAME.cc with a function `Command NAME_command()`, declare and list it in
// cli/commands.cc, add the file to cli/CMakeLists.txt. main has already dealt with --help when `run` is
// called. `run` reads its arguments with Options (cli/options.h), writes results to `console.out` and
// everything else to `console.err`, and throws Error when it cannot do what was asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/output.h"

namespace careerfacts::cli {

// The exit status of the program.
enum class Exit {
  ok = 0,       // all well
  look = 1,     // finished, something wants a look
  failed = 2,   // could not do what was asked
  interrupted,  // stopped by a signal, which then ends the program (cli/interruption.h)
};

struct Console {
  Output& out;  // results
  Output& err;  // progress, diagnostics, messages
};

struct Command {
  std::string_view name;     // "ingest"
  std::string_view summary;  // one line for the list in `careerfacts --help`, no full stop
  std::string_view help;     // the whole text of `careerfacts NAME --help`; ends in a line end
  Exit (*run)(const std::vector<std::string>& arguments, Console& console);
};

// "0.1.0".
std::string_view program_version();

// All commands, in the order in which help shows them.
const std::vector<Command>& commands();

// The command of that name, or nullptr.
const Command* find_command(std::string_view name);

// Does what the arguments say (without the program's name): finds the command, its help, or throws
// Error(usage).
Exit run_program(const std::vector<std::string>& arguments, Console& console);

}  // namespace careerfacts::cli
