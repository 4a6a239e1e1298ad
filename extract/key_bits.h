// A set of token keys in a few bits each: says no surely, and yes wrongly to some. Small enough to stay in
// the nearest caches, so that most tokens of a text are told apart without a look at a larger table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace careerfacts {

class KeyBits {
 public:
  void add(std::uint64_t key) { words_[place(key) / 64] |= std::uint64_t{1} << (place(key) % 64); }
  void add(const KeyBits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  bool may_hold(std::uint64_t key) const { return (words_[place(key) / 64] >> (place(key) % 64) & 1) != 0; }

 private:
  static constexpr std::size_t kBits = 1 << 13;  // 1 KB; for some hundred keys
  // Keys are hashes: any of their bits will do.
  static std::size_t place(std::uint64_t key) { return static_cast<std::size_t>(key >> 20) % kBits; }

  std::array<std::uint64_t, kBits / 64> words_{};
};

// The same for the beginnings of phrases: one key alone, or the first two. What begins with one key shares a
// cache line, so that the lines of common words stay near.
struct alignas(64) StartLine {
  std::array<std::uint64_t, 8> words{};
};

// Of StartLines that stand elsewhere; how many is a power of two.
class StartBits {
 public:
  // How many lines so many first keys want.
  static std::size_t lines_for(std::size_t keys) {
    std::size_t lines = 64;
    while (lines * kKeysOfLine < keys) lines *= 2;
    return lines;
  }

  StartBits() = default;
  explicit StartBits(std::span<const StartLine> lines) : lines_(lines) {}

  static void add(std::span<StartLine> lines, std::uint64_t alone) {
    set(lines[line(lines.size(), alone)], alone >> 50);
  }
  static void add(std::span<StartLine> lines, std::uint64_t first, std::uint64_t second) {
    set(lines[line(lines.size(), first)], second >> 40);
  }
  // Whether a phrase may be `first` alone or begin with the two. REQUIRES: lines.
  bool may_start(std::uint64_t first, std::uint64_t second) const {
    const StartLine& of = lines_[line(lines_.size(), first)];
    return ((bit(of, first >> 50) | bit(of, second >> 40)) & 1) != 0;
  }

 private:
  static constexpr std::size_t kKeysOfLine = 8;
  static std::size_t line(std::size_t lines, std::uint64_t key) {
    return static_cast<std::size_t>(key >> 20) & (lines - 1);
  }
  static void set(StartLine& line, std::uint64_t place) {
    line.words[place / 64 % 8] |= std::uint64_t{1} << (place % 64);
  }
  static std::uint64_t bit(const StartLine& line, std::uint64_t place) {
    return line.words[place / 64 % 8] >> (place % 64);
  }

  std::span<const StartLine> lines_;
};

}  // namespace careerfacts
