// Cells that hold numbers alone are pay where their column says so: "Salary (USD)", or another cell with a
// currency.
#pragma once

#include <cstdint>

#include "extract/scan.h"

namespace careerfacts {

// May numbers without any currency in this block be amounts of pay?
bool holds_plain_pay(const Scan& scan, std::uint32_t block);

}  // namespace careerfacts
