// The two numbers of a range as they are printed, in that order.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace careerfacts {

// "$120,000 to $90,000" gives 120000, 90000; "$95-$105K" 95000, 105000. Nothing where the quote has not just
// two numbers in digits. Pure; any thread.
std::optional<std::pair<double, double>> printed_range(std::string_view quote);

}  // namespace careerfacts
