// Whatever happens to the bytes of an article: every citation is exactly the bytes that it names.
#include <array>
#include <optional>
#include <tuple>

#include "extract/extract.h"
#include "ingest/ingest.h"
#include "ingest/utf8.h"
#include "tests/property/articles.h"
#include "tests/support/catch.h"

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

// What is wrong with the mentions of a file; empty when nothing is.
class Judge {
 public:
  Judge(const std::string& raw, const ExtractedDocument& found) : raw_(raw), found_(found) {}

  std::string fault() const {
    const Mention* before = nullptr;
    std::array<std::size_t, 4> end{};
    for (const Mention& mention : found_.mentions) {
      const std::string wrong = fault_of(mention);
      if (!wrong.empty())
        return wrong + ": " + mention.quote + " by " + mention.rule + " at " +
               std::to_string(mention.span.begin);
      if (before != nullptr && place(*before) > place(mention)) return "not in order";
      before = &mention;
      std::size_t& stop = end[static_cast<std::size_t>(mention.kind())];
      if (mention.span.begin < stop) return "two of a kind overlap at " + std::to_string(mention.span.begin);
      stop = mention.span.end;
    }
    return "";
  }

 private:
  static std::tuple<std::size_t, std::size_t, Kind> place(const Mention& mention) {
    return {mention.span.begin, mention.span.end, mention.kind()};
  }
  bool lies_inside(const std::optional<RawSpan>& span) const {
    return !span || (span->begin < span->end && span->end <= raw_.size());
  }
  std::string fault_of(const Mention& mention) const {
    if (!lies_inside(mention.span)) return "outside of the file";
    if (raw_.compare(mention.span.begin, mention.span.size(), mention.quote_bytes.value_or(mention.quote)) !=
        0)
      return "other bytes";
    if (mention.quote_bytes == mention.quote) return "needless quote_bytes";
    if (find_invalid_utf8(mention.quote) < mention.quote.size()) return "a quote that is not UTF-8";
    if (find_invalid_utf8(mention.context) < mention.context.size()) return "a context that is not UTF-8";
    if (mention.line < 1 || mention.column < 1) return "no line or column";
    if (const auto* salary = std::get_if<SalaryFields>(&mention.fields))
      if (!lies_inside(salary->role.citation) || !lies_inside(salary->attribution.citation))
        return "a role or source outside of the file";
    if (const auto* percentage = std::get_if<PercentageFields>(&mention.fields))
      if (!lies_inside(percentage->role.citation) || !lies_inside(percentage->attribution.citation))
        return "a role or source outside of the file";
    return "";
  }

  const std::string& raw_;
  const ExtractedDocument& found_;
};

bool same(const Mention& a, const Mention& b) {
  return a.span == b.span && a.quote == b.quote && a.quote_bytes == b.quote_bytes && a.line == b.line &&
         a.column == b.column && a.context == b.context && a.section == b.section && a.rule == b.rule &&
         a.fields == b.fields;
}

// Returns the number of mentions.
std::size_t check(const std::string& raw, bool twice = false) {
  static const Rulebook rulebook = Rulebook::builtin();
  const ExtractedDocument found = extract(ingest("article", raw), rulebook);
  const std::string fault = Judge(raw, found).fault();
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
