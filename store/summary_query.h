// Counts what the store holds. Inside the store library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include "store/summary.h"

namespace careerfacts {

Summary summarize(SQLite::Database& database);

}  // namespace careerfacts
