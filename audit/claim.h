// What is audited: each citation of a salary or percentage is one Claim.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/mention.h"
#include "store/identity.h"

namespace careerfacts {

// An article, as far as the audit needs it.
struct ClaimDocument {
  std::string path;
  std::string sha256;
  std::string title;
  std::string published;   // as the store has it: YYYY-MM-DD where the day is plain; may be empty
  std::size_t origin = 0;  // near copies of one article share the number
};

// Plain data; owns all it holds.
struct Claim {
  FactKey fact = 0;
  std::size_t document = 0;  // index into Claims::documents
  Mention mention;           // a salary or a percentage
};

struct Claims {
  std::vector<ClaimDocument> documents;  // by path
  std::vector<Claim> claims;             // by document, then place

  const ClaimDocument& document_of(const Claim& claim) const { return documents[claim.document]; }
};

}  // namespace careerfacts
