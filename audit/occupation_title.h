// The names under which people know an official occupation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

// "Accountants and auditors" → itself, "accountants", "auditors"; "Architects, except landscape and naval" →
// "architects"; "Engineers, all other" → none of its own. In lower case. Names that only stand for a whole
// together ("Electrical and electronics engineers") are not split wrongly: a part must end in a noun for
// people of its own.
std::vector<std::string> occupation_names(std::string_view title);

}  // namespace careerfacts
