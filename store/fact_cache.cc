#include "store/fact_cache.h"

#include <utility>

namespace careerfacts {
namespace {

constexpr std::size_t kFirstEntries = std::size_t{1} << 12;
constexpr std::size_t kFilterBits = std::size_t{1}
                                    << 26;  // of ten million facts one in twenty is looked up in vain

}  // namespace

FactCache::FactCache(std::size_t most_facts) : most_(most_facts), entries_(kFirstEntries) {}

void FactCache::clear() {
  entries_ = std::vector<Entry>(kFirstEntries);
  added_ = {};
}

RowId FactCache::number_of(FactKey key) const {
  const std::size_t first = first_place(key);
  for (std::size_t i = first; i < first + kWays; ++i)
    if (entries_[i].key == key && entries_[i].number != 0) return entries_[i].number;
  return 0;
}

// Keys are bits of a SHA-256: parts of them are as good as hashes.
template <class Use>
void FactCache::each_bit(FactKey key, const Use& use) const {
  for (const int shift : {0, 19, 38}) use((key >> shift) % kFilterBits);
}

bool FactCache::was_added(FactKey key) const {
  if (added_.empty()) return number_of(key) != 0;
  bool all = true;
  each_bit(key, [&](std::size_t bit) { all = all && added_[bit]; });
  return all;
}

void FactCache::note_added(FactKey key) {
  each_bit(key, [&](std::size_t bit) { added_[bit] = true; });
}

RowId FactCache::add(FactKey key, RowId number) {
  if (!added_.empty()) note_added(key);
  for (;;) {
    const std::size_t first = first_place(key);
    for (std::size_t i = first; i < first + kWays; ++i)
      if (entries_[i].number == 0) {
        entries_[i] = {key, number};
        return 0;
      }
    if (entries_.size() < most_) {
      grow();
      continue;
    }
    if (added_.empty()) {
      added_.resize(kFilterBits);
      for (const Entry& entry : entries_)
        if (entry.number != 0) note_added(entry.key);
      note_added(key);
    }
    next_to_go_ = (next_to_go_ + 1) % kWays;
    return std::exchange(entries_[first + next_to_go_], {key, number}).number;
  }
}

// Twice the places: what stood in one line stands in one of two now, so that all find room.
void FactCache::grow() {
  const std::vector<Entry> before = std::exchange(entries_, std::vector<Entry>(entries_.size() * 2));
  for (const Entry& entry : before) {
    if (entry.number == 0) continue;
    std::size_t i = first_place(entry.key);
    while (entries_[i].number != 0) ++i;
    entries_[i] = entry;
  }
}

}  // namespace careerfacts
