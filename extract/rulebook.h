// The rulebook: all the words and patterns that extraction goes by. Patterns are TOML with examples,
// gazetteers are TSV (formats: extract/patterns/README.md, extract/gazetteers/README.md). It is compiled into
// the program and can be replaced by a folder of the same layout.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

struct RulebookFile {
  std::string name;  // "patterns/period.toml", "gazetteers/titles.tsv"
  std::string_view text;
};

// The files that are compiled in, in bytewise order of their names. Valid for the life of the program.
std::vector<RulebookFile> builtin_rulebook_files();

struct CompiledRules;  // how extract/ sees it: extract/compiled_rules.h

// Immutable; shared freely between threads; cheap to copy.
class Rulebook {
 public:
  static Rulebook builtin();
  // Reads `folder`/patterns/*.toml and `folder`/gazetteers/*.tsv; a file that is missing there is taken from
  // the built-in ones. Throws Error(rulebook) with file:line on the first file that cannot be used.
  static Rulebook from_folder(const std::string& folder);

  const std::string& hash() const;  // SHA-256 over names and contents of all files
  const CompiledRules& compiled() const { return *compiled_; }

 private:
  explicit Rulebook(std::shared_ptr<const CompiledRules> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const CompiledRules> compiled_;
};

// One example that does not hold, or one rule that has none.
struct RuleProblem {
  std::string file;  // "patterns/period.toml"
  int line = 0;      // 1-based
  std::string rule;  // its id
  std::string message;
};

struct RuleCheck {
  std::size_t rules = 0;     // rules read
  std::size_t examples = 0;  // examples and counter-examples run
  std::vector<RuleProblem> problems;
};

// Runs every example of every rule through the whole of ingest and extract.
RuleCheck check_rulebook(const Rulebook& rulebook);

}  // namespace careerfacts
