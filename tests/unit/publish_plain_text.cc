// The text of a file as annotation tools count it, against articles whose text is known.
#include "publish/plain_text.h"

#include "tests/support/catch.h"
#include "tests/support/encoded_articles.h"

namespace careerfacts {
namespace {

Mention quoting(RawSpan span, std::string quote) {
  Mention mention;
  mention.span = span;
  mention.quote = std::move(quote);
  return mention;
}

TEST_CASE("the text of a file is what it says, whatever its bytes", "[publish]") {
  for (const test::EncodedArticle& article : test::encoded_articles()) {
    INFO(article.name);
    CHECK(PlainText(article.bytes).text() == article.text);
    CHECK(PlainText(article.bytes, LineEnds::line_feed).text() == with_line_feeds(article.text));
  }
}

TEST_CASE("CR LF and CR become LF", "[publish]") {
  CHECK(with_line_feeds("a\r\nb\rc\n\r\r\n\r") == "a\nb\nc\n\n\n\n");
  CHECK(with_line_feeds("") == "");
}

TEST_CASE("spans of the file are told in code points", "[publish]") {
  const PlainText text("\xef\xbb\xbf😀e\u0301\r\n$5");
  CHECK(text.characters({3, 7}) == CharSpan{0, 1});
  CHECK(text.characters({7, 10}) == CharSpan{1, 3});
  CHECK(text.characters({12, 14}) == CharSpan{5, 7});
  CHECK(text.at({12, 14}) == "$5");
  const PlainText lines("\xef\xbb\xbf😀e\u0301\r\n$5", LineEnds::line_feed);
  CHECK(lines.characters({12, 14}) == CharSpan{4, 6});
  CHECK(lines.at({7, 14}) == "e\u0301\n$5");
  CHECK(lines.holds(quoting({7, 14}, "e\u0301\r\n$5")));
  CHECK_FALSE(text.holds(quoting({7, 14}, "e\u0301\n$5")));
}

TEST_CASE("code points are counted right far into a text", "[publish]") {
  std::string long_text;
  for (int i = 0; i < 3000; ++i) long_text += i % 3 == 0 ? "é" : i % 3 == 1 ? "😀" : "a";
  const PlainText text(long_text);
  std::size_t byte = 0;
  for (std::size_t i = 0; i < 3000; ++i) {
    const std::size_t size = i % 3 == 0 ? 2 : i % 3 == 1 ? 4 : 1;
    if (text.characters({byte, byte + size}) != CharSpan{i, i + 1}) FAIL("code point " << i);
    byte += size;
  }
  CHECK(text.characters({0, long_text.size()}) == CharSpan{0, 3000});
}

TEST_CASE("what stands around a span is cut at a space", "[publish]") {
  const PlainText text("One two three $5 four five six");
  const RawSpan span{14, 16};
  CHECK(text.before(span, 100) == "One two three ");
  CHECK(text.after(span, 100) == " four five six");
  CHECK(text.before(span, 8) == "three ");
  CHECK(text.after(span, 8) == " four");
  CHECK(text.before({0, 3}, 8) == "");
  CHECK(text.after({27, 30}, 8) == "");
  const PlainText dense("ééééééé$5ééééééé");
  CHECK(dense.before({14, 16}, 3) == "ééé");
  CHECK(dense.after({14, 16}, 3) == "ééé");
}

TEST_CASE("what is not the quote, or not in the file, does not hold", "[publish]") {
  const PlainText text("pay of 5€ here");
  CHECK(text.holds(quoting({7, 11}, "5€")));
  CHECK_FALSE(text.holds(quoting({7, 11}, "6€")));
  CHECK_FALSE(text.holds(quoting({7, 10}, "5€")));  // cuts a character
  CHECK_FALSE(text.holds(quoting({7, 100}, "5€")));
  CHECK_FALSE(text.holds(quoting({11, 7}, "")));
  Mention salary = quoting({7, 11}, "5€");
  SalaryFields fields;
  fields.role.citation = RawSpan{0, 3};
  salary.fields = fields;
  CHECK(text.holds(salary));
  fields.role.citation = RawSpan{0, 300};
  salary.fields = fields;
  CHECK_FALSE(text.holds(salary));
  fields.role.citation.reset();
  fields.attribution.citation = RawSpan{9, 10};  // within €
  salary.fields = fields;
  CHECK_FALSE(text.holds(salary));
}

TEST_CASE("a file that is no text has none", "[publish]") {
  CHECK(PlainText("").text().empty());
  CHECK(PlainText("\x89PNG\r\n\x1a\n").text().empty());
}

}  // namespace
}  // namespace careerfacts
