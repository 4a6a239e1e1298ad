// Layer 3: pay against the Occupational Employment and Wage Statistics.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/claim_reading.h"
#include "audit/finding.h"
#include "audit/steps.h"

namespace careerfacts {

// Where the Bureau is named, or nobody, a figure is held against the row that it claims to be: its
// occupation, its survey (the year that is stated, or the one before, whose wages the handbook of a year
// quotes; else the newest before the article, then older ones), its statistic: an "average" may be the mean
// or the median, and which of them fitted is said. All other pay of an occupation, and what fits no row but
// is not claimed to be one, is held against the 10th and 90th percentile of the survey: plausible within,
// implausible when the whole of it lies far outside. Bonuses, raises and total pay are another kind of
// figure: uncheckable.
class WageCheck {
 public:
  explicit WageCheck(const Reference& reference) : reference_(reference) {}
  std::optional<Finding> check(const Mention& mention, const ClaimReading& reading,
                               Steps* steps = nullptr) const;

 private:
  // The surveys that a claim may quote, the likeliest first, by their years.
  std::vector<int> surveys_for(const ClaimReading& reading) const;
  const ReferenceRow* row_of(const std::string& soc, Metric metric, int year,
                             const ClaimReading& reading) const;
  const ReferenceRow* row_with(const std::vector<std::string>& socs, const Bounds& bounds) const;
  std::optional<Finding> exact(const SalaryFields& pay, const ClaimReading& reading, Steps* steps) const;
  Finding within(const SalaryFields& pay, const ClaimReading& reading, Steps* steps) const;

  const Reference& reference_;
};

}  // namespace careerfacts
