// Pay that cannot be meant for its period (audit/vocabulary/pay_bounds.tsv, currency_units.tsv). Pure; any
// thread.
#pragma once

#include <optional>
#include <string_view>

#include "extract/mention.h"

namespace careerfacts {

struct PayBounds {
  double least = 0;
  double most = 0;
};

// In units of `currency`, to the order of magnitude; nothing for a currency that the tables do not have, or
// without a period.
std::optional<PayBounds> pay_bounds(std::string_view currency, Period period);

}  // namespace careerfacts
