#include "tests/support/encoded_articles.h"

#include <utility>

namespace careerfacts::test {
namespace {

std::u32string from_utf8(const std::string& text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t point = size == 1 ? lead : lead & (0xffU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i)
      point = point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
    points += point;
    at += size;
  }
  return points;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

std::string utf16(const std::string& text, bool big_endian) {
  std::string bytes;
  const auto unit = [&](unsigned value) {
    const char high = static_cast<char>(value >> 8), low = static_cast<char>(value & 0xff);
    bytes += {big_endian ? high : low, big_endian ? low : high};
  };
  for (const char32_t point : from_utf8(text)) {
    if (point < 0x10000) {
      unit(point);
    } else {
      unit(0xd800 + ((point - 0x10000) >> 10));
      unit(0xdc00 + ((point - 0x10000) & 0x3ff));
    }
  }
  return bytes;
}

// Latin-1, and the one character beyond it that the article has.
std::string windows_1252(const std::string& text) {
  std::string bytes;
  for (const char32_t point : from_utf8(text))
    bytes += static_cast<char>(point == U'’' ? 0x92 : static_cast<unsigned char>(point));
  return bytes;
}

}  // namespace

std::string code_points(const std::string& text, std::size_t begin, std::size_t end) {
  std::string part;
  std::size_t count = 0;  // code points begun
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++count;
    if (count > begin && count <= end) part += c;
  }
  return part;
}

std::vector<EncodedArticle> encoded_articles() {
  const std::string text =
      "# Pay 😀 of e\u0301lite data scientists\n\n"
      "A data scientist earns $112,000 a year, according to Glassdoor’s 2024 report 🎉.\n"
      "Demand will grow 22% by 2030.\n\n"
      "In the cafe\u0301 👩‍🔬 nurses earn\n£35,000 a year — says the Bureau of Labor Statistics. "
      "The CompTIA Security+ certification helps.\n";
  const std::string crlf = replaced(text, "\n", "\r\n");
  std::string latin = text;
  for (const auto& [what, by] : std::vector<std::pair<std::string, std::string>>{
           {"😀 ", ""}, {" 🎉", ""}, {"👩‍🔬 ", ""}, {"e\u0301", "é"}, {"—", "-"}})
    latin = replaced(latin, what, by);
  const std::string damaged = replaced(text, "2024",
                                       "20\xff"
                                       "24");
  return {{"lf.md", text, text},
          {"crlf.md", crlf, crlf},
          {"cr.md", replaced(text, "\n", "\r"), replaced(text, "\n", "\r")},
          {"bom.md", "\xef\xbb\xbf" + crlf, crlf},
          {"damaged.md", damaged,
           replaced(text, "2024",
                    "20\uFFFD"
                    "24")},
          {"utf16le.md", "\xff\xfe" + utf16(crlf, false), crlf},
          {"utf16be.md", "\xfe\xff" + utf16(text, true), text},
          {"utf16-unmarked.md", utf16(text, false), text},
          {"windows-1252.md", windows_1252(replaced(latin, "\n", "\r\n")), replaced(latin, "\n", "\r\n")}};
}

}  // namespace careerfacts::test
