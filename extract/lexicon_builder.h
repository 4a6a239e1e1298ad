// Makes a Lexicon: phrases are added, then the trie is built of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/cue.h"
#include "extract/key_bits.h"
#include "extract/lexicon.h"
#include "extract/token.h"

namespace careerfacts {

class LexiconBuilder {
 public:
  // Adds the words of `phrase`. Several entries may share a phrase. An empty phrase adds nothing.
  void add(std::string_view phrase, ListKind list, std::uint32_t entry) { add(phrase, {entry, list}); }
  void add_cue(std::string_view phrase, const Cue& cue) {
    add(phrase, {cue.rule, ListKind::cue, cue.feature, cue.place, cue.value});
  }
  // Makes room for so many phrases.
  void expect(std::size_t phrases);
  // After the last add(), once: what a Lexicon is made of. The same phrases in the same order give the same
  // bytes.
  LexiconImage finish();

 private:
  struct Phrase {
    std::uint64_t start = 0;      // its first key
    std::uint32_t first_key = 0;  // keys_[first_key, first_key + n_keys)
    std::uint32_t n_keys = 0;
    LexiconEntry entry;
  };
  using Phrases = std::vector<Phrase>;

  void add(std::string_view phrase, const LexiconEntry& entry);
  void fill_bits();
  void sort_phrases();
  std::size_t start_index(std::uint64_t key) const;
  void build(std::size_t node, Phrases::iterator begin, Phrases::iterator end, std::uint32_t depth);
  LexiconImage image() const;

  Phrases phrases_;
  std::vector<std::uint64_t> keys_;
  std::vector<Token> tokens_;  // of the phrase being added

  // The parts of the image.
  std::size_t n_starts_ = 0;
  std::vector<StartLine> start_lines_;
  KeyBits last_of_several_;
  std::vector<LexiconNode> nodes_;
  std::vector<LexiconEntry> entries_;
};

}  // namespace careerfacts
