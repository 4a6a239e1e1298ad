// Whether an amount is pay: what stands near it is weighed, the nearest first. No verdict is no.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/certifications.h"
#include "extract/figure_context.h"
#include "extract/money.h"
#include "extract/roles.h"
#include "extract/salary.h"
#include "extract/scan.h"

namespace careerfacts {

struct PayVerdict {
  std::string_view rule;  // that decided; of the rulebook, or "salary.…"
};

// `before`: the pay found last, when it is of the same block and of about the same size; or null.
std::optional<PayVerdict> decide_pay(const Scan& scan, const MoneyExpression& money,
                                     const FigureContext& context, const std::vector<RoleMention>& roles,
                                     const std::vector<CertificationMention>& certifications,
                                     const SalaryMention* before);

}  // namespace careerfacts
