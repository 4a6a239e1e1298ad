// The schema's history: schemas/store/NNN_*.sql, compiled in. Inside the store library only.
#pragma once

#include <string_view>
#include <vector>

namespace careerfacts {

// The text of each file, in order: the first makes version 1 out of nothing. Valid for the life of the
// program.
const std::vector<std::string_view>& schema_migrations();

// PRAGMA user_version of a store that this program makes.
inline int schema_version() { return static_cast<int>(schema_migrations().size()); }

// PRAGMA application_id of every store: "CFct".
inline constexpr int kApplicationId = 0x43466374;

}  // namespace careerfacts
