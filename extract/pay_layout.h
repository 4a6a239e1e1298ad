// Pay by where an amount stands, where no word says so: alone under a title, behind a level, under a unit.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/figure_context.h"
#include "extract/roles.h"
#include "extract/scan.h"

namespace careerfacts {

class PayLayout {
 public:
  // REQUIRES: all outlive it.
  PayLayout(const Scan& scan, const FigureContext& context, const std::vector<RoleMention>& roles)
      : scan_(scan), context_(context), roles_(roles), block_(context.figure.block) {}

  // "Digital Marketing Manager", and below it "London £50,000 - £62,000, Dublin €58,000 - €72,000".
  bool lists_places_under_title() const;
  // "**$60K-$90K**" and nothing else, under "## Plumber".
  bool stands_alone_under_title() const;
  // "The national median is $60,970", under "## Plumber".
  bool tells_statistic_under_title() const;
  // "Low ($/hour)" over the column.
  bool is_headed_by_rate() const;
  // "Hourly" over the column, a title in the row.
  bool is_headed_by_period() const;
  // "Senior: £58k": a line that is a level and an amount.
  bool is_of_level() const;

 private:
  bool is_headed_by_title() const;
  bool ends_label(std::uint32_t token) const;
  bool counts_years(TokenRange label) const;

  const Scan& scan_;
  const FigureContext& context_;
  const std::vector<RoleMention>& roles_;
  std::uint32_t block_;
};

}  // namespace careerfacts
