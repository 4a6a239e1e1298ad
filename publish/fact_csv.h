// Facts of the store as comma-separated values: id and counts of the fact, then one citation as mention_csv.h
// writes it.
#pragma once

#include <string>

#include "store/citation.h"

namespace careerfacts {

// The heading line.
void append_fact_csv_header(std::string& out);
// One row: the fact and its example.
void append_fact_csv(std::string& out, const CitedFact& fact);

}  // namespace careerfacts
