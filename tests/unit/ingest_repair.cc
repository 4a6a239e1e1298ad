#include "ingest/repair.h"

#include <array>
#include <boost/json.hpp>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "ingest/mojibake_codecs.h"
#include "ingest/utf8.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts {
namespace {

using mojibake::Codec;
using mojibake::CodecTable;
using mojibake::kCodecs;

std::string repaired(std::string_view text) { return repair_mojibake(text, nullptr).text; }

constexpr bool kLatin1 = true;

// What becomes of UTF-8 that is read as this codec; empty where the codec has no character for one of the
// bytes.
std::string misread(std::string_view text, Codec codec, bool as_latin_1 = false) {
  std::array<char32_t, 256> characters{};
  for (char32_t c = 0x80; c <= 0xFB02; ++c) {
    const unsigned byte = CodecTable::get().byte_of(c, codec);
    if (byte != 0 && (characters[byte] == 0 || characters[byte] <= 0x9F)) characters[byte] = c;
  }
  std::string result;
  for (const char c : text) {
    const unsigned char byte = static_cast<unsigned char>(c);
    const char32_t read = byte < 0x80 || as_latin_1 ? byte : characters[byte];
    if (read == 0 && byte != 0) return {};
    append_utf8(result, read);
  }
  return result;
}

std::vector<Codec> all_codecs() {
  std::vector<Codec> codecs;
  for (std::size_t i = 0; i < kCodecs; ++i) codecs.push_back(static_cast<Codec>(i));
  return codecs;
}

TEST_CASE("the codec table is the standards'") {
  const CodecTable& table = CodecTable::get();
  CHECK(table.byte_of(U'€', Codec::windows_1252) == 0x80);
  CHECK(table.byte_of(0x9D, Codec::windows_1252) == 0x9D);  // undefined, and comes through as it is
  CHECK(table.byte_of(0x93, Codec::windows_1252) == 0x93);  // latin-1
  CHECK(table.byte_of(U'ґ', Codec::windows_1251) == 0xB4);
  CHECK(table.byte_of(0x93, Codec::windows_1251) == 0);  // “ is there
  CHECK(table.byte_of(U'√', Codec::mac_roman) == 0xC3);
  CHECK(table.byte_of(0xF8FF, Codec::mac_roman) == 0xF0);
  CHECK(table.byte_of(U'ﬁ', Codec::mac_roman) == 0xDE);
  CHECK(table.byte_of(U'ş', Codec::windows_1250) == 0xBA);
  CHECK(table.byte_of(U'├', Codec::cp437) == 0xC3);
  CHECK(table.byte_of(U'ş', Codec::windows_1254) == 0xFE);
  CHECK(table.byte_of(U'į', Codec::windows_1257) == 0xE1);
  CHECK(table.byte_of(U'α', Codec::windows_1253) == 0xE1);
  CHECK(table.byte_of(U'โ', Codec::windows_874) == 0xE2);
  CHECK(table.byte_of(U'Ô', Codec::cp850) == 0xE2);
  CHECK(table.byte_of(U'š', Codec::iso_8859_2) == 0xB9);
  CHECK(table.row(U'a') == 0);
  CHECK(table.row(U'中') == 0);
  CHECK(mojibake::windows_1252_of_c1(0x92) == U'’');
  CHECK(mojibake::windows_1252_of_c1(0x9D) == 0);
}

TEST_CASE("mojibake that was put in capitals or small letters afterwards") {
  CHECK(repaired("ITÂ€™S $50,000Â€“$60,000 Â€” OR Â‚¬5 Â€ŒPAY Â€¦") == "IT’S $50,000–$60,000 — OR €5 “PAY …");
  CHECK(repaired("the cafã©â€™s naã¯ve rã©sumã©: pay of â£38,000") ==
        "the café’s naïve résumé: pay of £38,000");
  CHECK(repaired("el aã±o pasado, cuã¡nto gana una seã±ora") == "el año pasado, cuánto gana una señora");
  // Portuguese, Romanian, French and Vietnamese have these letters before signs of their own.
  for (const std::string good :
       {"«Até amanhã», disse a irmã. São 25 ã®", "disse: «a manhã».", "pâte, mât et bât: 5 € – «lâ»",
        "Xã: 30 km²; sữa – «đã»", "România: «câ» și hotărâ."})
    CHECK(repaired(good) == good);
}

TEST_CASE("bytes that windows-1257 and its like leave undefined come through as in latin-1") {
  CHECK(repaired("El aĆ±o pasado ganaron mĆ¡s: ĀæcuĆ¡nto? Ā¡MĆ¡s de 40.000 ā‚¬!") ==
        "El año pasado ganaron más: ¿cuánto? ¡Más de 40.000 €!");
}

TEST_CASE("short words of a script that the good part of a text does not have") {
  CHECK(repaired("Nurses’ “pay” – café.\nOГ№ sont passГ©s les Г©lГЁves ? ГЂ lвЂ™Г©cole, trГЁs tГґt.") ==
        "Nurses’ “pay” – café.\nOù sont passés les élèves ? À l’école, très tôt.");
  CHECK(repaired("It’s a café. il puntatore di sistema ГЁ vicino") ==
        "It’s a café. il puntatore di sistema è vicino");
  // Of Thai, whole words are sequences of windows-874.
  const std::string thai = "รับที่อยู่ UNIX domain socket แบบ abstract";
  CHECK(repaired(thai) == thai);
}

TEST_CASE("ß stands after vowels") {
  CHECK(repaired("KompatibilitĂ¤tsgrĂźnden fĂźr alle") == "Kompatibilitätsgründen für alle");
}

TEST_CASE("what English pages come with") {
  struct Case {
    std::string_view from, to, codec;
  };
  const auto [from, to, codec] = GENERATE(values<Case>({
      {"It doesnâ€™t matter", "It doesn’t matter", "utf-8 read as windows-1252"},
      {"$90,000â€“$120,000", "$90,000–$120,000", "utf-8 read as windows-1252"},
      {"â€¢ Python", "• Python", "utf-8 read as windows-1252"},
      {"âœ” No problems", "✔ No problems", "utf-8 read as windows-1252"},
      {"Â£50,000 a year", "£50,000 a year", "utf-8 read as windows-1252"},
      {"from â‚¬40k", "from €40k", "utf-8 read as windows-1252"},
      {"â‚¹12 LPA", "₹12 LPA", "utf-8 read as windows-1252"},
      {"LEGOÂ® and 20Â°C", "LEGO® and 20°C", "utf-8 read as windows-1252"},
      {"3 Ã— 4", "3 × 4", "utf-8 read as windows-1252"},
      {"rÃ©sumÃ©", "résumé", "utf-8 read as windows-1252"},
      {"ðŸš€ Launch", "🚀 Launch", "utf-8 read as windows-1252"},
      {"itâ\u0080\u0099s", "it’s", "utf-8 read as latin-1"},
      {"í\u00A0½í¸\u0080 ok", "😀 ok", "utf-8 read as latin-1"},  // surrogates, each encoded on its own
      {"ItÂ’s", "It’s", "utf-8 read as windows-1252"},           // a byte 92, read as latin-1 before
      {"it\u0092s", "it’s", "windows-1252 read as latin-1"},
      {"Iggy Pop (nÃƒÂ© Jim)", "Iggy Pop (né Jim)", "utf-8 read as windows-1252, twice"},
      {"doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t", "doesn’t", "utf-8 read as windows-1252, three times"},
      {"Г‚ВЈ5.8bn", "£5.8bn", "utf-8 read as windows-1252, then as windows-1251"},
      {"donвЂ™t", "don’t", "utf-8 read as windows-1251"},
      {"don‚Äôt", "don’t", "utf-8 read as MacRoman"},
      {"caf√© ‚Ä¢ ¬£50", "café • £50", "utf-8 read as MacRoman"},
      {"donΓÇÖt", "don’t", "utf-8 read as cp437"},
      {"donÔÇÖt", "don’t", "utf-8 read as cp850"},
      {"LiĂ¨ge, l'HĂ´pital", "Liège, l'Hôpital", "utf-8 read as windows-1250"},
      {"Ä°stanbul", "İstanbul", "utf-8 read as windows-1252"},
      {"donβ€™t", "don’t", "utf-8 read as windows-1253"},
      {"โ€ข Python", "• Python", "utf-8 read as windows-874"},
  }));
  CAPTURE(from);
  std::vector<Repair> repairs;
  CHECK(repair_mojibake(from, &repairs).text == to);
  REQUIRE_FALSE(repairs.empty());
  CHECK(repairs.front().codec == codec);
}

TEST_CASE("each codec, up to three times over, in a sentence") {
  const std::string_view text = GENERATE(
      "He said “yes” to the offer.", "It’s the team’s ‘best’ choice", "pay – and perks — matter",
      "$90,000–$120,000 a year", "a résumé for every café", "the naïve São Paulo office", "€45.000 in Berlin",
      "₹12,00,000 per year", "about €60K–€80K", "• Python and SQL", "✓ Remote work", "► Apply now", "→ Next",
      "Great job 🎉", "🚀 Launch your career", "⭐⭐⭐⭐", "👩‍💻 developers", "the word работа means work",
      "Привет, мир", "Αθήνα office", "the word 工作 means work", "数据科学家 salary",
      "the word عمل means work", "the word משרה", "नौकरी means job", "서울 office", "Łódź and Kraków");
  CAPTURE(text);
  for (const Codec codec : all_codecs()) {
    // By itself, ISO-8859-2 cannot always be told from windows-1250.
    if (codec == Codec::iso_8859_2) continue;
    CAPTURE(mojibake::name_of(codec));
    std::string spoilt(text);
    for (int times = 1; times <= 3; ++times) {
      spoilt = misread(spoilt, codec);
      if (spoilt.empty()) break;
      CAPTURE(times, spoilt);
      CHECK(repaired(spoilt) == text);
    }
  }
}

// Good text of many kinds, with all that looks like mojibake and is none.
constexpr std::string_view kGood[] = {
    "L’épisode “naïve” de l’été… «\u00A0À la carte\u00A0» – déjà-vu\u00A0!",
    "VOILÀ – L’ÎLE D’ÂGE, DÉJÀ\u00A0! ÇA\u00A0VA\u00A0? “À” ‘É’",
    "MANHÃ… AMANHÃ” NÃO É FUNÇÃO — SÃO PAULO, PAÍS’",
    "NIÑO…” «ESPAÑA» CAFÉ™ NESTLÉ® CITROËN™ ROSÉ» ¿Qué? ¡Hola!",
    "PIÙ” CITTÀ’ PERCHÉ’ VIRTÙ…",
    "»Größe« und „Ärger“, ‚Öl‘ – TÜR”",
    "TÜRKÇE’Sİ İÇİN… ŞÖYLE” ÖĞÜT’ ığdır",
    "SPÓŁKA CZĘŚĆ ŻÓŁĆ ŁÓDŹ GÓRĄ…",
    "DĹŽKA VÔŇA ČÁST… MÍŠ’ ŘÍŠE”",
    "Ăştia, ÎŞI, ÂŢI, ŢĂRII",
    "ŠĶĒRSOJ’ ĀŽU… ĄŽUOLŲ… ŠĮ”",
    "ĐẶC BIỆT… ÂM’ Ả” những người",
    "SELKÄ\u00A0EDELLÄ Å vere, på «Å» ÆØÅ… Æ”",
    "Η ¨ανατροφή¨ ΉΤΑΝ “Ή” Ό,τι ’Όταν ΜΆΙΟΣ’",
    "СССР», США…, «РФ», № 5, в\u00A02020\u00A0г., РЁБРА Рёв Сёмга С”",
    "Україна: їжа, Їй, Рік’2020, ВІКІ, РІЗНІ, Єва…",
    "ครับ “ไทย” โดย เรา แบบ ร้อย ๆ ฿50 ขึ้นต้นด้วย",
    "שלום “עולם” — ש״ח ₪50",
    "مرحبا «بالعالم» … ٪50",
    "中文“引号”——……《》 日本語「かな」カナ・ー 한국어 ‘인용’…",
    "Prices: 10€… 20€” 5×£35, ≈€50k, ≈£50k, ≈±5%, £9·50, £€¥",
    "(-1/2)! = √π, ±√2, 2√3, ∆°C, 10 µm, 5 Ω, ½ × ¾, 2² + 3³, α–β, Δx·Δt, Σ² Γ·x",
    "Ω≈ç√∫˜µ≤≥÷ åß∂ƒ©˙∆˚¬…æ œ∑´®†¥¨ˆøπ“‘ ¡™£¢∞§¶•ªº–≠",
    "├── src\n│   ├── main\n└── x\n┌──┬──┐\n│a │b │\n└──┴──┘ ╔══╦══╗",
    "¯\\_(ツ)_/¯ (╯°□°）╯︵ ┻━┻ ಠ_ಠ ( o¬ô ) `¬´",
    "*†‡§¶ 5’10” 6′2″ C++™ and Java® © 2024",
    "โขProficiency ๐กLearn ๐ Sources โ",  // lossy: the other bytes are gone
};

TEST_CASE("good text stays as it is") {
  std::string together;
  for (const std::string_view text : kGood) {
    CAPTURE(text);
    std::vector<Repair> repairs;
    const Rewriter::Result made = repair_mojibake(text, &repairs);
    CHECK(made.text == text);
    CHECK(made.map.is_identity());
    CHECK(repairs.empty());
    together += std::string(text) + "\n";
  }
  CHECK(repaired(together) == together);
}

TEST_CASE("mojibake among good text is repaired, the good text is left") {
  for (const Codec codec : all_codecs()) {
    CAPTURE(mojibake::name_of(codec));
    const std::string spoilt = misread("“Résumés” don’t lie – they cost €50… 🎉", codec);
    const std::string good = "“Café” – l’été… VOCÊ… NESTLÉ® 5×£35 €50\n";
    CHECK(repaired(good + spoilt + "\n" + good) == good + "“Résumés” don’t lie – they cost €50… 🎉\n" + good);
  }
}

TEST_CASE("what explains the whole text is believed where it alone would not be") {
  for (const Codec codec : all_codecs()) {
    CAPTURE(mojibake::name_of(codec));
    const std::string text = "“Quoted” – à la carte, § 4, 3², ½, É, “Ł”, 文, ס, š; Š. ö\n";
    const std::string spoilt = misread(text, codec);
    if (!spoilt.empty()) CHECK(repaired(spoilt) == text);  // windows-1257 lacks a byte of it
  }
  const std::string text = "“Quoted” – à la carte, § 4, É, 文, Š\n";
  CHECK(repaired(misread(text, Codec::windows_1252, kLatin1)) == text);
}

TEST_CASE("a pair that may be meant stays beside good characters") {
  CHECK(repaired("Bremer/Mccoy – DrÃ¥ber") == "Bremer/Mccoy – DrÃ¥ber");
  CHECK(repaired("DrÃ¥ber") == "Dråber");
  CHECK(repaired("– DrÃ¥ber pÃ¥ Ã˜sterbro") == "– Dråber på Østerbro");
}

TEST_CASE("lost bytes are restored where only one can have stood there") {
  struct Case {
    std::string_view from, to;
  };
  const auto [from, to] = GENERATE(values<Case>({
      {"â€œHello,â€ she said", "“Hello,” she said"},  // 9D was dropped
      {"from â€œbbâ€? to", "from “bb” to"},           // became a question mark
      {"from â€œbbâ€\uFFFD to", "from “bb” to"},      // or was marked
      {"Ã¢â‚¬Å“quotedÃ¢â‚¬Â text", "“quoted” text"},  // twice over
      {"nice.Â Next, $90kÂ – $100k", "nice.\u00A0Next, $90k\u00A0– $100k"},
      {"dÃ©jÃ  lÃ©ger Ã  la rÃ©gion", "déjà léger à la région"},
      {"rÃ©flexion thÃ©orique jusqu'Ã nos jours", "réflexion théorique jusqu'à nos jours"},
      {"atenÃ§Ã£o Ã s crianÃ§as", "atenção às crianças"},
      {"âš ï¸\uFFFD Ã©tÃ© cafÃ©", "⚠\uFFFD été café"},  // what is lost is one character
  }));
  CHECK(repaired(from) == to);
}

TEST_CASE("lost bytes stay lost where it is not certain") {
  const std::string_view text =
      GENERATE("â€hello", "Ã?s â?¬â?¢s classic", "C O N C L U S Ã O", "Ã frica", "â", "Â", "Â next",
               "ã†â€™ãƒâ€ ã¢â‚¬â„¢ãƒæ’ã‚â¢ãƒâ¢ã¢â‚¬å¡ã‚â¬ãƒâ€šã‚â");
  CHECK(repaired(text) == text);
}

TEST_CASE("good words in a text with mojibake do not take part in what is restored") {
  const std::string bad = misread("« été », déjà là — “œuvre”", Codec::windows_1251);
  CHECK(repaired("РАЗМЕР СТЕКА, в «%s», " + bad) == "РАЗМЕР СТЕКА, в «%s», « été », déjà là — “œuvre”");
  const std::string thai = misread("“été” – déjà là", Codec::windows_874);
  CHECK(repaired("รายการ <x>, " + thai) == "รายการ <x>, “été” – déjà là");
}

TEST_CASE("the map is exact to the character, and repairs tell what was done") {
  const std::string from = "A “goodâ€™s” cafÃ© Ã—2 it\u0092s €";
  std::vector<Repair> repairs = {{}};  // is appended to
  const Rewriter::Result made = repair_mojibake(from, &repairs);
  REQUIRE(made.text == "A “good’s” café ×2 it’s €");
  const auto raw_of = [&](std::string_view part) {
    const std::size_t at = made.text.find(part);
    const RawSpan raw = made.map.to_raw({at, at + part.size()});
    return from.substr(raw.begin, raw.size());
  };
  CHECK(raw_of("’s” ") == "â€™s” ");
  CHECK(raw_of("good") == "good");
  CHECK(raw_of("é") == "Ã©");
  CHECK(raw_of("café ×") == "cafÃ© Ã—");
  CHECK(raw_of("it’s") == "it\u0092s");
  CHECK(raw_of("s €") == "s €");

  REQUIRE(repairs.size() == 5);
  CHECK(repairs[1].before == "â€™");
  CHECK(repairs[1].after == "’");
  CHECK(repairs[1].step == "mojibake");
  CHECK(from.substr(repairs[1].where.begin, repairs[1].where.size()) == "â€™");
  CHECK(repairs[2].before == "Ã©");
  CHECK(repairs[3].after == "×");
  CHECK(repairs[4].codec == "windows-1252 read as latin-1");
}

TEST_CASE("characters that follow each other are one repair, and one place each in the map") {
  const std::string from = misread("работа", Codec::windows_1251);
  std::vector<Repair> repairs;
  const Rewriter::Result made = repair_mojibake(from, &repairs);
  REQUIRE(made.text == "работа");
  REQUIRE(repairs.size() == 1);
  CHECK(repairs[0].where == RawSpan{0, from.size()});
  CHECK(made.map.to_raw({4, 6}) == RawSpan{8, 12});
}

TEST_CASE("any text: valid, mapped, and the same when it is repaired again") {
  constexpr std::u32string_view kSigns =
      U"ÃÂâ€™œ“”‚ƒ…é à\u00A0 ab.?\uFFFD\u0085\u0092ÄÅÐÑРСвЂ‡√©¬├╝ΓÇรยขðŸ˜€½¿ï»í中😀\n";
  std::mt19937 random(20250101);
  const auto up_to = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t i = up_to(40); i > 0; --i) append_utf8(text, kSigns[up_to(kSigns.size())]);
    CAPTURE(text);
    const Rewriter::Result made = repair_mojibake(text, nullptr);
    REQUIRE(find_invalid_utf8(made.text) == made.text.size());
    REQUIRE(made.map.raw_size() == text.size());
    REQUIRE(made.map.text_size() == made.text.size());
    REQUIRE(repaired(made.text) == made.text);
    for (std::size_t i = 0; i < made.text.size(); ++i) {
      const TextSpan span{i, made.text.size() - up_to(made.text.size() - i)};
      const RawSpan raw = made.map.to_raw(span);
      REQUIRE(raw.begin <= raw.end);
      REQUIRE(raw.end <= text.size());
      REQUIRE(made.map.to_text(raw).contains(span));
    }
  }
}

TEST_CASE("runs without end are repaired in parts, and none is lost on the seams") {
  const auto [part, whole] = GENERATE(values<std::pair<std::string_view, std::string_view>>(
      {{"Ã©", "é"}, {"â€™", "’"}, {"ðŸ˜€", "😀"}, {"Ã", "Ã"}, {"ðŸ", "ðŸ"}, {"вЂ", "вЂ"}, {"\u0085", "…"}}));
  std::string text, expected;
  for (int i = 0; i < 100000; ++i) {
    text += part;
    expected += whole;
  }
  CHECK((repaired(text) == expected));
}

// The cases of ftfy (https://github.com/rspeer/python-ftfy), which lie beside the tree.
boost::json::array cases_of(const char* name) {
  std::ifstream file(test::shared_path(std::string("testdata/ftfy/") + name));
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) return {};
  return boost::json::parse(text.str()).as_array();
}

// What other steps of ours, and of ftfy, do besides.
std::string unfolded(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kSame[] = {
      {"‘", "'"}, {"’", "'"}, {"“", "\""}, {"”", "\""}, {"„", "\""}, {"‚", "'"}, {"ﬁ", "fi"}, {"，", ","}};
  for (const auto& [from, to] : kSame) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

TEST_CASE("ftfy's cases from the wild") {
  const boost::json::array cases = cases_of("in-the-wild.json");
  if (cases.empty()) return test::skip("../shared/testdata/ftfy is not there");
  int good = 0;
  for (const boost::json::value& item : cases) {
    const boost::json::object& one = item.as_object();
    const auto field = [&](const char* name) {
      const boost::json::value* value = one.if_contains(name);
      return value == nullptr ? std::string() : std::string(value->as_string());
    };
    const std::string made = repaired(field("original"));
    good += made == field("fixed-encoding") || unfolded(made) == unfolded(field("fixed"));
  }
  CHECK(cases.size() == 70);
  CHECK(good >= 62);
}

TEST_CASE("ftfy's cases that must stay") {
  const boost::json::array cases = cases_of("negative.json");
  if (cases.empty()) return test::skip("../shared/testdata/ftfy is not there");
  for (const boost::json::value& item : cases) {
    const boost::json::object& one = item.as_object();
    const std::string original(one.at("original").as_string());
    const std::string made = repaired(original);
    CAPTURE(original);
    // One of them has a lone control character, which is to be repaired.
    CHECK((made == original || made == one.at("fixed").as_string()));
  }
}

}  // namespace
}  // namespace careerfacts
