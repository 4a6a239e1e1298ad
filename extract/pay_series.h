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

// In one sentence, or in one row of a table.
bool stand_together(const Scan& scan, const SalaryMention& before, const FigureContext& context);

}  // namespace careerfacts
