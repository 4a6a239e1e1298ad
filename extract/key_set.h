// A set of token keys. They are hashes already, so a key's own bits are its place in the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace careerfacts {

class KeySet {
 public:
  // Room for so many keys; no more may be added.
  explicit KeySet(std::size_t keys = 0) {
    std::size_t slots = 2;
    while (slots < keys * 2) slots *= 2;
    slots_.assign(slots, 0);
  }
  void add(std::uint64_t key) { slots_[place(key)] = key; }
  bool contains(std::uint64_t key) const { return key != 0 && slots_[place(key)] == key; }

 private:
  std::size_t place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = static_cast<std::size_t>(key >> 7) & mask;
    while (slots_[i] != 0 && slots_[i] != key) i = (i + 1) & mask;
    return i;
  }

  std::vector<std::uint64_t> slots_;  // a power of two, half of them free; 0 is free
};

}  // namespace careerfacts
