#include "audit/check_projection.h"

#include <algorithm>
#include <cmath>

#include "audit/row_words.h"
#include "audit/tolerance.h"

namespace careerfacts {
namespace {

constexpr double kYears = 10;

double yearly(double ten_years) { return (std::pow(1 + ten_years / 100, 1 / kYears) - 1) * 100; }

}  // namespace

std::vector<const Edition*> ProjectionCheck::editions_for(const ClaimReading& reading) const {
  std::vector<const Edition*> chosen;
  if (reading.end_year != 0) {
    for (const Edition& edition : reference_.editions())
      if (edition.end_year == reading.end_year &&
          (reading.start_year == 0 || edition.start_year == reading.start_year))
        chosen.push_back(&edition);
    return chosen;
  }
  // The edition of the article's day first, then the ones before it.
  for (const Edition& edition : reference_.editions())
    if (reading.date.empty() || edition.released.substr(0, reading.date.size()) <= reading.date)
      chosen.insert(chosen.begin(), &edition);
  return chosen;
}

std::vector<ProjectionCheck::Candidate> ProjectionCheck::candidates(const std::string& soc,
                                                                    const Edition& edition,
                                                                    const ClaimReading& reading) const {
  std::vector<Candidate> found;
  for (const std::string_view code : reference_.codes_in(soc, edition.name)) {
    for (const ReferenceRow& row : reference_.rows_of(code, Metric::employment_change))
      if (row.edition == edition.name && may_be_of(row, reading)) found.push_back({&row, false});
    for (const ReferenceRow* row : reference_.profiles_with(code, Metric::employment_change))
      if (row->edition == edition.name && may_be_of(*row, reading)) found.push_back({row, true});
  }
  return found;
}

std::optional<Finding> ProjectionCheck::check(const Mention& mention, const ClaimReading& reading,
                                              Steps* steps) const {
  if (reading.measure != Measure::employment_change) return std::nullopt;
  const auto& figure = std::get<PercentageFields>(mention.fields);
  const bool is_down = figure.direction == Direction::down;
  const bool is_official = reading.publisher == Publisher::tabled;
  const bool is_same = reading.fit == Fit::same || reading.fit == Fit::everyone;
  const std::string stated = figure_words(figure.bounds) + "%";

  if (reading.publisher == Publisher::other || reading.publisher == Publisher::job_site ||
      reading.publisher == Publisher::other_official)
    return uncheckable(
        Check::projection, Obstacle::private_source,
        "the figure is that of " + figure.attribution.source + ", whose projections are in no table");
  if (reading.socs.empty())
    return uncheckable(Check::projection, Obstacle::no_occupation,
                       reading.occupation.empty()
                           ? "no occupation is named that projections are made for"
                           : "\"" + reading.occupation + "\" is no occupation that projections are made for");

  const std::vector<const Edition*> editions = editions_for(reading);
  const bool has_years = reading.end_year != 0;
  if (editions.empty())
    return uncheckable(Check::projection, Obstacle::no_comparable_row,
                       "the tables hold no projections for these years");
  if (!has_years)
    note(steps,
         reading.date.empty()
             ? "no years are stated and the article has no date: the newest edition first"
             : "no years are stated: editions released by " + reading.date + " first, the newest of them");
  // A field and a figure of nobody's are too loose to be settled by what is near.
  if (reading.fit == Fit::field && !is_official && !has_years)
    return uncheckable(Check::projection, Obstacle::no_publisher,
                       "no occupation, no years and no publisher are named for " + stated);

  std::vector<Evidence> seen;
  const ReferenceRow* first_row = nullptr;
  for (const Edition* edition : editions) {
    for (const std::string& soc : reading.socs) {
      for (const auto& [row, widened] : candidates(soc, *edition, reading)) {
        const double value = reading.is_yearly ? yearly(row->value) : row->value;
        const bool fits = fits_percent(figure.bounds, value, is_down);
        note(steps, "candidate " + words_of(*row) + (widened ? ", a profile of several occupations" : "") +
                        (fits ? ": fits " : ": does not fit ") + stated);
        if (first_row == nullptr) first_row = row;
        if (seen.size() < 3) seen.emplace_back(evidence_of(*row));
        if (!fits) continue;

        Finding finding{Check::projection, Verdict::supported, {}, {evidence_of(*row)}, Obstacle::none};
        const std::string what = words_of(*row);
        finding.reason = what;
        if (!is_same)
          finding.reason = publisher_of(*row) + " projects no \"" + reading.occupation +
                           "\"; the figure is that of " + what;
        else if (widened)
          finding.reason = "the figure is that of a wider profile, " + what;
        if (!is_same || widened) finding.verdict = Verdict::relabelled;
        const ReferenceRow* now = newest_row(reference_, soc, Metric::employment_change, reading);
        if (now != nullptr && !widened && now->end_year > row->end_year &&
            !fits_percent(figure.bounds, now->value, is_down)) {
          if (finding.verdict == Verdict::supported) finding.verdict = Verdict::superseded;
          finding.reason +=
              "; the newest edition says " + std::string(now->edition) + ": " + value_words(*now);
          finding.evidence.emplace_back(evidence_of(*now));
        }
        return finding;
      }
    }
  }
  if (first_row == nullptr)
    return uncheckable(Check::projection, Obstacle::no_comparable_row,
                       "the tables have no row for " + reading.occupation + " in these years");

  Finding finding{Check::projection, Verdict::contradicted, {}, std::move(seen), Obstacle::none};
  // Who names neither the Bureau nor its years may quote somebody else.
  if (!is_official && !(has_years && reading.start_year != 0 && is_same))
    return uncheckable(Check::projection, Obstacle::no_publisher,
                       "no publisher is named; " + publisher_of(*first_row) + " has " + words_of(*first_row));
  if (reading.fit == Fit::alternate || reading.is_group)
    return uncheckable(
        Check::projection, Obstacle::no_comparable_row,
        "no row of its own for \"" + reading.occupation + "\"; the nearest has " + words_of(*first_row));
  if (!is_same) {
    finding.verdict = Verdict::no_such_series;
    finding.reason = publisher_of(*first_row) + " projects no \"" + reading.occupation +
                     "\"; the nearest has " + words_of(*first_row);
  } else if (reading.is_yearly && fits_percent(figure.bounds, first_row->value, is_down)) {
    finding.reason = "the official figure is for ten years, not for one: " + words_of(*first_row);
  } else {
    finding.reason = words_of(*first_row) + ", not " + stated;
  }
  return finding;
}

}  // namespace careerfacts
