#include "ingest/decode.h"

#include <unicode/unistr.h>

#include <vector>

#include "ingest/utf8.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::string utf16(std::u16string_view units, bool little, bool mark) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : units) put(unit);
  return bytes;
}

std::string code_of(const Decoded& decoded) {
  return decoded.diagnostics.empty() ? "" : decoded.diagnostics[0].code;
}

RawSpan raw_of(const Decoded& decoded, std::string_view part) {
  const std::size_t at = decoded.text.find(part);
  REQUIRE(at != std::string::npos);
  return decoded.map.to_raw(TextSpan{at, at + part.size()});
}

TEST_CASE("plain UTF-8 is left alone") {
  const Decoded decoded = decode(
      "caf\xC3\xA9 pays \xE2\x82\xAC"
      "30");
  CHECK(decoded.encoding == "utf-8");
  CHECK(decoded.map.is_identity());
  CHECK(decoded.diagnostics.empty());
}

TEST_CASE("a byte order mark is no text") {
  const Decoded decoded = decode("\xEF\xBB\xBF$90,000");
  CHECK(decoded.text == "$90,000");
  CHECK(decoded.encoding == "utf-8");
  CHECK(raw_of(decoded, "$90,000") == RawSpan{3, 10});
  CHECK(decode("\xEF\xBB\xBF").text.empty());
}

TEST_CASE("UTF-16 in both orders, with and without mark") {
  const bool little = GENERATE(true, false);
  const bool mark = GENERATE(true, false);
  const Decoded decoded = decode(utf16(u"Pay \u20AC30 \U0001F600 now, says the article", little, mark));
  CHECK(decoded.encoding == (little ? "utf-16le" : "utf-16be"));
  CHECK(decoded.text ==
        "Pay \xE2\x82\xAC"
        "30 \xF0\x9F\x98\x80 now, says the article");
  const std::size_t from = mark ? 2 : 0;
  CHECK(raw_of(decoded,
               "\xE2\x82\xAC"
               "30") == RawSpan{from + 8, from + 14});
  CHECK(raw_of(decoded, "\xF0\x9F\x98\x80") == RawSpan{from + 16, from + 20});
  CHECK(raw_of(decoded, "now") == RawSpan{from + 22, from + 28});
}

TEST_CASE("UTF-16 with half a pair, or half a unit, at its end") {
  for (const bool little : {true, false}) {
    const std::string whole = utf16(u"Pay 30", little, true);
    for (const std::string& raw :
         {whole + utf16(u"\xD83D", little, false), whole + "x", utf16(u"\xDE00 Pay 30", little, true)}) {
      const Decoded decoded = decode(raw);
      CHECK(decoded.text.find("Pay 30") != std::string::npos);
      CHECK(find_invalid_utf8(decoded.text) == decoded.text.size());
      CHECK(decoded.map.raw_size() == raw.size());
      CHECK(decoded.map.text_size() == decoded.text.size());
    }
  }
}

TEST_CASE("long UTF-16 is exact behind the converter's buffer") {
  std::u16string text;
  while (text.size() < 20000) text += u"Nurses \U0001F600 earn \u20AC30,000. ";
  const std::string raw = utf16(text, true, true);
  const Decoded decoded = decode(raw);
  std::size_t units = 0;
  for (std::size_t at = 0; at < decoded.text.size();) {
    const CodePoint c = code_point_at(decoded.text, at);
    const std::size_t size = c.value > 0xFFFF ? 2 : 1;
    const RawSpan there = decoded.map.to_raw(TextSpan{at, at + c.size});
    if (there != RawSpan{2 + 2 * units, 2 + 2 * (units + size)}) FAIL("at unit " << units);
    units += size;
    at += c.size;
  }
  CHECK(units == text.size());
}

TEST_CASE("damaged UTF-8 keeps its good text") {
  const Decoded decoded = decode("caf\xC3\xA9 \xFF pays \xE2\x82 $90,000 \xE2\x82\xAC");
  CHECK(decoded.encoding == "utf-8");
  CHECK(decoded.text == "caf\xC3\xA9 \xEF\xBF\xBD pays \xEF\xBF\xBD\xEF\xBF\xBD $90,000 \xE2\x82\xAC");
  CHECK(code_of(decoded) == "invalid-utf-8");
  CHECK(decoded.diagnostics[0].where == RawSpan{6, 7});
  CHECK(raw_of(decoded, "$90,000") == RawSpan{16, 23});
}

TEST_CASE("a few bad bytes in a row do not turn the whole of a file into another charset") {
  std::string raw;
  for (int i = 0; i < 50; ++i) raw += "caf\xC3\xA9 ";
  raw += "\xE2\x82\xE2\x82\xFF\xFE and plain ASCII to the end";
  const Decoded decoded = decode(raw);
  CHECK(decoded.encoding == "utf-8");
  CHECK(code_of(decoded) == "invalid-utf-8");
}

TEST_CASE("bytes of windows-1252 and windows-1251 are read as what they are") {
  const Decoded western = decode(
      "Les ing\xE9nieurs gagnent 45 000 \x80 par ann\xE9"
      "e, d\x92"
      "apr\xE8s l\x92"
      "enqu\xEAte");
  CHECK(western.encoding == "windows-1252");
  CHECK(western.text.find("ing\xC3\xA9nieurs gagnent 45 000 \xE2\x82\xAC par") != std::string::npos);
  CHECK(raw_of(western, "45 000 \xE2\x82\xAC") == RawSpan{23, 31});

  const Decoded cyrillic = decode(
      "\xD1\xF0\xE5\xE4\xED\xFF\xFF \xE7\xE0\xF0\xEF\xEB\xE0\xF2\xE0 "
      "\xEF\xF0\xEE\xE3\xF0\xE0\xEC\xEC\xE8\xF1\xF2\xE0 \xE2 \xCC\xEE\xF1\xEA\xE2\xE5 "
      "\xF1\xEE\xF1\xF2\xE0\xE2\xEB\xFF\xE5\xF2 200 000 \xF0\xF3\xE1\xEB\xE5\xE9");
  CHECK(cyrillic.encoding == "windows-1251");
  CHECK(cyrillic.text.find("зарплата программиста") != std::string::npos);
  CHECK(raw_of(cyrillic, "200 000").size() == 7);
}

std::string in_charset(std::string_view utf8, const char* charset) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  std::string bytes(utf8.size() * 2 + 16, ' ');
  bytes.resize(static_cast<std::size_t>(
      text.extract(0, text.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), charset)));
  return bytes;
}

TEST_CASE("short texts in every set that articles come in") {
  struct Case {
    std::vector<const char*> charsets;
    std::string_view text;
  };
  const std::vector<Case> cases{
      {{"windows-1252", "macintosh"},
       "Nurses’ pay isn’t bad – “registered nurses” earn £38,000 a year… The café’s résumé says so."},
      {{"windows-1252", "macintosh", "ISO-8859-15"},
       "Le salaire médian d'un ingénieur à Montréal était élevé; où sont passés les élèves?"},
      {{"windows-1252", "macintosh"}, "Das Gehalt für Ärzte ist größer als für Köche, heißt es überall."},
      {{"windows-1250", "ISO-8859-2"}, "Średnie wynagrodzenie pielęgniarki wynosi więcej niż połowę pensji."},
      {{"windows-1250", "ISO-8859-2"},
       "Průměrný plat řidiče činí 38 000 korun, říká šéf. Žádné ďábelské ódy."},
      {{"windows-1250", "ISO-8859-2"},
       "Az átlagos fizetés több mint őszintén szűk; a művész is többet keres."},
      {{"windows-1251", "KOI8-R", "ISO-8859-5"},
       "Средняя зарплата медсестры составляет 60 000 рублей в месяц."},
      {{"windows-1251", "KOI8-U"}, "Середня зарплата вчителя становить 15 000 гривень, її підвищать."},
      {{"windows-1253", "ISO-8859-7"}, "Ο μέσος μισθός ενός νοσηλευτή είναι 1.200 ευρώ τον μήνα."},
      {{"windows-1254"}, "Ortalama maaş yıllık 500.000 liradır; öğretmenlerin çoğu şimdi çalışıyor."},
      {{"windows-1255"}, "השכר הממוצע של אחות הוא 12,000 שקל לחודש בישראל."},
      {{"windows-1256"}, "متوسط راتب الممرضة هو 5000 ريال شهريا في المملكة."},
      {{"windows-1257"}, "Vidutinis atlyginimas šiemet siekė 2 000 eurų; įmonės ieško žmonių."},
      {{"windows-1257"}, "Vidējā alga šogad sasniedza 1500 eiro; uzņēmumi meklē darbiniekus, ļoti."},
      {{"windows-874"}, "เงินเดือนเฉลี่ยของพยาบาลอยู่ที่ 30,000 บาทต่อเดือน"},
      {{"GB18030"}, "护士的平均工资为每年八万元。数据科学家的收入更高，需求也在增长。"},
      {{"Shift_JIS", "EUC-JP"},
       "看護師の平均年収は約500万円です。データサイエンティストの給料はもっと高い。"},
      {{"EUC-KR"}, "간호사의 평균 연봉은 오천만 원입니다. 데이터 과학자는 더 많이 받습니다."}};
  for (const Case& one : cases)
    for (const char* charset : one.charsets) {
      INFO(charset);
      const std::string raw = in_charset(one.text, charset);
      const Decoded decoded = decode(raw);
      CHECK(decoded.text == one.text);
      INFO(decoded.encoding);
      // The same letters among the ASCII of an English page.
      const Decoded among =
          decode("Nurses earn $81,220 a year in 2024, says the survey.\n" + raw + "\nMore.\n");
      CHECK(among.text.find(one.text) != std::string::npos);
    }
}

TEST_CASE("single NUL bytes do not make a text binary") {
  const Decoded decoded = decode(std::string_view("Nurses earn $90,000.\0 More text follows here.", 45));
  CHECK(decoded.encoding == "utf-8");
  CHECK(decoded.text.find("$90,000") != std::string::npos);
}

TEST_CASE("binary and empty files give no text and say so") {
  const std::string binary = GENERATE(as<std::string>(), "%PDF-1.7 and so on", "PK\x03\x04zip", "\x89PNG\r\n",
                                      std::string(64, '\x01'), std::string(64, '\0'));
  const Decoded decoded = decode(binary);
  CHECK(decoded.text.empty());
  CHECK(decoded.encoding == "binary");
  CHECK(code_of(decoded) == "binary-file");
  CHECK(decoded.diagnostics[0].severity == Severity::error);
  CHECK(decoded.map.raw_size() == binary.size());
  CHECK(code_of(decode("")) == "empty-file");
}

TEST_CASE("what no charset is certain for is read as windows-1252, and said") {
  const Decoded decoded = decode("\xFC");
  CHECK(decoded.text.size() == 2);
  CHECK(code_of(decoded) == "uncertain-encoding");
}

}  // namespace
}  // namespace careerfacts
