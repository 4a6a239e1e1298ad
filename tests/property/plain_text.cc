// Random texts, in every encoding that keeps them: a span of the file is told in the code points of its text,
// and what annotation tools read back there is the quote.
#include "publish/plain_text.h"

#include <random>
#include <sstream>

#include "publish/brat.h"
#include "tests/support/catch.h"
#include "tests/support/encoded_articles.h"

namespace careerfacts {
namespace {

const std::vector<std::string> kPieces{"a",       "$5", " ", "\n",          "\r\n",   "\r",     "é",
                                       "e\u0301", "€",  "😀", "👩‍🔬", "\u2028", "\u00a0", "\t",
                                       "x",       "9%", "—", "\uFEFF",      "word"};

// A text in pieces, and where each begins, in bytes.
struct Made {
  std::string text;
  std::vector<std::size_t> begins;  // and the end of the last
};

Made make(std::mt19937& random) {
  Made made;
  for (std::size_t n = random() % 400 + 1; n > 0; --n) {
    made.begins.push_back(made.text.size());
    std::string piece = kPieces[random() % kPieces.size()];
    if (piece == "\n" && made.text.ends_with('\r')) piece = "n";  // else it would join the piece before
    if (piece == "\uFEFF" && made.text.empty()) piece = "bom";
    made.text += piece;
  }
  made.begins.push_back(made.text.size());
  return made;
}

std::string without_line_ends(std::string text) {
  for (const std::string end : {"\n", "\u2028"})
    for (std::size_t at = 0; (at = text.find(end, at)) != std::string::npos;)
      text.replace(at, end.size(), " ");
  return text;
}

TEST_CASE("spans of random texts are told in code points", "[property]") {
  std::mt19937 random(20);
  for (int round = 0; round < 300; ++round) {
    const Made made = make(random);
    const bool marked = round % 2 == 0;
    const std::string bytes = (marked ? "\xef\xbb\xbf" : "") + made.text;
    const PlainText plain(bytes), lines(bytes, LineEnds::line_feed);
    REQUIRE(plain.text() == made.text);
    REQUIRE(lines.text() == with_line_feeds(made.text));
    for (int i = 0; i < 50; ++i) {
      std::size_t first = random() % made.begins.size(), last = random() % made.begins.size();
      if (first > last) std::swap(first, last);
      if (first == last) continue;
      const std::size_t shift = marked ? 3 : 0;
      const RawSpan span{made.begins[first] + shift, made.begins[last] + shift};
      const std::string quote = bytes.substr(span.begin, span.size());
      for (const PlainText* text : {&plain, &lines}) {
        const CharSpan where = text->characters(span);
        const std::string expected = text == &plain ? quote : with_line_feeds(quote);
        if (test::code_points(text->text(), where.begin, where.end) != expected)
          FAIL("round " << round << ", bytes " << span.begin << "-" << span.end);
      }
      CHECK(plain.text().substr(0, made.begins[first]).ends_with(plain.before(span, 40)));
      CHECK(plain.text().substr(made.begins[last]).starts_with(plain.after(span, 40)));
    }
  }
}

TEST_CASE("brat's parts of a random span are its text without the line ends", "[property]") {
  std::mt19937 random(21);
  for (int round = 0; round < 300; ++round) {
    const Made made = make(random);
    Citation citation;
    citation.mention.span = {0, made.text.size()};
    citation.mention.quote = made.text;
    citation.mention.fields = RoleFields{"x", ""};
    const PlainText text(made.text, LineEnds::line_feed);
    REQUIRE(text.holds(citation.mention));
    const std::string lines = brat_annotations({citation}, text);
    const std::string line = lines.substr(0, lines.find('\n'));
    const std::size_t cell = line.find('\t'), tail = line.find('\t', cell + 1);
    std::istringstream offsets(line.substr(cell + 1, tail - cell - 1));
    std::string label, joined;
    offsets >> label;
    for (std::size_t begin = 0, end = 0; offsets >> begin >> end; offsets.ignore())
      joined += (joined.empty() ? "" : " ") + test::code_points(text.text(), begin, end);
    if (tail != std::string::npos) CHECK(line.substr(tail + 1) == joined);
    // The parts are all of the text but its line ends.
    std::string kept, expected;
    for (const char c : joined) kept += c == ' ' ? "" : std::string(1, c);
    for (const char c : without_line_ends(text.text())) expected += c == ' ' ? "" : std::string(1, c);
    CHECK(kept == expected);
  }
}

}  // namespace
}  // namespace careerfacts
