// What a document says of itself: title, author, dates, publisher, language.
//
// Read, in this order of trust, from front matter, from the head of an HTML page, and from its first lines
// ("By Jane Doe", "Published on March 3, 2024 | Updated May 6, 2025"). What is not said plainly stays empty:
// a byline must look like the name of a person, a date like a whole date. Pure; looks at a bounded part of
// the text.
#pragma once

#include <string>
#include <string_view>

#include "ingest/document.h"

namespace careerfacts {

// One line "key: value" of front matter.
void read_front_matter(std::string_view line, Metadata& metadata);

// <title>, <meta> and <html lang> of `text`, which may be anything.
Metadata read_html_head(std::string_view text);

// Fills what is empty in document.metadata from `head` and from the blocks, and puts dates in order.
// REQUIRES: the structure and the page chrome are found.
void complete_metadata(Document& document, const Metadata& head);

// The author that a line names: "By Jane Doe", "Written by Jane Doe, RN"; empty where it names none.
std::string author_in(std::string_view line);

}  // namespace careerfacts
