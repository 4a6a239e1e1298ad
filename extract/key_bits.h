// A set of token keys in a few bits each: says no surely, and yes wrongly to some. Small enough to stay in
// the nearest caches, so that most tokens of a text are told apart without a look at a larger table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace careerfacts {

class KeyBits {
 public:
  // For so many keys: wrong about one in ten.
  explicit KeyBits(std::size_t keys = 0) {
    constexpr std::size_t kBitsOfKey = 10;
    std::size_t bits = 1 << 14;
    while (bits < keys * kBitsOfKey) bits *= 2;
    words_.assign(bits / 64, 0);
    mask_ = bits - 1;
  }

  void add(std::uint64_t key) { words_[place(key) / 64] |= std::uint64_t{1} << (place(key) % 64); }
  // REQUIRES: made for as many keys.
  void add(const KeyBits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  bool may_hold(std::uint64_t key) const { return (words_[place(key) / 64] >> (place(key) % 64) & 1) != 0; }

 private:
  // Keys are hashes: any of their bits will do.
  std::size_t place(std::uint64_t key) const { return static_cast<std::size_t>(key >> 20) & mask_; }

  std::vector<std::uint64_t> words_;
  std::size_t mask_ = 0;
};

}  // namespace careerfacts
