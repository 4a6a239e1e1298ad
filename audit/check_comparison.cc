#include "audit/check_comparison.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "audit/comparable.h"
#include "audit/voices.h"
#include "base/check.h"

namespace careerfacts {
namespace {

constexpr std::size_t kMostSides = 64;     // of a group, that each of its claims is held against
constexpr std::size_t kShownSides = 5;     // in a finding
constexpr std::size_t kSameSignature = 3;  // sides that say the same of the same years
constexpr std::size_t kAgreeBudget = 64;   // comparisons a claim, on average over its group

struct Side {
  std::size_t claim = 0;
  Comparable comparable;
  std::string_view publisher;  // that it names, as it is listed or else as the text has it
};
using Group = std::vector<Side>;

class GroupJudge {
 public:
  GroupJudge(const Claims& claims, const std::vector<bool>& settled, Group& group,
             std::vector<std::optional<Finding>>& findings)
      : claims_(claims), settled_(settled), group_(group), findings_(findings) {}

  void judge() {
    std::sort(group_.begin(), group_.end(), [](const Side& a, const Side& b) {
      return std::make_pair(a.comparable.range.low, a.claim) <
             std::make_pair(b.comparable.range.low, b.claim);
    });
    for (const Side& side : group_) coarsest_ = std::max(coarsest_, side.comparable.range.step);
    choose_sides();
    budget_ = group_.size() * kAgreeBudget + 10'000;
    for (const Side& side : group_) {
      if (settled_[side.claim]) continue;
      std::optional<Finding>& finding = findings_[side.claim];
      if (finding && finding->verdict == Verdict::disputed) continue;  // by another group
      if (std::optional<Finding> found = dispute(side))
        finding = std::move(found);
      else if (!finding)
        finding = corroborate(side);
    }
  }

 private:
  const Claim& claim(const Side& side) const { return claims_.claims[side.claim]; }

  // A few of each opinion are enough to disagree with.
  void choose_sides() {
    std::map<std::tuple<double, double, std::optional<int>, std::optional<int>, std::optional<int>>,
             std::size_t>
        seen;
    for (const Side& side : group_) {
      const Comparable& one = side.comparable;
      if (!one.sentence) continue;
      std::size_t& times = seen[{one.range.low, one.range.high, one.start, one.end, one.year}];
      if (++times <= kSameSignature) sides_.push_back(&side);
    }
    if (sides_.size() > kMostSides) {
      // Of too many, evenly from the lowest to the highest.
      std::vector<const Side*> some;
      for (std::size_t i = 0; i < kMostSides; ++i)
        some.push_back(sides_[i * (sides_.size() - 1) / (kMostSides - 1)]);
      sides_ = std::move(some);
    }
    std::sort(sides_.begin(), sides_.end(), [](const Side* a, const Side* b) { return a->claim < b->claim; });
  }

  static bool same_survey(const Side& a, const Side& b) {
    return a.comparable.year && a.comparable.year == b.comparable.year && !a.publisher.empty() &&
           a.publisher == b.publisher;
  }

  std::optional<Finding> dispute(const Side& side) const {
    if (!side.comparable.sentence) return std::nullopt;
    // What the same article says first: that is the author's own contradiction.
    std::vector<const Side*> others;
    std::vector<const Side*> elsewhere;
    for (const Side* other : sides_) {
      const bool here = claim(*other).document == claim(side).document;
      if (!here && elsewhere.size() > kShownSides) continue;  // enough to tell
      if (other->claim == side.claim || years_differ(side.comparable, other->comparable) ||
          !disagree(side.comparable, other->comparable, same_survey(side, *other)) ||
          in_one_passage(claim(side), claim(*other), side.comparable.pay))
        continue;
      (here ? others : elsewhere).push_back(other);
    }
    others.insert(others.end(), elsewhere.begin(), elsewhere.end());
    if (others.empty()) return std::nullopt;
    Finding finding{Check::comparison, Verdict::disputed, "", {}, Obstacle::none};
    finding.reason = side.comparable.about + " is told otherwise too: ";
    const std::size_t shown = std::min(others.size(), kShownSides);
    for (std::size_t i = 0; i < shown; ++i) {
      finding.reason += (i > 0 ? "; " : "") + tell(*others[i], claim(side).document);
      finding.evidence.emplace_back(ClaimEvidence{others[i]->claim});
    }
    if (others.size() > shown) finding.reason += "; and more";
    return finding;
  }

  // "36% (U.S. Bureau of Labor Statistics, line 9 of this article)"
  std::string tell(const Side& side, std::size_t in_document) const {
    const Claim& other = claim(side);
    const ClaimDocument& document = claims_.document_of(other);
    std::string text = other.mention.quote + " (";
    if (!side.publisher.empty()) text += source_of(side, other) + ", ";
    if (other.document == in_document) {
      text += "line " + std::to_string(other.mention.line) + " of this article)";
    } else {
      text += document.path + ":" + std::to_string(other.mention.line);
      text += document.published.empty() ? ")" : ", published " + document.published + ")";
    }
    return text;
  }

  static std::string source_of(const Side& side, const Claim& claim) {
    const std::optional<int> year = attribution_of(claim).year;
    return std::string(side.publisher) + (year ? " " + std::to_string(*year) : "");
  }

  // The sides that say the same as `side`, itself among them; empty when there are too many to tell.
  std::vector<std::size_t> agreeing(const Side& side) {
    const double low = side.comparable.range.low;
    auto from = group_.cbegin();
    if (std::isfinite(low))
      from = std::lower_bound(group_.cbegin(), group_.cend(), low - coarsest_ - 1e-6,
                              [](const Side& a, double b) { return a.comparable.range.low < b; });
    std::vector<std::size_t> same;
    for (auto at = from; at != group_.cend(); ++at) {
      if (std::isfinite(low) && at->comparable.range.low > low + coarsest_ + 1e-6) break;
      if (budget_ == 0) return {};
      --budget_;
      if (same_figure(side.comparable.range, at->comparable.range) &&
          !years_differ(side.comparable, at->comparable))
        same.push_back(at->claim);
    }
    return same;
  }

  std::optional<Finding> corroborate(const Side& side) {
    // Equal claims of equal years have equal company: it is looked for once.
    const Comparable& one = side.comparable;
    const auto [at, fresh] =
        company_.try_emplace({one.range.low, one.range.high, one.range.about, one.start, one.end, one.year});
    Company& company = at->second;
    if (fresh) {
      const std::vector<std::size_t> same = agreeing(side);
      company.voices = independent_voices(claims_, same);
      std::set<std::size_t> origins;  // one claim of each article is shown
      for (const std::size_t index : same)
        if (origins.size() <= kShownSides &&
            origins.insert(claims_.document_of(claims_.claims[index]).origin).second)
          company.shown.push_back(index);
    }
    if (company.voices < 2) return std::nullopt;
    Finding finding{Check::comparison, Verdict::corroborated, "", {}, Obstacle::none};
    finding.reason = std::to_string(company.voices) + " independent articles say so";
    const std::size_t origin = claims_.document_of(claim(side)).origin;
    for (const std::size_t index : company.shown)
      if (claims_.document_of(claims_.claims[index]).origin != origin &&
          finding.evidence.size() < kShownSides)
        finding.evidence.emplace_back(ClaimEvidence{index});
    return finding;
  }

  struct Company {
    std::size_t voices = 0;
    std::vector<std::size_t> shown;
  };

  const Claims& claims_;
  const std::vector<bool>& settled_;
  Group& group_;
  std::vector<std::optional<Finding>>& findings_;
  std::vector<const Side*> sides_;
  double coarsest_ = 0;
  std::size_t budget_ = 0;
  std::map<std::tuple<double, double, bool, std::optional<int>, std::optional<int>, std::optional<int>>,
           Company>
      company_;
};

}  // namespace

std::vector<std::optional<Finding>> compare(const Claims& claims, const std::vector<bool>& settled) {
  CHECK(settled.size() == claims.claims.size());
  std::vector<std::optional<Finding>> findings(claims.claims.size());
  std::vector<Group> groups;  // in the order of their first claims
  std::unordered_map<std::string, std::size_t> numbers;
  for (std::size_t i = 0; i < claims.claims.size(); ++i) {
    const Claim& claim = claims.claims[i];
    for (Comparable& comparable : comparables_of(claim, claims.document_of(claim))) {
      const std::size_t group = numbers.try_emplace(comparable.key, groups.size()).first->second;
      if (group == groups.size()) groups.emplace_back();
      const Attribution& by = attribution_of(claim);
      groups[group].push_back({i, std::move(comparable), by.canonical.empty() ? by.source : by.canonical});
    }
  }
  for (Group& group : groups)
    if (group.size() > 1) GroupJudge(claims, settled, group, findings).judge();
  return findings;
}

}  // namespace careerfacts
