// Gazetteer files (TSV) into the compiled rules. Which file holds what is known by its name.
#pragma once

#include <vector>

#include "extract/compiled_rules.h"
#include "extract/rule_phrases.h"
#include "extract/rulebook.h"

namespace careerfacts {

// "gazetteers/titles.tsv" is the list of titles; "gazetteers/titles.mine.tsv" adds rows to it, and one whose
// first cell a row of the list has too stands for that row. Texts must outlive `rules`. Throws
// Error(rulebook) with file:line.
void read_gazetteers(const std::vector<RulebookFile>& files, CompiledRules& rules, RulePhrases& phrases);

}  // namespace careerfacts
