// Which documents are copies of one article, and so of one origin. Inside the store library only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/content_hash.h"

namespace careerfacts {

// All documents of a store are held at once: an input is small, and its path is where it stands.
struct OriginInput {
  ContentKey content{};     // of its bytes; zeros: not known
  std::string fingerprint;  // extract/fingerprint.h; empty: none
};

// For each document, the index of the first one of its origin: of all that are tied to it by being copies.
// Copies are documents of the same bytes, and those that are_copies() tells. Who is tied to whom does not
// depend on the order of the documents: given by path, the first by path stands for an origin. n log n,
// however many look alike: of more than 64 documents that share a band of their fingerprints, each is
// compared with the 16 whose figures stand nearest to its own. REQUIRES: fewer than 2^32.
std::vector<std::uint32_t> origins_of(const std::vector<OriginInput>& documents);

}  // namespace careerfacts
