// The history of the schema in PostgreSQL: schemas/postgresql/NNN_*.sql, compiled in. Inside the publish
// library only.
#pragma once

#include <string_view>
#include <vector>

namespace careerfacts {

// The text of each file, in order: the first makes version 1 out of nothing.
const std::vector<std::string_view>& postgresql_migrations();

}  // namespace careerfacts
