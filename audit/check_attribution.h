// Layer 2: who says so, and may that be?
#pragma once

#include "audit/claim_reading.h"
#include "audit/finding.h"

namespace careerfacts {

// no_such_series: the body that is named publishes no figure of this kind (vocabulary/series.tsv), or no such
// year or edition. Else uncheckable where nobody is named, and nothing where a name is.
class AttributionCheck {
 public:
  explicit AttributionCheck(const Reference& reference);
  std::optional<Finding> check(const ClaimReading& reading) const;

 private:
  struct Series {
    std::string_view body;  // listed name, or "(job site)" for each of that kind
    Measure measure{};
    std::string_view reason;
  };
  const Reference& reference_;
  std::vector<Series> none_;  // what bodies do not publish
};

}  // namespace careerfacts
