// The list of commands. Each is in the file cli/cmd_NAME.cc.
#include "cli/command.h"

namespace careerfacts::cli {

Command ingest_command();
Command extract_command();
Command load_command();
Command normalize_command();
Command rules_command();
Command verify_command();
Command audit_command();
Command facts_command();
Command show_command();
Command export_command();
Command report_command();
Command help_command();

const std::vector<Command>& commands() {
  static const std::vector<Command> list{
      ingest_command(), extract_command(), load_command(),   normalize_command(),
      rules_command(),  verify_command(),  audit_command(),  facts_command(),
      show_command(),   export_command(),  report_command(), help_command(),
  };
  return list;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

}  // namespace careerfacts::cli
