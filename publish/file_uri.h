// A path as a URI reference (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace careerfacts {

// "articles/a b.txt" gives "articles/a%20b.txt", "/data/a.txt" "file:///data/a.txt". Every byte that a path
// segment cannot hold is escaped, so that names that are not UTF-8 come through.
std::string file_uri(std::string_view path);

}  // namespace careerfacts
