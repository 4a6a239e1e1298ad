// Cells that hold numbers alone are pay where their column says so: "Salary (USD)", or another cell with a
// currency.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/scan.h"

namespace careerfacts {

// May numbers without any currency in this block be amounts of pay?
bool holds_plain_pay(const Scan& scan, std::uint32_t block);

// The currency (ISO 4217) of the first sign of currency in the range: "$", "€".
std::optional<std::string_view> currency_sign(const Scan& scan, TokenRange range);
// The same of the first sign, code or word that names one by itself: "USD", "kr", "US dollars".
std::optional<std::string_view> currency_named(const Scan& scan, TokenRange range);

}  // namespace careerfacts
