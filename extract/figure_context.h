// Where a figure stands, and where the words that speak of it may stand: its clause, its row and column, its
// list, its headings. The order of the places is the order of trust.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/roles.h"
#include "extract/scan.h"

namespace careerfacts {

// A figure of either kind, before its meaning is decided.
struct Figure {
  std::uint32_t block = 0;
  TokenRange at;
  bool percent = false;  // else an amount of money
};

// A place outside the figure's own sentence that may speak of it.
enum class PlaceKind : std::uint8_t {
  header,
  row_label,
  row,
  label,
  parent,
  lead,         // the sentence that introduces a list or table
  lead_before,  // what stands before that sentence in its paragraph
  heading,
  sentence_before,
  opening,  // the first words of the paragraph
  block_before
};

struct FigurePlace {
  PlaceKind kind;
  std::uint32_t block;
  TokenRange at;
};

struct FigureContext {
  Figure figure;
  TokenRange sentence;
  TokenRange left;                  // from the figure before it in the sentence, or the begin of the sentence
  TokenRange right;                 // to the end of its clause
  bool shares_clause = false;       // another figure stands before it in the sentence
  std::vector<FigurePlace> places;  // nearest first
};

// `figures` are all figures of the document, in order; `index` is the one that is asked for. Fills `context`
// anew: one is enough for all figures, one after another.
void find_context(const Scan& scan, const std::vector<Figure>& figures, std::size_t index,
                  FigureContext& context);

}  // namespace careerfacts
