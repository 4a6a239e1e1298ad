// Short titles that no list has and the document explains: "Theatre Widget Nurses (TWNs)" … "TWNs".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/roles.h"
#include "extract/scan.h"
#include "extract/title_evidence.h"

namespace careerfacts {

class LearnedTitles {
 public:
  // REQUIRES: `scan` outlives it.
  explicit LearnedTitles(const Scan& scan) : scan_(scan) {}

  // The capitals at `abbreviation` stand for the title, unless the list of titles has them.
  void learn(std::uint32_t block, std::uint32_t abbreviation, const RoleMention& title);

  // Adds where they stand alone to `found`, outside of what is found and of `taken`, and keeps its order.
  void find(const std::vector<TokenRange>& taken, const TitleEvidence& evidence,
            std::vector<RoleMention>& found) const;

 private:
  struct Meaning {
    std::string name;
    std::string_view soc_code;
  };
  const Scan& scan_;
  std::unordered_map<std::uint64_t, Meaning> meanings_;  // by the key of the capitals
};

}  // namespace careerfacts
