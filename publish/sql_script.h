// The store as one plain SQL script: three tables, made where they are missing, emptied and filled in one
// transaction. Standard SQL but for CREATE … IF NOT EXISTS; runs in SQLite and PostgreSQL.
//
// The tables are always those of one store: running the script again, or a newer one, leaves what the newest
// says. Readers see the old state or the new one.
#pragma once

#include <string>
#include <vector>

#include "publish/sql_values.h"
#include "store/citation.h"

namespace careerfacts {

// Call begin(), then document() for each, then fact() for each, then end(). All append to the `out` that they
// are given; up to some 200 KB wait inside.
class SqlScript {
 public:
  SqlScript();

  void begin(std::string& out);
  void document(std::string& out, const StoredDocument& document);
  // With all its citations, each in a document that was written.
  void fact(std::string& out, const Fact& fact, const std::vector<Citation>& citations);
  void end(std::string& out);

 private:
  void citation(const Citation& citation);

  SqlInsert documents_, facts_, citations_;
};

}  // namespace careerfacts
