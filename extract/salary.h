// Is an amount pay, and for whom? Decides from the words near it, nearest first, and reads its fields from
// them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/attribution.h"
#include "extract/certifications.h"
#include "extract/figure_context.h"
#include "extract/money.h"

namespace careerfacts {

struct SalaryMention {
  TokenRange at;
  std::uint32_t block = 0;
  Bounds bounds;
  std::string_view currency;
  Period period = Period::none;
  Statistic statistic = Statistic::none;
  Pay pay = Pay::none;
  Level level = Level::none;
  const RoleMention* role = nullptr;  // into the roles given; null where none is plain
  SourceFound source;
  std::string_view rule;  // the evidence that made it pay
};

// `money[i]` stands at `figures[money_figure[i]]`; figures holds the percentages of the document too.
std::vector<SalaryMention> find_salaries(const Scan& scan, const std::vector<MoneyExpression>& money,
                                         const std::vector<std::size_t>& money_figure,
                                         const std::vector<Figure>& figures,
                                         const std::vector<RoleMention>& roles,
                                         const std::vector<CertificationMention>& certifications,
                                         const Attributor& attributor);

}  // namespace careerfacts
