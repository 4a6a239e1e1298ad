#include "ingest/fold.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/check.h"
#include "ingest/bytes16.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

// Code points from..to become `text`.
struct Fold {
  char32_t from;
  char32_t to;
  std::string_view text;
};

// Sorted. Superscripts are not here on purpose: a footnote mark must not become a digit of a number.
// En dash, minus and hyphens become '-'; the em dash stays itself, because it parts clauses.
constexpr std::array kFolds = {
    Fold{0x00, 0x00, " "},        // NUL
    Fold{0x0B, 0x0C, "\n"},       // vertical tab, form feed
    Fold{0x80, 0x84, ""},         // C1 controls
    Fold{0x85, 0x85, "\n"},       // next line
    Fold{0x86, 0x9F, ""},         //
    Fold{0xA0, 0xA0, " "},        // no-break space
    Fold{0xAB, 0xAB, "\""},       // «
    Fold{0xAD, 0xAD, ""},         // soft hyphen
    Fold{0xB4, 0xB4, "'"},        // acute accent
    Fold{0xB7, 0xB7, "•"},        // middle dot
    Fold{0xBB, 0xBB, "\""},       // »
    Fold{0x2BC, 0x2BC, "'"},      // modifier apostrophe
    Fold{0x1680, 0x1680, " "},    // ogham space
    Fold{0x2000, 0x200A, " "},    // en quad … hair space
    Fold{0x200B, 0x200F, ""},     // zero-width, direction marks
    Fold{0x2010, 0x2013, "-"},    // hyphens, figure dash, en dash
    Fold{0x2014, 0x2015, "—"},    // em dash, horizontal bar
    Fold{0x2018, 0x201B, "'"},    // single quotes
    Fold{0x201C, 0x201F, "\""},   // double quotes
    Fold{0x2022, 0x2023, "•"},    // bullets
    Fold{0x2024, 0x2024, "."},    // one dot leader
    Fold{0x2026, 0x2026, "..."},  // ellipsis
    Fold{0x2027, 0x2027, "•"},    // hyphenation point
    Fold{0x2028, 0x2029, "\n"},   // line and paragraph separator
    Fold{0x202A, 0x202E, ""},     // direction marks
    Fold{0x202F, 0x202F, " "},    // narrow no-break space
    Fold{0x2032, 0x2032, "'"},    // prime
    Fold{0x2033, 0x2033, "\""},   // double prime
    Fold{0x2039, 0x203A, "'"},    // single angle quotes
    Fold{0x2043, 0x2043, "•"},    // hyphen bullet
    Fold{0x2044, 0x2044, "/"},    // fraction slash
    Fold{0x205F, 0x205F, " "},    // mathematical space
    Fold{0x2060, 0x2064, ""},     // word joiner, invisible operators
    Fold{0x2066, 0x2069, ""},     // direction isolates
    Fold{0x2212, 0x2212, "-"},    // minus
    Fold{0x2215, 0x2215, "/"},    // division slash
    Fold{0x2219, 0x2219, "•"},    // bullet operator
    Fold{0x223C, 0x223C, "~"},    // tilde operator
    Fold{0x2248, 0x2248, "~"},    // almost equal
    Fold{0x22C5, 0x22C5, "•"},    // dot operator
    Fold{0x25A0, 0x25A1, "•"},    // squares
    Fold{0x25AA, 0x25AB, "•"},    //
    Fold{0x25B6, 0x25B8, "•"},    // triangles
    Fold{0x25BA, 0x25BA, "•"},    //
    Fold{0x25C6, 0x25C7, "•"},    // diamonds
    Fold{0x25CB, 0x25CB, "•"},    // circles
    Fold{0x25CF, 0x25CF, "•"},    //
    Fold{0x25E6, 0x25E6, "•"},    //
    Fold{0x2610, 0x2610, "•"},    // ballot box
    Fold{0x2611, 0x2611, "✓"},    // ballot box with check
    Fold{0x2705, 0x2705, "✓"},    // check marks
    Fold{0x2713, 0x2714, "✓"},    //
    Fold{0x2794, 0x2794, "→"},    // arrows
    Fold{0x27A1, 0x27A1, "→"},    //
    Fold{0x27A4, 0x27A4, "•"},    //
    Fold{0x2B50, 0x2B50, "•"},    // star
    Fold{0x3000, 0x3000, " "},    // ideographic space
    Fold{0xFB00, 0xFB00, "ff"},   // ligatures
    Fold{0xFB01, 0xFB01, "fi"},   //
    Fold{0xFB02, 0xFB02, "fl"},   //
    Fold{0xFB03, 0xFB03, "ffi"},  //
    Fold{0xFB04, 0xFB04, "ffl"},  //
    Fold{0xFE00, 0xFE0F, ""},     // variation selectors
    Fold{0xFE58, 0xFE58, "—"},    // small em dash
    Fold{0xFE63, 0xFE63, "-"},    // small hyphen-minus
    Fold{0xFEFF, 0xFEFF, ""},     // byte order mark inside the text
    Fold{0xFFE0, 0xFFE0, "¢"},    // full-width signs
    Fold{0xFFE1, 0xFFE1, "£"},    //
    Fold{0xFFE5, 0xFFE5, "¥"},    //
    Fold{0xFFE6, 0xFFE6, "₩"},    //
};

constexpr bool is_sorted_and_disjoint() {
  for (std::size_t i = 1; i < kFolds.size(); ++i)
    if (kFolds[i].from <= kFolds[i - 1].to) return false;
  return true;
}
static_assert(is_sorted_and_disjoint());

const Fold* find_fold(char32_t value) {
  const auto after = std::upper_bound(kFolds.begin(), kFolds.end(), value,
                                      [](char32_t wanted, const Fold& fold) { return wanted < fold.from; });
  if (after == kFolds.begin()) return nullptr;
  const Fold& fold = *(after - 1);
  return value <= fold.to ? &fold : nullptr;
}

bool is_thai(char32_t value) { return value >= 0x0E00 && value <= 0x0E7F; }

// What is left of a bullet, dash or emoji whose other bytes are gone: U+0E42, with U+0E01 or U+0E02 behind it
// or alone (the bytes E2 80 A2 read as windows-874, with C1 controls dropped), or U+0E50 with one letter or
// alone (F0 9F …). Gives the bytes that such a marker takes at `at`; 0 where there is none.
std::size_t lossy_marker(std::string_view text, std::size_t at, std::size_t end) {
  constexpr char32_t kE2 = 0x0E42, kF0 = 0x0E50;
  const CodePoint here = code_point_at(text, at);
  if (here.value != kE2 && here.value != kF0) return 0;
  if (at + here.size >= end) return here.size;
  const CodePoint next = code_point_at(text, at + here.size);
  if (next.value == kE2 || next.value == kF0) return here.size;
  if (here.value == kE2 && next.value != 0x0E01 && next.value != 0x0E02) return 0;
  if (here.value == kF0 && next.value >= 0x0E31 && next.value != 0x0E3F) return 0;  // no consonant or baht
  return here.size + next.size;
}

// Folds the Thai characters from `at` on, and returns where they end. They are markers when they are nothing
// else: in Thai words the same letters stand among others.
std::size_t fold_thai(Rewriter& out, std::string_view text, std::size_t at) {
  std::size_t end = at;
  bool markers = true;
  std::size_t marker_end = at;
  while (end < text.size() && static_cast<unsigned char>(text[end]) == 0xE0) {
    const CodePoint here = code_point_at(text, end);
    if (!is_thai(here.value)) break;
    end += here.size;
  }
  for (std::size_t i = at; markers && i < end; i = marker_end) {
    const std::size_t size = lossy_marker(text, i, end);
    markers = size > 0;
    marker_end = i + size;
  }
  if (!markers) return end;
  out.copy_to(at);
  while (out.position() < end) out.replace(lossy_marker(text, out.position(), end), "• ");
  return end;
}

constexpr char32_t kFullWidthBegin = 0xFF01, kFullWidthEnd = 0xFF5E;  // U+FF01 '！' is U+0021 + 0xFEE0

void fold_code_point(Rewriter& out, std::size_t at, const CodePoint& here) {
  if (here.value >= kFullWidthBegin && here.value <= kFullWidthEnd) {
    const char ascii = static_cast<char>(here.value - 0xFEE0);
    out.copy_to(at);
    out.replace(here.size, {&ascii, 1});
    return;
  }
  if (const Fold* fold = find_fold(here.value)) {
    out.copy_to(at);
    out.replace(here.size, fold->text);
  }
}

bool is_rare_ascii(char c) { return c == '\r' || c == '\0' || c == '\v' || c == '\f'; }

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_rare_ascii(c); }

// The next byte that may have to change.
std::size_t skip_plain(std::string_view text, std::size_t at) {
  for (; at + 16 <= text.size(); at += 16) {
    const Bytes16 here = load16(text.data() + at);
    const Bytes16 rare = within(here, 0x80, 0xFF) | within(here, '\v', '\r') | is(here, '\0');
    if (any(rare)) return at + first(rare);
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

const icu::Normalizer2& nfc_instance() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  CHECK(U_SUCCESS(status));
  return *nfc;
}

}  // namespace

bool is_nfc(std::string_view text) {
  const icu::Normalizer2& nfc = nfc_instance();
  // ICU's tables are needed for few texts: characters below U+0300 neither change nor combine with the one
  // before them, and inert ones do so with none.
  for (std::size_t at = 0;;) {
    if (at == text.size() || static_cast<unsigned char>(text[at]) < 0x80) at = find_non_ascii(text, at);
    if (at == text.size()) return true;
    const CodePoint here = code_point_at(text, at);
    if (here.value >= 0x300 && !nfc.isInert(static_cast<UChar32>(here.value))) break;
    at += here.size;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece input(text.data(), static_cast<int32_t>(text.size()));
  return nfc.isNormalizedUTF8(input, status) && U_SUCCESS(status);
}

Rewriter::Result to_nfc(std::string_view text) {
  const icu::StringPiece input(text.data(), static_cast<int32_t>(text.size()));
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed, static_cast<int32_t>(text.size()));
  icu::Edits edits;
  UErrorCode status = U_ZERO_ERROR;
  nfc_instance().normalizeUTF8(0, input, sink, &edits, status);
  CHECK(U_SUCCESS(status));
  // The edits are walked for their lengths only: ICU's index look-ups give the end of a replacement for its
  // begin.
  Rewriter out(text);
  std::size_t made = 0;
  for (icu::Edits::Iterator it = edits.getFineIterator(); it.next(status);) {
    const auto old_size = static_cast<std::size_t>(it.oldLength());
    const auto new_size = static_cast<std::size_t>(it.newLength());
    if (it.hasChange())
      out.replace(old_size, std::string_view(composed).substr(made, new_size));
    else
      out.copy(old_size);
    made += new_size;
  }
  CHECK(U_SUCCESS(status));
  return out.finish();
}

Rewriter::Result fold(std::string_view text) {
  Rewriter out(text);
  for (std::size_t at = skip_plain(text, 0); at < text.size(); at = skip_plain(text, at)) {
    if (!is_rare_ascii(text[at])) {
      const CodePoint here = code_point_at(text, at);
      if (is_thai(here.value)) {
        at = fold_thai(out, text, at);
        continue;
      }
      fold_code_point(out, at, here);
      at = std::max(at + here.size, out.position());
      continue;
    }
    out.copy_to(at);
    if (text[at] == '\r')
      out.replace(1, at + 1 < text.size() && text[at + 1] == '\n' ? "" : "\n");
    else
      out.replace(1, find_fold(static_cast<unsigned char>(text[at]))->text);
    ++at;
  }
  return out.finish();
}

}  // namespace careerfacts
