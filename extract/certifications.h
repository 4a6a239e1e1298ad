// Named credentials: those of the gazetteer, and open proper names ("AWS Certified …", "… Professional
// Certificate").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/scan.h"

namespace careerfacts {

struct CertificationMention {
  TokenRange at;
  std::uint32_t block = 0;
  std::string name;  // lower case
  std::string_view abbreviation;
  std::string_view issuer;
  std::string_view rule;
};

// In text order, not overlapping.
std::vector<CertificationMention> find_certifications(const Scan& scan);

}  // namespace careerfacts
