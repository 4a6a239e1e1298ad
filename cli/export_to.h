// `careerfacts export --to ADDRESS`: another database is fed.
#pragma once

#include <string>

#include "cli/command.h"

namespace careerfacts::cli {

// `database` is the store; `name` what it is called there, its own name where it is empty. Throws Error where
// the address is none that it knows, or nothing can be done there.
Exit export_to(const std::string& address, const std::string& database, const std::string& name,
               Console& console);

}  // namespace careerfacts::cli
