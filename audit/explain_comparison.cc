#include <algorithm>

#include "audit/check_comparison.h"
#include "audit/comparable.h"
#include "audit/voices.h"

namespace careerfacts {
namespace {

constexpr std::size_t kShown = 10;  // other claims

// How `other` stands to `one`.
std::string relation(const Claim& one_claim, const Comparable& one, const Claim& other_claim,
                     const Comparable& other) {
  if (years_differ(one, other)) return "of other years";
  if (one.about.empty() || same_figure(one.range, other.range)) return "the same figure";
  if (!one.sentence || !other.sentence) return "another figure, but ranges, cells and headings prove nothing";
  if (in_one_passage(one_claim, other_claim, one.pay))
    return "another figure, but of the same list or paragraph";
  const std::vector<std::string> publishers = publishers_of(one_claim);
  const bool same_survey =
      one.year && one.year == other.year && !publishers.empty() && publishers == publishers_of(other_claim);
  return disagree(one, other, same_survey) ? "another figure" : "another figure, but close enough";
}

}  // namespace

std::vector<std::string> explain_comparison(std::size_t index, const Claims& claims) {
  const Claim& claim = claims.claims.at(index);
  std::vector<std::string> lines;
  for (const Comparable& one : comparables_of(claim, claims.document_of(claim))) {
    std::vector<std::string> others;
    for (std::size_t i = 0; i < claims.claims.size(); ++i) {
      const Claim& other_claim = claims.claims[i];
      if (i == index || other_claim.mention.kind() != claim.mention.kind()) continue;
      const ClaimDocument& document = claims.document_of(other_claim);
      for (const Comparable& other : comparables_of(other_claim, document))
        if (other.key == one.key)
          others.push_back("  " + document.path + ":" + std::to_string(other_claim.mention.line) + ": " +
                           other_claim.mention.quote + ": " + relation(claim, one, other_claim, other));
    }
    if (one.about.empty() && others.empty()) continue;
    lines.push_back("compared with other claims of " + (one.about.empty() ? "the same fact" : one.about) +
                    ": " + (others.empty() ? "there are none" : std::to_string(others.size())));
    lines.insert(lines.end(), others.begin(),
                 others.begin() + static_cast<std::ptrdiff_t>(std::min(others.size(), kShown)));
    if (others.size() > kShown) lines.push_back("  and more");
  }
  if (lines.empty())
    lines.push_back("not compared with other claims: it does not say plainly what its figure is of");
  return lines;
}

}  // namespace careerfacts
