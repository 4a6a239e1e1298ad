#include "audit/audit.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "audit/check_attribution.h"
#include "audit/check_comparison.h"
#include "audit/check_official.h"
#include "audit/check_outlook.h"
#include "audit/check_projection.h"
#include "audit/check_sense.h"
#include "audit/check_wage.h"

namespace careerfacts {
namespace {

// The checks of one claim by itself.
class ClaimAudit {
 public:
  explicit ClaimAudit(const Reference& reference)
      : vocabulary_(reference),
        reader_(reference, vocabulary_),
        attribution_(reference),
        projection_(reference),
        wage_(reference),
        outlook_(reference),
        official_(reference) {}

  ClaimReading read(const Claim& claim, const ClaimDocument& document) const {
    return reader_.read(claim, document);
  }

  // Appends what the checks find.
  void check(const Claim& claim, const ClaimReading& reading, std::vector<Finding>& findings,
             Steps* steps = nullptr) const {
    const auto add = [&](std::optional<Finding> finding) {
      if (finding) findings.push_back(std::move(*finding));
    };
    add(attribution_.check(reading));
    // What no such series can say, no row can settle.
    if (!findings.empty() && findings.back().verdict == Verdict::no_such_series) return;
    if (auto official = official_.check(claim.mention, reading)) {
      findings.push_back(std::move(*official));
      return;
    }
    if (auto projection = projection_.check(claim.mention, reading, steps)) {
      auto outlook = outlook_.check(reading, *projection);
      findings.push_back(std::move(*projection));
      add(std::move(outlook));
    }
    add(wage_.check(claim.mention, reading, steps));
  }

 private:
  Vocabulary vocabulary_;
  ClaimReader reader_;
  AttributionCheck attribution_;
  ProjectionCheck projection_;
  WageCheck wage_;
  OutlookCheck outlook_;
  OfficialCheck official_;
};

// What is left of a claim that no check had anything to say about.
Finding unchecked(const ClaimReading& reading) {
  Finding finding{Check::official, Verdict::uncheckable, {}, {}, Obstacle::no_official_series};
  switch (reading.publisher) {
    case Publisher::other:
    case Publisher::job_site:
      finding.obstacle = Obstacle::private_source;
      finding.reason = "its source is private, and its data are in no table";
      break;
    case Publisher::tabled:
    case Publisher::other_official:
      finding.obstacle = Obstacle::no_comparable_row;
      finding.reason = "the tables hold no comparable figure of " + reading.body;
      break;
    case Publisher::none:
    case Publisher::vague:
      finding.reason = "no official series measures this";
      break;
  }
  return finding;
}

// Has a reference said what is so, or that nobody can know? What is plausible may still be one of several
// opinions.
bool is_settled(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.check != Check::citation && finding.verdict != Verdict::uncheckable &&
           finding.verdict != Verdict::plausible;
  });
}

// Nothing but that nobody is named?
bool tells_nothing(const std::vector<Finding>& findings) {
  return std::none_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.check != Check::attribution || finding.verdict != Verdict::uncheckable;
  });
}

void settle(AuditedClaim& one) {
  const auto worst =
      std::min_element(one.findings.begin(), one.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.verdict < b.verdict; });
  if (worst == one.findings.end()) return;
  one.verdict = worst->verdict;
  one.reason = worst->reason;
  // Of several reasons why it could not be checked the last one was tried hardest.
  if (one.verdict == Verdict::uncheckable) one.reason = one.findings.back().reason;
}

}  // namespace

std::vector<AuditedClaim> audit(const Claims& claims, const Reference& reference,
                                const CitationFindings& citations) {
  const ClaimAudit checks(reference);
  std::vector<AuditedClaim> audited(claims.claims.size());
  std::vector<bool> settled(claims.claims.size());
  std::vector<Finding> left(claims.claims.size());  // why a claim is not checked, where nothing else comes
  for (std::size_t i = 0; i < audited.size(); ++i) {
    AuditedClaim& one = audited[i];
    one.claim = i;
    const Claim& claim = claims.claims[i];
    if (const auto found = citations.find(i); found != citations.end()) one.findings.push_back(found->second);
    const ClaimReading reading = checks.read(claim, claims.document_of(claim));
    checks.check(claim, reading, one.findings);
    settled[i] = is_settled(one.findings);
    if (tells_nothing(one.findings)) left[i] = unchecked(reading);
  }
  std::vector<std::optional<Finding>> compared = compare(claims, settled);
  std::vector<std::optional<Finding>> sense = check_sense(claims);
  for (std::size_t i = 0; i < audited.size(); ++i) {
    std::vector<Finding>& findings = audited[i].findings;
    if (compared[i]) findings.push_back(std::move(*compared[i]));
    if (sense[i]) findings.push_back(std::move(*sense[i]));
    if (tells_nothing(findings)) findings.push_back(std::move(left[i]));
    settle(audited[i]);
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
      ++coverage
            .unchecked[one.findings.empty() ? Obstacle::no_official_series : one.findings.back().obstacle];
    }
  }
  return coverage;
}

std::string explain(std::size_t index, const Claims& claims, const Reference& reference) {
  const ClaimAudit checks(reference);
  const Claim& claim = claims.claims.at(index);
  const ClaimReading reading = checks.read(claim, claims.document_of(claim));
  std::vector<Finding> findings;
  Steps steps = reading_steps(reading);
  checks.check(claim, reading, findings, &steps);
  for (std::string& line : explain_comparison(index, claims)) steps.push_back(std::move(line));
  std::string text;
  for (const std::string& step : steps) text += step + "\n";
  return text;
}

}  // namespace careerfacts
