#include "audit/voices.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "store/canonical_name.h"

namespace careerfacts {
namespace {

// Sets that are joined pair by pair.
class Sets {
 public:
  std::size_t add() {
    parents_.push_back(parents_.size());
    return parents_.size() - 1;
  }
  std::size_t root(std::size_t of) {
    while (parents_[of] != of) of = parents_[of] = parents_[parents_[of]];
    return of;
  }
  // True when they were two.
  bool join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parents_[a] = b;
    return a != b;
  }

 private:
  std::vector<std::size_t> parents_;
};

}  // namespace

const Attribution& attribution_of(const Claim& claim) {
  if (const auto* salary = std::get_if<SalaryFields>(&claim.mention.fields)) return salary->attribution;
  return std::get<PercentageFields>(claim.mention.fields).attribution;
}

std::vector<std::string> publishers_of(const Claim& claim) {
  const Attribution& attribution = attribution_of(claim);
  if (attribution.grade != SourceGrade::named) return {};
  if (!attribution.canonical.empty()) return {canonical_name(attribution.canonical)};
  std::vector<std::string> names;
  std::string rest = canonical_name(attribution.source);
  constexpr std::string_view kAnd = " and ";
  for (std::size_t at = 0; (at = rest.find(kAnd)) != std::string::npos; rest.erase(0, at + kAnd.size()))
    names.push_back(rest.substr(0, at));
  if (!rest.empty()) names.push_back(std::move(rest));
  return names;
}

std::size_t independent_voices(const Claims& claims, std::span<const std::size_t> which) {
  Sets sets;
  std::unordered_map<std::size_t, std::size_t> origins;
  std::unordered_map<std::string, std::size_t> publishers;
  std::size_t voices = 0;
  const auto node = [&](auto& map, const auto& key) {
    const auto [at, fresh] = map.try_emplace(key, 0);
    if (fresh) {
      at->second = sets.add();
      ++voices;
    }
    return at->second;
  };
  for (const std::size_t index : which) {
    const Claim& claim = claims.claims[index];
    const std::size_t origin = node(origins, claims.document_of(claim).origin);
    for (const std::string& publisher : publishers_of(claim))
      if (sets.join(node(publishers, publisher), origin)) --voices;
  }
  return voices;
}

}  // namespace careerfacts
