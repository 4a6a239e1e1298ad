// Sentences that say what all amounts of their section are: "All figures below are base salaries."
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "extract/figure_context.h"
#include "extract/mention.h"
#include "extract/scan.h"

namespace careerfacts {

class PayNotes {
 public:
  // `figures` are all figures of the document, in order; they must outlive this.
  PayNotes(const Scan& scan, const std::vector<Figure>& figures);

  // What a note above `block`, in its section, says of its amounts; none where there is no such note, or the
  // block does not begin with an amount or its label.
  Pay above(std::uint32_t block) const;

 private:
  const Scan& scan_;
  const std::vector<Figure>& figures_;
  std::vector<std::pair<std::uint32_t, Pay>> notes_;  // the block of the note, in order
};

}  // namespace careerfacts
