// Claims against each other, across articles and within one: do others say the same, or something else?
//
// Pure; any thread. About linear in the number of claims: they are grouped by what they tell (comparable.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "audit/claim.h"
#include "audit/finding.h"

namespace careerfacts {

// One entry a claim, in their order: `disputed` where comparable claims say something else, `corroborated`
// where claims of independent voices (voices.h) say the same and none disagrees; nothing where there is
// nothing to compare with. `settled`: claims that a reference row has settled, one entry a claim; they are
// heard, and get no verdict. REQUIRES: settled.size() == claims.claims.size().
std::vector<std::optional<Finding>> compare(const Claims& claims, const std::vector<bool>& settled);

// For people: what the claim is compared by, which others tell of the same, and how each stands to it. One
// line each.
std::vector<std::string> explain_comparison(std::size_t claim, const Claims& claims);

}  // namespace careerfacts
