// What a title of capitals means in this document: "PM" is the project, product, program or property manager
// that the text spells out, and "CA" is a chartered accountant only where it speaks of one.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "extract/scan.h"

namespace careerfacts {

class ShortTitles {
 public:
  // One walk over the titles of the document, a second one where short ones are among them.
  // REQUIRES: `scan` and its rulebook outlive it.
  explicit ShortTitles(const Scan& scan);

  // Of the names of the title the one that the document writes out most often, as the list has it; null where
  // it writes none.
  const Title* meaning(const Title& title) const;

  // Many blocks of the document are two capitals and no more: states in a table.
  bool among_codes() const { return among_codes_; }

 private:
  std::unordered_map<const Title*, const Title*> meanings_;
  bool among_codes_ = false;
};

// Does the text read as the surface, in its own case, in the singular or plural?
bool same_case(std::string_view text, std::string_view surface);

}  // namespace careerfacts
