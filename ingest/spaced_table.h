// Tables whose columns are lined up by spaces. Part of column_layout.h, which says what they look like.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/column_layout.h"

namespace careerfacts {

// By first line. Lines that have no two spaces in them cost a look; linear.
std::vector<ColumnLayout> find_spaced_tables(std::string_view text, const std::vector<Line>& lines);

}  // namespace careerfacts
