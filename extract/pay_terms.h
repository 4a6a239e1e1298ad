// What an amount of pay means, read from the words around it: its currency, period, statistic, what the pay
// consists of, and the level of those who get it.
#pragma once

#include <string_view>

#include "extract/figure_context.h"
#include "extract/mention.h"
#include "extract/money.h"

namespace careerfacts {

struct PayTerms {
  std::string_view currency;
  Period period = Period::none;
  Statistic statistic = Statistic::none;
  Pay pay = Pay::none;
  Level level = Level::none;
};

// The pay that stands before an amount in its sentence: "$29 an hour in a workshop and $64 at an airline".
struct PayBefore {
  Period period = Period::none;
  std::string_view currency;
  double high = 0;  // major units
};

// `before.period` is none where nothing stands before.
PayTerms pay_terms(const Scan& scan, const MoneyExpression& money, const FigureContext& context,
                   const PayBefore& before);

// The currency of a bare "$" in this document: that of the country that it is plainly about, else USD.
std::string_view home_dollar(const Scan& scan);

}  // namespace careerfacts
