// Amounts of pay that stand beside each other and are said of the same people: what one of them says holds
// for the next.
#pragma once

#include <vector>

#include "extract/figure_context.h"
#include "extract/money.h"
#include "extract/roles.h"
#include "extract/salary.h"

namespace careerfacts {

// Amounts of the same money and about the same size.
bool are_of_one_size(const MoneyExpression& a, const MoneyExpression& b);

// "$52,000 in a small firm and $61,000 elsewhere": the second amount of the same people in another place.
bool is_elsewhere(const Scan& scan, const SalaryMention& before, const FigureContext& context);

// "₹16 LPA takes home ₹1 lakh per month", "$62,400 a year, or $30 an hour": in the same sentence, by another
// period, about the same sum. Both bounds and periods must be known.
bool is_told_again(const SalaryMention& before, const SalaryMention& here, const FigureContext& context);

// ", with another $21,300 in additional pay": paid to the same people, in the same sentence.
bool comes_on_top(const Scan& scan, const SalaryMention& before, const FigureContext& context);

// What a pay comes to, to compare it: its upper bound, or the one it has.
double size_of(const SalaryMention& pay);
// Whether neither is more than three times the other: pay of one kind of work.
bool are_near(double a, double b);

// In one sentence, or in one row of a table.
bool stand_together(const Scan& scan, const SalaryMention& before, const FigureContext& context);

// Whether an amount goes on from the pay before it in the block: "In mining it is $3,046; in hospitality,
// $1,477", "The same report puts cooks at £421", "He started at ₹600 an hour. He's now at ₹2,500."
// `weakly_pay`: words near it say that it could be pay.
bool goes_on_from(const Scan& scan, const SalaryMention& before, const MoneyExpression& money,
                  const FigureContext& context, const std::vector<RoleMention>& roles, bool weakly_pay);

}  // namespace careerfacts
