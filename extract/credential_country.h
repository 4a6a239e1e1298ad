// Whose credential an abbreviation is that several countries have ("CPA"): that of the country of which the
// sentence speaks, or else the document.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/scan.h"

namespace careerfacts {

class CredentialCountry {
 public:
  // REQUIRES: `scan` outlives it.
  explicit CredentialCountry(const Scan& scan);

  // "Canada", as it stands in the names of issuers; empty where no one country is plain.
  std::string_view at(std::uint32_t block, std::uint32_t token) const;

 private:
  const Scan& scan_;
  std::string_view of_document_;
};

}  // namespace careerfacts
