#include "ingest/mojibake_lossy.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "ingest/mojibake_codecs.h"
#include "ingest/mojibake_cost.h"
#include "ingest/utf8.h"

namespace careerfacts::mojibake {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr char32_t kNoBreakSpaceTail = 0x20;               // what the byte A0 adds to a character

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
// Emoji and the like. Letters are not restored on a guess: good text has "å «", which would make one.
bool is_ordinary_sign(char32_t c) {
  constexpr int kOrdinary = 15;  // bits
  const Trait t = trait_of(c);
  return !is_letter(t) && t.cost <= kOrdinary;
}

bool is_word(char c) { return is_lower(c) || is_upper(c) || (c >= '0' && c <= '9'); }

// The end of a run: what stands there, and what follows in the text.
struct Break {
  std::string_view text;
  std::size_t at;
  const std::vector<Piece>& pieces;

  char next(std::size_t i = 0) const { return at + i < text.size() ? text[at + i] : '\n'; }
  bool replacement_next() const { return text.substr(at).starts_with(kReplacement); }
  // The byte before the last `n` pieces; a line end where there is none.
  char before(std::size_t n) const {
    const std::size_t begin = pieces[pieces.size() - n].begin;
    return begin > 0 ? text[begin - 1] : '\n';
  }
  bool ends_with(std::u32string_view characters) const {
    if (pieces.size() < characters.size()) return false;
    const std::size_t from = pieces.size() - characters.size();
    for (std::size_t i = 0; i < characters.size(); ++i) {
      if (pieces[from + i].c != characters[i]) return false;
    }
    return true;
  }
};

// A sequence that breaks off: its bytes so far.
struct Partial {
  std::size_t length = 0;  // bytes there are; 0: the run ends with a whole sequence or none
  std::size_t whole = 0;   // bytes there should be
  char32_t bits = 0;       // of the character, as far as it is known
  unsigned lead = 0;
};

Partial partial_at_end(const std::vector<Piece>& pieces, Codec codec) {
  const CodecTable& table = CodecTable::get();
  for (std::size_t back = 1; back <= 3 && back <= pieces.size(); ++back) {
    const unsigned byte = table.byte_of(pieces[pieces.size() - back].c, codec);
    if (byte >= 0x80 && byte < 0xC0) continue;
    if (byte < 0xC2 || byte > 0xF4) return {};
    Partial partial;
    partial.length = back;
    partial.whole = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    partial.lead = byte;
    if (partial.length >= partial.whole) return {};
    partial.bits = byte & (0x7FU >> partial.whole);
    for (std::size_t i = back - 1; i > 0; --i) {
      partial.bits = (partial.bits << 6) | (table.byte_of(pieces[pieces.size() - i].c, codec) & 0x3FU);
    }
    return partial;
  }
  return {};
}

// The closing quotation mark E2 80 9D, whose last byte windows-1252 does not define, read once or twice; and
// the opening single one E2 80 98, whose last byte windows-1251 does not define.
std::optional<std::size_t> restore_quote(const Break& end, std::vector<Piece>& pieces) {
  const bool western = end.ends_with(U"â€") || end.ends_with(U"Ã¢â‚¬Â");
  const bool cyrillic = end.ends_with(U"вЂ");
  if (!western && !cyrillic) return std::nullopt;
  const bool marked = end.replacement_next() || end.next() == '?';
  const std::size_t lost = !marked ? 0 : end.next() == '?' ? 1 : kReplacement.size();
  const char right = end.next(lost);
  if (cyrillic) {
    if (!marked || !is_word(right)) return std::nullopt;
    pieces.push_back({0x98, end.at, end.at + lost, 0});
    return end.at + lost;
  }
  const char left = end.before(end.ends_with(U"â€") ? 2 : 6);
  const bool closes = !is_word(right) && left != ' ' && left != '\n';
  // Where nothing marks the loss, the next character must not be one that could belong to the sequence.
  if (!closes || (!marked && static_cast<unsigned char>(right) >= 0x80)) return std::nullopt;
  pieces.push_back({0x9D, end.at, end.at + lost, 0});
  return end.at + lost;
}

// The last `n` pieces and the text up to `stop` were one character.
void put_in_place(char32_t c, std::size_t stop, Codec codec, std::size_t n, std::vector<Piece>& pieces) {
  const std::size_t begin = pieces[pieces.size() - n].begin;
  pieces.resize(pieces.size() - n);
  pieces.push_back({c, begin, stop, path_of(codec)});
}

// A sequence that breaks off at a U+FFFD: the whole of it is one lost character.
std::optional<std::size_t> close_at_replacement(const Break& end, const Evidence& evidence,
                                                std::vector<Piece>& pieces) {
  if (!end.replacement_next()) return std::nullopt;
  const std::optional<Codec> codec = evidence.main_codec();
  if (!codec) return std::nullopt;
  const Partial partial = partial_at_end(pieces, *codec);
  if (partial.length == 0) return std::nullopt;
  std::size_t stop = end.at + kReplacement.size();
  for (std::size_t have = partial.length + 1; have < partial.whole && stop < end.text.size(); ++have) {
    if (static_cast<unsigned char>(end.text[stop]) < 0x80) break;
    const CodePoint next = code_point_at(end.text, stop);
    if ((CodecTable::get().byte_of(next.value, *codec) & 0xC0U) != 0x80U) break;
    stop += next.size;
  }
  put_in_place(0xFFFD, stop, *codec, partial.length, pieces);
  return stop;
}

// "Ã " for "à": whether the space is the lost byte, or a space that swallowed it.
bool joins_next_word(std::string_view rest) {
  // Portuguese "às", "àquele", "àquela", "àquilo", which would never stand as "à" and a word of its own.
  for (const std::string_view word : {"quele", "quela", "quilo"}) {
    if (rest.starts_with(word)) return true;
  }
  return rest.starts_with("s") && (rest.size() == 1 || rest[1] == ' ' || rest[1] == '\n');
}

// Whether the text begins with a Cyrillic letter, in two characters of the codec.
bool starts_cyrillic(std::string_view text, Codec codec) {
  if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return false;
  const CodePoint lead = code_point_at(text, 0);
  if (lead.size == text.size() || static_cast<unsigned char>(text[lead.size]) < 0x80) return false;
  const CodecTable& table = CodecTable::get();
  const unsigned first = table.byte_of(lead.value, codec);
  const unsigned second = table.byte_of(code_point_at(text, lead.size).value, codec);
  return (first == 0xD0 || first == 0xD1) && (second & 0xC0U) == 0x80U;
}

// How many of the bytes at the break stand for the lost A0 in a sequence that lacks only its last byte: 1 for
// the space, 0 when the space has its own right to be there; nothing when it is not certain that A0 was lost.
std::optional<std::size_t> space_for_last_byte(const Break& end, const Partial& partial,
                                               const Evidence& evidence, Codec codec) {
  const std::string_view rest = end.text.substr(std::min(end.at + 1, end.text.size()));
  const char left = end.before(partial.length);
  const bool more_space = rest.empty() || rest[0] == ' ' || rest[0] == '\n';
  if (partial.length > 1) {  // emoji and other signs of three and four bytes
    if (!is_ordinary_sign(partial.bits << 6 | kNoBreakSpaceTail)) return std::nullopt;
    return more_space || static_cast<unsigned char>(rest[0]) >= 0x80 ? 1 : 0;
  }
  // Inside of a word of the codec's own letters, the lead byte is just one of them.
  const std::size_t n = end.pieces.size();
  const bool starts = n == 1 || !is_letter(trait_of(end.pieces[n - 2].c));
  switch (partial.lead) {
    case 0xC2:  // a no-break space
      if (is_upper(left) || end.pieces.back().c != U'Â') return std::nullopt;
      return 1;
    case 0xC3:  // à
      if (!starts || is_upper(left) || evidence.plain_cases(codec) < 2) return std::nullopt;
      if (!rest.empty() && std::string_view(" .,)").find(rest[0]) != std::string_view::npos) return 1;
      return !is_word(left) && joins_next_word(rest) ? 1 : 0;
    case 0xC5:  // Š, in text that has more letters of its kind
      if (!starts || is_word(left) || evidence.extended_latin() < 2 || rest.empty() || !is_lower(rest[0])) {
        return std::nullopt;
      }
      return 1;
    case 0xD0:  // Р, when the word goes on in Cyrillic
      if (!starts || is_word(left) || evidence.plain_cases(codec) < 2) return std::nullopt;
      if (!starts_cyrillic(rest, codec)) return std::nullopt;
      return 1;
    default:
      return std::nullopt;
  }
}

// A space in the middle of a sequence that is its lost byte: "â €", where the next byte completes it.
struct Inside {
  char32_t c;
  std::size_t stop;
};
std::optional<Inside> space_inside(const Break& end, const Partial& partial, Codec codec) {
  // Only of "â", which is no word in any language.
  if (codec != Codec::windows_1252 || partial.length != 1 || partial.lead != 0xE2) return std::nullopt;
  const std::size_t at = end.at + 1;
  if (at >= end.text.size() || static_cast<unsigned char>(end.text[at]) < 0x80) return std::nullopt;
  const CodePoint next = code_point_at(end.text, at);
  const unsigned last = CodecTable::get().byte_of(next.value, codec);
  if ((last & 0xC0U) != 0x80U) return std::nullopt;
  const char32_t c = ((partial.bits << 6 | kNoBreakSpaceTail) << 6) | (last & 0x3FU);
  if (!is_ordinary_sign(c)) return std::nullopt;
  return Inside{c, at + next.size};
}

// "Â " right after a small letter, a digit or a mark: no language has that, so it needs no other evidence.
bool is_stray_space(const Break& end) {
  if (end.pieces.size() != 1 || end.pieces[0].c != U'Â') return false;
  const char left = end.before(1);
  const bool ends_word = is_lower(left) || (is_word(left) && !is_upper(left));
  return end.next() == ' ' &&
         (ends_word || std::string_view(".,:;!?)%").find(left) != std::string_view::npos);
}

std::optional<std::size_t> restore_space(const Break& end, const Evidence& evidence,
                                         std::vector<Piece>& pieces) {
  if (is_stray_space(end)) {
    put_in_place(0xA0, end.at + 1, Codec::windows_1252, 1, pieces);
    return end.at + 1;
  }
  if (end.next() != ' ' && end.next() != '\n') return std::nullopt;
  const std::optional<Codec> codec = evidence.main_codec();
  if (!codec) return std::nullopt;
  if (CodecTable::get().byte_of(0xA0, *codec) != 0xA0) return std::nullopt;
  const Partial partial = partial_at_end(pieces, *codec);
  if (partial.length == 0) return std::nullopt;
  if (const auto inside = space_inside(end, partial, *codec)) {
    put_in_place(inside->c, inside->stop, *codec, partial.length, pieces);
    return inside->stop;
  }
  std::optional<std::size_t> taken;
  if (end.next() == '\n') {  // trimmed away at the end of a line: "voilÃ"
    if (partial.lead == 0xC3 && is_lower(end.before(1)) && evidence.plain_cases(*codec) >= 2) taken = 0;
  } else if (partial.length + 1 == partial.whole) {
    taken = space_for_last_byte(end, partial, evidence, *codec);
  }
  if (!taken) return std::nullopt;
  put_in_place(partial.bits << 6 | kNoBreakSpaceTail, end.at + *taken, *codec, partial.length, pieces);
  return end.at + *taken;
}

}  // namespace

bool may_break_off(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view run = text.substr(begin, end - begin);
  if (run == "Â") return text.substr(end).starts_with(' ');
  return run.ends_with("â€") || run.ends_with("â‚¬Â");
}

std::size_t restore_lost(std::string_view text, std::size_t at, const Evidence& evidence,
                         std::vector<Piece>& pieces) {
  if (pieces.empty()) return at;
  const Break end{text, at, pieces};
  if (const auto after = restore_quote(end, pieces)) return *after;
  if (const auto after = close_at_replacement(end, evidence, pieces)) return *after;
  return restore_space(end, evidence, pieces).value_or(at);
}

}  // namespace careerfacts::mojibake
