#include "extract/resolve.h"

#include <algorithm>
#include <array>

namespace careerfacts {
namespace {

int rank(const Mention& mention) {
  static constexpr std::array<int, 4> kRanks{1, 2, 3, 0};  // by Kind: salary, percentage, role, certification
  return kRanks[static_cast<std::size_t>(mention.kind())];
}

bool stands_before(const Mention& a, const Mention& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end < b.span.end;
  return a.kind() < b.kind();
}

}  // namespace

void resolve_overlaps(std::vector<Mention>& mentions) {
  std::sort(mentions.begin(), mentions.end(), stands_before);
  std::vector<Mention> kept;
  kept.reserve(mentions.size());
  for (Mention& mention : mentions) {
    bool stays = true;
    while (stays && !kept.empty() && kept.back().span.overlaps(mention.span)) {
      const Mention& other = kept.back();
      const bool wins = rank(mention) != rank(other) ? rank(mention) < rank(other)
                                                     : mention.span.begin == other.span.begin &&
                                                           mention.span.size() > other.span.size();
      if (wins)
        kept.pop_back();
      else
        stays = false;
    }
    if (stays) kept.push_back(std::move(mention));
  }
  mentions = std::move(kept);
}

}  // namespace careerfacts
