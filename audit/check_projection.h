// Layer 3: growth of employment against the Bureau's projections, ten years each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/claim_reading.h"
#include "audit/finding.h"
#include "audit/steps.h"

namespace careerfacts {

// Occupation and period first, value last: the rows of the occupation that the claim names, in the edition of
// its years; without years in the edition that was newest when the article was published, or the newest
// there is. Gives a finding for each claim of employment change. `steps`, where given, gets a line for each
// step of the comparison.
class ProjectionCheck {
 public:
  explicit ProjectionCheck(const Reference& reference) : reference_(reference) {}
  std::optional<Finding> check(const Mention& mention, const ClaimReading& reading,
                               Steps* steps = nullptr) const;

 private:
  // A row that may be meant; `widened`: of a profile that joins the occupation with others.
  struct Candidate {
    const ReferenceRow* row = nullptr;
    bool widened = false;
  };
  std::vector<const Edition*> editions_for(const ClaimReading& reading) const;
  std::vector<Candidate> candidates(const std::string& soc, const Edition& edition,
                                    const ClaimReading& reading) const;

  const Reference& reference_;
};

}  // namespace careerfacts
