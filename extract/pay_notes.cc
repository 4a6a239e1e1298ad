#include "extract/pay_notes.h"

#include <algorithm>

namespace careerfacts {

PayNotes::PayNotes(const Scan& scan, const std::vector<Figure>& figures) : scan_(scan), figures_(figures) {
  constexpr std::uint32_t kReach = 6;  // tokens: "are gross base salaries"
  std::uint32_t block = 0;
  for (const CueHit& cue : scan.cues(Feature::citing)) {
    if (static_cast<Citing>(cue.value) != Citing::label || cue.place != Place::before) continue;
    while (scan.blocks[block].tokens.last <= cue.at.first) ++block;
    const TokenRange sentence = scan.sentence_at(block, cue.at.first);
    const auto figure =
        std::lower_bound(figures.begin(), figures.end(), sentence.first,
                         [](const Figure& f, std::uint32_t token) { return f.at.first < token; });
    if (figure != figures.end() && figure->at.first < sentence.last) continue;
    const CueHit* said =
        scan.first_cue(Feature::pay, {cue.at.last, std::min(cue.at.last + kReach, sentence.last)});
    if (said == nullptr) continue;
    const Pay pay = static_cast<Pay>(said->value);
    if (pay == Pay::base || pay == Pay::total) notes_.emplace_back(block, pay);
  }
}

Pay PayNotes::above(std::uint32_t block) const {
  // "Head cook - £34,000.", not a sentence that tells of another amount on its way.
  constexpr std::uint32_t kLabel = 12;  // tokens
  const std::uint32_t first = scan_.blocks[block].tokens.first;
  const auto figure = std::lower_bound(figures_.begin(), figures_.end(), first,
                                       [](const Figure& f, std::uint32_t t) { return f.at.first < t; });
  if (figure == figures_.end() || figure->at.first > first + kLabel) return Pay::none;
  const auto after = std::upper_bound(notes_.begin(), notes_.end(), block,
                                      [](std::uint32_t b, const auto& note) { return b < note.first; });
  if (after == notes_.begin()) return Pay::none;
  const auto& [note, pay] = *(after - 1);
  return scan_.document->blocks[note].section == scan_.document->blocks[block].section ? pay : Pay::none;
}

}  // namespace careerfacts
