// Which stored documents a path on the command line means: a document is its path as it was given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace careerfacts::cli {

// Is `document` the path `given`, or does it lie in a folder of that path? Compared as texts: "./a" is not
// "a".
bool lies_in(std::string_view document, std::string_view given);

// Does `document` lie in one of the `folders` that are there, and is no file there under its path any more? A
// folder that is missing or cannot be looked into says nothing about what was in it.
bool is_gone(const std::string& document, const std::vector<std::string>& folders);

}  // namespace careerfacts::cli
