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

// The pay that stands beside an amount in its sentence, before it: "$29 an hour in a workshop and $64 at an
// airline", or behind it: "$16, maybe $17, an hour".
struct PayBeside {
  Period period = Period::none;  // of what stands before; none where nothing does
  std::string_view currency;
  double high = 0;             // major units
  Period next = Period::none;  // of what stands behind, where the two share it
};

// `home_dollar`: what "$" means in the document.
PayTerms pay_terms(const Scan& scan, const MoneyExpression& money, const FigureContext& context,
                   const PayBeside& beside, std::string_view home_dollar);

// The period behind `next` where nothing but a comma or a word parts it from `money`; none elsewhere.
Period period_shared_with(const Scan& scan, const MoneyExpression& money, const MoneyExpression& next);

// The currency of a bare "$" in this document: that of the country that it is plainly about, else USD.
std::string_view home_dollar(const Scan& scan);

}  // namespace careerfacts
