#include "store/origins.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/fingerprint.h"

namespace careerfacts {
namespace {

constexpr std::size_t kAllCompared = 64;
constexpr std::size_t kNeighbours = 16;

using Index = std::uint32_t;

// Sets of indices that grow together (union-find). The root of a set is the least of it.
class Groups {
 public:
  explicit Groups(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), 0U); }

  Index root(Index i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void join(Index a, Index b) {
    const Index x = root(a), y = root(b);
    parents_[std::max(x, y)] = std::min(x, y);
  }

 private:
  std::vector<Index> parents_;
};

// Joins what is alike among documents of one band. REQUIRES: sorted so that the likeliest stand side by side.
void join_copies(const std::vector<OriginInput>& documents, const Index* first, const Index* last,
                 Groups& groups) {
  const auto size = static_cast<std::size_t>(last - first);
  const std::size_t reach = size <= kAllCompared ? size : kNeighbours;
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = i + 1; j < size && j - i <= reach; ++j) {
      const Index a = first[i];
      const Index b = first[j];
      if (groups.root(a) != groups.root(b) && are_copies(documents[a].fingerprint, documents[b].fingerprint))
        groups.join(a, b);
    }
}

void join_same_bytes(const std::vector<OriginInput>& documents, Groups& groups) {
  std::vector<Index> known;
  for (Index i = 0; i < documents.size(); ++i)
    if (documents[i].content != ContentKey{}) known.push_back(i);
  std::sort(known.begin(), known.end(),
            [&](Index a, Index b) { return documents[a].content < documents[b].content; });
  for (std::size_t i = 1; i < known.size(); ++i)
    if (documents[known[i - 1]].content == documents[known[i]].content) groups.join(known[i - 1], known[i]);
}

void join_alike(const std::vector<OriginInput>& documents, Groups& groups) {
  std::vector<Index> order;  // by figures, then words: what is most alike stands side by side
  for (Index i = 0; i < documents.size(); ++i)
    if (documents[i].fingerprint.size() >= kFingerprintBins) order.push_back(i);
  const auto sort_key = [&](Index i) {
    const std::string_view fingerprint = documents[i].fingerprint;
    return std::tuple(fingerprint.substr(kFingerprintBins), fingerprint.substr(0, kFingerprintBins));
  };
  std::sort(order.begin(), order.end(), [&](Index a, Index b) { return sort_key(a) < sort_key(b); });

  std::vector<std::pair<std::uint32_t, Index>> by_key(order.size());  // key of the band, place in `order`
  std::vector<Index> bucket;
  for (std::size_t band = 0; band < kFingerprintBands; ++band) {
    for (Index i = 0; i < order.size(); ++i)
      by_key[i] = {fingerprint_band(documents[order[i]].fingerprint, band), i};
    std::sort(by_key.begin(), by_key.end());
    for (std::size_t i = 0; i < by_key.size();) {
      std::size_t j = i + 1;
      while (j < by_key.size() && by_key[j].first == by_key[i].first) ++j;
      if (j - i > 1) {
        bucket.clear();
        for (; i < j; ++i) bucket.push_back(order[by_key[i].second]);
        join_copies(documents, bucket.data(), bucket.data() + bucket.size(), groups);
      }
      i = j;
    }
  }
}

}  // namespace

std::vector<std::uint32_t> origins_of(const std::vector<OriginInput>& documents) {
  Groups groups(documents.size());
  join_same_bytes(documents, groups);
  join_alike(documents, groups);
  std::vector<Index> origins(documents.size());
  for (Index i = 0; i < documents.size(); ++i) origins[i] = groups.root(i);
  return origins;
}

}  // namespace careerfacts
