#include "ingest/mojibake_codecs.h"

#include <unicode/ucnv.h>

#include "base/check.h"

namespace careerfacts::mojibake {
namespace {

// Which of the bytes 80–9F also come through as the C1 control characters of their numbers.
enum class C1 {
  none,
  undefined,  // those that the set leaves undefined
  all,        // the set's ISO sister has none of them, and the two are taken for each other
};

struct Charset {
  const char* name;      // as a person would say it
  const char* icu_name;  // as ICU knows it
  C1 c1;
};

// In the order of Codec.
constexpr std::array<Charset, kCodecs> kCharsets = {{
    {"windows-1252", "windows-1252", C1::all},
    {"windows-1251", "windows-1251", C1::undefined},
    {"MacRoman", "macintosh", C1::none},
    {"windows-1250", "windows-1250", C1::undefined},
    {"cp437", "ibm-437", C1::none},
    {"windows-1254", "windows-1254", C1::undefined},
    {"windows-1257", "windows-1257", C1::undefined},
    {"windows-1253", "windows-1253", C1::undefined},
    {"windows-874", "windows-874", C1::undefined},
    {"cp850", "ibm-850", C1::none},
    {"ISO-8859-2", "ISO-8859-2", C1::all},
}};

// What ICU reads for each of the bytes 80–FF; 0 where it reads nothing.
std::array<char32_t, 128> read_upper_half(const char* icu_name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(icu_name, &status);
  CHECK(U_SUCCESS(status));
  std::array<char32_t, 128> result{};
  for (unsigned i = 0; i < result.size(); ++i) {
    const char byte = static_cast<char>(0x80 + i);
    UChar read[4];
    status = U_ZERO_ERROR;
    const int n = ucnv_toUChars(converter, read, 4, &byte, 1, &status);
    if (U_SUCCESS(status) && n == 1 && read[0] >= 0x80 && read[0] != 0xFFFD) result[i] = read[0];
  }
  ucnv_close(converter);
  return result;
}

}  // namespace

const char* name_of(Codec codec) { return kCharsets[static_cast<std::size_t>(codec)].name; }

const CodecTable& CodecTable::get() {
  static const CodecTable table;
  return table;
}

CodecTable::CodecTable() : roles_(1), bytes_(1) {
  for (std::size_t i = 0; i < kCodecs; ++i) {
    const Codec codec = static_cast<Codec>(i);
    const std::array<char32_t, 128> read = read_upper_half(kCharsets[i].icu_name);
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
      const char32_t c = read[byte - 0x80];
      if (c != 0) add(c, codec, byte);
      // What a set leaves undefined comes through as in latin-1: A1 and A5 of windows-1257 are '¡' and '¥'.
      const bool undefined = c == 0 && kCharsets[i].c1 == C1::undefined;
      if (undefined || (byte < 0xA0 && kCharsets[i].c1 == C1::all)) add(byte, codec, byte);
    }
  }
  // Thai text with undefined bytes went through programs that took those for windows-1252.
  const std::array<char32_t, 128> western = read_upper_half("windows-1252");
  for (unsigned byte = 0x80; byte < 0xA0; ++byte) add(western[byte - 0x80], Codec::windows_874, byte);
  // MacRoman had the currency sign where the euro is now; and signs that have a Greek twin come as either.
  add(0xA4, Codec::mac_roman, 0xDB);
  add(0x2126, Codec::mac_roman, 0xBD);
  // "Ã©" and "Â£" in small letters: "ã©", "â£".
  for (const char32_t c : {U'ã', U'â'}) roles_[rows_[c]].lead2 |= mask_of(Codec::windows_1252);
  add(0xB5, Codec::cp437, 0xE6);
  add(0x3BC, Codec::cp437, 0xE6);
}

void CodecTable::add(char32_t c, Codec codec, unsigned byte) {
  std::uint16_t* row = nullptr;
  if (c < kDirect) row = &rows_[c];
  if (c == 0xF8FF) row = &high_rows_[0];
  if (c == 0xFB01 || c == 0xFB02) row = &high_rows_[c - 0xFB00];
  if (row == nullptr) return;
  if (*row == 0) {
    *row = static_cast<std::uint16_t>(roles_.size());
    roles_.push_back({});
    bytes_.push_back({});
  }
  std::uint8_t& known = bytes_[*row][static_cast<std::size_t>(codec)];
  if (known != 0) return;
  known = static_cast<std::uint8_t>(byte);
  const CodecMask mask = mask_of(codec);
  ByteRoles& roles = roles_[*row];
  if (byte <= 0xBF) roles.tail |= mask;
  if (byte >= 0xC2 && byte <= 0xDF) roles.lead2 |= mask;
  if (byte >= 0xE0 && byte <= 0xEF) roles.lead3 |= mask;
  if (byte >= 0xF0 && byte <= 0xF4) roles.lead4 |= mask;
}

std::size_t CodecTable::high_row(char32_t c) const {
  if (c == 0xF8FF) return high_rows_[0];
  return c == 0xFB01 || c == 0xFB02 ? high_rows_[c - 0xFB00] : 0;
}

char32_t windows_1252_of_c1(char32_t c) {
  static const std::array<char32_t, 128> kRead = read_upper_half("windows-1252");
  if (c < 0x80 || c > 0x9F) return 0;
  const char32_t meant = kRead[c - 0x80];
  return meant > 0x9F ? meant : 0;
}

}  // namespace careerfacts::mojibake
