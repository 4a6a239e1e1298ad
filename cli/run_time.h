// The clock, as the record of a run wants it.
#pragma once

#include <string>

namespace careerfacts::cli {

// Now: UTC, ISO 8601, to the second.
std::string now();

}  // namespace careerfacts::cli
