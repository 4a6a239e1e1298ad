// Names that a sentence may hold, and what each stands for: places, fields of work (audit/vocabulary).
//
// Immutable; any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audit/sentence_words.h"

namespace careerfacts {

class NameTable {
 public:
  // Of "name TAB place": a code, or "US: Chicago".
  static const NameTable& places();
  // Of "field TAB names".
  static const NameTable& fields();

  // What the names in the sentence stand for: sorted, each once. The longest name counts where several begin.
  // Words that are capitalised in the table must be so in the sentence. The views are valid for ever.
  std::vector<std::string_view> find(const SentenceWords& sentence) const;

 private:
  struct Name {
    std::vector<std::string> words;  // in lower case
    std::vector<bool> capital;
    std::string_view meaning;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  void add(std::string_view name, std::string_view meaning);
  static std::size_t length_at(const Name& name, const SentenceWords& sentence, std::size_t at);

  std::unordered_map<std::string, std::vector<Name>, Hash, std::equal_to<>>
      by_first_word_;  // longest names first
};

}  // namespace careerfacts
