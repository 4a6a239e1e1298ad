// The rulebook as the extractors use it: lists of entries, and one lexicon that finds them.
// Only extract/ includes this header.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/amount_words.h"
#include "extract/credential_names.h"
#include "extract/cue.h"
#include "extract/currencies.h"
#include "extract/lexicon.h"
#include "extract/mention.h"
#include "extract/number_words.h"
#include "extract/rulebook.h"
#include "extract/token_phrases.h"

namespace careerfacts {

// Currencies that are written with a bare "$" at home.
inline constexpr std::array<std::string_view, 6> kDollars{"USD", "AUD", "CAD", "NZD", "SGD", "HKD"};

enum class Evidence : std::uint8_t {
  pay,
  other,
  weak_pay,
  weak_other,
  earns,     // "makes": pay when a person is its subject
  takings,   // "grosses": pay unless a business is spoken of before it
  business,  // "firm", "agency": what such a verb may have for its subject
};
enum class Subject : std::uint8_t {
  everyone,  // "all occupations": no job that is named elsewhere
  someone,   // "candidates": a job only where it is named close by
};
enum class TitleCue : std::uint8_t {
  no,    // what touches it is no title
  yes,   // what touches it is a title
  head,  // "head of": with the field behind it, a title
  name,  // "association": capitals that end so are the name of a body, a report or a law
};
enum class Citing : std::uint8_t {
  before_source,  // "according to", "data from": a source follows
  before_listed,  // "says", "under the": the same, where the name is known to be a source
  after_source,   // "reports", "estimates": a source stands before, whose name is known to be one
  after_name,     // "found that": a source stands before, of any name
  label,          // "Source:": a list of sources follows
  above,          // "this table": the source of the table above follows
  below,          // "the figures below": the source of what follows
  vague,          // "industry reports", "some experts": a source without a name
  same,           // "the same report", "it also found": the source of the sentence before
  goes_on,        // "of these", at the begin of a sentence: it goes on about the same data
  body,           // "institute", "survey": a capitalised name that ends so is one of a source
  beside,         // ", says", "per": a source stands next to it, of any name
  work,           // "survey", "economists": a source of any name stands before, or after "by"
  kind,           // "job board": says of the name behind it that it is a body
  compares,       // "came in higher": the sentence goes on about the data of the one before
  page,           // "all salary data is from": the source of the page's amounts, or of all its figures
  // Of lexicon_names:
  person,   // a given name
  place,    // a place, its people, a day, a month
  no_body,  // a word that opens a sentence, a topic
};

struct Rule {
  std::string id;
  std::string file;  // "patterns/period.toml"
  int line = 0;      // 1-based
};

// How a surface may match; gazetteers/README.md tells what each asks for.
enum class Policy : std::uint8_t { anywhere, exact_case, cue, never };
enum class TitlePolicy : std::uint8_t { anywhere, exact_case, cue, never, noun, plural, settled };

struct Title {
  std::string_view surface;
  std::string_view name;  // empty: the surface itself, lower case, singular
  std::string_view soc;
  TitlePolicy policy = TitlePolicy::anywhere;
  bool is_short = false;  // capitals that the document may have to explain
  std::string_view
      names;  // of a short one: all that it may stand for, parted by bars; `name` is the usual one
};

struct TitleHead {
  std::string_view head;
  enum class Strength : std::uint8_t { strong, weak, never_open } strength = Strength::strong;
};

struct TitleModifier {
  std::string_view modifier;
  enum class Class : std::uint8_t { level, open, stop } cls = Class::open;
};

struct Credential {
  std::string_view name;
  std::string_view abbreviation;
  std::string_view issuer;
  bool is_license = false;                // its name is also written in small letters
  std::string_view other_issuer_names{};  // "(ISC)²|(ISC)2", of ISC2
};

// A surface of a credential: its name, abbreviation or an alias.
struct CredentialSurface {
  std::uint32_t credential = 0;
  std::string_view surface;
  Policy policy = Policy::anywhere;
  bool is_abbreviation = false;
};

struct PublisherSurface {
  std::string_view name;  // canonical
  std::string_view surface;
  bool exact_case = false;
  bool needs_cue = false;  // also an ordinary word, or a site that is often named without being a source
  bool publishes_figures = false;  // a statistics office, survey, job site or association, by its kind
};

struct CompiledRules {
  std::deque<std::string> texts;  // owns what the views below point into; empty for the built-in rulebook
  std::vector<RulebookFile> files;
  std::string hash;
  std::vector<Rule> rules;
  std::vector<Title> titles;
  std::vector<TitleHead> heads;
  std::vector<TitleModifier> modifiers;
  std::vector<Credential> credentials;
  std::vector<CredentialSurface> credential_surfaces;
  CredentialNames credential_names;
  std::vector<PublisherSurface> publishers;
  Currencies currencies;
  NumberWords number_words;
  AmountWords amount_words;
  TokenPhrases money_words;  // of those, what an amount in words may end with: "dollars", "lakh"
  KeyBits figure_words;      // what money_words and words of percent begin with
  Lexicon lexicon;           // what every text is searched for
  // What is asked only beside a name that was found: the words that may stand before a job title, and the
  // abbreviations that are no credentials. They hold "the" and "of", which stand everywhere.
  Lexicon lexicon_beside;
  Lexicon lexicon_names;  // what capitalised words may be instead of a body; asked only where one could stand
};

}  // namespace careerfacts
