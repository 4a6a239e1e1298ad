// What cannot be meant as it is printed, whatever the world is like.
//
// Precision first: each of these is said only where the words around the figure leave no other reading.
// audit/README.md lists them. Pure; any thread; linear.
#pragma once

#include <optional>
#include <vector>

#include "audit/claim.h"
#include "audit/finding.h"

namespace careerfacts {

// One entry a claim, in their order: `implausible`, or nothing.
std::vector<std::optional<Finding>> check_sense(const Claims& claims);

}  // namespace careerfacts
