#include "audit/check_attribution.h"

#include <algorithm>

#include "audit/audit_data.h"

namespace careerfacts {
namespace {

constexpr std::string_view kJobSite = "(job site)";
constexpr int kProjectionYears = 10;

Finding no_such_series(std::string reason) {
  return {Check::attribution, Verdict::no_such_series, std::move(reason), {}, Obstacle::none};
}

std::string years(const ClaimReading& reading) {
  return reading.start_year == 0
             ? "to " + std::to_string(reading.end_year)
             : std::to_string(reading.start_year) + " to " + std::to_string(reading.end_year);
}

}  // namespace

AttributionCheck::AttributionCheck(const Reference& reference) : reference_(reference) {
  const std::string file = "vocabulary/series.tsv";
  read_audit_data(file, {"body", "measure", "reason"}, [&](const TsvRow& row) {
    none_.push_back(
        {row.cells[0], one_of<Measure>(kMeasureWords, row.cells[1], file, row.line), row.cells[2]});
  });
}

std::optional<Finding> AttributionCheck::check(const ClaimReading& reading) const {
  if (reading.publisher == Publisher::none || reading.publisher == Publisher::vague)
    return uncheckable(Check::attribution, Obstacle::no_publisher,
                       reading.publisher == Publisher::none ? "the article names no source"
                                                            : "the article only hints at a source");
  const auto series = std::find_if(none_.begin(), none_.end(), [&](const Series& one) {
    return one.measure == reading.measure &&
           (one.body == reading.body || (one.body == kJobSite && reading.publisher == Publisher::job_site));
  });
  if (series != none_.end()) return no_such_series(reading.body + ": " + std::string(series->reason));
  if (reading.body != kLaborStatistics) return std::nullopt;

  const std::span<const Edition> editions = reference_.editions();
  if (reading.measure == Measure::employment_change && reading.end_year != 0 && !editions.empty()) {
    const Edition& newest = editions.back();
    if (reading.end_year > newest.end_year)
      return no_such_series("its newest projections are those of " + std::string(newest.name) +
                            "; there are none " + years(reading));
    if (reading.start_year != 0 && reading.end_year - reading.start_year != kProjectionYears)
      return no_such_series("its projections are for ten years; there are none for " + years(reading));
  }
  if (reading.measure == Measure::pay && reading.year > 0) {
    const int newest = reference_.newest_survey();
    // The handbook of a year quotes the wages of the May before, so that a year more may be meant.
    if (reading.year > newest + 1)
      return no_such_series("its newest wages are those of May " + std::to_string(newest) +
                            "; there are none of " + std::to_string(reading.year));
  }
  return std::nullopt;
}

}  // namespace careerfacts
