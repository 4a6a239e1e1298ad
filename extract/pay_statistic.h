// Which statistic a sum is, where neither its sentence nor its headers and headings tell: by the column to
// its left, by a note below its table or list, by the first item of the list, by the sentence that it takes
// up.
#pragma once

#include "extract/figure_context.h"
#include "extract/mention.h"
#include "extract/scan.h"

namespace careerfacts {

Statistic statistic_told_elsewhere(const Scan& scan, const FigureContext& context);

}  // namespace careerfacts
