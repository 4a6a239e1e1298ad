// The data files of the audit, compiled in: audit/reference and audit/vocabulary. Inside the audit library
// only. Pure; any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tsv.h"

namespace careerfacts {

// Calls `row` for each row of "reference/wages.tsv", "vocabulary/words.tsv" and the like; cells are valid for
// ever. Throws Error(rulebook) with file:line as read_tsv() does. REQUIRES: there is such a file.
void read_audit_data(const std::string& name, const std::vector<std::string_view>& columns,
                     const std::function<void(const TsvRow&)>& row);

// A cell that is a number. REQUIRES: it is one.
double data_number(std::string_view cell);

}  // namespace careerfacts
