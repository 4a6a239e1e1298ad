// How many independent voices a number of claims are.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "audit/claim.h"

namespace careerfacts {

// Claims are one voice when they stand in the same article or a copy of it, or name the same publisher, also
// by way of others. `which`: indices into claims.claims. Linear.
std::size_t independent_voices(const Claims& claims, std::span<const std::size_t> which);

// Who says so. REQUIRES: a salary or a percentage, as all claims are.
const Attribution& attribution_of(const Claim& claim);

// The publishers that the claim names, in small letters: "bls and salary.com" are two.
std::vector<std::string> publishers_of(const Claim& claim);

}  // namespace careerfacts
