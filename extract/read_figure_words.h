// Reads the gazetteers that the grammars of figures go by. Format: extract/gazetteers/README.md.
#pragma once

#include "extract/compiled_rules.h"
#include "extract/gazetteer.h"

namespace careerfacts {

// Each adds the rows of a file to `rules`. Its text must live as long as `rules`. Throws Error(rulebook).
void read_currencies(const Gazetteer& from, CompiledRules& rules);
void read_number_word_list(const Gazetteer& from, CompiledRules& rules);
void read_amount_word_list(const Gazetteer& from, CompiledRules& rules);

}  // namespace careerfacts
