// What a percentage tells, read from the cues that stand around it: the cue that decides between share,
// change, difference, rate and other, which way a change goes, and what the figure is about.
#pragma once

#include <optional>
#include <string_view>

#include "extract/figure_context.h"
#include "extract/mention.h"
#include "extract/percent.h"
#include "extract/scan.h"

namespace careerfacts {

class SenseReader {
 public:
  // REQUIRES: all three outlive the reader.
  SenseReader(const Scan& scan, const PercentExpression& percent, const FigureContext& context);

  // The cue that tells the sense, in the figure's sentence: what leads up to it ("a growth rate of 5%"), what
  // stands directly behind it ("20% more than"), then the nearest word before it, and the rest.
  const CueHit* in_sentence() const;

  // What stands before the figures before it in the sentence: "pay rose $5,000, or 10%".
  const CueHit* earlier() const;

  // What stands around the sentence: its column, its item and the headings.
  const CueHit* around() const;

  // `told_by` told the sense, and mostly tells the direction too: "rose by 5% as openings fell".
  Direction direction(Sense sense, const CueHit* told_by) const;

  // "35% fewer than in 2023", "24% longer than before the crisis": a comparison of two times is a change.
  // `cue` is that of the comparison.
  bool compares_times(const CueHit& cue) const;
  // The year of such a comparison.
  std::optional<int> year_compared(const CueHit& cue) const;

  // What the figure is about: "of <noun phrase>" behind it, or the noun phrase before its verb.
  TokenRange subject() const;

  // Whether what told the sense tells only how the figure came to be what it is: "burnout fell to 48%".
  bool is_bare_level(const CueHit& cue) const;

 private:
  const CueHit* near(Feature feature, TokenRange range, Place side, bool forward) const;
  bool fits(const CueHit& cue, TokenRange range, Place side) const;
  bool is_hedge(const CueHit& cue) const;
  bool is_in_title(const CueHit& cue) const;
  bool follows_article(const CueHit& cue) const;
  std::uint32_t begin_with_hedge() const;
  std::uint32_t begin_of_lead() const;
  bool did_it(const CueHit& change, const CueHit* behind) const;
  bool is_level(const CueHit& cue) const;
  const CueHit* sense_of_level(const CueHit& change) const;
  const CueHit* rate_behind() const;
  const CueHit* sum_behind() const;
  bool holds_a_group(TokenRange phrase) const;
  TokenRange phrase_behind() const;
  bool ends_phrase(std::uint32_t token) const;
  std::uint32_t comparand(const CueHit& cue) const;
  const CueHit* behind_bracket() const;
  bool compares_levels(const CueHit& cue) const;
  bool holds_change(std::uint32_t end) const;
  std::uint32_t end_of_comparand(const CueHit& cue) const;
  const CueHit* last_wide_cue(TokenRange range) const;

  const Scan& scan_;
  const PercentExpression& percent_;
  const FigureContext& context_;
  std::uint32_t begin_;  // of the figure with the hedge before it: "about 20%"
  std::uint32_t lead_;   // what ends here or later leads up to the figure: "a growth rate of"
};

}  // namespace careerfacts
