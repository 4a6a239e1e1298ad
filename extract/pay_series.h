// Amounts of pay that stand beside each other and are said of the same people: what one of them says holds
// for the next.
#pragma once

#include "extract/figure_context.h"
#include "extract/money.h"
#include "extract/salary.h"

namespace careerfacts {

// Amounts of the same money and about the same size.
bool are_of_one_size(const MoneyExpression& a, const MoneyExpression& b);

// "$52,000 in a small firm and $61,000 elsewhere": the second amount of the same people in another place.
bool is_elsewhere(const Scan& scan, const SalaryMention& before, const FigureContext& context);

// "₹16 LPA takes home ₹1 lakh per month", "$62,400 a year, or $30 an hour": in the same sentence, by another
// period, about the same sum. Both bounds and periods must be known.
bool is_told_again(const SalaryMention& before, const SalaryMention& here, const FigureContext& context);

// In one sentence, or in one row of a table.
bool stand_together(const Scan& scan, const SalaryMention& before, const FigureContext& context);

}  // namespace careerfacts
