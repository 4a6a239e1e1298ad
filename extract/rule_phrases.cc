#include "extract/rule_phrases.h"

#include "base/check.h"

namespace careerfacts {

void RulePhrases::expect(std::size_t phrases) {
  if (use_ == Use::build) main_.expect(phrases);
}

void RulePhrases::add(std::string_view phrase, ListKind list, std::uint32_t entry) {
  if (use_ == Use::build) (list == ListKind::title_modifier ? beside_ : main_).add(phrase, list, entry);
}

void RulePhrases::add_cue(std::string_view phrase, const Cue& cue) {
  if (use_ == Use::ignore) return;
  const bool of_names =
      cue.feature == Feature::citing && cue.value >= static_cast<std::uint8_t>(Citing::person);
  const bool refuses_credential =
      cue.feature == Feature::credential_cue && cue.value == 0 && cue.place == Place::any;
  (of_names ? names_ : refuses_credential ? beside_ : main_).add_cue(phrase, cue);
}

void RulePhrases::finish(CompiledRules& rules) {
  CHECK(use_ == Use::build);
  rules.lexicon = Lexicon(main_.finish());
  rules.lexicon_beside = Lexicon(beside_.finish());
  rules.lexicon_names = Lexicon(names_.finish());
}

}  // namespace careerfacts
