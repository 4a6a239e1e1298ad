// A rule file of any content is read, or refused with an Error that tells the place; nothing else happens.
// The first line of the input is the file's name ("patterns/period.toml", "gazetteers/titles.tsv"), the rest
// is the file.
#include "base/error.h"
#include "extract/compiled_rules.h"
#include "extract/read_gazetteers.h"
#include "extract/read_patterns.h"
#include "tests/fuzz/target.h"

namespace careerfacts::fuzz {

void run_one(std::string_view input) {
  const std::size_t line_end = input.find('\n');
  if (line_end == std::string_view::npos) return;
  const std::string name(input.substr(0, line_end));
  if (name.find('\0') != std::string::npos) return;  // no file has such a name
  const std::string text(input.substr(line_end + 1));
  CompiledRules rules;
  RulePhrases phrases(RulePhrases::Use::build);
  try {
    if (name.ends_with(".toml")) {
      read_patterns(name, text, rules, phrases);
    } else {
      read_gazetteers({{name, text}}, rules, phrases);
    }
  } catch (const Error& error) {
    if (std::string_view(error.what()).empty()) demand_no_fault("an Error without a message");
    return;
  }
  phrases.finish(rules);
  rules.credential_names.build(rules.credentials, rules.credential_surfaces);
}

}  // namespace careerfacts::fuzz
