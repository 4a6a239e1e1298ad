// Facts of the store as one JSON object a line: the formats of `export` and `facts`, described by
// schemas/fact.schema.json.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/citation.h"

namespace careerfacts {

// Appends one line: the fact with all its citations, each an object as append_mention_json writes it.
void append_fact_json(std::string& out, const Fact& fact, const std::vector<Citation>& citations);

// The same lines, from citations that come one after another: a fact may have more than fit into memory.
class FactLines {
 public:
  // The citation is the example; those of a fact stand side by side.
  void append(std::string& out, const CitedFact& cited);
  // Ends the last line.
  void end(std::string& out);

 private:
  std::optional<FactKey> fact_;  // of the line that is being written
};
// Appends one line: the fact as above, or that it is gone: {"id": …, "deleted": true}.
void append_fact_json(std::string& out, const FactChange& change);

// Appends one line: the fact, how often it is cited, and its example.
void append_fact_json(std::string& out, const CitedFact& fact);

}  // namespace careerfacts
