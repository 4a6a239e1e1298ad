// What extraction gives: one Mention for each place in a document that states a fact.
//
// A Mention is plain data and owns all it holds; it needs neither the Document nor the rulebook after it was
// made, so it can be printed, stored, sent to another machine and read back. Field meanings and values are
// those of the annotation guide; extract/README.md lists them with examples.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "ingest/offset_units.h"

namespace careerfacts {

// The order of the enumerators is the order of the columns and of the contract; `none` comes first.
enum class Modifier { none, about, over, under, up_to };
enum class Period { none, year, month, week, day, hour };
enum class Statistic { none, average, median, percentile };
enum class Pay { none, base, total, bonus, increase };
enum class Level { none, entry, mid, senior };
enum class Sense { other, share, change, difference, rate };
enum class Direction { none, up, down };
enum class SourceGrade { none, vague, named };
enum class Kind { salary, percentage, role, certification };  // same order as the variant in Mention

// A number or a range in major units of the currency, or in percent. A missing end is open.
struct Bounds {
  std::optional<double> min;
  std::optional<double> max;
  Modifier modifier = Modifier::none;
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

// The job that a figure is about, with its own citation.
struct RoleReference {
  std::string name;                 // canonical: lower case, singular; empty: no job is named
  std::string soc_code;             // 2018 SOC, "15-1252"; empty where no code is sure
  std::optional<RawSpan> citation;  // where the title stands; may lie outside the mention
  friend bool operator==(const RoleReference&, const RoleReference&) = default;
};

// Who says so, as the article itself names it.
struct Attribution {
  SourceGrade grade = SourceGrade::none;
  std::string source;               // the name as the text has it; empty unless grade is named
  std::string canonical;            // the publisher's name in the gazetteer; empty when it is not listed
  std::optional<int> year;          // of the survey, report or list
  std::optional<RawSpan> citation;  // where the source is named
  friend bool operator==(const Attribution&, const Attribution&) = default;
};

struct SalaryFields {
  Bounds bounds;
  std::string currency;  // ISO 4217; empty where the text shows none
  Period period = Period::none;
  Statistic statistic = Statistic::none;
  Pay pay = Pay::none;
  Level level = Level::none;
  RoleReference role;
  Attribution attribution;
  friend bool operator==(const SalaryFields&, const SalaryFields&) = default;
};

struct PercentageFields {
  Bounds bounds;
  Sense sense = Sense::other;
  Direction direction = Direction::none;
  std::optional<int> start_year;
  std::optional<int> end_year;
  std::string subject;  // what the figure is about, as the text says it; empty where it is not plain
  RoleReference role;
  Attribution attribution;
  friend bool operator==(const PercentageFields&, const PercentageFields&) = default;
};

struct RoleFields {
  std::string name;      // canonical: lower case, singular
  std::string soc_code;  // empty where no code is sure
  friend bool operator==(const RoleFields&, const RoleFields&) = default;
};

struct CertificationFields {
  std::string name;          // lower case; the full name where it is known
  std::string abbreviation;  // empty where there is none
  std::string issuer;        // empty where it is not plain
  friend bool operator==(const CertificationFields&, const CertificationFields&) = default;
};

// A span in code points and in UTF-16 units of the decoded file (ingest/offset_units.h).
struct UnitSpan {
  UnitOffset begin, end;
};

struct Mention {
  RawSpan span;                            // bytes of the raw file that state the fact
  std::string quote;                       // those bytes; their decoded text where they are not valid UTF-8
  std::optional<std::string> quote_bytes;  // the bytes themselves, only where quote is not identical to them
  std::optional<UnitSpan> units;           // the span in other units, only where they were asked for
  std::size_t line = 1;                    // 1-based, in the raw file
  std::size_t column = 1;                  // 1-based, in code points of the decoded line
  std::string context;                     // the sentence or cell that it stands in, normalised
  std::vector<std::string> section;        // headings above it, outermost first
  bool chrome = false;                     // stands in navigation, share lines, related articles …
  std::string rule;                        // id of the rule that found it
  std::variant<SalaryFields, PercentageFields, RoleFields, CertificationFields> fields;

  Kind kind() const { return static_cast<Kind>(fields.index()); }
};

// One document and all that was found in it, in order of span.begin, then span.end, then kind.
struct ExtractedDocument {
  std::string path;    // as it was given
  std::string sha256;  // of the raw bytes
  std::size_t bytes = 0;
  std::string encoding;  // "utf-8", "utf-16le", "windows-1252" …
  // What the article says of itself (ingest/document.h, Metadata); empty where it does not.
  std::string title;
  std::string author;
  std::string published;
  std::string updated;
  std::string publisher;
  std::string language;
  // Of the article's text, by which copies of it are known: a blob for the store. Empty: too short for one;
  // nothing: not made.
  std::optional<std::string> fingerprint{};
  std::vector<Mention> mentions;
  std::vector<Diagnostic> diagnostics;
};

// The words of the contract for each enumerator ("up_to", "none" …); Period::none is "" (printed as null).
std::string_view to_word(Modifier);
std::string_view to_word(Period);
std::string_view to_word(Statistic);
std::string_view to_word(Pay);
std::string_view to_word(Level);
std::string_view to_word(Sense);
std::string_view to_word(Direction);
std::string_view to_word(SourceGrade);
std::string_view to_word(Kind);
std::string_view to_word(Severity);

// All of them, in the order of the enumerators.
template <class Enum>
std::span<const std::string_view> words_of();

// The way back: the enumerator that `word` names, or nothing when it names none.
template <class Enum>
std::optional<Enum> from_word(std::string_view word);

}  // namespace careerfacts
