#include "audit/check_outlook.h"

#include <charconv>

#include "audit/row_words.h"

namespace careerfacts {
namespace {

std::string_view phrase_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::much_faster:
      return "much faster";
    case Meaning::faster:
      return "faster";
    case Meaning::as_fast:
      return "as fast";
    case Meaning::slower:
      return "slower";
    default:
      return {};
  }
}

}  // namespace

std::optional<Finding> OutlookCheck::check(const ClaimReading& reading, const Finding& settled) const {
  if (reading.outlook.empty() || settled.evidence.empty()) return std::nullopt;
  if (settled.verdict != Verdict::supported && settled.verdict != Verdict::superseded &&
      settled.verdict != Verdict::relabelled)
    return std::nullopt;
  const auto& row = std::get<RowEvidence>(settled.evidence.front());
  double value = 0;
  std::from_chars(row.value.data(), row.value.data() + row.value.size(), value);
  const Meaning meaning = reading.outlook.front();
  const std::string phrase(phrase_of(meaning));

  Finding finding{Check::outlook, Verdict::supported, {}, {settled.evidence.front()}, Obstacle::none};
  for (const OutlookBand& band : reference_.outlook_bands()) {
    if (band.edition != row.edition) continue;
    if ((band.from && value < *band.from - 0.5) || (band.to && value > *band.to + 0.5)) continue;
    // "faster" holds for what is much faster.
    const bool holds = band.phrase == phrase || (meaning == Meaning::faster && band.phrase == "much faster");
    if (holds) {
      finding.reason = "\"" + phrase + " than average\" holds in " + row.edition;
      return finding;
    }
    finding.verdict = Verdict::contradicted;
    finding.reason = "the handbook calls " + row.value + "% in " + row.edition + " \"" +
                     std::string(band.phrase) + "\", not \"" + phrase + "\"";
  }
  if (finding.verdict == Verdict::contradicted) return finding;
  for (const ReferenceRow& all : reference_.rows_of("00-0000", Metric::employment_change)) {
    if (all.edition != row.edition) continue;
    const bool holds = meaning == Meaning::slower ? value < all.value : value > all.value;
    if (meaning == Meaning::as_fast) return std::nullopt;  // the band of that edition is not known
    finding.evidence.emplace_back(evidence_of(all));
    finding.verdict = holds ? Verdict::supported : Verdict::contradicted;
    finding.reason = "all occupations in " + row.edition + ": " + value_words(all);
    return finding;
  }
  return std::nullopt;
}

}  // namespace careerfacts
