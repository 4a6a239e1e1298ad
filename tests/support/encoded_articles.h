// One article as it may lie on disk: line ends, byte order marks, character sets. What a program reads of it
// is known without decoding anything, so that offsets can be tried against it.
#pragma once

#include <string>
#include <vector>

namespace careerfacts::test {

struct EncodedArticle {
  std::string name;   // "crlf.md"
  std::string bytes;  // of the file
  std::string text;   // what they say, UTF-8, without byte order mark
};

// An article with emoji, combining accents, a curly apostrophe, £ and a salary with role and source; in UTF-8
// with LF, CR LF, CR, with a byte order mark, with a damaged byte, in UTF-16 with and without mark, in
// windows-1252.
std::vector<EncodedArticle> encoded_articles();

// Code points [begin, end) of `text`, which is UTF-8. Slow and plain.
std::string code_points(const std::string& text, std::size_t begin, std::size_t end);

}  // namespace careerfacts::test
