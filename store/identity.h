// What "the same fact" means: which fields of a mention make the fact's identity, and the id made of them.
//
// The rule is that of the annotation guide (Deduplication), with precision first: a missed merge is mended
// later, a wrong one puts words into a publisher's mouth. schemas/README.md states it in full, with the
// reasons; change both together and give the serialisation a new version. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"

namespace careerfacts {

// The first 64 bits of a SHA-256. Among ten million facts the chance that any two have the same key by
// accident is three in a million, and sixteen digits can still be read and typed.
using FactKey = std::uint64_t;

// A fact: just the fields that make its identity, in canonical form. What is not part of a kind is left as it
// is here.
struct Fact {
  FactKey key = 0;
  Kind kind = Kind::salary;
  std::string name;           // role, certification: folded
  std::string role;           // salary, percentage: folded; empty: none is named
  std::string subject;        // percentage: folded; empty: not plain
  std::optional<double> min;  // rounded to 6 decimals
  std::optional<double> max;
  std::string currency;
  Period period = Period::none;
  Statistic statistic = Statistic::none;
  Pay pay = Pay::none;
  Level level = Level::none;
  Sense sense = Sense::other;
  Direction direction = Direction::none;
  std::optional<int> start_year;
  std::optional<int> end_year;
};

// The key as the contract prints it: 16 lower-case hexadecimal digits; and back.
inline constexpr std::size_t kFactIdDigits = 16;
std::string fact_id(FactKey key);
std::optional<FactKey> fact_key(std::string_view id);

// The fact that `mention` states. `document_sha256` is needed where the mention does not say whom or what it
// is about: such a mention is a fact of its own place.
Fact fact_of(const Mention& mention, std::string_view document_sha256);

// The facts of a document's mentions, in their order.
std::vector<Fact> facts_of(const ExtractedDocument& document);

// The text whose SHA-256 begins with the fact's id: a version line, then one line for each field of the
// identity. Independent of Fact::id. `place` is "SHA256:START" for a fact of its own place, else empty.
std::string canonical_text(const Fact& fact, std::string_view place);

}  // namespace careerfacts
