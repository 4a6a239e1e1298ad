// Which documents are copies of one article, and so of one origin. Inside the store library only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace careerfacts {

struct OriginInput {
  std::string path;         // no two have the same
  std::string sha256;       // empty: not known
  std::string fingerprint;  // extract/fingerprint.h; empty: none
};

// For each document, the index of the one that stands for its origin: of all that are tied to it by being
// copies, the first by path. Copies are documents of the same bytes, and those that are_copies() tells. The
// result does not depend on the order of the documents. n log n, however many look alike: of more than 64
// documents that share a band of their fingerprints, each is compared with the 16 whose figures stand nearest
// to its own.
std::vector<std::size_t> origins_of(const std::vector<OriginInput>& documents);

}  // namespace careerfacts
