// Facts of the store as one JSON object a line: the formats of `export` and `facts`, described by
// schemas/fact.schema.json.
#pragma once

#include <string>
#include <vector>

#include "store/citation.h"

namespace careerfacts {

// Appends one line: the fact with all its citations, each an object as append_mention_json writes it.
void append_fact_json(std::string& out, const Fact& fact, const std::vector<Citation>& citations);

// Appends one line: the fact as above, or that it is gone: {"id": …, "deleted": true}.
void append_fact_json(std::string& out, const FactChange& change);

// Appends one line: the fact, how often it is cited, and its example.
void append_fact_json(std::string& out, const CitedFact& fact);

}  // namespace careerfacts
