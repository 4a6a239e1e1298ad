// SHA-256 (FIPS 180-4, by OpenSSL): names documents, facts and rulebooks by what they contain.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace careerfacts {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// The first 64 bits of the SHA-256 of `bytes`. Any thread.
std::uint64_t sha256_begin(std::string_view bytes);

// Half of a SHA-256: two of them are of one content as surely as two whole ones, in a quarter of the memory
// of their digits.
using ContentKey = std::array<std::uint64_t, 2>;

// Of the hexadecimal digits; zeros where they are none.
ContentKey content_key(std::string_view sha256);

// The same over bytes that come in pieces. Not for use from two threads at once.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void update(std::string_view bytes);
  std::string finish_hex();  // once, at the end

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace careerfacts
