// The job that a figure is about.
#pragma once

#include <vector>

#include "extract/figure_context.h"
#include "extract/roles.h"

namespace careerfacts {

// In its clause, the nearest title before it, else the first behind it; then in its item, row, column, the
// sentence before, the headings. Where one figure serves several titles ("accountants and auditors"), the
// first of them. Null where no title is plain, and where the clause speaks of others ("all occupations").
// `roles` are all of the document, in order; the result points into them.
const RoleMention* role_of(const FigureContext& context, const Scan& scan,
                           const std::vector<RoleMention>& roles);

// Whether the clause speaks of people who have no job of their own there ("candidates", "somebody"): a title
// from farther than the sentence before or a heading is not theirs.
bool speaks_of_someone(const Scan& scan, const FigureContext& context);

}  // namespace careerfacts
