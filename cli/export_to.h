// `careerfacts export --to ADDRESS`: another database is fed.
#pragma once

#include <string>

#include "cli/command.h"

namespace careerfacts::cli {

// `database` is the store. Throws Error where the address is none that it knows, or nothing can be done
// there.
Exit export_to(const std::string& address, const std::string& database, Console& console);

}  // namespace careerfacts::cli
