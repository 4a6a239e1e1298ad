// How far on in their career the people are whom a pay is for: by words ("senior") and years of experience in
// its clause, its line, its row and the headings.
#pragma once

#include "extract/figure_context.h"
#include "extract/mention.h"
#include "extract/scan.h"

namespace careerfacts {

Level level_of_pay(const Scan& scan, const FigureContext& context);

}  // namespace careerfacts
