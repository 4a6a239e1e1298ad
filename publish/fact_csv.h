// Facts of the store as comma-separated values: id and counts of the fact, then one citation as mention_csv.h
// writes it.
#pragma once

#include <string>
#include <vector>

#include "store/citation.h"

namespace careerfacts {

// The heading line.
void append_fact_csv_header(std::string& out);
// One row: the fact with its example.
void append_fact_csv(std::string& out, const CitedFact& fact);
// One row for each citation of the fact; the counts are those of `citations`.
void append_fact_csv(std::string& out, const Fact& fact, const std::vector<Citation>& citations);

}  // namespace careerfacts
