#include "ingest/charset_guess.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/check.h"

namespace careerfacts {
namespace {

// The languages that a set is used for, by the index of their first and last in kLanguages.
struct Charset {
  const char* name;
  std::u32string_view languages;  // by their letter in kLanguages
};

// Letters above ASCII, in lower case; of other scripts than Latin all of them, the ten most frequent ones
// first.
struct Language {
  char32_t id;
  bool latin;
  std::u32string_view letters;
};

constexpr Language kLanguages[] = {
    {U'f', true, U"àâæçéèêëîïôœùûüÿ"},                                     // French
    {U'd', true, U"äöüßé"},                                                // German
    {U's', true, U"áéíñóúüªº"},                                            // Spanish
    {U'p', true, U"áâãàçéêíóôõúüªº"},                                      // Portuguese
    {U'i', true, U"àèéìòùî"},                                              // Italian
    {U'v', true, U"åäöé"},                                                 // Swedish, Finnish
    {U'n', true, U"æøåéèòóôà"},                                            // Norwegian, Danish
    {U'c', true, U"áðéíóúýþæö"},                                           // Icelandic
    {U'a', true, U"àçéèíïòóúü"},                                           // Catalan
    {U'h', true, U"ëïéèöüáó"},                                             // Dutch
    {U'P', true, U"ąćęłńóśźż"},                                            // Polish
    {U'C', true, U"áčďéěíňóřšťúůýž"},                                      // Czech
    {U'S', true, U"áäčďéíĺľňóôŕšťúýž"},                                    // Slovak
    {U'H', true, U"áéíóöőúüű"},                                            // Hungarian
    {U'R', true, U"ăâîșțşţ"},                                              // Romanian
    {U'X', true, U"čćđšž"},                                                // Croatian, Slovenian
    {U'T', true, U"çğıöşüâîû"},                                            // Turkish
    {U'L', true, U"ąčęėįšųūž"},                                            // Lithuanian
    {U'V', true, U"āčēģīķļņšūž"},                                          // Latvian
    {U'E', true, U"äöõüšž"},                                               // Estonian
    {U'N', true, U"ăâđêôơưàáãèéìíòóõùúý\u0300\u0301\u0303\u0309\u0323"},   // Vietnamese
    {U'r', false, U"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"},                   // Russian
    {U'u', false, U"оанивіртескмдлпузьягбчйхжшюцщєїфґ"},                   // Ukrainian
    {U'b', false, U"аоиетнрсвлкмдпузяьгбчйхжшюцщфъ"},                      // Bulgarian
    {U'y', false, U"аоиенрсјтквдлмпугзбцчњшхжђћљфџ"},                      // Serbian
    {U'g', false, U"αοιετσνηυρςπκμλάόίέήδγθωύχφβξώζψϊϋΐΰ"},                // Greek
    {U'w', false, U"יוהלארתבמשנדקפחעסטגזצכםןךףץ"},                         // Hebrew
    {U'q', false, U"اليمنورتبةدعسحفكقجشصطخهذأإىءضثغظئزآؤپچژگکی"},          // Arabic, Persian
    {U't', false, U"านรอกเงมย่วลดทสตะปบคห้ีัิ์ไพจแขใุูชโถซำผ็ึฟธญณศษฐภฎฏฉฝฬฮฆ๊๋ืฯๆฤ"},  // Thai
};

// In order of trust.
constexpr Charset kCharsets[] = {
    {"windows-1252", U"fdspivncahE"},
    {"windows-1250", U"PCSHRXd"},
    {"ISO-8859-2", U"PCSHRX"},
    {"windows-1251", U"ruby"},
    {"KOI8-R", U"r"},
    {"KOI8-U", U"u"},
    {"ISO-8859-5", U"ruby"},
    {"windows-1253", U"g"},
    {"ISO-8859-7", U"g"},
    {"windows-1254", U"T"},
    {"windows-1257", U"LVE"},
    {"macintosh", U"fdspivncahT"},
    {"windows-1255", U"w"},
    {"ISO-8859-8", U"w"},
    {"windows-1256", U"q"},
    {"ISO-8859-6", U"q"},
    {"windows-874", U"t"},
    {"windows-1258", U"N"},
    {"ISO-8859-15", U"fdspivncahE"},
};

// Signs that texts in any language have.
constexpr std::u32string_view kSigns = U"\u00A0“”‘’„‚–—…•«»€£¥©®™°§±²³¹½¼¾·¿¡×÷µ†‹›´−≈≤≥";
// Those that stand inside words.
constexpr std::u32string_view kInnerSigns = U"’‘–—·\u00A0\u00AD´…/";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool has(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'
                  : u_isalpha(static_cast<UChar32>(c)) ||
                        (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

// What a set makes of a byte.
struct Sign {
  char32_t c = ' ';
  char32_t lower = ' ';
  bool letter = false;
  bool small = false;
  bool capital = false;
  bool inner = false;  // stands inside words
  double fault = 0;    // of a sign wherever it stands
};
using Table = std::array<Sign, 256>;

Sign sign_of(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  Sign sign{c,
            static_cast<char32_t>(u_tolower(u)),
            is_letter(c),
            u_islower(u) != 0,
            u_isupper(u) != 0,
            has(kInnerSigns, c),
            0};
  if (c >= 0x80 && !sign.letter) sign.fault = has(kSigns, c) ? 0 : 1;
  if (c == 0xFFFD || (c >= 0x80 && c < 0xA0) || u_charType(u) == U_PRIVATE_USE_CHAR) sign.fault = 3;
  return sign;
}

Table reading_of(const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset, &status));
  CHECK(U_SUCCESS(status));
  Table result{};
  for (unsigned i = 0; i < result.size(); ++i) {
    const char byte = static_cast<char>(i);
    UChar read[4];
    status = U_ZERO_ERROR;
    const int32_t n = ucnv_toUChars(converter.get(), read, 4, &byte, 1, &status);
    result[i] = sign_of(U_SUCCESS(status) && n == 1 ? read[0] : 0xFFFD);
  }
  return result;
}

// How badly the sample reads in one set: faults of whatever language, and how often each letter stands there.
struct Reading {
  double latin_faults = 0;             // if the language is written in Latin letters
  double foreign_faults = 0;           // if it is not
  std::map<char32_t, double> letters;  // above ASCII, in lower case
  double n_letters = 0;
};

Reading read(std::string_view sample, const Table& table) {
  static const Sign kSpace;
  Reading reading;
  std::array<double, 256> counts{};
  const auto at = [&](std::size_t i) -> const Sign& {
    return i < sample.size() ? table[static_cast<unsigned char>(sample[i])] : kSpace;
  };
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (static_cast<unsigned char>(sample[i]) < 0x80) continue;
    const Sign &here = at(i), &before = i == 0 ? kSpace : at(i - 1), &after = at(i + 1);
    if (here.letter) {
      const bool rises = before.small && here.capital;
      const bool beside_ascii = (before.c < 0x80 && before.letter) || (after.c < 0x80 && after.letter);
      const bool third =
          before.c >= 0x80 && before.letter && i >= 2 && at(i - 2).c >= 0x80 && at(i - 2).letter;
      const bool shouts = here.capital && before.capital;
      const bool alone = !before.letter && !after.letter;
      const double fault = (rises ? 1 : 0) + (shouts ? 0.1 : 0) + (alone ? 0.4 : 0);
      reading.latin_faults += fault + (third ? 1 : 0) + (beside_ascii ? 0 : 0.1);
      reading.foreign_faults += fault + (beside_ascii ? 1 : 0);
      counts[static_cast<unsigned char>(sample[i])] += 1;
      continue;
    }
    double fault = here.fault;
    if (before.letter && after.letter && !here.inner) fault += 1;
    // Closing before a word, opening behind one.
    if ((here.c == U'”' || here.c == U'»') && !before.letter && after.letter) fault += 0.3;
    if ((here.c == U'“' || here.c == U'«') && before.letter && !after.letter) fault += 0.3;
    reading.latin_faults += fault;
    reading.foreign_faults += fault;
  }
  for (std::size_t byte = 0x80; byte < counts.size(); ++byte) {
    if (counts[byte] == 0) continue;
    reading.letters[table[byte].lower] += counts[byte];
    reading.n_letters += counts[byte];
  }
  return reading;
}

double faults_in(const Reading& reading, const Language& language) {
  double out = 0, frequent = 0;
  for (const auto& [letter, n] : reading.letters) {
    const std::size_t rank = language.letters.find(letter);
    if (rank == std::u32string_view::npos)
      out += n;
    else if (rank < 10)
      frequent += n;
  }
  if (language.latin) return out + reading.latin_faults;
  constexpr double kExpected = 0.5;  // of letters that are among the ten most frequent ones
  return out + reading.foreign_faults + std::max(0.0, kExpected * reading.n_letters - frequent);
}

// ICU's opinions, by the name of the set; and its first set of several bytes.
struct Opinions {
  std::map<std::string, int, std::less<>> confidence;
  CharsetGuess wide;
};

Opinions ask_icu(std::string_view sample) {
  constexpr std::array<std::string_view, 6> kWide{"GB18030", "Shift_JIS", "EUC-JP", "EUC-KR", "Big5", "EUC-"};
  Opinions opinions;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t n = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &n, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < n; ++i) {
    const std::string name = ucsdet_getName(matches[i], &status);
    const int confidence = ucsdet_getConfidence(matches[i], &status);
    const bool wide = std::any_of(kWide.begin(), kWide.end(),
                                  [&](std::string_view prefix) { return name.starts_with(prefix); });
    if (wide && confidence > opinions.wide.confidence) opinions.wide = {name, confidence};
    // Sets that hold no more than the Windows ones are named for those.
    const std::string known = name == "ISO-8859-1"     ? "windows-1252"
                              : name == "ISO-8859-9"   ? "windows-1254"
                              : name == "ISO-8859-8-I" ? "ISO-8859-8"
                                                       : name;
    if (!wide) opinions.confidence.emplace(known, confidence);
  }
  return opinions;
}

}  // namespace

CharsetGuess guess_charset(std::string_view sample) {
  static const std::vector<Table> kTables = [] {
    std::vector<Table> tables;
    for (const Charset& charset : kCharsets) tables.push_back(reading_of(charset.name));
    return tables;
  }();
  const auto n_high = static_cast<double>(std::count_if(
      sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  if (n_high == 0) return {"windows-1252", 100};
  const Opinions opinions = ask_icu(sample);

  struct Fit {
    double faults;
    std::size_t charset;
  };
  std::vector<Fit> fits;
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    const Reading reading = read(sample, kTables[i]);
    double fewest = 3 * n_high;
    for (const Language& language : kLanguages)
      if (has(kCharsets[i].languages, language.id)) fewest = std::min(fewest, faults_in(reading, language));
    // What ICU says is worth a few faults of a hundred letters.
    const auto icu = opinions.confidence.find(kCharsets[i].name);
    const double worth = icu == opinions.confidence.end() ? 0 : icu->second / 100.0 * (0.05 * n_high);
    fits.push_back({fewest - worth, i});
  }
  const auto best = std::min_element(fits.begin(), fits.end(),
                                     [](const Fit& a, const Fit& b) { return a.faults < b.faults; });
  // Sets that read the sample differently, and fit as well, make it doubtful.
  double rival = 3 * n_high;
  for (const Fit& fit : fits) {
    const bool same = std::all_of(sample.begin(), sample.end(), [&](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return kTables[fit.charset][byte].c == kTables[best->charset][byte].c;
    });
    if (!same) rival = std::min(rival, fit.faults);
  }
  const double rate = std::clamp(best->faults / n_high, 0.0, 1.0);
  const double lead = std::clamp((rival - best->faults) / std::min(n_high, 10.0), 0.0, 1.0);
  const double few = n_high < 2 ? 0.6 : 1.0;
  CharsetGuess guess{kCharsets[best->charset].name,
                     static_cast<int>(100 * few * (1 - rate) * (0.3 + 0.7 * std::min(1.0, 4 * lead)))};
  // Of several bytes: where ICU is as sure as that.
  if (opinions.wide.confidence > 0 && opinions.wide.confidence >= guess.confidence) guess = opinions.wide;
  return guess;
}

}  // namespace careerfacts
