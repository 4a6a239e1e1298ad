// Sixteen bytes of a text at once, for the questions that each byte of every article is asked.
//
// Comparisons give 0xFF in the places where they hold and 0 elsewhere; masks are joined by |, & and ~. The
// vectors of GCC and Clang: an instruction where the processor has one, a loop where it has none.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace careerfacts {

using Bytes16 [[gnu::vector_size(16)]] = unsigned char;

// REQUIRES: 16 bytes at `from`.
inline Bytes16 load16(const char* from) {
  Bytes16 bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

inline Bytes16 is(Bytes16 bytes, char c) {
  return static_cast<Bytes16>(bytes == static_cast<unsigned char>(c));
}

// From `first` to `last`, both included.
inline Bytes16 within(Bytes16 bytes, unsigned char first, unsigned char last) {
  return static_cast<Bytes16>(bytes - first <= static_cast<unsigned char>(last - first));
}

inline bool any(Bytes16 mask) {
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof mask);
  return (halves[0] | halves[1]) != 0;
}

// Place of the first byte that is not 0. REQUIRES: any(mask).
inline std::size_t first(Bytes16 mask) {
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof mask);
  if constexpr (std::endian::native == std::endian::little)
    return static_cast<std::size_t>(halves[0] != 0 ? std::countr_zero(halves[0])
                                                   : 64 + std::countr_zero(halves[1])) /
           8;
  std::size_t at = 0;
  while (mask[at] == 0) ++at;
  return at;
}

// The bytes one place further on; a NUL at the end.
inline Bytes16 shifted(Bytes16 bytes) {
  return __builtin_shufflevector(bytes, Bytes16{}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
}

// Calls f(bytes, next) with each byte of a text once or more, and with the byte after each; what is beyond
// the end is NUL.
template <class F>
void each16(std::string_view text, F&& f) {
  if (text.size() < 16) {
    char padded[16] = {};
    std::memcpy(padded, text.data(), text.size());
    const Bytes16 bytes = load16(padded);
    return f(bytes, shifted(bytes));
  }
  for (std::size_t at = 0; at + 16 < text.size(); at += 16)
    f(load16(text.data() + at), load16(text.data() + at + 1));
  const Bytes16 last = load16(text.data() + text.size() - 16);
  f(last, shifted(last));
}

}  // namespace careerfacts
