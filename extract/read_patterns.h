// Pattern files (TOML) into the compiled rules; the format is told in extract/patterns/README.md.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/compiled_rules.h"
#include "extract/rule_phrases.h"

namespace careerfacts {

// What stands beside a rule to show what it is for, or what not.
struct Example {
  std::size_t rule = 0;  // index in CompiledRules::rules
  std::string text;
  int line = 0;          // of the rule's file, 1-based
  bool counter = false;  // must NOT hold
  Kind kind = Kind::salary;
  std::string quote;                                          // of the mention that is meant
  std::vector<std::pair<std::string, std::string>> expected;  // field, value as the contract prints it
};

// Adds the rules of a file; gives their examples, rule by rule. Throws Error(rulebook) with file:line on the
// first thing that is wrong.
std::vector<Example> read_patterns(const std::string& file, std::string_view text, CompiledRules& rules,
                                   RulePhrases& phrases);

}  // namespace careerfacts
