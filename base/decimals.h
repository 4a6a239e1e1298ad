// A number with so many digits behind the point, for people. The same in every locale, which printf is not.
#pragma once

#include <string>

namespace careerfacts {

// "7.30" for (7.3, 2); rounded as printf rounds. REQUIRES: value is finite, 0 <= digits <= 20.
std::string with_decimals(double value, int digits);

}  // namespace careerfacts
