// Who says so: the source that the article itself names for a figure.
//
// A source is bound by a cue ("according to", "reports", "Source:", brackets behind the figure), and holds
// for the figures of its sentence, for the list or table that its sentence introduces, for a table above its
// "Source:" line or in whose Source column it stands, and for the next sentence where that says that it goes
// on about the same data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"
#include "extract/scan.h"

namespace careerfacts {

struct SourceFound {
  SourceGrade grade = SourceGrade::none;
  std::string name;            // as the text has it
  std::string_view canonical;  // of the gazetteer, may be empty
  std::optional<int> year;
  std::optional<TextSpan> at;  // where it is named
};

class Attributor {
 public:
  explicit Attributor(const Scan& scan);  // REQUIRES: outlived by scan

  // The source of the figure whose tokens are `figure`, in `block`.
  SourceFound source_of(std::uint32_t block, TokenRange figure) const;

  // Names of publishers, for what must not be read as a title.
  const std::vector<TokenRange>& publisher_names() const { return names_; }

 private:
  struct Bound {  // a source that a cue binds
    std::uint32_t block;
    TokenRange sentence;
    TokenRange at;
    SourceFound source;
    bool bracketed = false;   // "(X, 2024)": holds for the figures before it since the last bracket
    bool label = false;       // "Source: X": holds for the table or figure above
    bool introduces = false;  // its sentence ends in ':' or leads a list or table
  };

  void find_bound(std::uint32_t block);
  std::optional<SourceFound> source_at(std::uint32_t block, std::uint32_t token, TokenRange within,
                                       bool any_name) const;
  std::optional<SourceFound> source_before(std::uint32_t block, std::uint32_t token, TokenRange within) const;
  const Hit* publisher_from(std::uint32_t block, std::uint32_t token) const;
  std::optional<int> year_in(TokenRange range) const;
  const Bound* in_sentence(std::uint32_t block, TokenRange sentence, TokenRange figure) const;
  std::uint32_t first_in_sentence(std::uint32_t block, TokenRange sentence) const;
  const Bound* of_whole_block(std::uint32_t block) const;

  const Scan& scan_;
  std::vector<Bound> bound_;                   // in text order
  std::vector<std::uint32_t> first_of_block_;  // into bound_, one more than there are blocks
  std::vector<TokenRange> names_;
};

}  // namespace careerfacts
