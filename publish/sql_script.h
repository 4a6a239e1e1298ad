// The store as one plain SQL script: three tables, made where they are missing, emptied and filled in one
// transaction. Standard SQL but for CREATE … IF NOT EXISTS; runs in SQLite and PostgreSQL.
//
// The tables are always those of one store: running the script again, or a newer one, leaves what the newest
// says. Readers see the old state or the new one.
#pragma once

#include <optional>
#include <string>

#include "publish/sql_values.h"
#include "store/citation.h"

namespace careerfacts {

// Call begin(), then document() for each, then citation() for each, then end(). All append to the `out` that
// they are given; up to some 200 KB wait inside.
class SqlScript {
 public:
  SqlScript();

  void begin(std::string& out);
  void document(std::string& out, const StoredDocument& document);
  // The citation is the example, in a document that was written; those of a fact stand side by side.
  void citation(std::string& out, const CitedFact& cited);
  void end(std::string& out);

 private:
  void add_fact(const CitedFact& cited);
  void add_citation(const Citation& citation);

  SqlInsert documents_, facts_, citations_;
  std::optional<FactKey> fact_;  // the last one
};

}  // namespace careerfacts
