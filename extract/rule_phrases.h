// The phrases of the rules on their way to the lexicon that is asked for their kind.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/compiled_rules.h"
#include "extract/cue.h"
#include "extract/lexicon_builder.h"

namespace careerfacts {

class RulePhrases {
 public:
  enum class Use : std::uint8_t {
    build,   // lexicons are made of them
    ignore,  // the lexicons are there already: the files are read for the rest
  };
  explicit RulePhrases(Use use) : use_(use) {}

  // Makes room for so many phrases.
  void expect(std::size_t phrases);
  void add(std::string_view phrase, ListKind list, std::uint32_t entry);
  void add_cue(std::string_view phrase, const Cue& cue);

  // After the last add(), once: the lexicons of `rules`. REQUIRES: Use::build.
  void finish(CompiledRules& rules);

 private:
  Use use_;
  LexiconBuilder main_, beside_, names_;
};

}  // namespace careerfacts
