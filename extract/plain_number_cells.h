// Cells that hold numbers alone are pay where their column says so: "Salary (USD)", or another cell with a
// currency.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/currencies.h"
#include "extract/money.h"
#include "extract/scan.h"

namespace careerfacts {

// How the amounts of this block are to be read: may numbers without any currency be pay, and are they
// thousands or lakhs by the header of their column?
MoneyReading reading_of(const Scan& scan, std::uint32_t block);

// The first sign of currency in the range: "$", "€"; null where there is none.
const CurrencySurface* currency_sign(const Scan& scan, TokenRange range);
// The same of the first sign, code or word that names one by itself: "USD", "kr", "US dollars".
const CurrencySurface* currency_named(const Scan& scan, TokenRange range);

// Whether a header's column is of pay by its rank, currency and unit alone: "Low ($/hour)", "Median (CAD per
// hour)".
bool is_rate_of_pay(const Scan& scan, TokenRange header);

}  // namespace careerfacts
