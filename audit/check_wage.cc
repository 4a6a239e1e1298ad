#include "audit/check_wage.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "audit/row_words.h"
#include "audit/tolerance.h"

namespace careerfacts {
namespace {

constexpr double kHoursAYear = 2080;  // how the Bureau turns hourly wages into yearly ones
constexpr double kFarBelow = 0.8;     // of the 10th percentile: what lies wholly below is implausible
constexpr double kFarAbove = 1.25;    // of the 90th

bool names_a_leader(std::string_view role) {
  constexpr std::string_view kLeaders[] = {"director",   "chief",     "head",     "manager",
                                           "supervisor", "executive", "principal"};
  return std::any_of(std::begin(kLeaders), std::end(kLeaders),
                     [&](std::string_view word) { return role.find(word) != std::string_view::npos; });
}

// Four digits that tell or more: 94,260, not 94,000.
bool is_exact(const Bounds& bounds) {
  const double value = stated_value(bounds);
  if (bounds.modifier != Modifier::none || value < 1) return false;
  if (std::fabs(value - std::round(value)) > 1e-6) return true;
  int zeros = 0, digits = 0;
  for (auto whole = static_cast<long long>(std::llround(value)); whole > 0; whole /= 10, ++digits)
    if (whole % 10 == 0 && zeros == digits) ++zeros;
  return digits - zeros >= 4;
}

// The rows that a figure may be, in the order in which they are tried.
std::vector<Metric> metrics_for(const SalaryFields& pay, const ClaimReading& reading) {
  if (!reading.percentiles.empty() && pay.statistic != Statistic::median &&
      pay.statistic != Statistic::average)
    return pay.period == Period::hour ? std::vector<Metric>{} : reading.percentiles;
  if (pay.statistic == Statistic::percentile) return {};
  const bool hourly = pay.period == Period::hour;
  const Metric median = hourly ? Metric::median_hourly : Metric::median_annual;
  const Metric mean = hourly ? Metric::mean_hourly : Metric::mean_annual;
  if (pay.statistic == Statistic::median) return {median};
  return pay.statistic == Statistic::average ? std::vector{mean, median} : std::vector{median, mean};
}

}  // namespace

std::vector<int> WageCheck::surveys_for(const ClaimReading& reading) const {
  // The handbook of a year quotes the survey of the May before.
  if (reading.is_may) return {reading.year};
  if (reading.year != 0) return {reading.year, reading.year - 1};
  std::set<int, std::greater<>> years;
  for (const ReferenceRow& row : reference_.rows_of("00-0000", Metric::median_annual))
    if (reading.date.empty() || row.released.substr(0, reading.date.size()) <= reading.date)
      years.insert(row.end_year);
  return {years.begin(), years.end()};
}

const ReferenceRow* WageCheck::row_of(const std::string& soc, Metric metric, int year,
                                      const ClaimReading& reading) const {
  for (const ReferenceRow& row : reference_.rows_of(soc, metric))
    if (row.end_year == year && row.currency == "USD" && may_be_of(row, reading)) return &row;
  return nullptr;
}

// A row of the same occupations that the figure fits, of any year and statistic: what may have been meant.
const ReferenceRow* WageCheck::row_with(const std::vector<std::string>& socs, const Bounds& bounds) const {
  if (!is_exact(bounds)) return nullptr;
  for (const std::string& soc : socs)
    for (int metric = static_cast<int>(Metric::median_annual);
         metric <= static_cast<int>(Metric::mean_hourly); ++metric)
      for (const ReferenceRow& row : reference_.rows_of(soc, static_cast<Metric>(metric)))
        if (fits_pay(bounds, row.value)) return &row;
  return nullptr;
}

// Nothing where the figure need not be a row of the tables.
std::optional<Finding> WageCheck::exact(const SalaryFields& pay, const ClaimReading& reading,
                                        Steps* steps) const {
  if (!is_single(pay.bounds) || reading.fit == Fit::heading) return std::nullopt;
  // Official wages are those of all levels; "art director" is the name of the occupation.
  if (pay.level != Level::none && !(pay.level == Level::senior && names_a_leader(pay.role.name)))
    return std::nullopt;
  if (pay.period != Period::year && pay.period != Period::hour && pay.period != Period::none)
    return std::nullopt;
  const std::vector<Metric> metrics = metrics_for(pay, reading);
  const bool is_same = reading.fit == Fit::same || reading.fit == Fit::everyone;
  const bool is_official = reading.publisher == Publisher::tabled;
  // Of nobody's figure only one that is exact may be told by its value.
  if (!is_official && (!is_same || !is_exact(pay.bounds))) return std::nullopt;
  std::vector<const ReferenceRow*> tried;
  for (const int year : surveys_for(reading)) {
    for (const std::string& soc : reading.socs) {
      for (const Metric metric : metrics) {
        const ReferenceRow* row = row_of(soc, metric, year, reading);
        if (row == nullptr) continue;
        const bool fits = fits_pay(pay.bounds, row->value);
        note(steps, "candidate " + words_of(*row) + (fits ? ": fits " : ": does not fit ") +
                        figure_words(pay.bounds));
        tried.push_back(row);
        if (!fits) continue;
        Finding finding{Check::wage, Verdict::supported, words_of(*row), {evidence_of(*row)}, Obstacle::none};
        if (pay.statistic == Statistic::average &&
            (metric == Metric::median_annual || metric == Metric::median_hourly))
          finding.reason += "; the \"average\" is the median";
        if (!is_same) {
          finding.verdict = Verdict::relabelled;
          finding.reason = "there is no official wage of a \"" + reading.occupation +
                           "\"; the figure is that of " + words_of(*row);
          return finding;
        }
        const ReferenceRow& now = *newest_row(reference_, soc, metric, reading);  // this row may be meant
        if (now.end_year > row->end_year && !fits_pay(pay.bounds, now.value)) {
          finding.verdict = Verdict::superseded;
          finding.reason += "; the newest survey, " + std::string(now.edition) + ", says " + value_words(now);
          finding.evidence.emplace_back(evidence_of(now));
        }
        return finding;
      }
    }
  }
  if (tried.empty() || !is_official) return std::nullopt;
  Finding finding{Check::wage, Verdict::contradicted, {}, {}, Obstacle::none};
  for (std::size_t i = 0; i < tried.size() && i < 3; ++i)
    finding.evidence.emplace_back(evidence_of(*tried[i]));
  if (reading.fit == Fit::alternate || reading.is_group) return std::nullopt;
  if (!is_same) {
    finding.verdict = Verdict::no_such_series;
    finding.reason = publisher_of(*tried.front()) + " has no wage of a \"" + reading.occupation +
                     "\"; the nearest has " + words_of(*tried.front());
  } else if (pay.statistic == Statistic::none && reading.percentiles.empty()) {
    return std::nullopt;  // which of its figures is quoted is not plain
  } else {
    finding.reason = words_of(*tried.front()) + ", not " + figure_words(pay.bounds);
    if (const ReferenceRow* meant = row_with(reading.socs, pay.bounds)) {
      finding.reason += ", which is " + words_of(*meant);
      finding.evidence.emplace_back(evidence_of(*meant));
    }
  }
  return finding;
}

Finding WageCheck::within(const SalaryFields& pay, const ClaimReading& reading, Steps* steps) const {
  double scale = 1;
  switch (pay.period) {
    case Period::none:
      return uncheckable(Check::wage, Obstacle::no_period,
                         "whether the pay is by the year or the hour is not plain");
    case Period::hour:
      scale = kHoursAYear;
      break;
    case Period::day:
    case Period::week:
      return uncheckable(Check::wage, Obstacle::not_comparable,
                         "official wages are by the year and the hour");
    case Period::month:
      scale = 12;
      break;
    case Period::year:
      break;
  }
  std::optional<double> low = pay.bounds.min, high = pay.bounds.max;
  if (low) *low *= scale;
  if (high) *high *= scale;
  std::optional<Finding> outside;
  // The nearest occupation in whose distribution it lies; else what the first of them says.
  std::vector<int> years = surveys_for(reading);
  // An occupation that the survey of that year did not have yet: the next one that has it.
  if (reading.year != 0)
    for (int year = reading.year + 1; year < reading.year + 10; ++year) years.push_back(year);
  for (const std::string& soc : reading.socs) {
    const ReferenceRow* bottom = nullptr;
    const ReferenceRow* top = nullptr;
    for (const int year : years) {
      bottom = row_of(soc, Metric::p10_annual, year, reading);
      top = row_of(soc, Metric::p90_annual, year, reading);
      if (bottom != nullptr && top != nullptr) break;
    }
    if (bottom == nullptr || top == nullptr) continue;
    // Whose pay is published by the year only has no working year of 2,080 hours.
    if (pay.period == Period::hour && reference_.rows_of(soc, Metric::median_hourly).empty()) continue;
    const std::string of = std::string(top->occupation) + " (" + std::string(top->soc) + "), " +
                           std::string(top->edition) + ": 10th to 90th percentile " + value_words(*bottom) +
                           " to " + value_words(*top);
    note(steps, "distribution of " + of);
    const double least = low.value_or(*high);
    const double most = high.value_or(*low);
    const bool below = high && most < bottom->value * kFarBelow;
    const bool above = low && !top->or_more && least > top->value * kFarAbove;
    Finding finding{
        Check::wage, Verdict::plausible, of, {evidence_of(*bottom), evidence_of(*top)}, Obstacle::none};
    if (reading.fit != Fit::same && reading.fit != Fit::everyone)
      finding.reason = "the nearest official occupation to \"" + reading.occupation + "\" is " + of;
    if (below || above) {
      // The nearest occupation tells too little of a job that has none of its own; who begins or leads may
      // stand outside.
      const bool is_telling = reading.fit == Fit::same || reading.fit == Fit::everyone;
      if (!is_telling || pay.statistic == Statistic::percentile || !reading.percentiles.empty() ||
          (below && pay.level == Level::entry) || (above && pay.level == Level::senior))
        continue;
      finding.verdict = Verdict::implausible;
      finding.reason = std::string(below ? "far below" : "far above") + " what the occupation earns: " + of;
      if (!outside) outside = std::move(finding);
      continue;
    }
    if (least < bottom->value || (!top->or_more && most > top->value))
      finding.reason += "; part of it lies outside";
    return finding;
  }
  if (outside) return *outside;
  return uncheckable(Check::wage, Obstacle::no_comparable_row,
                     "the tables have no distribution to hold it against for " + reading.occupation);
}

std::optional<Finding> WageCheck::check(const Mention& mention, const ClaimReading& reading,
                                        Steps* steps) const {
  if (mention.kind() != Kind::salary) return std::nullopt;
  const auto& pay = std::get<SalaryFields>(mention.fields);
  if (pay.currency != "USD")
    return uncheckable(Check::wage, Obstacle::other_country,
                       "the tables hold wages of the United States only");
  if (pay.pay == Pay::bonus || pay.pay == Pay::increase || pay.pay == Pay::total)
    return uncheckable(
        Check::wage, Obstacle::not_comparable,
        "official wages hold no " + std::string(pay.pay == Pay::total   ? "total pay"
                                                : pay.pay == Pay::bonus ? "bonuses and additional pay"
                                                                        : "raises and premiums"));
  if (reading.socs.empty())
    return uncheckable(Check::wage, Obstacle::no_occupation,
                       reading.occupation.empty()
                           ? "no occupation is named that official wages exist for"
                           : "\"" + reading.occupation + "\" is no occupation that official wages exist for");
  if (reading.publisher == Publisher::none || reading.publisher == Publisher::vague ||
      reading.publisher == Publisher::tabled)
    if (auto finding = exact(pay, reading, steps)) return finding;
  return within(pay, reading, steps);
}

}  // namespace careerfacts
