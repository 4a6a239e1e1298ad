#include "base/content_hash.h"

#include <openssl/evp.h>

#include <array>
#include <charconv>

#include "base/check.h"

namespace careerfacts {

namespace {

using Digest = std::array<unsigned char, 32>;

class Context {
 public:
  Context() { CHECK(context_ != nullptr); }
  ~Context() { EVP_MD_CTX_free(context_); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  void begin() const {
    // Fetched once: EVP_sha256() would look the algorithm up again for each hash. Lives as long as the
    // program.
    static const EVP_MD* const kSha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    CHECK(kSha256 != nullptr);
    CHECK(EVP_DigestInit_ex(context_, kSha256, nullptr) == 1);
  }
  void add(std::string_view bytes) const {
    CHECK(EVP_DigestUpdate(context_, bytes.data(), bytes.size()) == 1);
  }
  Digest end() const {
    Digest digest{};
    CHECK(EVP_DigestFinal_ex(context_, digest.data(), nullptr) == 1);
    return digest;
  }

 private:
  EVP_MD_CTX* const context_ = EVP_MD_CTX_new();
};

}  // namespace

struct Sha256::State {
  Context context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { state_->context.begin(); }
Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) { state_->context.add(bytes); }

std::string Sha256::finish_hex() {
  const Digest digest = state_->context.end();
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(digest.size() * 2);
  for (const unsigned char byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish_hex();
}

std::uint64_t sha256_begin(std::string_view bytes) {
  thread_local const Context context;  // short texts: to make one takes longer than to hash
  context.begin();
  context.add(bytes);
  const Digest digest = context.end();
  std::uint64_t begin = 0;
  for (std::size_t i = 0; i < sizeof begin; ++i) begin = begin << 8 | digest[i];
  return begin;
}

ContentKey content_key(std::string_view sha256) {
  constexpr std::size_t kDigits = 16;  // of 64 bits
  ContentKey key{};
  if (sha256.size() < key.size() * kDigits) return key;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char* const begin = sha256.data() + i * kDigits;
    const auto [end, error] = std::from_chars(begin, begin + kDigits, key[i], 16);
    if (error != std::errc() || end != begin + kDigits) return {};
  }
  return key;
}

}  // namespace careerfacts
