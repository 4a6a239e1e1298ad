// Text as HTML. Articles are hostile until shown otherwise.
#pragma once

#include <string>
#include <string_view>

namespace careerfacts {

// Appends `text` so that a browser shows just it, as the content of an element or of an attribute in double
// quotes: marks of HTML escaped; control characters, marks that turn the direction of text and bytes that are
// not UTF-8 as U+FFFD. Line ends and tabs stay.
void append_html(std::string& out, std::string_view text);

std::string html(std::string_view text);

}  // namespace careerfacts
