#include "ingest/html.h"

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::string markdown(std::string_view html) { return html_to_markdown(html).text; }

TEST_CASE("has_html sees what may be a tag and no comparison") {
  CHECK(has_html("a <b>c</b>"));
  CHECK(has_html("<!-- x"));
  CHECK_FALSE(has_html("a < b and 3 <4"));
  CHECK_FALSE(has_html("<"));
  CHECK_FALSE(has_html(""));
}

TEST_CASE("tags become the marks of Markdown") {
  struct Case {
    std::string_view html, text;
  };
  const auto [html, text] = GENERATE(values<Case>({
      {"<h2 class=\"x\">Pay</h2>Text", "\n\n## Pay\n\nText"},
      {"<H1>Title</H1>", "\n\n# Title\n\n"},
      {"<ul><li>one</li><li>two</li></ul>", "\n\n\n- one\n\n- two\n\n\n"},
      {"<p>one\ntwo</p>three", "\n\none two\n\nthree"},
      {"<p>one\r\ntwo\rthree</p>", "\n\none two three\n\n"},
      {"a<br>b<br/>c<BR />d", "a\nb\nc\nd"},
      {"<b>$95,000</b> a <em>year</em>", "$95,000 a year"},
      {"31%<sup>1</sup>.", "31% 1 ."},
      {"<a href=\"https://x.org/?a=1&b=2\">report</a>", "report"},
      {"<img src='a.png' alt='x > y'>text", "text"},
      {"x<!-- $1 <b> -->y", "xy"},
      {"x<script>var a = '$5' < 3;</script>y", "xy"},
      {"x<SCRIPT>var a = 1;</SCRIPT>y", "xy"},
      {"x<style type=\"text/css\">p{}</style >y", "xy"},
      {"<!DOCTYPE html>text", "text"},
  }));
  CHECK(markdown(html) == text);
}

TEST_CASE("what is no tag stays text") {
  const std::string text =
      GENERATE(as<std::string>(), "a < b and c > d", "<3 months of pay", "under <$50,000", "List<int> x",
               "<unknown>tag</unknown>", "a <", "<b", "<a href=", "<br-x>", "1 <= 2", "<bold move>", "<pb>");
  CHECK(markdown(text) == text);
}

TEST_CASE("a tag that never ends costs no text") {
  CHECK(markdown("pay <b is $90,000 and <i>more</i>") == "pay <b is $90,000 and more");
  CHECK(markdown("<p>open <b>bold").find("open bold") != std::string::npos);
  CHECK(markdown("</p></td></tr></table>end").find("end") != std::string::npos);
}

TEST_CASE("a tag that the end of the file cuts off inside a later value is one") {
  CHECK(markdown("Pay.\n\n<img src=\"a.png\" alt=\"Chart:\n5 years: 900,000").find("900,000") ==
        std::string::npos);
  for (const char* kept : {"<img alt=\"5 years: 900,000", "<a href=\"x>5 years</a> \"a\" \"900,000",
                           "<img src=\"a\" alt=\"a>b 900,000", "</div\n\nIt's what's \"900,000",
                           "</div It's 'what' 'pays 900,000", "<b It's 'what' 'pays 900,000",
                           "<img src=\"a\" alt=\"a chart\n\nPay is 900,000"}) {
    INFO(kept);
    CHECK(markdown(kept).find("900,000") != std::string::npos);
  }
}

TEST_CASE("tables become rows of cells, a head row is ruled off") {
  const std::string made =
      markdown("<table>\n<tr><th>Job</th><th>Pay</th></tr>\n<tr><td>Nurse</td><td>$90,000</td></tr></table>");
  CHECK(made.find("| Job | Pay |\n|---|---|") != std::string::npos);
  CHECK(made.find("| Nurse | $90,000 |") != std::string::npos);
}

TEST_CASE("cells that span columns and rows keep the others in their columns") {
  const std::string made = markdown(
      "<table><tr><td rowspan=\"2\">Nurse</td><td>2023</td><td>$88,000</td></tr>"
      "<tr><td>2024</td><td>$90,000</td></tr><tr><td colspan=2>Both</td><td>$89,000</td></tr></table>");
  CHECK(made.find("| Nurse | 2023 | $88,000 |") != std::string::npos);
  CHECK(made.find("| | 2024 | $90,000 |") != std::string::npos);
  CHECK(made.find("| Both | | $89,000 |") != std::string::npos);
}

TEST_CASE("line ends, paragraphs and lists inside a cell do not end its row") {
  const std::string made =
      markdown("<table><tr><td><p>Nurse\npractitioner</p></td><td>$9<br>0</td></tr></table>");
  CHECK(made.find("Nurse practitioner") != std::string::npos);
  CHECK(made.find("$9 0") != std::string::npos);
}

TEST_CASE("an amount between tags keeps its exact bytes") {
  const std::string raw = "<p>Pay: <b>$95,000</b>\xE2\x80\x93<b>$125,000</b></p>";
  const Rewriter::Result made = html_to_markdown(raw);
  const std::size_t at = made.text.find("$95,000");
  const std::size_t end = made.text.find("$125,000") + 8;
  const RawSpan there = made.map.to_raw(TextSpan{at, end});
  CHECK(raw.substr(there.begin, there.size()) == "$95,000</b>\xE2\x80\x93<b>$125,000");
}

TEST_CASE("what is never closed hides nothing, and is told") {
  struct Case {
    std::string_view html, text, mark;
  };
  const auto [html, text, mark] = GENERATE(values<Case>({
      {"pay <!-- $90,000 <b>a year</b>", "pay  $90,000 a year", "<!--"},
      {"pay <script>$90,000", "pay $90,000", "<script>"},
      {"pay <style type='x'>$90,000</style", "pay $90,000</style", "<style>"},
      {"<!-- a --><!-- b", " b", "<!--"},
      {"<script>a</script><script>b", "b", "<script>"},
  }));
  const Markdown made = html_to_markdown(html);
  CHECK(made.text == text);
  REQUIRE(made.unclosed.size() == 1);
  CHECK(made.unclosed[0].mark == mark);
  CHECK(html[made.unclosed[0].where.begin] == '<');
  CHECK(html_to_markdown("a<!-- b -->c<script>d</script>").unclosed.empty());
}

TEST_CASE("each sort of mark that is never closed is told once") {
  const Markdown made = html_to_markdown("<!-- a <!-- b <script> c <script> d");
  CHECK(made.text == " a  b  c  d");
  CHECK(made.unclosed.size() == 2);
}

}  // namespace
}  // namespace careerfacts
