// Sixteen bytes of a text at once, for the questions that each byte of every article is asked.
//
// Comparisons give 0xFF in the places where they hold and 0 elsewhere; masks are joined by |, & and ~. The
// vectors of GCC and Clang: an instruction where the processor has one, a loop where it has none.
#pragma once

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

// Calls f(bytes, next) with all bytes of a text, in order, and with those one place further on; beyond the
// end there are NULs.
template <class F>
void each16(std::string_view text, F&& f) {
  std::size_t at = 0;
  for (; at + 16 < text.size(); at += 16) f(load16(text.data() + at), load16(text.data() + at + 1));
  if (at == text.size()) return;
  char rest[32] = {};
  std::memcpy(rest, text.data() + at, text.size() - at);
  f(load16(rest), load16(rest + 1));
}

}  // namespace careerfacts
