#include "ingest/repair.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "ingest/bytes16.h"
#include "ingest/mojibake_codecs.h"
#include "ingest/mojibake_decode.h"
#include "ingest/mojibake_lossy.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

using mojibake::Cluster;
using mojibake::Codec;
using mojibake::CodecTable;
using mojibake::Decoder;
using mojibake::Evidence;
using mojibake::Piece;

// Pieces in one cluster, which bounds the memory that a run takes; over the last of them it ends where it
// can.
constexpr std::size_t kMaxCluster = 65536;
constexpr std::size_t kSeam = 1024;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// A maximal run of characters that some codec has above ASCII.
struct Run {
  std::size_t begin;
  std::size_t end;
  bool
      suspicious;  // in some codec, there is a whole UTF-8 sequence in it; or there is a C1 control character
  std::size_t passed;  // characters above ASCII, in no codec, that stand before it
};

// Finds the runs of a text, in order. The only part that clean text pays for.
class RunScanner {
 public:
  explicit RunScanner(std::string_view text) : text_(text), table_(CodecTable::get()) {}

  // The next run that begins at or after `from`; empty at the end of the text.
  Run next(std::size_t from) {
    std::size_t at = from;
    for (std::size_t passed = 0;; ++passed) {
      at = skip_ascii(at);
      if (at >= text_.size()) return {text_.size(), text_.size(), false, passed};
      const CodePoint c = read(at);
      if (table_.row(c.value) != 0) return follow(at, passed);
      at += c.size;
    }
  }

 private:
  // A space between two words by hand, for a call costs more than it does.
  std::size_t skip_ascii(std::size_t at) const {
    const std::size_t near = std::min(at + 2, text_.size());
    while (at < near && is_ascii(text_[at])) ++at;
    return at < near ? at : find_non_ascii(text_, at);
  }

  CodePoint read(std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text_[at + i]); };
    const unsigned lead = byte(0);
    if (lead < 0xE0) return {(lead & 0x1FU) << 6 | (byte(1) & 0x3FU), 2};  // not worth a call
    // Sequences of four bytes, and most of three, are in no codec: no need to take them apart.
    if (lead >= 0xF0) return {0x10000, 4};
    if (lead == 0xE1 || (lead >= 0xE3 && lead < 0xEF)) return {0x3000, 3};
    return code_point_at(text_, at);
  }

  Run follow(std::size_t begin, std::size_t passed) const {
    Run run{begin, begin, false, passed};
    mojibake::SequenceWatch watch;
    unsigned suspicious = 0;
    while (run.end < text_.size() && !is_ascii(text_[run.end])) {
      const CodePoint c = read(run.end);
      const std::size_t row = table_.row(c.value);
      if (row == 0) break;
      suspicious |= watch.next(table_.roles(row));
      suspicious |= static_cast<unsigned>(c.value <= 0x9F);
      run.end += c.size;
    }
    run.suspicious = suspicious != 0;
    return run;
  }

  std::string_view text_;
  const CodecTable& table_;
};

// Up to two characters before `at`, in reading order.
void add_before(std::string_view text, std::size_t at, std::vector<Piece>& pieces) {
  std::size_t begin = at;
  for (int n = 0; n < 2 && begin > 0; ++n) {
    do --begin;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U);
  }
  while (begin < at) {
    const CodePoint c = code_point_at(text, begin);
    pieces.push_back({c.value, begin, begin + c.size, 0});
    begin += c.size;
  }
}

void add_after(std::string_view text, std::size_t at, std::vector<Piece>& pieces) {
  for (int n = 0; n < 2 && at < text.size(); ++n) {
    const CodePoint c = code_point_at(text, at);
    pieces.push_back({c.value, at, at + c.size, 0});
    at += c.size;
  }
}

// Whether windows-1252 can only have been latin-1: the bytes 80–9F are control characters.
bool is_latin_1(std::string_view before) {
  bool has_control = false;
  for (std::size_t at = 0; at < before.size();) {
    const CodePoint c = code_point_at(before, at);
    at += c.size;
    has_control |= c.value >= 0x80 && c.value <= 0x9F;
    if (c.value > 0xFF) return false;
  }
  return has_control;
}

// The codec path in words: "utf-8 read as windows-1252, then as windows-1251".
std::string describe(std::uint16_t path, std::string_view before) {
  if (path == 0) return "windows-1252 read as latin-1";
  const std::vector<Codec> codecs = mojibake::codecs_of(path);
  const auto name = [&](Codec codec) {
    return codec == Codec::windows_1252 && is_latin_1(before) ? "latin-1" : mojibake::name_of(codec);
  };
  std::string words = std::string("utf-8 read as ") + name(codecs[0]);
  if (std::all_of(codecs.begin(), codecs.end(), [&](Codec c) { return c == codecs[0]; })) {
    constexpr const char* kTimes[] = {"", ", twice", ", three times", ", four times"};
    return words + kTimes[codecs.size() - 1];
  }
  for (std::size_t i = 1; i < codecs.size(); ++i) words += std::string(", then as ") + name(codecs[i]);
  return words;
}

// Whether the text just outside of [begin, end) has Latin letters, and next to none of other scripts.
bool has_latin_around(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kNear = 24;  // bytes
  const std::size_t from = begin - std::min(begin, kNear);
  const std::string_view before = text.substr(from, begin - from), after = text.substr(end, kNear);
  Bytes16 letters{}, above_latin{};
  for (const std::string_view part : {before, after})
    each16(part, [&](Bytes16 here, Bytes16) {
      letters |= within(here, 'a', 'z') | within(here, 'A', 'Z');
      above_latin |= within(here, 0xCD, 0xFF);
    });
  if (!any(letters)) return false;
  if (!any(above_latin)) return true;  // most
  std::size_t latin = 0;
  std::size_t other = 0;
  for (const std::string_view part : {before, after})
    for (const char c : part) {
      const unsigned byte = static_cast<unsigned char>(c);
      latin += (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
      // Lead bytes from Greek on, but for those of punctuation and emoji.
      other += byte >= 0xCD && byte != 0xE2 && byte != 0xEF && byte != 0xF0;
    }
  return latin >= 3 * other;
}

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text), scanner_(text), rewriter_(text) {}

  // The text with its repairs; none when there are none.
  std::optional<Rewriter::Result> run(std::vector<Repair>* explain) {
    gather();
    if (evidence_.allows_any() || has_controls_ || breaks_off_) apply(explain);
    if (rewriter_.position() == 0) return std::nullopt;
    Rewriter::Result made = rewriter_.finish();
    if (made.map.is_identity()) return std::nullopt;
    return made;
  }

 private:
  // What the whole text says about each codec, before anything is changed.
  void gather() {
    const Evidence none;
    Run run = scanner_.next(0);
    for (; run.begin < text_.size(); run = scanner_.next(run.end)) {
      evidence_.note_characters(0, run.passed);
      breaks_off_ = breaks_off_ || mojibake::may_break_off(text_, run.begin, run.end);
      if (!run.suspicious) {
        note_sound(run.begin);
        continue;
      }
      for (std::size_t at = run.begin; at < run.end;) {
        at = collect(at, run.end, nullptr);
        has_controls_ = has_controls_ || holds_control(cluster_);
        decoder_.undo(cluster_, none, &evidence_);
      }
    }
    evidence_.note_characters(0, run.passed);
  }

  // The scripts that codecs have begin with lead bytes of their own, so each byte needs to be asked about
  // once.
  void note_sound(std::size_t at) {
    evidence_.note_sound();
    bool& known = known_leads_[static_cast<unsigned char>(text_[at])];
    if (!known) evidence_.note_script(mojibake::trait_of(code_point_at(text_, at).value).script);
    known = true;
  }

  void apply(std::vector<Repair>* explain) {
    // Where a codec has proved itself, what lost a byte may be restored as well: no run is passed by.
    const bool proven = evidence_.main_codec().has_value() || breaks_off_;
    std::size_t at = 0;
    for (Run run = scanner_.next(0); run.begin < text_.size(); run = scanner_.next(at)) {
      at = run.end;
      if (!run.suspicious && (!proven || ends_whole(run))) continue;
      std::size_t begin = run.begin;
      do {
        begin = collect(begin, run.end, &evidence_);
        decoder_.undo(cluster_, evidence_, nullptr);
        write(explain);
      } while (begin < run.end);
      at = begin;
    }
  }

  // Whether nothing is lost at the end of a run that is not suspicious: then all of it stays as it is. Of
  // very long ones, which come in pieces, that is not told here.
  bool ends_whole(const Run& run) {
    if (run.end - run.begin >= kSeam) return false;
    own_.clear();
    for (std::size_t at = run.begin; at < run.end; at = own_.back().end) {
      const CodePoint c = code_point_at(text_, at);
      own_.push_back({c.value, at, at + c.size, 0});
    }
    const std::size_t n = own_.size();
    const std::size_t resumed = mojibake::restore_lost(text_, run.end, evidence_, own_);
    // What is put in for lost bytes is one piece more, or has a path; it may take no text.
    return resumed == run.end && own_.size() == n && own_.back().path == 0;
  }

  static bool holds_control(const Cluster& cluster) {
    return std::any_of(cluster.pieces.begin(), cluster.pieces.end(),
                       [](const Piece& piece) { return piece.c >= 0x80 && piece.c <= 0x9F; });
  }

  // Fills cluster_ with the characters of text [begin, end) or a first part of them; with evidence, with what
  // was lost at their end and what follows it too. Returns where it stopped.
  std::size_t collect(std::size_t begin, std::size_t end, const Evidence* evidence) {
    std::vector<Piece>& pieces = cluster_.pieces;
    pieces.clear();
    add_before(text_, begin, pieces);
    cluster_.begin = pieces.size();
    own_.clear();
    std::size_t at = begin;
    while (true) {
      while (at < end) {
        const CodePoint c = code_point_at(text_, at);
        if (is_full(c.value)) break;
        own_.push_back({c.value, at, at + c.size, 0});
        at = own_.back().end;
      }
      if (evidence == nullptr || at < end) break;
      const std::size_t resumed = mojibake::restore_lost(text_, at, *evidence, own_);
      if (resumed == at) break;
      at = resumed;
      if (at >= text_.size() || is_ascii(text_[at])) break;
      const Run more = scanner_.next(at);
      end = more.begin == at ? more.end : at;
    }
    pieces.insert(pieces.end(), own_.begin(), own_.end());
    cluster_.end = pieces.size();
    add_after(text_, at, pieces);
    cluster_.latin_around = has_latin_around(text_, begin, at);
    return at;
  }

  // Whether the cluster ends before `next`: where no sequence of the likeliest codec goes on, once it is long
  // enough.
  bool is_full(char32_t next) const {
    if (own_.size() < kMaxCluster - kSeam) return false;
    const Codec codec = evidence_.main_codec().value_or(Codec::windows_1252);
    const bool goes_on = (CodecTable::get().byte_of(next, codec) & 0xC0U) == 0x80U;
    return own_.size() >= kMaxCluster || !goes_on;
  }

  // Writes what has changed in cluster_.
  void write(std::vector<Repair>* explain) {
    Repair repair;
    std::uint16_t path = 0;
    const auto close = [&] {
      if (explain == nullptr || repair.after.empty()) return;
      repair.before = text_.substr(repair.where.begin, repair.where.size());
      repair.step = "mojibake";
      repair.codec = describe(path, repair.before);
      explain->push_back(std::move(repair));
      repair = {};
    };
    for (std::size_t i = cluster_.begin; i < cluster_.end; ++i) {
      const Piece& piece = cluster_.pieces[i];
      const char32_t c = meant_by(piece);
      const bool changed = piece.path != 0 || c != piece.c;
      if (!changed || piece.path != path) close();
      if (!changed) continue;
      utf8_.clear();
      append_utf8(utf8_, c);
      rewriter_.copy_to(piece.begin);
      rewriter_.replace(piece.end - piece.begin, utf8_);
      if (repair.after.empty()) repair.where.begin = piece.begin;
      repair.where.end = piece.end;
      repair.after += utf8_;
      path = piece.path;
    }
    close();
  }

  // The character, or what windows-1252 has in place of a control character.
  static char32_t meant_by(const Piece& piece) {
    const bool written =
        piece.path != 0 || piece.end - piece.begin == 2;  // not one that was put in for a lost byte
    const char32_t meant = written ? mojibake::windows_1252_of_c1(piece.c) : 0;
    return meant != 0 ? meant : piece.c;
  }

  std::string_view text_;
  RunScanner scanner_;
  Rewriter rewriter_;
  Decoder decoder_;
  Evidence evidence_;
  bool has_controls_ = false;
  bool breaks_off_ = false;  // some sequence may have lost its end
  std::array<bool, 256> known_leads_{};
  Cluster cluster_;
  std::vector<Piece> own_;
  std::string utf8_;
};

// What was done to a text that an earlier pass made, told in terms of the text before that pass.
void carry_back(const SourceMap& map, std::string_view text, std::size_t from, std::vector<Repair>& repairs) {
  for (std::size_t i = from; i < repairs.size(); ++i) {
    Repair& repair = repairs[i];
    repair.where = map.to_raw(TextSpan{repair.where.begin, repair.where.end});
    repair.before = text.substr(repair.where.begin, repair.where.size());
  }
  std::stable_sort(repairs.begin(), repairs.end(),
                   [](const Repair& a, const Repair& b) { return a.where.begin < b.where.begin; });
}

}  // namespace

// A repaired text is looked at again, because what stands next to a doubtful place is plainer now; and so
// that to repair twice is to repair once.
Rewriter::Result repair_mojibake(std::string_view text, std::vector<Repair>* explain) {
  constexpr int kMaxPasses = 6;  // real text is done after two, random signs after five
  std::vector<Repair> repairs;
  std::vector<Repair>* const note = explain == nullptr ? nullptr : &repairs;
  std::optional<Rewriter::Result> made = Mender(text).run(note);
  if (!made) return {std::string(text), SourceMap::identity(text.size())};
  for (int pass = 1; pass < kMaxPasses; ++pass) {
    const std::size_t before = repairs.size();
    std::optional<Rewriter::Result> again = Mender(made->text).run(note);
    if (!again) break;
    carry_back(made->map, text, before, repairs);
    again->map = again->map.after(made->map);
    made = std::move(again);
  }
  if (explain != nullptr) {
    explain->insert(explain->end(), std::make_move_iterator(repairs.begin()),
                    std::make_move_iterator(repairs.end()));
  }
  return *std::move(made);
}

}  // namespace careerfacts
