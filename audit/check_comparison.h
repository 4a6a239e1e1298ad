// Claims against each other, across articles and within one: do others say the same, or something else?
//
// Pure; any thread. About linear in the number of claims: they are grouped by what they tell (comparable.h).
#pragma once

#include <optional>
#include <vector>

#include "audit/claim.h"
#include "audit/finding.h"

namespace careerfacts {

// One entry a claim, in their order: `disputed` where comparable claims say something else, `corroborated`
// where claims of independent voices (voices.h) say the same and none disagrees; nothing where there is
// nothing to compare with. `settled`: claims that a reference row has settled, one entry a claim; they are
// heard, and get no verdict. REQUIRES: settled.size() == claims.claims.size().
std::vector<std::optional<Finding>> compare(const Claims& claims, const std::vector<bool>& settled);

}  // namespace careerfacts
