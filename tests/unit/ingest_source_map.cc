// The map between file and text, held against an oracle that keeps, for every byte, where it came from.
#include "ingest/source_map.h"

#include <cstdint>
#include <random>

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

using Random = std::mt19937;

TextSpan text_span(std::size_t begin, std::size_t end) { return {begin, end}; }
RawSpan raw_span(std::size_t begin, std::size_t end) { return {begin, end}; }

// One rewriting step as plain edits: a copied byte is {1, its byte}, a replacement what the Rewriter was
// told.
struct Edit {
  std::size_t old_size;
  std::string by;
  bool copied;
};

std::string random_text(Random& random, std::size_t n) {
  std::string text;
  while (text.size() < n) text += static_cast<char>('a' + random() % 26);
  return text;
}

// Rewrites `input` at random: copies, replacements, drops and insertions.
Rewriter::Result rewrite(Random& random, std::string_view input, std::vector<Edit>& edits) {
  Rewriter out(input);
  while (out.position() < input.size()) {
    const std::size_t left = input.size() - out.position();
    const std::size_t n = std::min<std::size_t>(1 + random() % 4, left);
    switch (random() % 5) {
      case 0:
      case 1:
        for (std::size_t i = 0; i < n; ++i) edits.push_back({1, "", true});
        out.copy(n);
        break;
      case 2: {
        const std::string by(1 + random() % 3, 'X');  // never equal to what it replaces
        edits.push_back({n, by, false});
        out.replace(n, by);
        break;
      }
      case 3:
        edits.push_back({n, "", false});
        out.drop(n);
        break;
      default:
        edits.push_back({0, "Y", false});
        out.replace(0, "Y");
    }
  }
  return out.finish();
}

// For each byte of the text, the raw bytes that it stands for.
std::vector<RawSpan> origins(const std::vector<Edit>& edits) {
  std::vector<RawSpan> bytes;
  std::size_t raw = 0;
  for (const Edit& edit : edits) {
    const std::size_t n = edit.copied ? 1 : edit.by.size();
    for (std::size_t i = 0; i < n; ++i) bytes.push_back({raw, raw + edit.old_size});
    raw += edit.old_size;
  }
  return bytes;
}

TEST_CASE("an identity map gives every span back") {
  const SourceMap map = SourceMap::identity(5);
  CHECK(map.is_identity());
  CHECK(map.to_raw(text_span(1, 4)) == raw_span(1, 4));
  CHECK(map.to_text(raw_span(5, 5)) == text_span(5, 5));
  CHECK(SourceMap().to_raw({}) == RawSpan{});
  CHECK(SourceMap::identity(0).is_identity());
}

TEST_CASE("inside a replacement a begin snaps down and an end snaps up") {
  Rewriter out(
      "o\xEF\xAC\x83"
      "ce");
  out.copy(1);
  out.replace(3, "ffi");
  const Rewriter::Result made = out.finish();
  REQUIRE(made.text == "office");
  CHECK(made.map.to_raw(text_span(2, 4)) == raw_span(1, 4));
  CHECK(made.map.to_raw(text_span(0, 2)) == raw_span(0, 4));
  CHECK(made.map.to_raw(text_span(4, 6)) == raw_span(4, 6));
  CHECK(made.map.to_text(raw_span(2, 3)) == text_span(1, 4));
}

TEST_CASE("what was dropped belongs to no text, and text around it does not reach into it") {
  Rewriter out("**$95,000** paid");
  out.drop(2);
  out.copy(7);
  out.drop(2);
  const Rewriter::Result made = out.finish();
  REQUIRE(made.text == "$95,000 paid");
  CHECK(made.map.to_raw(text_span(0, 7)) == raw_span(2, 9));
  CHECK(made.map.to_raw(text_span(7, 12)) == raw_span(11, 16));
  CHECK(made.map.to_text(raw_span(0, 2)).empty());
  CHECK(made.map.to_text(raw_span(0, 9)) == text_span(0, 7));
}

TEST_CASE("what was inserted stands between the bytes around it") {
  Rewriter out("ab");
  out.copy(1);
  out.replace(0, " ");
  const Rewriter::Result made = out.finish();
  REQUIRE(made.text == "a b");
  CHECK(made.map.to_raw(text_span(1, 2)) == raw_span(1, 1));
  CHECK(made.map.to_raw(text_span(0, 3)) == raw_span(0, 2));
  CHECK(made.map.to_text(raw_span(0, 2)) == text_span(0, 3));
}

TEST_CASE("a replacement by the same bytes is a copy") {
  Rewriter out("abc");
  out.copy(1);
  out.replace(1, "b");
  out.copy(1);
  CHECK(out.finish().map.is_identity());
}

TEST_CASE("random rewritings: every text span maps to exactly the raw bytes that it came from") {
  Random random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string raw = random_text(random, random() % 30);
    std::vector<Edit> edits;
    const Rewriter::Result made = rewrite(random, raw, edits);
    const std::vector<RawSpan> bytes = origins(edits);
    REQUIRE(bytes.size() == made.text.size());
    REQUIRE(made.map.raw_size() == raw.size());
    REQUIRE(made.map.text_size() == made.text.size());
    for (std::size_t begin = 0; begin < bytes.size(); ++begin)
      for (std::size_t end = begin + 1; end <= bytes.size(); ++end)
        REQUIRE(made.map.to_raw(text_span(begin, end)) == cover(bytes[begin], bytes[end - 1]));
  }
}

TEST_CASE("random rewritings: a kept byte comes back as itself, and the way there and back only widens") {
  Random random(8);
  for (int round = 0; round < 300; ++round) {
    const std::string raw = random_text(random, random() % 30);
    std::vector<Edit> edits;
    const Rewriter::Result made = rewrite(random, raw, edits);
    std::vector<bool> kept;
    for (const Edit& edit : edits) kept.insert(kept.end(), edit.old_size, edit.copied);
    for (std::size_t begin = 0; begin < raw.size(); ++begin) {
      if (!kept[begin]) continue;
      const TextSpan one = made.map.to_text(raw_span(begin, begin + 1));
      REQUIRE((one.size() == 1 && made.text[one.begin] == raw[begin]));
      for (std::size_t end = begin + 1; end <= raw.size(); ++end)
        if (kept[end - 1])
          REQUIRE(made.map.to_raw(made.map.to_text(raw_span(begin, end))) == raw_span(begin, end));
    }
  }
}

TEST_CASE("random rewritings: both ways are monotone") {
  Random random(9);
  for (int round = 0; round < 200; ++round) {
    const std::string raw = random_text(random, random() % 40);
    std::vector<Edit> edits;
    const Rewriter::Result made = rewrite(random, raw, edits);
    for (std::size_t i = 1; i < made.text.size(); ++i) {
      const RawSpan a = made.map.to_raw(text_span(i - 1, i)), b = made.map.to_raw(text_span(i, i + 1));
      REQUIRE((a.begin <= b.begin && a.end <= b.end));
    }
    for (std::size_t i = 1; i < raw.size(); ++i) {
      const TextSpan a = made.map.to_text(raw_span(i - 1, i)), b = made.map.to_text(raw_span(i, i + 1));
      REQUIRE((a.begin <= b.begin && a.end <= b.end));
    }
  }
}

TEST_CASE("two steps as one map cover what the steps one after the other give") {
  Random random(10);
  std::size_t exact = 0, all = 0;
  for (int round = 0; round < 500; ++round) {
    const std::string raw = random_text(random, random() % 25);
    std::vector<Edit> first_edits, second_edits;
    const Rewriter::Result first = rewrite(random, raw, first_edits);
    const Rewriter::Result second = rewrite(random, first.text, second_edits);
    const SourceMap both = second.map.after(first.map);
    REQUIRE(both.raw_size() == raw.size());
    REQUIRE(both.text_size() == second.text.size());
    for (std::size_t begin = 0; begin < second.text.size(); ++begin)
      for (std::size_t end = begin + 1; end <= second.text.size(); ++end) {
        const TextSpan middle = [&] {
          const RawSpan span = second.map.to_raw(text_span(begin, end));
          return text_span(span.begin, span.end);
        }();
        const RawSpan made = both.to_raw(text_span(begin, end));
        REQUIRE(made.end <= raw.size());
        if (middle.empty()) continue;  // text that the second step inserted
        const RawSpan wanted = first.map.to_raw(middle);
        if (!wanted.empty()) REQUIRE(made.contains(wanted));
        ++all;
        exact += made == wanted;
      }
  }
  // Replacements that meet are one replacement in the composition, so a few spans are wider.
  CHECK(exact * 10 > all * 9);
}

TEST_CASE("a composed map keeps copied bytes exact") {
  Random random(11);
  for (int round = 0; round < 300; ++round) {
    const std::string raw = random_text(random, random() % 25);
    std::vector<Edit> first_edits, second_edits, third_edits;
    const Rewriter::Result first = rewrite(random, raw, first_edits);
    const Rewriter::Result second = rewrite(random, first.text, second_edits);
    const Rewriter::Result third = rewrite(random, second.text, third_edits);
    const SourceMap left = third.map.after(second.map.after(first.map));
    const SourceMap right = third.map.after(second.map).after(first.map);
    for (std::size_t at = 0; at < third.text.size(); ++at) {
      const char c = third.text[at];
      if (c == 'X' || c == 'Y') continue;
      for (const SourceMap* map : {&left, &right}) {
        const RawSpan there = map->to_raw(text_span(at, at + 1));
        INFO(raw << " → " << third.text << " at " << at);
        REQUIRE((there.size() == 1 && raw[there.begin] == c));
      }
    }
  }
}

}  // namespace
}  // namespace careerfacts
