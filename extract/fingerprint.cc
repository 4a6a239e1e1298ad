#include "extract/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <vector>

namespace careerfacts {
namespace {

constexpr std::size_t kBins = kFingerprintBins;
constexpr std::size_t kAgreeingBins = 96;
constexpr std::size_t kFilledBins = 48;
constexpr std::size_t kRun = 5;  // words
constexpr std::size_t kFigures = 16;
constexpr std::size_t kBandBins = kBins / kFingerprintBands;
constexpr std::uint64_t kNone64 = std::numeric_limits<std::uint64_t>::max();

// The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of the key moves every bit of the
// result.
std::uint64_t mixed(std::uint64_t key) {
  key ^= key >> 33;
  key *= 0xff51afd7ed558ccd;
  key ^= key >> 33;
  key *= 0xc4ceb9fe1a85ec53;
  return key ^ (key >> 33);
}

// The hashes of all runs of kRun keys that are added, into bins.
class WordSketch {
 public:
  WordSketch() { bins_.fill(kNone64); }

  void add(std::uint64_t key) {
    constexpr std::uint64_t kBase = 0x9e3779b97f4a7c15;
    constexpr std::uint64_t kBaseToRun = kBase * kBase * kBase * kBase * kBase;
    run_ = run_ * kBase + key - last_[oldest_] * kBaseToRun;  // last_ is 0 where nothing was
    last_[oldest_] = key;
    oldest_ = oldest_ + 1 == kRun ? 0 : oldest_ + 1;
    if (++count_ < kRun) return;
    const std::uint64_t hash = mixed(run_);
    std::uint64_t& bin = bins_[hash % kBins];
    bin = std::min(bin, hash / kBins);
  }

  std::size_t filled() const {
    return kBins - static_cast<std::size_t>(std::count(bins_.begin(), bins_.end(), kNone64));
  }

  // REQUIRES: filled() > 0.
  void append_to(std::string& out) const {
    for (std::size_t i = 0; i < kBins; ++i) {
      std::size_t steps = 0;
      while (bins_[(i + steps) % kBins] == kNone64) ++steps;
      out += static_cast<char>(mixed(bins_[(i + steps) % kBins] + steps) & 0xff);
    }
  }

 private:
  std::array<std::uint64_t, kBins> bins_;
  std::array<std::uint64_t, kRun> last_{};  // a ring
  std::size_t oldest_ = 0;                  // of last_
  std::uint64_t run_ = 0;
  std::size_t count_ = 0;
};

// A number that tells texts apart: no year, more than a digit.
bool is_figure(std::string_view number) {
  if (number.size() < 2) return false;
  return number.size() != 4 || !(number.starts_with("19") || number.starts_with("20"));
}

// Two bytes each, ascending, the least kFigures of them.
void append_figures(std::string& out, std::vector<std::uint16_t> figures) {
  std::sort(figures.begin(), figures.end());
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  figures.resize(std::min(figures.size(), kFigures));
  for (const std::uint16_t figure : figures) {
    out += static_cast<char>(figure >> 8);
    out += static_cast<char>(figure & 0xff);
  }
}

bool is_fingerprint(std::string_view bytes) {
  return bytes.size() >= kBins && bytes.size() <= kBins + 2 * kFigures && bytes.size() % 2 == 0;
}

// Are two thirds of the figures in both? Two lists of the least ones tell it as far as both reach.
bool share_figures(std::string_view a, std::string_view b) {
  std::size_t all = 0;
  std::size_t shared = 0;
  while (all < kFigures && (!a.empty() || !b.empty())) {
    const int order = a.empty() ? 1 : b.empty() ? -1 : a.substr(0, 2).compare(b.substr(0, 2));
    if (order == 0) ++shared;
    ++all;
    if (order <= 0) a.remove_prefix(2);
    if (order >= 0) b.remove_prefix(2);
  }
  return shared * 3 >= all * 2;
}

}  // namespace

std::string fingerprint_of(const Scan& scan) {
  WordSketch words;
  std::vector<std::uint16_t> figures;
  for (std::size_t block = 0; block < scan.blocks.size(); ++block) {
    if (scan.document->blocks[block].chrome) continue;
    const TokenRange range = scan.blocks[block].tokens;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Token& token = scan.tokens[i];
      if (!token.is_word() && !token.is_number()) continue;
      words.add(token.key);
      if (token.is_number() && is_figure(scan.word(i)))
        figures.push_back(static_cast<std::uint16_t>(mixed(token.key) >> 48));
    }
  }
  std::string fingerprint;
  if (words.filled() < kFilledBins) return fingerprint;
  words.append_to(fingerprint);
  append_figures(fingerprint, std::move(figures));
  return fingerprint;
}

std::uint32_t fingerprint_band(std::string_view fingerprint, std::size_t band) {
  static_assert(kBandBins == sizeof(std::uint32_t));
  std::uint32_t key = 0;
  std::memcpy(&key, fingerprint.data() + band * kBandBins, sizeof key);
  return key;
}

bool are_copies(std::string_view a, std::string_view b) {
  if (!is_fingerprint(a) || !is_fingerprint(b)) return false;
  std::size_t agreeing = 0;
  for (std::size_t i = 0; i < kBins; ++i) agreeing += a[i] == b[i] ? 1 : 0;
  return agreeing >= kAgreeingBins && share_figures(a.substr(kBins), b.substr(kBins));
}

}  // namespace careerfacts
