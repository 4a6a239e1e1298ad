// Indexes of citations that only readers and corrections need. A store that is filled for the first time goes
// without them and builds them last: sorted at once they cost half of what they cost row by row in random
// order, and less the larger the store is. A run that is killed leaves a store without them; the next one, or
// the first reader, builds them. Inside the store library only.
#pragma once

#include <SQLiteCpp/Database.h>

namespace careerfacts {

// REQUIRES: a transaction is open.
void drop_late_indexes(SQLite::Database& database);

// Builds those that are missing, with little memory. REQUIRES: no statement is being stepped through.
void build_late_indexes(SQLite::Database& database);

bool has_late_indexes(SQLite::Database& database);

}  // namespace careerfacts
