// The fingerprint of an article's text, by which copies of one article are known: syndicated, mirrored, with
// another byline, other page chrome or a paragraph more. Page chrome does not count.
//
// Two documents are copies when both hold:
// - at least 96 of the 128 bins of their word sketches agree, which estimates that of all different runs of
// five
//   words in either, three quarters stand in both (MinHash by one permutation: each run of words goes to a
//   bin by its hash, and each bin keeps eight bits of the least one; an empty bin takes what the next one
//   keeps);
// - of the least 16 hashes of the figures in either (numbers, but years and single digits), two thirds stand
// in
//   both: pages made from one template have the same words, but other figures.
// A text of fewer different runs of words than fill 48 bins (about 60 words) has no fingerprint: nothing is
// known to be a copy of it but the same bytes.
//
// Pure functions; any thread. The same text always has the same fingerprint.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/scan.h"

namespace careerfacts {

inline constexpr std::size_t kFingerprintBins = 128;

// Bytes: the bins, then two for each figure kept. Empty where the text is too short.
std::string fingerprint_of(const Scan& scan);

// Copies nearly always share the key of one band at least; other texts nearly never do.
inline constexpr std::size_t kFingerprintBands = 32;

// REQUIRES: not empty, band < kFingerprintBands.
std::uint32_t fingerprint_band(std::string_view fingerprint, std::size_t band);

// False where one is empty, or not a fingerprint.
bool are_copies(std::string_view a, std::string_view b);

}  // namespace careerfacts
