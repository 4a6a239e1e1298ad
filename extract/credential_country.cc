#include "extract/credential_country.h"

#include <algorithm>
#include <array>

#include "extract/pay_terms.h"

namespace careerfacts {
namespace {

// In the order of kDollars. American bodies do not name their country.
constexpr std::array<std::string_view, kDollars.size()> kCountries{
    "", "Australia", "Canada", "New Zealand", "Singapore", "Hong Kong"};

}  // namespace

CredentialCountry::CredentialCountry(const Scan& scan) : scan_(scan) {
  const auto dollar = std::find(kDollars.begin(), kDollars.end(), home_dollar(scan));
  of_document_ = kCountries[static_cast<std::size_t>(dollar - kDollars.begin())];
}

std::string_view CredentialCountry::at(std::uint32_t block, std::uint32_t token) const {
  const auto cues = scan_.cues(Feature::country, scan_.sentence_at(block, token));
  if (cues.empty()) return of_document_;
  const bool one = std::all_of(cues.begin(), cues.end(),
                               [&](const CueHit& cue) { return cue.value == cues.front().value; });
  return one ? kCountries[cues.front().value] : std::string_view{};
}

}  // namespace careerfacts
