// One cluster of suspicious characters, and what it becomes when the reading of UTF-8 as another codec is
// undone, layer by layer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/mojibake_codecs.h"
#include "ingest/mojibake_cost.h"

namespace careerfacts::mojibake {

// A character, and the bytes of the text that it stands for.
struct Piece {
  char32_t c = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint16_t path = 0;  // the codecs that it was read as: the first in the lowest four bits, each plus one
};

std::vector<Codec> codecs_of(std::uint16_t path);
std::uint16_t path_of(Codec codec);

// Pieces [begin, end) may change; before and after them stand up to two more that only show the surroundings.
struct Cluster {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool latin_around = false;  // there are Latin letters near by, and none of other scripts
};

// How far a text as a whole is known to be mojibake. Where a codec has proved itself on plain cases, less is
// asked of the doubtful ones; and where it explains every character that is not ASCII, nothing more is asked.
// Each layer has evidence of its own; the outermost reading is layer 0.
class Evidence {
 public:
  static constexpr int kMaxLayers = 4;  // as many as a path holds; the deepest seen in the wild is three

  // An attempt on a cluster with the hash `what` gained this much; `best` when no other codec did better.
  void note(Codec codec, int layer, long gain, bool best, std::size_t what);
  // Of `all` characters that are not ASCII, sequences of the codec take up `covered`.
  void note_characters(int layer, std::size_t all) { all_[at(layer)] += all; }
  void note_covered(Codec codec, int layer, std::size_t covered) {
    covered_[at(layer)][at(codec)] += covered;
  }
  // A run of characters that no codec explains.
  void note_sound() {
    ++sound_;
    ++all_[0];
  }
  void note_script(Script script) { sound_scripts_[static_cast<std::size_t>(script)] = true; }
  // A short word of a script that may have no place in the text.
  void note_island() { has_island_ = true; }
  void note_extended_latin(std::size_t n) { extended_latin_ += n; }

  // Bits that undoing must gain.
  long needed(Codec codec, int layer) const;
  // Enough was seen of the codec: what it explains without remainder tells nothing new.
  bool is_settled(Codec codec, int layer) const;
  bool allows_any() const;  // whether anything at all can gain what is needed
  bool explains_all(Codec codec, int layer) const;
  std::size_t plain_cases(Codec codec) const { return plain_[0][at(codec)]; }
  // The one that explains most of the text, if any does plainly.
  std::optional<Codec> main_codec(int layer = 0) const;
  // One plain case at most, in a text that has good characters as well.
  bool stands_alone(Codec codec) const { return sound_ > 0 && plain_cases(codec) <= 1; }
  bool has_script(Script script) const { return sound_scripts_[static_cast<std::size_t>(script)]; }
  std::size_t extended_latin() const { return extended_latin_; }

 private:
  static std::size_t at(int layer) { return static_cast<std::size_t>(layer); }
  static std::size_t at(Codec codec) { return static_cast<std::size_t>(codec); }

  template <class T>
  using PerLayer = std::array<T, kMaxLayers>;
  using PerCodec = std::array<std::size_t, kCodecs>;
  PerLayer<PerCodec> plain_{};
  struct Fair {  // cases that are not plain, but would be two
    std::size_t first = 0;
    bool seen = false;
    bool two = false;
  };
  PerLayer<std::array<Fair, kCodecs>> fair_{};
  PerLayer<PerCodec> gained_{};
  PerLayer<PerCodec> covered_{};
  PerLayer<std::size_t> all_{};
  std::size_t sound_ = 0;  // runs of characters that are no part of mojibake
  std::array<bool, 6> sound_scripts_{};
  bool has_island_ = false;
  std::size_t extended_latin_ = 0;  // letters of U+0100–U+017F that came out of clear cases
};

// A UTF-8 sequence in the bytes of a codec: how many characters it was spread over (0: there is none), and
// the one that they stand for.
struct Sequence {
  std::size_t length = 0;
  char32_t c = 0;
};

// Follows characters one by one, in all codecs at once.
class SequenceWatch {
 public:
  // Codecs in which this character ends a UTF-8 sequence.
  CodecMask next(const ByteRoles& roles) {
    const unsigned ends = one_more_ & roles.tail;
    one_more_ = roles.lead2 | (two_more_ & roles.tail);
    two_more_ = roles.lead3 | (three_more_ & roles.tail);
    three_more_ = roles.lead4;
    return static_cast<CodecMask>(ends);
  }

 private:
  unsigned one_more_ = 0;  // codecs in which one more byte would end a sequence
  unsigned two_more_ = 0;
  unsigned three_more_ = 0;
};

// Undoes what the evidence allows. Keeps its buffers from one cluster to the next; not for use from two
// threads.
class Decoder {
 public:
  // Returns whether anything changed. When `found` is given, notes there what each layer would gain.
  bool undo(Cluster& cluster, const Evidence& evidence, Evidence* found);

 private:
  struct Attempt {
    Codec codec = Codec::windows_1252;
    long gain = 0;
    std::vector<Piece> pieces;
    std::size_t sequences = 0;
    std::size_t covered = 0;         // pieces that went into them
    std::size_t coverable = 0;       // pieces that are in sequences of the codec, undone or not
    std::size_t extended_latin = 0;  // letters of U+0100–U+017F made
  };

  void load(const Cluster& cluster);
  CodecMask candidates(const Cluster& cluster) const;
  bool covers(const Cluster& cluster, Codec codec) const;
  // With `all`, undoes each sequence that there is; else, those that gain by it.
  Attempt attempt(const Cluster& cluster, Codec codec, bool all);
  Attempt best_attempt(const Cluster& cluster, const Evidence& evidence, int layer, Evidence* found);
  static std::size_t hash_of(const Cluster& cluster);
  long gain_of(std::size_t begin, std::size_t end, const std::vector<Piece>& made);
  bool is_doubtful_ring(const Cluster& cluster) const;
  bool is_island(const Cluster& cluster, const Evidence& evidence) const;
  bool is_foreign(const Cluster& cluster, Codec codec, const Evidence& evidence) const;
  bool leaves_garble(const Cluster& cluster, const Attempt& attempt) const;
  static long score_of(const Attempt& attempt, const std::optional<Codec>& expected);

  Sequence sequence_at(std::size_t at, std::size_t end, Codec codec) const;
  Sequence folded_sequence_at(std::size_t at, std::size_t end) const;
  Sequence plain_sequence_at(std::size_t at, std::size_t end, Codec codec) const;

  std::vector<std::size_t> rows_;  // of the pieces, in the codec table
  std::vector<Trait> traits_;
  std::vector<Trait> after_;  // scratch of gain_of
  std::vector<Piece> made_;   // scratch of attempt
};

}  // namespace careerfacts::mojibake
