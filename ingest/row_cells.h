// The cells of one row of a table that shows itself by marks.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "ingest/lines.h"

namespace careerfacts {

// Fills `cells` with the content ranges between the row's marks, without the spaces around them. REQUIRES: a
// line of kind row.
void find_cells(std::string_view text, const Line& line, std::vector<TextSpan>& cells);

// A cell that holds a figure rather than a label.
bool is_figure_cell(std::string_view cell);

}  // namespace careerfacts
