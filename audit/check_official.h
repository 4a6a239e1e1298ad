// Layer 3: figures of other bodies about people: graduates, all workers.
#pragma once

#include <optional>

#include "audit/claim_reading.h"
#include "audit/finding.h"

namespace careerfacts {

// A claim is held against a figure of reference/official.tsv when the words by it name the same population,
// and either its publisher or, for nobody's figure, its year.
class OfficialCheck {
 public:
  explicit OfficialCheck(const Reference& reference) : reference_(reference) {}
  std::optional<Finding> check(const Mention& mention, const ClaimReading& reading) const;

 private:
  const Reference& reference_;
};

}  // namespace careerfacts
