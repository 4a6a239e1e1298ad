#include "audit/check_official.h"

#include <algorithm>

#include "audit/row_words.h"
#include "audit/tolerance.h"
#include "extract/token.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

// Does one of the words "a|b" begin a word of the sentence?
bool has_one(const std::string& lower, std::string_view words) {
  for (const std::string_view word : split(words, '|'))
    for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1))
      if (at == 0 || !std::isalnum(static_cast<unsigned char>(lower[at - 1]))) return true;
  return false;
}

bool is_of_kind(const OfficialFigure& figure, const Mention& mention, const ClaimReading& reading) {
  using Kind = OfficialFigure::Kind;
  if (const auto* pay = std::get_if<SalaryFields>(&mention.fields))
    return figure.kind == Kind::pay && pay->currency == "USD" &&
           (pay->statistic == Statistic::median) == figure.is_median && pay->statistic != Statistic::none &&
           is_single(pay->bounds);
  const auto& percentage = std::get<PercentageFields>(mention.fields);
  switch (figure.kind) {
    case Kind::share:
      return percentage.sense == Sense::share || percentage.sense == Sense::rate;
    case Kind::change:
      return percentage.sense == Sense::change && !reading.is_yearly;
    case Kind::yearly_change:
      return percentage.sense == Sense::change && reading.is_yearly;
    case Kind::pay:
      return false;
  }
  return false;
}

}  // namespace

std::optional<Finding> OfficialCheck::check(const Mention& mention, const ClaimReading& reading) const {
  const auto* pay = std::get_if<SalaryFields>(&mention.fields);
  const Bounds& bounds = pay != nullptr ? pay->bounds : std::get<PercentageFields>(mention.fields).bounds;
  const Attribution& source =
      pay != nullptr ? pay->attribution : std::get<PercentageFields>(mention.fields).attribution;
  std::string lower = to_lower(mention.context);
  // The name of the body itself tells nothing of the population: "Association of Colleges and Employers".
  if (const std::size_t at = source.source.empty() ? std::string::npos : lower.find(to_lower(source.source));
      at != std::string::npos)
    lower.erase(at, source.source.size());
  for (std::size_t at = 0; (at = lower.find("’", at)) != std::string::npos;) lower.replace(at, 3, "'");
  const bool is_down =
      pay == nullptr && std::get<PercentageFields>(mention.fields).direction == Direction::down;

  Finding finding{Check::official, Verdict::contradicted, {}, {}, Obstacle::none};
  for (const OfficialFigure& figure : reference_.official()) {
    const bool is_named = !reading.body.empty() && reading.body == figure.row.publisher;
    if (!is_of_kind(figure, mention, reading)) continue;
    // Nobody's figure, or one whose sentence names somebody for another: by population and year alone.
    if (!is_named && (reading.year != figure.row.end_year || pay == nullptr)) continue;
    const bool is_population =
        std::all_of(figure.needs.begin(), figure.needs.end(), [&](std::string_view need) {
          return need == "all_workers" ? reading.fit == Fit::everyone : has_one(lower, to_lower(need));
        });
    if (!is_population || std::any_of(figure.unless.begin(), figure.unless.end(),
                                      [&](std::string_view word) { return has_one(lower, to_lower(word)); }))
      continue;
    const bool fits =
        pay != nullptr ? fits_pay(bounds, figure.row.value) : fits_percent(bounds, figure.row.value, is_down);
    finding.evidence.emplace_back(evidence_of(figure.row));
    if (!fits && finding.evidence.size() > 1) continue;
    finding.reason = std::string(figure.row.publisher) + ", " + std::string(figure.row.table) + ", " +
                     std::string(figure.row.edition) + ", " + std::string(figure.row.occupation) + ": " +
                     value_words(figure.row);
    if (!fits) {
      finding.reason += ", not " + figure_words(bounds) + (pay != nullptr ? "" : "%");
      continue;
    }
    finding.verdict = Verdict::supported;
    if (!is_named && source.grade == SourceGrade::named)
      finding.reason += " (the article seems to name " + source.source + " for it)";
    std::swap(finding.evidence.front(), finding.evidence.back());
    return finding;
  }
  // Only what is claimed to be that body's figure can be contradicted by it.
  const bool is_claimed = std::any_of(reference_.official().begin(), reference_.official().end(),
                                      [&](const OfficialFigure& figure) {
                                        return !reading.body.empty() && figure.row.publisher == reading.body;
                                      });
  if (finding.evidence.empty() || !is_claimed) return std::nullopt;
  return finding;
}

}  // namespace careerfacts
