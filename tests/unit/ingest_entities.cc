#include "ingest/fold.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::string decoded(std::string_view text) { return decode_entities(text).text; }

TEST_CASE("character references become what they name") {
  CHECK(decoded("A&amp;B &lt;3 &quot;x&quot; &apos;") == "A&B <3 \"x\" '");
  CHECK(decoded("&#8217; &#x2019; &#X2019;") == "’ ’ ’");
  CHECK(decoded("&nbsp;&ndash;&mdash;&euro;&pound;") == "\u00A0–—€£");
  CHECK(decoded("&eacute;&Eacute;") == "éÉ");
  CHECK(decoded("&#x1F4B0;") == "💰");
}

TEST_CASE("what was escaped twice or three times is read to its end") {
  CHECK(decoded("R&amp;amp;D") == "R&D");
  CHECK(decoded("&amp;amp;amp;nbsp;x") == "\u00A0x");
  CHECK(decoded("&amp;#8217;s") == "’s");
}

TEST_CASE("numbers 128 to 159 are those of windows-1252") {
  CHECK(decoded("&#128;30 &#145;a&#146; &#147;b&#148; &#150; &#151; &#133; &#153;") == "€30 ‘a’ “b” – — … ™");
}

TEST_CASE("what names nothing stays") {
  const std::string text = GENERATE(as<std::string>(), "AT&T", "R&D; labs", "&unknown;", "&", "&;", "&#;",
                                    "&#x;", "&#xD800;", "&#0;", "&#1114112;", "&#99999999999999;", "&amp",
                                    "Q&A: a & b;", "&&&", "&#12a;", "&amp-like; text");
  CHECK(decoded(text) == text);
  CHECK_FALSE(has_entities(text));
}

TEST_CASE("a text has entities where one of its references names something") {
  CHECK(has_entities("AT&T &unknown; R&amp;D"));
  CHECK(has_entities("&#8217;"));
  CHECK_FALSE(has_entities(""));
}

TEST_CASE("an amount keeps its exact bytes around references") {
  const std::string raw = "pay&nbsp;$90,000&#8211;$110,000";
  const Rewriter::Result made = decode_entities(raw);
  const std::size_t at = made.text.find("$90,000");
  const RawSpan there = made.map.to_raw(TextSpan{at, made.text.size()});
  CHECK(raw.substr(there.begin, there.size()) == "$90,000&#8211;$110,000");
}

}  // namespace
}  // namespace careerfacts
