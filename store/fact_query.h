// The query for facts with their example and counts. Inside the store library only.
#pragma once

#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "store/reader.h"

namespace careerfacts {

// A query whose rows are facts (citation_query.h reads them): each with the best of its citations that
// `filter` lets pass. Facts without such a citation are left out. All texts are bound.
SQLite::Statement select_facts(SQLite::Database& database, const FactFilter& filter);

// The same for one fact.
SQLite::Statement select_fact(SQLite::Database& database, FactKey key);

}  // namespace careerfacts
