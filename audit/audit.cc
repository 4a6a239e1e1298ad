#include "audit/audit.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "audit/check_comparison.h"
#include "audit/check_sense.h"

namespace careerfacts {

std::vector<AuditedClaim> audit(const Claims& claims, const Reference& /*reference*/,
                                const CitationFindings& citations) {
  std::vector<AuditedClaim> audited(claims.claims.size());
  const std::vector<std::optional<Finding>> compared =
      compare(claims, std::vector<bool>(claims.claims.size(), false));
  const std::vector<std::optional<Finding>> sense = check_sense(claims);
  for (std::size_t i = 0; i < audited.size(); ++i) {
    AuditedClaim& one = audited[i];
    one.claim = i;
    if (const auto found = citations.find(i); found != citations.end()) one.findings.push_back(found->second);
    if (compared[i]) one.findings.push_back(*compared[i]);
    if (sense[i]) one.findings.push_back(*sense[i]);
    const auto worst =
        std::min_element(one.findings.begin(), one.findings.end(),
                         [](const Finding& a, const Finding& b) { return a.verdict < b.verdict; });
    if (worst == one.findings.end()) continue;
    one.verdict = worst->verdict;
    one.reason = worst->reason;
  }
  return audited;
}

Coverage coverage_of(std::span<const AuditedClaim> audited) {
  Coverage coverage;
  for (const AuditedClaim& one : audited) {
    ++coverage.claims;
    ++coverage.by_verdict.at(static_cast<std::size_t>(one.verdict));
    if (one.verdict != Verdict::uncheckable) {
      ++coverage.checked;
    } else {
      // The last thing that was tried tells why.
      Obstacle why = Obstacle::no_official_series;
      for (const Finding& finding : one.findings)
        if (finding.obstacle != Obstacle::none) why = finding.obstacle;
      ++coverage.unchecked[why];
    }
  }
  return coverage;
}

std::string explain(std::size_t /*claim*/, const Claims& /*claims*/, const Reference& /*reference*/) {
  return {};
}

}  // namespace careerfacts
