// A set of token keys. They are hashes already, so a key's own bits are its place in the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "extract/token.h"

namespace careerfacts {

class KeySet {
 public:
  // Room for so many keys; no more may be added.
  explicit KeySet(std::size_t keys) {
    std::size_t slots = 2;
    while (slots < keys * 2) slots *= 2;
    slots_.assign(slots, 0);
  }
  // The keys of some words: what a token is asked whether it is one of them.
  KeySet(std::initializer_list<std::string_view> words) : KeySet(words.size()) {
    for (const std::string_view word : words) add(word_key(word));
  }

  void add(std::uint64_t key) { slots_[place(key)] = key; }
  bool contains(std::uint64_t key) const { return key != 0 && slots_[place(key)] == key; }
  bool contains(const Token& token) const { return contains(token.key); }

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
