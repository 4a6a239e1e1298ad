// Reads citations and their facts back out of rows. Inside the store library only.
#pragma once

#include <string>
#include <string_view>

#include <SQLiteCpp/Statement.h>

#include "store/citation.h"

namespace careerfacts {

// "SELECT … FROM citation JOIN …", with the tables fact, document, passage, section, reading, source
// and origin (of the document) joined; a WHERE and an ORDER BY may follow.
std::string select_citations();

// REQUIRES: the current row of a query that begins so.
Fact fact_at(SQLite::Statement& row);
Citation citation_at(SQLite::Statement& row);

}  // namespace careerfacts
