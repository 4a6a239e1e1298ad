// What a percentage says: its sense, direction, years, subject and source.
#pragma once

#include <string_view>
#include <vector>

#include "extract/attribution.h"
#include "extract/figure_context.h"
#include "extract/percent.h"

namespace careerfacts {

struct PercentageMention {
  TokenRange at;
  std::uint32_t block = 0;
  Bounds bounds;
  Sense sense = Sense::other;
  Direction direction = Direction::none;
  std::optional<int> start_year;
  std::optional<int> end_year;
  TokenRange subject;  // empty where it is not plain
  const RoleMention* role = nullptr;
  SourceFound source;
  std::string_view rule;
};

std::vector<PercentageMention> find_percentages(const Scan& scan,
                                                const std::vector<PercentExpression>& percents,
                                                const std::vector<std::size_t>& percent_figure,
                                                const std::vector<Figure>& figures,
                                                const std::vector<RoleMention>& roles,
                                                const Attributor& attributor);

}  // namespace careerfacts
