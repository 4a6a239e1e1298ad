// Which names are sources: those that a cue binds ("according to", "reports", "Source:", brackets behind a
// figure), and those that need none because they stand beside a figure and can be nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"
#include "extract/scan.h"
#include "extract/source_names.h"
#include "extract/unlisted_names.h"

namespace careerfacts {

struct SourceFound {
  SourceGrade grade = SourceGrade::none;
  std::string name;            // as the text has it
  std::string_view canonical;  // of the gazetteer, may be empty
  std::optional<int> year;
  std::optional<TextSpan> at;  // where it is named
};

// How a source is bound, which tells what it speaks of.
enum class Binding : std::uint8_t {
  before,     // "according to X": the figures of its clause on both sides
  subject,    // "X reports": the figures after it, or those before it where none follows
  bracketed,  // "(X, 2024)": the figures before it
  label,      // "Source: X": the table, list or text above
  above,      // "this table comes from X": the table above
  below,      // "the figures below are from X": the lines, list or table after it
  page,       // "all salary data is from X": what the page pays, where nothing nearer speaks
  page_all,   // "all figures on this page are from X": all its figures
  near,       // a name beside a figure, with no cue
  relative,   // "the 7% that X reports": the figure right before it
  same,       // "the same report": what the sentence before named; its source is empty
  refers,     // "that is", at the begin: the source of the sentence before
  goes_on,    // "the top", at the begin: the same, where both sentences have figures of one kind
};

struct BoundSource {
  std::uint32_t block = 0;
  TokenRange sentence;
  TokenRange at;  // of the cue and the name
  Binding binding = Binding::before;
  SourceFound source;
  bool was_vague = false;  // "the report says": some report, where none was named before
};

// The first tokens of figures, in order: of a whole page; and of one of its blocks, with the first behind
// it, which rules that look a token ahead may meet.
struct FigureTokens {
  std::span<const std::uint32_t> page;
  std::span<const std::uint32_t> block;
};

// Appends the sources of a block, by sentence, and in a sentence by place.
void bind_sources(const Scan& scan, const SourceNames& names, UnlistedNames& unlisted,
                  const FigureTokens& figures, std::uint32_t block, std::vector<BoundSource>& bounds);

}  // namespace careerfacts
