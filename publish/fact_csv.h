// Facts of the store as comma-separated values: id and counts, then their example as mention_csv.h writes it,
// then the columns that were added later.
#pragma once

#include <string>

#include "store/citation.h"

namespace careerfacts {

// The heading line.
void append_fact_csv_header(std::string& out);
// One row.
void append_fact_csv(std::string& out, const CitedFact& fact);

}  // namespace careerfacts
