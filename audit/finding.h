// What one check says of one claim, and by what evidence.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "audit/claim.h"
#include "audit/verdict.h"

namespace careerfacts {

// A row of a reference table.
struct RowEvidence {
  std::string table;    // "BLS Employment Projections", or the file that the user gave
  std::string edition;  // "2021-31", "May 2024"
  std::string row;      // what the row is about: "15-2051 Data scientists, employment change"
  std::string value;    // "35.8", ">=208000"
  friend bool operator==(const RowEvidence&, const RowEvidence&) = default;
};

// Another claim, by its place in Claims::claims.
struct ClaimEvidence {
  std::size_t claim = 0;
  friend bool operator==(const ClaimEvidence&, const ClaimEvidence&) = default;
};

using Evidence = std::variant<RowEvidence, ClaimEvidence>;

struct Finding {
  Check check{};
  Verdict verdict = Verdict::uncheckable;
  std::string reason;                  // one sentence without a full stop, for people
  std::vector<Evidence> evidence;      // what the reason rests on, the most telling first
  Obstacle obstacle = Obstacle::none;  // of an uncheckable one: why
};

// A finding that nothing could be found, and why.
inline Finding uncheckable(Check check, Obstacle obstacle, std::string reason) {
  return {check, Verdict::uncheckable, std::move(reason), {}, obstacle};
}

// A claim with all that was found out about it.
struct AuditedClaim {
  std::size_t claim = 0;  // index into Claims::claims
  Verdict verdict = Verdict::uncheckable;
  std::string reason;             // of the finding that gave the verdict
  std::vector<Finding> findings;  // in the order of the checks
};

}  // namespace careerfacts
