// Names of those who could be a source: publishers of the gazetteer, bodies and reports that no list knows
// ("the Institute for Work Data"), short forms of names that stand earlier in the document ("the Institute"),
// and other capitalised words. What of them is a source is decided by cues: source_binding.h.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/scan.h"

namespace careerfacts {

// What a name needs to be taken for a source, the least first.
enum class Trust : std::uint8_t {
  clear,   // of the gazetteer, and nothing else bears that name
  listed,  // of the gazetteer, but also a word, an employer or a tool: needs a cue beside it
  body,  // on no list, but called an institute, a survey … , or the short form of one that was named before
  plain,  // capitalised words
};

struct SourceName {
  TokenRange at;
  Trust trust = Trust::plain;
  std::string_view canonical;      // of the gazetteer, else empty
  bool publishes_figures = false;  // of the gazetteer, by its kind
  TokenRange full;                 // where its whole name stands: `at`, but for short forms
};

class SourceNames {
 public:
  explicit SourceNames(const Scan& scan);  // REQUIRES: outlived by scan

  // Names of the block, in order, not overlapping; the first that begins in `range`.
  std::span<const SourceName> in(std::uint32_t block) const {
    return std::span(names_).subspan(first_of_block_[block],
                                     first_of_block_[block + 1] - first_of_block_[block]);
  }
  const SourceName* first_in(std::uint32_t block, TokenRange range) const;
  // The last name of the block that lies before `token`, not before `from`.
  const SourceName* last_before(std::uint32_t block, std::uint32_t token, std::uint32_t from) const;

  const std::vector<SourceName>& all() const { return names_; }

 private:
  class Finder;
  std::vector<SourceName> names_;              // in text order
  std::vector<std::uint32_t> first_of_block_;  // into names_, one more than there are blocks
};

}  // namespace careerfacts
