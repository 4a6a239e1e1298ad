// Phrases of all lists in one trie of token keys; every position of a text is looked up once for all of them.
//
// A hyphen between two words is no token of a phrase: "full-stack", "full stack" and "Full‑Stack" are the
// same. Built once, then read by any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/token.h"

namespace careerfacts {

// Which list a phrase belongs to; its entry is the index in that list.
enum class ListKind : std::uint8_t { title, title_head, title_modifier, credential, publisher, cue };
inline constexpr std::size_t kListKinds = 6;

struct Hit {
  ListKind list = ListKind::cue;
  std::uint32_t entry = 0;
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
};

class Lexicon {
 public:
  Lexicon();
  // Makes room for about so many phrases of two or three words.
  void reserve(std::size_t phrases);
  // Adds the words of `phrase`. Several entries may share a phrase. An empty phrase adds nothing.
  void add(std::string_view phrase, ListKind list, std::uint32_t entry);
  // After the last add(): lays what find() reads side by side. What was added since the last finish() is not
  // found.
  void finish();

  // Appends, for each token of [first, last), the longest phrase of each list that starts there, but all cues
  // that start there: they speak of different things. In order of Hit::first.
  void find(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
            std::vector<Hit>& hits) const;

  // The same for the token `first` alone; the phrases end at or before `last`.
  void find_at(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
               std::vector<Hit>& hits) const;

 private:
  struct Slot {
    std::uint64_t key = 0;  // of the edge: parent and token key mixed; 0 is free
    std::uint32_t node = 0;
  };
  struct Entry {
    std::uint32_t entry;
    ListKind list;
  };
  struct Added {
    std::uint32_t node;
    Entry entry;
  };
  struct Entries {  // of a node: entries_[first, first + n), cues first, then list by list
    std::uint32_t first = 0;
    std::uint32_t n = 0;
  };
  // What is asked of every token, in one place of the memory: the edge of the root, and what its node tells.
  struct Start {
    std::uint64_t key = 0;
    std::uint64_t next_bits = 0;  // as in Node
    Entries entries;              // as in Node: the phrases of this one token
    std::uint32_t node = 0;       // 0 is free
  };
  static std::size_t start_index(const std::vector<Start>& starts, std::uint64_t key);
  Start& add_start(std::uint64_t key);
  std::uint32_t child(std::uint32_t node, std::uint64_t key) const;
  std::uint32_t make_child(std::uint32_t node, std::uint64_t key);
  void resize(std::size_t slots);

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t n_edges_ = 0;
  struct Node {
    std::uint64_t next_bits = 0;  // bit key % 64 is set where an edge with such a key leaves the node
    Entries entries;
  };
  std::vector<Node> nodes_;
  std::vector<Entry> entries_;
  std::vector<Added> added_;   // in order of add()
  std::vector<Token> tokens_;  // of the phrase being added
  // A bit set that tells most absent edges without a cache miss.
  std::vector<std::uint64_t> edge_bits_;
  std::vector<Start> starts_;              // open addressing, a power of two
  std::vector<std::uint64_t> start_bits_;  // tells most tokens that start nothing, from the nearest cache
  std::size_t n_starts_ = 0;
};

}  // namespace careerfacts
