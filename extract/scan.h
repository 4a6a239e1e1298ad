// A document cut into tokens and sentences, with every phrase of the rulebook that stands in it.
// Made once a document; all extractors read it.
#pragma once

#include <cstdint>
#include <optional>
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
  Feature feature = Feature::evidence;
  Place place = Place::any;
  std::uint8_t value = 0;
  std::uint32_t rule = 0;
  TokenRange at;
};

struct ScannedBlock {
  TokenRange tokens;
  std::uint32_t first_hit = 0, last_hit = 0;            // of Scan::hits: names, not cues
  std::uint32_t first_cue = 0, last_cue = 0;            // of Scan::cues
  std::uint32_t first_sentence = 0, last_sentence = 0;  // of Scan::sentences
};

struct Scan {
  const Document* document = nullptr;
  const CompiledRules* rules = nullptr;
  std::vector<Token> tokens;
  std::vector<Hit> hits;
  std::vector<CueHit> cues;
  std::vector<TokenRange> sentences;
  std::vector<ScannedBlock> blocks;  // as many as the document has

  std::string_view text(TokenRange range) const;
  std::string_view word(std::uint32_t token) const;
  TextSpan span(TokenRange range) const;  // REQUIRES: not empty
  TokenRange sentence_at(std::uint32_t block, std::uint32_t token) const;

  // Index of the first of Scan::hits of the block that starts at or after `token`.
  std::uint32_t hit_from(std::uint32_t block, std::uint32_t token) const;

  // Index of the first cue of the block that starts at or after `token`.
  std::uint32_t cue_from(std::uint32_t block, std::uint32_t token) const;

  // The cues of a feature that lie within `range`, which lies in `block`; the last or the first of them.
  // Where two begin at the same token the longer one counts.
  const CueHit* last_cue(std::uint32_t block, Feature feature, TokenRange range) const;
  const CueHit* first_cue(std::uint32_t block, Feature feature, TokenRange range) const;
};

// REQUIRES: `document` and `rules` outlive the Scan.
Scan scan(const Document& document, const CompiledRules& rules);

}  // namespace careerfacts
