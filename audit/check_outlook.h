// Layer 3: "much faster than average" against the band of its edition.
#pragma once

#include <optional>

#include "audit/claim_reading.h"
#include "audit/finding.h"

namespace careerfacts {

// Of a claim whose projection a row settled: does the phrase beside it hold? By the edition's bands where
// they are known, else against the edition's average of all occupations. `settled`: the finding of the
// projection check. Nothing where there is no phrase or no row.
class OutlookCheck {
 public:
  explicit OutlookCheck(const Reference& reference) : reference_(reference) {}
  std::optional<Finding> check(const ClaimReading& reading, const Finding& settled) const;

 private:
  const Reference& reference_;
};

}  // namespace careerfacts
