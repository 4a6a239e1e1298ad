// What people type to search, as a query of SQLite's FTS5. Pure.
#pragma once

#include <string>
#include <string_view>

namespace careerfacts {

// All the words must be there, in any order; "words in quotation marks" side by side; `nurs*` begins a word.
// Nothing else has a meaning of its own: AND, NEAR, brackets, colons and the like are text. Empty where there
// is nothing to look for.
std::string search_query(std::string_view words);

}  // namespace careerfacts
