// Phrases of all lists in one trie of token keys; every position of a text is looked up once for all of them.
//
// A hyphen between two words is no token of a phrase: "full-stack", "full stack" and "Full‑Stack" are the
// same. Filled by add(), closed by finish(), then read by any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/cue.h"
#include "extract/key_bits.h"
#include "extract/token.h"

namespace careerfacts {

// Which list a phrase belongs to; its entry is the index in that list, of a cue the index of its rule.
enum class ListKind : std::uint8_t { title, title_head, title_modifier, credential, publisher, cue };
inline constexpr std::size_t kListKinds = 6;

struct Hit {
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t entry = 0;
  ListKind list = ListKind::cue;
  Feature feature = Feature::evidence;  // of a cue, as are the next two
  Place place = Place::any;
  std::uint8_t value = 0;
};

class Lexicon {
 public:
  // Adds the words of `phrase`. Several entries may share a phrase. An empty phrase adds nothing.
  void add(std::string_view phrase, ListKind list, std::uint32_t entry) { add(phrase, {entry, list}); }
  void add_cue(std::string_view phrase, const Cue& cue) {
    add(phrase, {cue.rule, ListKind::cue, cue.feature, cue.place, cue.value});
  }
  // Makes room for so many phrases.
  void expect(std::size_t phrases);
  // After the last add(): builds the trie. Nothing is found before, and nothing is added after.
  void finish();

  // Appends, for each token of [first, last), the longest phrase of each list that starts there, but all cues
  // that start there: they speak of different things. In order of Hit::first.
  void find(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
            std::vector<Hit>& hits) const {
    find(tokens, first, std::span(&last, 1), hits);
  }
  // The same in stretches of text that follow each other from the token `first` on, each up to its end in
  // `ends`. REQUIRES: one or more ends, rising.
  void find(const std::vector<Token>& tokens, std::uint32_t first, std::span<const std::uint32_t> ends,
            std::vector<Hit>& hits) const;

  // The same for the token `first` alone; the phrases end at or before `last`.
  void find_at(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
               std::vector<Hit>& hits) const;

  // Whether a phrase of two tokens or more may end with a token; seldom true when none does.
  bool may_end_several(const Token& token) const { return last_of_several_.may_hold(token.key); }

 private:
  struct Entry {
    std::uint32_t entry = 0;
    ListKind list = ListKind::cue;
    Feature feature = Feature::evidence;
    Place place = Place::any;
    std::uint8_t value = 0;
  };
  struct Phrase {
    std::uint64_t start = 0;      // its first key
    std::uint32_t first_key = 0;  // keys_[first_key, first_key + n_keys)
    std::uint32_t n_keys = 0;
    Entry entry;
  };
  static Hit hit_of(const Entry& of, std::uint32_t first, std::uint32_t last) {
    return {first, last, of.entry, of.list, of.feature, of.place, of.value};
  }
  // Half a cache line. The children of a node stand side by side, by key; so do its entries: cues first, then
  // list by list. An only entry is in the node itself.
  struct Node {
    std::uint64_t key = 0;        // of the token that leads here
    std::uint64_t next_bits = 0;  // bit key % 64 is set where a child has such a key
    std::uint32_t first_child = 0;
    std::uint16_t n_children = 0;
    std::uint16_t n_entries = 0;
    Entry entry{};  // the only one; of several, entry.entry is where they begin in entries_
    bool is_free() const { return n_children == 0 && n_entries == 0; }
  };
  std::span<const Entry> entries_of(const Node& node) const {
    return {node.n_entries == 1 ? &node.entry : entries_.data() + node.entry.entry, node.n_entries};
  }
  using Phrases = std::vector<Phrase>;

  void add(std::string_view phrase, const Entry& entry);

  std::size_t start_index(std::uint64_t key) const;
  void find_from(const Node& start, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                 std::vector<Hit>& hits) const;
  const Node* child(const Node& node, std::uint64_t key) const;
  void fill_bits();
  void sort_phrases();
  void build(std::size_t node, Phrases::iterator begin, Phrases::iterator end, std::uint32_t depth);

  // The first n_starts_ places are a hash table of the nodes of first tokens, a power of two; the others
  // follow.
  std::vector<Node> nodes_;
  std::size_t n_starts_ = 0;
  StartBits start_bits_;     // tells most tokens that start nothing where they stand
  KeyBits last_of_several_;  // the last tokens of phrases of two or more
  std::vector<Entry> entries_;

  // Until finish():
  Phrases phrases_;
  std::vector<std::uint64_t> keys_;
  std::vector<Token> tokens_;  // of the phrase being added
};

}  // namespace careerfacts
