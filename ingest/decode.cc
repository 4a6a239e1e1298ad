#include "ingest/decode.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "base/check.h"
#include "ingest/bytes16.h"
#include "ingest/charset_guess.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t kProbe = 16 * 1024;                  // bytes that a guess about the whole file rests on
constexpr int kSureEnough = 40;                            // 0 to 100

// What the beginning of a file looks like, for telling text from other things.
struct Probe {
  std::size_t size = 0;
  std::size_t nul_even = 0, nul_odd = 0;
  std::size_t controls = 0;  // C0 controls that no text has
};

bool is_control(unsigned char byte) { return byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1B); }

// REQUIRES: a multiple of 16 bytes.
bool has_control(std::string_view bytes) {
  Bytes16 found{};
  for (std::size_t at = 0; at < bytes.size(); at += 16) {
    const Bytes16 here = load16(bytes.data() + at);
    found |= within(here, 0x00, 0x1F) & ~within(here, 0x09, 0x0D) & ~is(here, 0x1B);
  }
  return any(found);
}

Probe probe(std::string_view raw) {
  constexpr std::size_t kStretch = 256;
  Probe result;
  result.size = std::min(raw.size(), kProbe);
  for (std::size_t begin = 0; begin < result.size; begin += kStretch) {
    const std::string_view stretch = raw.substr(begin, std::min(kStretch, result.size - begin));
    if (stretch.size() == kStretch && !has_control(stretch)) continue;  // most
    for (std::size_t i = begin; i < begin + stretch.size(); ++i) {
      if (raw[i] == 0) ++(i % 2 == 0 ? result.nul_even : result.nul_odd);
      if (is_control(static_cast<unsigned char>(raw[i]))) ++result.controls;
    }
  }
  return result;
}

// UTF-16 without a byte order mark: ASCII in it leaves every other byte NUL.
const char* utf16_without_mark(const Probe& p) {
  if (p.size < 4) return nullptr;
  if (p.nul_odd * 5 > p.size * 2 && p.nul_even * 20 < p.size) return "UTF-16LE";
  if (p.nul_even * 5 > p.size * 2 && p.nul_odd * 20 < p.size) return "UTF-16BE";
  return nullptr;
}

bool looks_binary(const Probe& p, std::string_view raw) {
  static constexpr std::array<std::string_view, 8> kMagic{"%PDF-",
                                                          "PK\x03\x04",
                                                          "\x89PNG",
                                                          "\xFF\xD8\xFF",
                                                          "GIF8",
                                                          "\x7F"
                                                          "ELF",
                                                          "\x1F\x8B",
                                                          "\xD0\xCF\x11\xE0"};
  for (const std::string_view magic : kMagic)
    if (raw.substr(0, magic.size()) == magic) return true;
  return p.controls * 10 > p.size;
}

std::string lower(std::string_view name) {
  std::string result(name);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Everything after `skip` raw bytes through an ICU converter, piece by piece.
Rewriter::Result convert(std::string_view raw, std::size_t skip, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset, &status));
  CHECK(U_SUCCESS(status));
  Rewriter out(raw);
  out.drop(skip);
  constexpr std::size_t kUnits = 4096;
  std::array<UChar, kUnits> units;
  std::array<int32_t, kUnits> offsets;
  const char* next = raw.data() + skip;
  const char* const limit = raw.data() + raw.size();
  std::string pending;               // UTF-8 of the code points that began at pending_begin
  std::size_t pending_begin = skip;  // raw offset
  const auto flush = [&](std::size_t raw_end) {
    if (raw_end > out.position() || !pending.empty()) out.replace(raw_end - out.position(), pending);
    pending.clear();
  };
  UChar32 high = 0;
  std::size_t high_begin = skip;  // raw offset of `high`, which may end a piece
  do {
    const std::size_t piece_begin = static_cast<std::size_t>(next - raw.data());
    UChar* to = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, units.data() + kUnits, &next, limit, offsets.data(), true, &status);
    const auto n = static_cast<std::size_t>(to - units.data());
    for (std::size_t i = 0; i < n; ++i) {
      const UChar unit = units[i];
      const std::size_t unit_begin =
          offsets[i] < 0 ? pending_begin : piece_begin + static_cast<std::size_t>(offsets[i]);
      if (U16_IS_LEAD(unit)) {
        high = unit;
        high_begin = unit_begin;
        continue;
      }
      const char32_t value = high != 0 && U16_IS_TRAIL(unit)
                                 ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, unit))
                                 : static_cast<char32_t>(U16_IS_SURROGATE(unit) ? 0xFFFD : unit);
      const std::size_t begin = high != 0 ? high_begin : unit_begin;
      high = 0;
      if (begin > pending_begin) {
        flush(begin);
        pending_begin = begin;
      }
      append_utf8(pending, value);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  flush(raw.size());
  return out.finish();
}

Decoded from_charset(std::string_view raw, std::size_t skip, const char* charset) {
  Rewriter::Result converted = convert(raw, skip, charset);
  return {std::move(converted.text), std::move(converted.map), lower(charset), {}};
}

// UTF-8 with `bad` as its first invalid byte: good text stays, bad bytes are replaced one by one.
Decoded from_damaged_utf8(std::string_view raw, std::size_t skip) {
  Rewriter out(raw);
  out.drop(skip);
  std::size_t n_bad = 0;
  RawSpan first;
  for (std::size_t bad = find_invalid_utf8(raw, skip); bad < raw.size();
       bad = find_invalid_utf8(raw, bad + 1)) {
    if (n_bad++ == 0) first = {bad, bad + 1};
    out.copy_to(bad);
    out.replace(1, kReplacement);
  }
  Rewriter::Result result = out.finish();
  return {std::move(result.text),
          std::move(result.map),
          "utf-8",
          {{Severity::warning, "invalid-utf-8",
            std::to_string(n_bad) + (n_bad == 1 ? " byte is" : " bytes are") +
                " not valid UTF-8, the first at byte " + std::to_string(first.begin) +
                "; replaced by U+FFFD, the rest of the text is kept",
            first}}};
}

// At least one good multi-byte character for two bad bytes: the file means to be UTF-8, for in other charsets
// bytes hardly ever make one.
bool means_to_be_utf8(std::string_view raw, std::size_t skip) {
  std::size_t good = 0, bad = 0;
  const std::string_view part = raw.substr(0, std::min(raw.size(), skip + 8 * kProbe));
  for (std::size_t at = find_non_ascii(part, skip); at < part.size(); at = find_non_ascii(part, at)) {
    const std::size_t stop = find_invalid_utf8(part, at);
    for (std::size_t i = at; i < stop; ++i) good += (static_cast<unsigned char>(part[i]) & 0xC0U) == 0xC0U;
    if (stop >= part.size()) break;
    if (stop == at) {
      ++bad;
      at = stop + 1;
    } else {
      at = stop;
    }
  }
  return good * 2 >= bad;
}

Decoded from_legacy(std::string_view raw) {
  // The sample is where there is something to judge by, not the ASCII before it.
  const std::size_t from = find_non_ascii(raw) > 1024 ? find_non_ascii(raw) - 1024 : 0;
  const CharsetGuess guess = guess_charset(raw.substr(from, kProbe));
  Decoded result = from_charset(raw, 0, guess.name.c_str());
  if (guess.confidence < kSureEnough)
    result.diagnostics.push_back({Severity::warning,
                                  "uncertain-encoding",
                                  "the bytes are not UTF-8 and no other charset is certain (confidence " +
                                      std::to_string(guess.confidence) + " of 100); read as " +
                                      lower(guess.name),
                                  {}});
  return result;
}

}  // namespace

Decoded decode(std::string_view raw) {
  if (raw.empty()) return {{}, {}, "utf-8", {{Severity::warning, "empty-file", "the file is empty", {}}}};
  if (raw.starts_with("\xFF\xFE")) return from_charset(raw, 2, "UTF-16LE");
  if (raw.starts_with("\xFE\xFF")) return from_charset(raw, 2, "UTF-16BE");
  const Probe p = probe(raw);
  if (const char* charset = utf16_without_mark(p)) return from_charset(raw, 0, charset);
  if (looks_binary(p, raw)) {
    Rewriter out(raw);
    out.drop(raw.size());
    Rewriter::Result nothing = out.finish();
    return {std::move(nothing.text),
            std::move(nothing.map),
            "binary",
            {{Severity::error,
              "binary-file",
              "this is not text; give the article as text, Markdown or HTML",
              {}}}};
  }
  const std::size_t skip = raw.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (find_invalid_utf8(raw, skip) == raw.size()) {
    if (skip == 0) return {std::string(raw), SourceMap::identity(raw.size()), "utf-8", {}};
    Rewriter out(raw);
    out.drop(skip);
    Rewriter::Result rest = out.finish();
    return {std::move(rest.text), std::move(rest.map), "utf-8", {}};
  }
  return skip > 0 || means_to_be_utf8(raw, skip) ? from_damaged_utf8(raw, skip) : from_legacy(raw);
}

}  // namespace careerfacts
