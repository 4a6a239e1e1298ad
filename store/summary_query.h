// Counts what the store holds. Inside the store library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include "store/summary.h"

namespace careerfacts {

// What stands in page chrome counts only when it is asked for.
Summary summarize(SQLite::Database& database, bool include_chrome);

}  // namespace careerfacts
