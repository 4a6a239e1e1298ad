// What a line of text looks like: the end of a sentence, a caption, an item with a label.
#pragma once

#include <string_view>

namespace careerfacts {

// Ends as a sentence or the lead of a list does; quotes, brackets and marks of emphasis may follow.
bool ends_sentence_or_lead(std::string_view line);

bool has_letter(std::string_view line);  // ASCII

// "Source: …", "By …", "Posted on …": lines about the text, not headings in it. REQUIRES: not empty.
bool is_caption(std::string_view line);

// "Average salary: $61,500 (BLS)", "Head cook - $61,500" tells an amount of what the line above is about.
bool labels_amount(std::string_view line);

// "Scrum master: the same patience": of such lines each is an item, though no mark says so.
bool begins_with_label(std::string_view line);

// "Hospitals .......... $136,720": dots lead from a label to its figure.
bool has_leader(std::string_view line);

}  // namespace careerfacts
