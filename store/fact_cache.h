// Numbers of facts by their key, in memory of a bounded size: what a run has seen lately. Inside the store
// library only.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "store/identity.h"
#include "store/rows.h"

namespace careerfacts {

class FactCache {
 public:
  // 16 MiB of them, and 8 MiB more to know what is new once some had to go.
  static constexpr std::size_t kDefaultFacts = std::size_t{1} << 20;

  // At most so many facts, or some more.
  explicit FactCache(std::size_t most_facts = kDefaultFacts);
  void clear();

  // 0: not known here.
  RowId number_of(FactKey key) const;

  // False: the key was never added, not even long ago. REQUIRES: since clear() all facts were added that
  // there are.
  bool was_added(FactKey key) const;

  // REQUIRES: number_of(key) is 0, `number` is positive. Returns the number of the fact that went for it,
  // else 0.
  RowId add(FactKey key, RowId number);

 private:
  struct Entry {
    FactKey key = 0;
    RowId number = 0;  // 0: free
  };
  static constexpr std::size_t kWays = 4;  // places where a key may stand: one cache line

  std::size_t first_place(FactKey key) const { return (key & (entries_.size() / kWays - 1)) * kWays; }
  void grow();
  void note_added(FactKey key);
  template <class Use>
  void each_bit(FactKey key, const Use& use) const;

  std::size_t most_;
  std::vector<Entry> entries_;  // a power of two
  std::size_t next_to_go_ = 0;
  std::vector<bool> added_;  // a Bloom filter of all that was added; empty while nothing had to go
};

}  // namespace careerfacts
