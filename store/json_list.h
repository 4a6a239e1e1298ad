// A list of strings as JSON text, the form of `section.path`. Just as much JSON as the store needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

std::string to_json_list(const std::vector<std::string>& strings);

// The way back. REQUIRES nothing: what is not such a list gives the strings up to where it stops being one.
std::vector<std::string> from_json_list(std::string_view json);

}  // namespace careerfacts
