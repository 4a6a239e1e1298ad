// How many documents, and how many independent ones, the citations of a fact stand in.
#pragma once

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

#include "store/citation.h"

namespace careerfacts {

struct CitationCounts {
  std::size_t citations = 0;
  std::size_t documents = 0;
  std::size_t origins = 0;  // near copies of one article count once
};

// REQUIRES: the citations of a document stand side by side, as Reader gives them.
inline CitationCounts counts_of(const std::vector<Citation>& citations) {
  CitationCounts counts;
  counts.citations = citations.size();
  std::set<std::string_view> origins;
  for (std::size_t i = 0; i < citations.size(); ++i) {
    if (i > 0 && citations[i].document == citations[i - 1].document) continue;
    ++counts.documents;
    origins.insert(citations[i].origin);
  }
  counts.origins = origins.size();
  return counts;
}

}  // namespace careerfacts
