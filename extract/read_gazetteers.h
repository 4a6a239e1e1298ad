// Gazetteer files (TSV) into the compiled rules. Which file holds what is known by its name.
#pragma once

#include <string>
#include <string_view>

#include "extract/compiled_rules.h"

namespace careerfacts {

// `text` must outlive `rules`. Throws Error(rulebook) with file:line.
void read_gazetteer(const std::string& file, std::string_view text, CompiledRules& rules);

}  // namespace careerfacts
