#include "audit/reference.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "audit/read_reference.h"

namespace careerfacts {
namespace {

constexpr std::array<std::string_view, kMetrics> kMetricWords = {
    "employment_change",  "annual_openings",  "median_annual_wage",    "mean_annual_wage",
    "p10_annual_wage",    "p25_annual_wage",  "p75_annual_wage",       "p90_annual_wage",
    "median_hourly_wage", "mean_hourly_wage", "held_master_or_higher", "percentage"};
constexpr std::array<std::string_view, kMetrics> kMetricNames = {"employment change",
                                                                 "openings a year",
                                                                 "median wage a year",
                                                                 "mean wage a year",
                                                                 "10th percentile a year",
                                                                 "25th percentile a year",
                                                                 "75th percentile a year",
                                                                 "90th percentile a year",
                                                                 "median wage an hour",
                                                                 "mean wage an hour",
                                                                 "workers with a master's degree or higher",
                                                                 "percentage"};

auto order(const ReferenceRow& row) {
  return std::tuple(row.soc, row.metric, row.end_year, row.kind, row.edition, row.released, row.value);
}

}  // namespace

std::string_view to_word(Metric metric) { return kMetricWords.at(static_cast<std::size_t>(metric)); }
std::string_view name_of(Metric metric) { return kMetricNames.at(static_cast<std::size_t>(metric)); }

std::optional<Metric> metric_from(std::string_view word) {
  const auto at = std::find(kMetricWords.begin(), kMetricWords.end(), word);
  if (at == kMetricWords.end()) return std::nullopt;
  return static_cast<Metric>(at - kMetricWords.begin());
}

Reference Reference::built_in() {
  Reference reference;
  read_wages(reference.rows_);
  read_projections(reference.rows_);
  read_attainment(reference.rows_);
  reference.editions_ = read_editions();
  reference.bands_ = read_outlook_bands();
  reference.official_ = read_official();
  read_soc_history([&](std::string_view soc, std::string_view edition, std::string_view then) {
    reference.history_.push_back({soc, edition, then});
  });
  read_direct_titles([&](std::string_view soc, std::string_view title) {
    reference.direct_titles_.push_back({title, soc});
  });
  reference.index();
  return reference;
}

void Reference::add_csv(const std::string& file, std::string text) {
  texts_.push_back(std::make_unique<const std::string>(std::move(text)));
  const std::size_t before = rows_.size();
  read_reference_csv(file, *texts_.back(), rows_);
  // An edition of the projections that the program does not know yet.
  for (std::size_t i = before; i < rows_.size(); ++i) {
    const ReferenceRow& row = rows_[i];
    const bool is_known = std::any_of(editions_.begin(), editions_.end(),
                                      [&](const Edition& edition) { return edition.name == row.edition; });
    if (row.metric == Metric::employment_change && !is_known)
      editions_.push_back({row.edition, row.released, row.start_year, row.end_year});
  }
  std::stable_sort(editions_.begin(), editions_.end(),
                   [](const Edition& a, const Edition& b) { return a.end_year < b.end_year; });
  index();
}

void Reference::index() {
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const ReferenceRow& a, const ReferenceRow& b) { return order(a) < order(b); });
  profiles_.clear();
  publishers_.clear();
  for (const ReferenceRow& row : rows_)
    if (publishers_.empty() || !has_rows_of(row.publisher)) publishers_.push_back(row.publisher);
  for (std::uint32_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].soc.find(';') != std::string_view::npos) profiles_.push_back(i);
}

std::span<const ReferenceRow> Reference::rows_of(std::string_view soc, Metric metric) const {
  const auto key = std::pair(soc, metric);
  const auto begin = std::lower_bound(
      rows_.begin(), rows_.end(), key,
      [](const ReferenceRow& row, const auto& wanted) { return std::pair(row.soc, row.metric) < wanted; });
  auto end = begin;
  while (end != rows_.end() && end->soc == soc && end->metric == metric) ++end;
  return {begin, end};
}

int Reference::newest_survey() const {
  const auto rows = rows_of("00-0000", Metric::median_annual);
  return rows.empty() ? 0 : rows.back().end_year;
}

std::vector<const ReferenceRow*> Reference::profiles_with(std::string_view soc, Metric metric) const {
  std::vector<const ReferenceRow*> found;
  if (soc.empty()) return found;
  for (const std::uint32_t i : profiles_) {
    const ReferenceRow& row = rows_[i];
    if (row.metric == metric && row.soc.find(soc) != std::string_view::npos) found.push_back(&row);
  }
  return found;
}

bool Reference::has_rows_of(std::string_view publisher) const {
  return std::find(publishers_.begin(), publishers_.end(), publisher) != publishers_.end();
}

std::vector<std::string_view> Reference::codes_in(std::string_view soc, std::string_view edition) const {
  std::vector<std::string_view> codes;
  for (const History& change : history_)
    if (change.soc == soc && change.edition == edition) codes.push_back(change.then);
  if (codes.empty()) codes.push_back(soc);
  return codes;
}

}  // namespace careerfacts
