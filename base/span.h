// Half-open byte ranges in the two coordinate systems of the project. They are two types, so that a position
// in the file can never be taken for a position in the text.
#pragma once

#include <algorithm>
#include <cstddef>

namespace careerfacts {

template <class Coordinates>
struct Span {
  std::size_t begin = 0;  // first byte
  std::size_t end = 0;    // one past the last byte

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return end <= begin; }
  constexpr bool contains(std::size_t at) const { return begin <= at && at < end; }
  constexpr bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

// The smallest span that covers both.
template <class Coordinates>
constexpr Span<Coordinates> cover(const Span<Coordinates>& a, const Span<Coordinates>& b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// Bytes of the file as it lies on disk.
using RawSpan = Span<struct RawCoordinates>;

// Bytes of the normalised text, which is UTF-8.
using TextSpan = Span<struct TextCoordinates>;

}  // namespace careerfacts
