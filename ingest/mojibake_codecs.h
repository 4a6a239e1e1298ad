// The single-byte character sets that UTF-8 is mistaken for, read backwards: from a character to the byte
// that it was taken from. One row of a table a character, one column a codec.
//
// Source of the tables: ICU's converters, asked once for what they make of the bytes 80–FF. The Windows and
// ISO sets are taken as programs really use them: each byte may also have come through as the C1 control
// character of its number, which covers latin-1 and the bytes that a set leaves undefined.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace careerfacts::mojibake {

// In order of trust: where two codecs explain a text equally well, the earlier one is named.
enum class Codec : std::uint8_t {
  windows_1252,  // and latin-1
  windows_1251,
  mac_roman,
  windows_1250,
  cp437,
  windows_1254,
  windows_1257,
  windows_1253,
  windows_874,  // and TIS-620
  cp850,
  iso_8859_2,
};
inline constexpr std::size_t kCodecs = 11;

const char* name_of(Codec codec);

using CodecMask = std::uint16_t;  // bit n: the codec of value n
constexpr CodecMask mask_of(Codec codec) {
  return static_cast<CodecMask>(1U << static_cast<unsigned>(codec));
}

// In which codecs a character is a byte that starts a UTF-8 sequence of two (C2–DF), three (E0–EF) or four
// bytes (F0–F4), or a byte that continues one (80–BF).
struct ByteRoles {
  CodecMask lead2 = 0;
  CodecMask lead3 = 0;
  CodecMask lead4 = 0;
  CodecMask tail = 0;
};

// Immutable once made; safe to use from many threads.
class CodecTable {
 public:
  static const CodecTable& get();

  // The row of a character; 0 is the row of all characters that no codec has (ASCII among them).
  std::size_t row(char32_t c) const {
    if (c < kDirect) return rows_[c];
    return c >= 0xF8FF && c <= 0xFB02 ? high_row(c) : 0;
  }
  const ByteRoles& roles(std::size_t row) const { return roles_[row]; }
  // The byte of a character, 0 where the codec does not have it.
  unsigned byte(std::size_t row, Codec codec) const { return bytes_[row][static_cast<std::size_t>(codec)]; }
  unsigned byte_of(char32_t c, Codec codec) const { return byte(row(c), codec); }

 private:
  CodecTable();
  void add(char32_t c, Codec codec, unsigned byte);
  std::size_t high_row(char32_t c) const;

  static constexpr char32_t kDirect =
      0x2600;  // above: MacRoman's apple (U+F8FF), fi (U+FB01) and fl (U+FB02)
  std::array<std::uint16_t, kDirect> rows_{};
  std::array<std::uint16_t, 3> high_rows_{};
  std::vector<ByteRoles> roles_;
  std::vector<std::array<std::uint8_t, kCodecs>> bytes_;
};

// What windows-1252 means by the byte that came through as this C1 control character (U+0080–U+009F): U+0092
// is a quotation mark. 0 for other characters, and for the five bytes that windows-1252 leaves undefined.
char32_t windows_1252_of_c1(char32_t c);

}  // namespace careerfacts::mojibake
