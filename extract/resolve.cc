#include "extract/resolve.h"

#include <algorithm>
#include <array>

namespace careerfacts {
namespace {

int rank(const Contender& claim) {
  static constexpr std::array<int, 4> kRanks{1, 2, 3, 0};  // by Kind: salary, percentage, role, certification
  return kRanks[static_cast<std::size_t>(claim.kind)];
}

bool stands_before(const Contender& a, const Contender& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end < b.span.end;
  return a.kind < b.kind;
}

}  // namespace

void resolve_overlaps(std::vector<Contender>& claims) {
  std::sort(claims.begin(), claims.end(), stands_before);
  std::size_t kept = 0;
  for (const Contender& claim : claims) {
    bool stays = true;
    while (stays && kept > 0 && claims[kept - 1].span.overlaps(claim.span)) {
      const Contender& other = claims[kept - 1];
      const bool wins = rank(claim) != rank(other)
                            ? rank(claim) < rank(other)
                            : claim.span.begin == other.span.begin && claim.span.size() > other.span.size();
      if (wins)
        --kept;
      else
        stays = false;
    }
    if (stays) claims[kept++] = claim;
  }
  claims.resize(kept);
}

}  // namespace careerfacts
