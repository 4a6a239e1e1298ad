// How many documents citations stand in.
#pragma once

#include <cstddef>
#include <vector>

#include "store/citation.h"

namespace careerfacts {

// REQUIRES: the citations of a document stand side by side, as Reader gives them.
inline std::size_t document_count(const std::vector<Citation>& citations) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < citations.size(); ++i)
    if (i == 0 || citations[i].document != citations[i - 1].document) ++count;
  return count;
}

}  // namespace careerfacts
