// An audit for people to read.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "audit/audit.h"

namespace careerfacts {

// The order of a report: worst verdicts first, then as they were, which is by document and place.
std::vector<std::size_t> worst_first(std::span<const AuditedClaim> audited);

// How many claims were checked and how many were not, with the reasons, and how many have which verdict.
void append_coverage_text(std::string& out, const Coverage& coverage, std::size_t documents);

// "PATH:LINE:COLUMN: VERDICT: CLAIM — REASON" and a line end; broken at words where it is longer than
// `columns` (0: never), with what follows moved in. Line ends in it become spaces.
void append_audited_claim_text(std::string& out, const Claims& claims, const AuditedClaim& audited,
                               std::size_t columns);

}  // namespace careerfacts
