// Phrases of all lists in one trie of token keys; every position of a text is looked up once for all of them.
//
// A hyphen between two words is no token of a phrase: "full-stack", "full stack" and "Full‑Stack" are the
// same. Made by a LexiconBuilder, at run time or when the program is built; read by any number of threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

// A phrase's place in its list, and what it tells if it is a cue.
struct LexiconEntry {
  std::uint32_t entry = 0;
  ListKind list = ListKind::cue;
  Feature feature = Feature::evidence;
  Place place = Place::any;
  std::uint8_t value = 0;
};

// Half a cache line. The children of a node stand side by side, by key; so do its entries: cues first, then
// list by list. An only entry is in the node itself.
struct LexiconNode {
  std::uint64_t key = 0;        // of the token that leads here
  std::uint64_t next_bits = 0;  // bit key % 64 is set where a child has such a key
  std::uint32_t first_child = 0;
  std::uint16_t n_children = 0;
  std::uint16_t n_entries = 0;
  LexiconEntry entry{};  // the only one; of several, entry.entry is where they begin among all entries

  bool is_free() const { return n_children == 0 && n_entries == 0; }
  static std::uint64_t next_bit(std::uint64_t key) { return std::uint64_t{1} << (key % 64); }
};

// A lexicon as bytes, in the byte order of the machine: what LexiconBuilder makes. Its parts, each at the
// begin of a cache line: LexiconParts, start lines, KeyBits of last tokens, nodes, entries.
struct alignas(64) CacheLine {
  std::array<std::byte, 64> bytes{};
};
using LexiconImage = std::vector<CacheLine>;
// How many lines so many bytes take.
constexpr std::size_t cache_lines(std::size_t bytes) {
  return (bytes + sizeof(CacheLine) - 1) / sizeof(CacheLine);
}

struct LexiconParts {
  std::uint64_t starts = 0;  // how many of the nodes are the hash table of first tokens
  std::uint64_t start_lines = 0;
  std::uint64_t nodes = 0;
  std::uint64_t entries = 0;
};

// A hyphen, which is no token of a phrase where it joins two words.
inline bool joins_words(const Token& token) { return token.is('-'); }

class Lexicon {
 public:
  Lexicon() = default;  // finds nothing
  explicit Lexicon(LexiconImage image);
  // REQUIRES: `image` is that of a lexicon and outlives this.
  explicit Lexicon(std::span<const CacheLine> image);
  Lexicon(Lexicon&&) = default;
  Lexicon& operator=(Lexicon&&) = default;

  std::span<const CacheLine> image() const { return image_; }

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
  bool may_end_several(const Token& token) const {
    return last_of_several_ != nullptr && last_of_several_->may_hold(token.key);
  }

 private:
  static Hit hit_of(const LexiconEntry& of, std::uint32_t first, std::uint32_t last) {
    return {first, last, of.entry, of.list, of.feature, of.place, of.value};
  }
  std::span<const LexiconEntry> entries_of(const LexiconNode& node) const {
    return {node.n_entries == 1 ? &node.entry : entries_.data() + node.entry.entry, node.n_entries};
  }
  void find_from(const LexiconNode& start, const std::vector<Token>& tokens, std::uint32_t first,
                 std::uint32_t last, std::vector<Hit>& hits) const;
  const LexiconNode& start_node(std::uint64_t key) const;  // a free one where no phrase starts with it
  const LexiconNode* child(const LexiconNode& node, std::uint64_t key) const;

  LexiconImage own_;  // empty where the image stands elsewhere
  std::span<const CacheLine> image_;
  // Parts of the image. The first n_starts_ nodes are a hash table of the nodes of first tokens, a power of
  // two; the others follow.
  std::span<const LexiconNode> nodes_;
  std::size_t n_starts_ = 0;
  StartBits start_bits_;                      // tells most tokens that start nothing where they stand
  const KeyBits* last_of_several_ = nullptr;  // the last tokens of phrases of two or more
  std::span<const LexiconEntry> entries_;
};

}  // namespace careerfacts
