// Code and data that stand among the text, where they are plain: JSON objects, SQL statements and PHP blocks
// without a fence; between fences that name no language, what half of the lines show to be a program. What is
// in them is no text of an article. Other text between fences is: it was fenced for its looks.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/lines.h"

namespace careerfacts {

// Makes lines of text lines of code. JSON must be well-formed by its lines and close; SQL must begin with a
// keyword in capitals, hold the word that belongs to it, and end in a semicolon. Linear.
void mark_plain_code(std::string_view text, std::vector<Line>& lines);

}  // namespace careerfacts
