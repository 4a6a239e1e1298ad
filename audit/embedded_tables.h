// The tables of audit/tables, compiled in. Inside the audit library only.
#pragma once

#include <string_view>

namespace careerfacts {

// The text of "tables/places.tsv" and the like. REQUIRES: there is such a file.
std::string_view embedded_table(std::string_view name);

}  // namespace careerfacts
