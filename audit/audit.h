// The audit: every claim through every check, one overall verdict each.
//
// Pure: no files, clock or locale. What must be read from outside comes in as arguments.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "audit/finding.h"
#include "audit/reference.h"

namespace careerfacts {

// Findings of the citations (check_citation.h) by claim, where there are any.
using CitationFindings = std::map<std::size_t, Finding>;

// One AuditedClaim for each claim, in their order.
std::vector<AuditedClaim> audit(const Claims& claims, const Reference& reference,
                                const CitationFindings& citations);

// What was checked and what was not: the report opens with it.
struct Coverage {
  std::size_t claims = 0;
  std::size_t checked = 0;                      // any verdict but uncheckable
  std::array<std::size_t, 11> by_verdict{};     // by Verdict
  std::map<Obstacle, std::size_t> unchecked{};  // why the others were not
};
Coverage coverage_of(std::span<const AuditedClaim> audited);

// The steps of the comparison, for people: which rows were candidates and why one was chosen.
std::string explain(std::size_t claim, const Claims& claims, const Reference& reference);

}  // namespace careerfacts
