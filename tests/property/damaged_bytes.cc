// Whatever happens to the bytes of an article: every citation is exactly the bytes that it names.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "ingest/utf8.h"
#include "tests/property/articles.h"
#include "tests/support/catch.h"
#include "tests/support/soundness.h"

namespace careerfacts {
namespace {

using test::below;
using test::damage;
using test::Random;

std::string as_utf16(const std::string& text, bool little) {
  std::string out = little ? "\xff\xfe" : "\xfe\xff";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    const auto put = [&](char32_t unit) {
      const char high = static_cast<char>(unit >> 8 & 0xff);
      const char low = static_cast<char>(unit & 0xff);
      out += little ? low : high;
      out += little ? high : low;
    };
    if (point.value >= 0x10000) {
      put(0xd800 + ((point.value - 0x10000) >> 10));
      put(0xdc00 + ((point.value - 0x10000) & 0x3ff));
    } else {
      put(point.value);
    }
  }
  return out;
}

bool same(const Mention& a, const Mention& b) {
  return a.span == b.span && a.quote == b.quote && a.quote_bytes == b.quote_bytes && a.line == b.line &&
         a.column == b.column && a.context == b.context && a.section == b.section && a.rule == b.rule &&
         a.fields == b.fields;
}

// Returns the number of mentions.
std::size_t check(const std::string& raw, bool twice = false) {
  static const Rulebook rulebook = Rulebook::builtin();
  const ExtractedDocument found = extract(ingest("article", raw), rulebook);
  const std::string fault = test::fault_of(found, raw);
  if (!fault.empty()) FAIL(fault << "\n" << raw);
  if (twice) {
    const ExtractedDocument again = extract(ingest("article", raw), rulebook);
    REQUIRE(std::equal(found.mentions.begin(), found.mentions.end(), again.mentions.begin(),
                       again.mentions.end(), same));
  }
  return found.mentions.size();
}

TEST_CASE("citations of damaged stretches of articles are exact", "[property]") {
  const std::vector<std::string> articles = test::articles();
  Random random(1);
  std::size_t mentions = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string raw = test::stretch(articles, random, 200 + below(random, 1800));
    if (random() % 8 == 0) test::shuffle_lines(raw, random);
    for (std::size_t n = below(random, 12); n > 0; --n) damage(raw, random);
    mentions += check(raw, round % 10 == 0);
  }
  CHECK(mentions > 5000);
}

TEST_CASE("citations of whole articles, damaged in many places, are exact", "[property]") {
  Random random(2);
  std::size_t mentions = 0;
  for (const std::string& article : test::articles()) {
    for (int round = 0; round < 2; ++round) {
      std::string raw = article;
      for (std::size_t n = 1 + below(random, 60); n > 0; --n) damage(raw, random);
      mentions += check(raw);
    }
  }
  CHECK(mentions > 500);
}

TEST_CASE("citations of articles in UTF-16 are exact", "[property]") {
  const std::vector<std::string> articles = test::articles();
  Random random(3);
  std::size_t mentions = 0;
  for (int round = 0; round < 150; ++round) {
    const std::string part = test::stretch(articles, random, 2000);
    const std::size_t good = find_invalid_utf8(part);
    std::string raw = as_utf16(part.substr(0, good), round % 2 == 0);
    mentions += check(raw);
    for (int i = 0; i < 6; ++i) damage(raw, random);
    check(raw);
  }
  CHECK(mentions > 300);
}

TEST_CASE("random bytes are no reason to fall over", "[property]") {
  Random random(4);
  for (std::size_t size = 0; size < 300; ++size) check(test::random_bytes(random, size));
  for (int round = 0; round < 300; ++round) {
    std::string raw = "Nurses earn ";
    for (std::size_t n = below(random, 100); n > 0; --n) damage(raw, random);
    check(raw);
  }
}

}  // namespace
}  // namespace careerfacts
