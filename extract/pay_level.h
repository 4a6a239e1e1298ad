// How far on in their career the people are whom a pay is for: by words ("senior") and years of experience in
// its clause, its line, its row and the headings.
#pragma once

#include "extract/figure_context.h"
#include "extract/mention.h"
#include "extract/scan.h"

namespace careerfacts {

// "A new registered nurse is paid", "new SLPs earn": newcomers to the job, where it stands in `sentence`.
bool is_new_to_job(const Scan& scan, const RoleMention& role, TokenRange sentence);

Level level_of_pay(const Scan& scan, const FigureContext& context);

}  // namespace careerfacts
