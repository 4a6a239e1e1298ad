// A document cut into tokens and sentences, with every phrase of the rulebook that stands in it.
// Made once a document; all extractors read it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/compiled_rules.h"
#include "ingest/document.h"

namespace careerfacts {

// Tokens [first, last) of Scan::tokens.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return last <= first; }
  bool contains(std::uint32_t token) const { return first <= token && token < last; }
};

// No phrase of any list has more tokens: what may hold or end at a token starts at most so far before it.
inline constexpr std::uint32_t kLongestPhrase = 24;

// A cue where it stands.
struct CueHit {
  Place place = Place::any;
  std::uint8_t value = 0;
  std::uint32_t rule = 0;
  TokenRange at;
};

// The cues of a feature, in order of their first tokens.
class CueList {
 public:
  // For a text of so many tokens.
  void start(std::size_t tokens);
  // In order of their first tokens.
  void add(const CueHit& cue) {
    while (first_from_.size() * kStride <= cue.at.first)
      first_from_.push_back(static_cast<std::uint32_t>(all_.size()));
    all_.push_back(cue);
  }
  // After the last add().
  void finish(std::size_t tokens);

  std::span<const CueHit> all() const { return all_; }
  // Those that begin in `range`.
  std::span<const CueHit> in(TokenRange range) const;

 private:
  static constexpr std::uint32_t kStride = 32;
  std::vector<CueHit> all_;
  std::vector<std::uint32_t> first_from_;  // [k]: the first in all_ that begins at token k * kStride or later
};

struct ScannedBlock {
  TokenRange tokens;
  std::uint32_t first_hit = 0, last_hit = 0;            // of Scan::hits
  std::uint32_t first_sentence = 0, last_sentence = 0;  // of Scan::sentences
};

struct Scan {
  const Document* document = nullptr;
  const CompiledRules* rules = nullptr;
  std::vector<Token> tokens;
  std::vector<Hit> hits;                    // names, not cues
  std::array<CueList, kFeatures> all_cues;  // by feature
  std::vector<TokenRange> sentences;
  std::vector<ScannedBlock> blocks;  // as many as the document has
  // Tokens that a capitalised name, an amount or the sign of a percentage may begin with; most begin none.
  std::vector<std::uint32_t> capitals;
  std::vector<std::uint32_t> money_anchors;    // anchors_money()
  std::vector<std::uint32_t> percent_anchors;  // AmountWords::may_begin()

  std::string_view text(TokenRange range) const;
  std::string_view word(std::uint32_t token) const;
  TextSpan span(TokenRange range) const;  // REQUIRES: not empty
  // The sentence that holds a token of a block: its index, and its tokens; the first one, and the block,
  // where none does.
  std::uint32_t sentence_index(std::uint32_t block, std::uint32_t token) const;
  TokenRange sentence_at(std::uint32_t block, std::uint32_t token) const;

  // Index of the first of Scan::hits of the block that starts at or after `token`.
  std::uint32_t hit_from(std::uint32_t block, std::uint32_t token) const;

  // Whether a title of the list begins with the words, which lie in the block, and goes on: "tax" in "Tax
  // Manager".
  bool begins_title(std::uint32_t block, TokenRange words) const;
  // "'s", or the apostrophe of "teachers'".
  bool is_possessive(std::uint32_t token) const;

  // The cues of a feature in the document; those that begin in `range`, which lies in one block.
  // Where two begin at the same token, the shorter stands first.
  std::span<const CueHit> cues(Feature feature) const {
    return all_cues[static_cast<std::size_t>(feature)].all();
  }
  std::span<const CueHit> cues(Feature feature, TokenRange range) const {
    return all_cues[static_cast<std::size_t>(feature)].in(range);
  }

  // The cues of a feature that lie within `range`; the last or the first of them.
  // Where two begin at the same token the longer one counts.
  const CueHit* last_cue(Feature feature, TokenRange range) const;
  const CueHit* first_cue(Feature feature, TokenRange range) const;
};

// REQUIRES: `document` and `rules` outlive the Scan.
Scan scan(const Document& document, const CompiledRules& rules);

}  // namespace careerfacts
