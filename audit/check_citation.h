// The first check of a claim: do the cited bytes still say it?
//
// Pure: the file was read before. Any thread.
#pragma once

#include <optional>

#include "audit/cited_file.h"
#include "audit/claim.h"
#include "audit/finding.h"

namespace careerfacts {

// Nothing where the citation holds, also in a file that has changed elsewhere. Else `broken_citation`: the
// file cannot be read, or other bytes stand there; the reason tells which. REQUIRES: `file` is the claim's
// document.
std::optional<Finding> check_citation(const Claim& claim, const CitedFile& file);

}  // namespace careerfacts
