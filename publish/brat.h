// Documents for brat: its standoff format, a text file and an annotation file for each document, and the
// configuration that makes brat open them. Pure: who calls writes the files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/plain_text.h"
#include "store/citation.h"

namespace careerfacts {

// What goes into annotation.conf: the labels of spans and relations, and attributes with all their values.
std::string brat_configuration();

// The lines of the .ann file for `text`, which is what goes into the .txt file: REQUIRES LineEnds::line_feed,
// since brat reads CR LF as one character. `citations`: of one document, by place; each must hold in `text`.
// Offsets count code points. A span over a line end is given in parts, as brat itself does.
std::string brat_annotations(const std::vector<Citation>& citations, const PlainText& text);

// Where the document of `path` goes, without .txt or .ann: a relative path, the same for the same `path`,
// another for another, never out of the folder, of plain characters only.
std::string brat_name(std::string_view path);

}  // namespace careerfacts
