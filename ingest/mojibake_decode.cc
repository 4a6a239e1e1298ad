#include "ingest/mojibake_decode.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

namespace careerfacts::mojibake {
namespace {

// Bits. A plain case gains this much without any help: one accented letter inside a word gains about 20, a
// quotation mark 30 and more, while the worst that good text was seen to offer is about 14.
constexpr long kPlain = 16;
constexpr long kFair = 13;
// Of a cluster that gains enough in all, sequences that do not gain even this much are left as they are.
constexpr long kLeast = 3;

constexpr int kPathBits = 4;

// Codecs through which a control character can have come: not those that print at 80–9F throughout.
bool has_controls(Codec codec) {
  return codec != Codec::mac_roman && codec != Codec::cp437 && codec != Codec::cp850;
}

}  // namespace

std::uint16_t path_of(Codec codec) { return static_cast<std::uint16_t>(static_cast<unsigned>(codec) + 1); }

std::vector<Codec> codecs_of(std::uint16_t path) {
  std::vector<Codec> codecs;
  for (unsigned left = path; left != 0; left >>= kPathBits) {
    codecs.push_back(static_cast<Codec>((left & 0xFU) - 1));
  }
  return codecs;
}

void Evidence::note(Codec codec, int layer, long gain, bool best, std::size_t what) {
  if (gain < kFair) return;
  gained_[at(layer)][at(codec)] += static_cast<std::size_t>(gain);
  if (!best) return;
  if (gain >= kPlain) {
    ++plain_[at(layer)][at(codec)];
    return;
  }
  // A logo that comes twice is no more evidence than once.
  Fair& fair = fair_[at(layer)][at(codec)];
  if (!fair.seen) fair.first = what;
  fair.two = fair.two || (fair.seen && fair.first != what);
  fair.seen = true;
}

long Evidence::needed(Codec codec, int layer) const {
  const std::size_t plain = plain_[at(layer)][at(codec)];
  // Where good characters stand beside the bad ones, each must be weighed more carefully.
  const bool mixed = sound_ > 0;
  if (plain >= 4) return mixed ? 6 : 4;
  if (plain >= 2) return mixed ? 8 : 7;
  if (plain == 1) return mixed ? 11 : 10;
  return fair_[at(layer)][at(codec)].two ? kFair : kPlain;
}

bool Evidence::is_settled(Codec codec, int layer) const {
  constexpr std::size_t kEnough = 10000;  // characters
  return covered_[at(layer)][at(codec)] >= kEnough;
}

bool Evidence::allows_any() const {
  if (has_island_) return true;
  for (std::size_t i = 0; i < kCodecs; ++i) {
    if (plain_[0][i] > 0 || fair_[0][i].two) return true;
  }
  return false;
}

bool Evidence::explains_all(Codec codec, int layer) const {
  return plain_[at(layer)][at(codec)] > 0 && covered_[at(layer)][at(codec)] == all_[at(layer)];
}

std::optional<Codec> Evidence::main_codec(int layer) const {
  std::optional<Codec> best;
  for (std::size_t i = 0; i < kCodecs; ++i) {
    const Codec codec = static_cast<Codec>(i);
    if (plain_[at(layer)][i] == 0) continue;
    if (!best || gained_[at(layer)][i] > gained_[at(layer)][at(*best)]) best = codec;
  }
  return best;
}

void Decoder::load(const Cluster& cluster) {
  const CodecTable& table = CodecTable::get();
  rows_.clear();
  traits_.clear();
  for (const Piece& piece : cluster.pieces) {
    rows_.push_back(table.row(piece.c));
    traits_.push_back(trait_of(piece.c));
  }
}

// Codecs in which one sequence at least could be whole.
CodecMask Decoder::candidates(const Cluster& cluster) const {
  const CodecTable& table = CodecTable::get();
  CodecMask mask = 0;
  SequenceWatch watch;
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) mask |= watch.next(table.roles(rows_[i]));
  return mask;
}

// Well-formed UTF-8 (Table 3-7 of the Unicode Standard), and halves of surrogate pairs.
Sequence Decoder::plain_sequence_at(std::size_t at, std::size_t end, Codec codec) const {
  const CodecTable& table = CodecTable::get();
  const unsigned lead = table.byte(rows_[at], codec);
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + length > end) return {};
  char32_t c = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned tail = table.byte(rows_[at + i], codec);
    if ((tail & 0xC0U) != 0x80U) return {};
    c = (c << 6) | (tail & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kFirst = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kFirst[length] || c > 0x10FFFF) return {};
  if (c < 0xA0 && !has_controls(codec)) return {};
  return {length, c};
}

// What was written in capitals or in small letters after it was misread: "ITÂ€™S" for "ITâ€™S", "cafã©" for
// "cafÃ©", "â£5" for "Â£5". Of windows-1252 only.
Sequence Decoder::folded_sequence_at(std::size_t at, std::size_t end) const {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < end ? CodecTable::get().byte(rows_[i], Codec::windows_1252) : 0;
  };
  const unsigned lead = byte(at), first = byte(at + 1), second = byte(at + 2);
  const bool two_tails = (second & 0xC0U) == 0x80U;
  if (lead == 0xC2 && first == 0x80) {  // quotation marks, dashes, bullets, the ellipsis
    if (second == 0x8C) return {3, U'“'};
    if (second >= 0x93 && second <= 0xA6) return {3, 0x2000 + (second & 0x3FU)};
  }
  if (lead == 0xC2 && first == 0x82 && second == 0xAC) return {3, U'€'};
  if (lead == 0xC2 && first == 0x84 && second == 0xA2) return {3, U'™'};
  constexpr unsigned kGuillemet = 0xBB, kDivision = 0xB7;  // "amanhã»" is Portuguese; "÷" no letter
  if (lead == 0xE3 && first > 0xA0 && first <= 0xBF && first != kGuillemet && first != kDivision &&
      !two_tails)
    return {2, 0xC0 + (first & 0x3FU)};
  constexpr std::u32string_view kSigns = U"¢£¥©®°±·";
  if (lead == 0xE2 && kSigns.find(first) != std::u32string_view::npos && !two_tails) return {2, first};
  return {};
}

// A surrogate pair that was written as two sequences (CESU-8) makes one character; a lone half makes none.
Sequence Decoder::sequence_at(std::size_t at, std::size_t end, Codec codec) const {
  if (codec == Codec::windows_1252) {
    const Sequence folded = folded_sequence_at(at, end);
    if (folded.length != 0) return folded;
  }
  const Sequence first = plain_sequence_at(at, end, codec);
  if (first.c < 0xD800 || first.c > 0xDFFF) return first;
  if (first.c >= 0xDC00) return {};
  if (at + 3 >= end) return {};
  const Sequence second = plain_sequence_at(at + 3, end, codec);
  if (second.c < 0xDC00 || second.c > 0xDFFF) return {};
  return {6, 0x10000 + ((first.c - 0xD800) << 10) + (second.c - 0xDC00)};
}

// What is won when pieces [begin, end) become `made`, with two neighbours on either side in view.
long Decoder::gain_of(std::size_t begin, std::size_t end, const std::vector<Piece>& made) {
  const std::size_t left = std::min<std::size_t>(begin, 2);
  const std::size_t right = std::min<std::size_t>(traits_.size() - end, 2);
  after_.clear();
  for (std::size_t i = begin - left; i < begin; ++i) after_.push_back(traits_[i]);
  for (const Piece& piece : made) after_.push_back(trait_of(piece.c));
  for (std::size_t i = end; i < end + right; ++i) after_.push_back(traits_[i]);
  return cost_of(traits_, begin, end) - cost_of(after_, left, left + made.size());
}

// Whether the cluster is nothing but sequences of the codec.
bool Decoder::covers(const Cluster& cluster, Codec codec) const {
  for (std::size_t i = cluster.begin; i < cluster.end;) {
    const Sequence sequence = sequence_at(i, cluster.end, codec);
    if (sequence.length == 0) return false;
    i += sequence.length;
  }
  return true;
}

Decoder::Attempt Decoder::attempt(const Cluster& cluster, Codec codec, bool all) {
  Attempt result;
  result.codec = codec;
  result.pieces.reserve(cluster.pieces.size());
  result.pieces.assign(cluster.pieces.begin(),
                       cluster.pieces.begin() + static_cast<std::ptrdiff_t>(cluster.begin));
  std::size_t at = cluster.begin;
  while (at < cluster.end) {
    made_.clear();
    const std::size_t begin = at;
    while (at < cluster.end) {  // one sequence right after the other
      const Sequence sequence = sequence_at(at, cluster.end, codec);
      if (sequence.length == 0) break;
      const Piece& first = cluster.pieces[at];
      const std::size_t stop = cluster.pieces[at + sequence.length - 1].end;
      made_.push_back({sequence.c, first.begin, stop, first.path});
      at += sequence.length;
    }
    const long gain = made_.empty() || all ? 0 : gain_of(begin, at, made_);
    result.coverable += at - begin;
    if (gain > kLeast || (all && !made_.empty())) {
      result.gain += gain;
      result.sequences += made_.size();
      result.covered += at - begin;
      for (Piece& piece : made_) {
        result.extended_latin += piece.c >= 0x100 && piece.c < 0x180;
        piece.path = static_cast<std::uint16_t>((piece.path << kPathBits) | path_of(codec));
        result.pieces.push_back(piece);
      }
    } else {
      for (std::size_t i = begin; i < at; ++i) result.pieces.push_back(cluster.pieces[i]);
    }
    if (at < cluster.end && made_.empty()) result.pieces.push_back(cluster.pieces[at++]);
  }
  return result;
}

// Sequences that stand among many stray bytes of the same codec are there by chance, or beyond help.
bool Decoder::leaves_garble(const Cluster& cluster, const Attempt& attempt) const {
  const CodecTable& table = CodecTable::get();
  if (attempt.covered == cluster.end - cluster.begin) return false;
  long garble = 0;
  for (std::size_t i = cluster.begin; i < cluster.end;) {
    const Sequence sequence = sequence_at(i, cluster.end, attempt.codec);
    if (sequence.length != 0) {
      i += sequence.length;
      continue;
    }
    constexpr long kOrdinary = 10;  // bits of a character that says nothing either way
    constexpr long kBroken = 25;    // of a sequence of three bytes that breaks off
    const unsigned byte = table.byte(rows_[i], attempt.codec);
    if (byte != 0) garble += std::max(0L, cost_of(traits_, i, i + 1) - kOrdinary);
    const bool tail_follows =
        i + 1 < cluster.end && (table.byte(rows_[i + 1], attempt.codec) & 0xC0U) == 0x80U;
    if (byte >= 0xE0 && byte < 0xF0 && tail_follows) garble += kBroken;
    ++i;
  }
  return garble > attempt.gain;
}

// How well an attempt explains the cluster: what it gains, and how much of it is no longer a riddle.
long Decoder::score_of(const Attempt& attempt, const std::optional<Codec>& expected) {
  constexpr long kBitsPerPiece = 3;
  constexpr long kExpected = 10;
  return attempt.gain + kBitsPerPiece * static_cast<long>(attempt.covered) +
         (attempt.codec == expected ? kExpected : 0);
}

// "Ã¥" for "å", the one accented letter that is also spelt so on purpose.
bool Decoder::is_doubtful_ring(const Cluster& cluster) const {
  return cluster.end - cluster.begin == 2 && cluster.pieces[cluster.begin].c == U'Ã' &&
         cluster.pieces[cluster.begin + 1].c == U'¥';
}

// A short word of another script among Latin ones, where text of that script would have more of it: "Г
// l'eau".
bool Decoder::is_island(const Cluster& cluster, const Evidence& evidence) const {
  constexpr std::size_t kShort = 3;
  if (!cluster.latin_around || cluster.end - cluster.begin > kShort) return false;
  if (!is_letter(traits_[cluster.begin])) return false;
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
    const Script script = traits_[i].script;
    if (is_letter(traits_[i]) && (script == Script::latin || evidence.has_script(script))) return false;
  }
  return true;
}

std::size_t Decoder::hash_of(const Cluster& cluster) {
  std::u32string characters;
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) characters += cluster.pieces[i].c;
  return std::hash<std::u32string>()(characters);
}

Decoder::Attempt Decoder::best_attempt(const Cluster& cluster, const Evidence& evidence, int layer,
                                       Evidence* found) {
  const bool island = is_island(cluster, evidence);
  // Thai has whole words of three letters that are sequences ("แบบ"), Greek and Cyrillic have none of two.
  const long island_bits = island && traits_[cluster.begin].script != Script::other ? 12 : 8;
  const CodecMask mask = candidates(cluster);
  const std::optional<Codec> expected = evidence.main_codec(layer);
  if (expected && evidence.explains_all(*expected, layer) && covers(cluster, *expected)) {
    return attempt(cluster, *expected, true);
  }
  Attempt best;
  std::array<long, kCodecs> gains{};
  for (std::size_t i = 0; i < kCodecs; ++i) {
    const Codec codec = static_cast<Codec>(i);
    if ((mask & mask_of(codec)) == 0) continue;
    Attempt next = attempt(cluster, codec, false);
    if (found != nullptr) found->note_covered(codec, layer, next.coverable);
    if (next.gain <= 0 || leaves_garble(cluster, next)) continue;
    if (island && next.covered == cluster.end - cluster.begin) {
      // Whether the script has no place in the text is known only when the whole of it was seen.
      if (found == nullptr) next.gain += island_bits;
      if (found != nullptr && next.gain + island_bits >= kPlain) found->note_island();
    }
    gains[i] = next.gain;
    if (best.sequences == 0 || score_of(next, expected) > score_of(best, expected)) best = std::move(next);
  }
  if (found != nullptr && best.sequences > 0) {
    const std::size_t what = hash_of(cluster);
    for (std::size_t i = 0; i < kCodecs; ++i) {
      if (gains[i] > 0) found->note(static_cast<Codec>(i), layer, gains[i], gains[i] == best.gain, what);
    }
    if (best.gain >= kFair) found->note_extended_latin(best.extended_latin);
  }
  return best;
}

// Letters of a script that the good part of the text does not have, all of them sequences of a codec that has
// proved itself: "Рё" for "и" in a text whose other Cyrillic letters were all mojibake.
bool Decoder::is_foreign(const Cluster& cluster, Codec codec, const Evidence& evidence) const {
  constexpr std::size_t kProved = 4;
  if (evidence.main_codec() != codec || evidence.plain_cases(codec) < kProved) return false;
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
    const Script script = traits_[i].script;
    if (is_letter(traits_[i]) && (script == Script::latin || evidence.has_script(script))) return false;
  }
  return is_letter(traits_[cluster.begin]) && covers(cluster, codec);
}

bool Decoder::undo(Cluster& cluster, const Evidence& evidence, Evidence* found) {
  bool changed = false;
  for (int layer = 0; layer < Evidence::kMaxLayers; ++layer) {
    load(cluster);
    if (found != nullptr) {
      const std::optional<Codec> known = found->main_codec(layer);
      if (known && found->is_settled(*known, layer) && covers(cluster, *known)) return changed;
      found->note_characters(layer, cluster.end - cluster.begin);
    }
    Attempt best = best_attempt(cluster, evidence, layer, found);
    if (best.sequences == 0) break;
    const bool foreign = layer == 0 && is_foreign(cluster, best.codec, evidence);
    if (!foreign && !evidence.explains_all(best.codec, layer) &&
        best.gain < evidence.needed(best.codec, layer))
      break;
    if (best.sequences == 1 && is_doubtful_ring(cluster) && evidence.stands_alone(best.codec)) break;
    best.pieces.insert(best.pieces.end(), cluster.pieces.begin() + static_cast<std::ptrdiff_t>(cluster.end),
                       cluster.pieces.end());
    cluster.end += best.pieces.size() - cluster.pieces.size();
    cluster.pieces = std::move(best.pieces);
    changed = true;
  }
  return changed;
}

}  // namespace careerfacts::mojibake
