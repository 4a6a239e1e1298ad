// Pattern files (TOML) into the compiled rules; the format is told in extract/patterns/README.md.
#pragma once

#include <string>
#include <string_view>

#include "extract/compiled_rules.h"

namespace careerfacts {

// Throws Error(rulebook) with file:line on the first thing that is wrong.
void read_patterns(const std::string& file, std::string_view text, CompiledRules& rules);

}  // namespace careerfacts
