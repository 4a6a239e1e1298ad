// Page chrome: what a page has around its article. Navigation, tables of contents, lists of related articles,
// share buttons, image credits, notices on cookies and copyright, boxes about the author, comments.
//
// Chrome stays in the text and is cited like everything else; it is only marked, so that what a reader of the
// database wants to leave out can be left out. The rules are the phrases of chrome_rules() and three shapes:
// <nav> elements, trails and bars of links ("Home > Jobs > Nursing", "About | Privacy | Terms"), and entries
// of a table of contents, which stand again below. A table with figures is never chrome, nor is a line that
// gives a label its figure ("Nurse: $80,000"). Headings and ordinary paragraphs end what a phrase opened.
// Pure; linear.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/document.h"

namespace careerfacts {

struct ChromeRule {
  enum class Place : std::uint8_t {
    whole,   // the first line of a block is the phrase
    begins,  // a block begins with it
    ends,    // each line of a block ends with it
  };
  enum class Reach : std::uint8_t {
    block,     // only that block
    next,      // and the paragraph after it
    list,      // and the short lines and list items after it
    contents,  // and the list of headings after it
    section,   // and all up to the next heading
  };

  std::string_view phrase;  // lower case; # is any number
  Place place;
  Reach reach;
  std::string_view reason;
  std::string_view example;  // a text whose first block the rule marks
};

// Sorted by phrase, in bytes.
std::span<const ChromeRule> chrome_rules();

// What bars of links and menus are made of, sorted; lower case.
struct SiteWord {
  std::string_view word;
  bool network;  // a social network, which other lists name as well
};
std::span<const SiteWord> site_words();

// Sets Block::chrome and fills Document::chrome. `navigation`: what the page itself calls navigation, in
// order. REQUIRES: the structure is found.
void mark_chrome(Document& document, const std::vector<RawSpan>& navigation);

}  // namespace careerfacts
