#include "extract/read_patterns.h"

#include <toml++/toml.h>

#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "base/error.h"

namespace careerfacts {
namespace {

constexpr std::array<std::string_view, kFeatures> kFeatureWords{
    "evidence", "period",    "statistic",      "pay",     "level",  "modifier", "sense", "direction",
    "citing",   "title_cue", "credential_cue", "country", "subject"};
constexpr std::array<std::string_view, 7> kEvidenceWords{"pay",   "other",   "weak_pay", "weak_other",
                                                         "earns", "takings", "business"};
constexpr std::array<std::string_view, 2> kSubjectWords{"everyone", "someone"};
constexpr std::array<std::string_view, 4> kTitleCueWords{"no", "yes", "head", "name"};
constexpr std::array<std::string_view, 19> kCitingWords{
    "before_source", "before_listed", "after_source", "after_name", "label",  "above", "below",
    "vague",         "same",          "goes_on",      "body",       "beside", "work",  "kind",
    "compares",      "page",          "person",       "place",      "no_body"};
constexpr std::array<std::string_view, 8> kPlaceWords{"any",   "before", "after", "next",
                                                      "close", "of",     "than",  "around"};

constexpr std::array<std::string_view, 2> kCredentialCueWords{"no", "yes"};

using Words = std::span<const std::string_view>;

std::optional<std::uint8_t> index_of(Words words, std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == word) return static_cast<std::uint8_t>(i);
  return std::nullopt;
}

// What the value of a rule may be, in the order of the enumerators; "" is written "none".
Words values_of(Feature feature) {
  switch (feature) {
    case Feature::evidence:
      return kEvidenceWords;
    case Feature::period:
      return words_of<Period>();
    case Feature::statistic:
      return words_of<Statistic>();
    case Feature::pay:
      return words_of<Pay>();
    case Feature::level:
      return words_of<Level>();
    case Feature::modifier:
      return words_of<Modifier>();
    case Feature::sense:
      return words_of<Sense>();
    case Feature::direction:
      return words_of<Direction>();
    case Feature::subject:
      return kSubjectWords;
    case Feature::citing:
      return kCitingWords;
    case Feature::title_cue:
      return kTitleCueWords;
    case Feature::credential_cue:
      return kCredentialCueWords;
    case Feature::country:
      return kDollars;
  }
  return {};
}

std::optional<std::uint8_t> value_of(Words values, std::string_view word) {
  const std::optional<std::uint8_t> value = index_of(values, word);
  return !value && word == "none" ? index_of(values, "") : value;
}

// "none, year, month"
std::string listed(Words words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word.empty() ? "none" : word;
  }
  return text;
}

// Calls `found` for each phrase that stands in `plain` once the alternatives of `rest` are behind it.
template <class Found>
void expand(std::string_view rest, std::string& plain, const Found& found) {
  const std::size_t size = plain.size();
  const std::size_t open = rest.find('('), close = rest.find(')', std::min(open, rest.size()));
  if (close == std::string_view::npos) {
    plain += rest;
    found();
  } else {
    const std::string_view inside = rest.substr(open + 1, close - open - 1);
    for (std::size_t begin = 0; begin <= inside.size();) {
      const std::size_t end = std::min(inside.find('|', begin), inside.size());
      plain.resize(size);
      plain += rest.substr(0, open);
      plain += inside.substr(begin, end - begin);
      expand(rest.substr(close + 1), plain, found);
      begin = end + 1;
    }
  }
  plain.resize(size);
}

class PatternReader {
 public:
  PatternReader(const std::string& file, std::string_view text, CompiledRules& rules, RulePhrases& phrases)
      : file_(file), text_(text), rules_(rules), phrases_(phrases) {}

  std::vector<Example> run() {
    toml::table root;
    try {
      root = toml::parse(text_, file_);
    } catch (const toml::parse_error& error) {
      throw Error(ErrorKind::rulebook, place(error.source()), std::string(error.description()));
    }
    const std::string feature_word = word_of(root, "feature");
    const std::optional<std::uint8_t> feature = index_of(kFeatureWords, feature_word);
    if (!feature) fail(root, "feature = \"" + feature_word + "\" is not known; see patterns/README.md");
    feature_ = static_cast<Feature>(*feature);
    const toml::array* list = root["rule"].as_array();
    if (list == nullptr) fail(root, "holds no [[rule]]");
    for (const toml::node& node : *list) {
      const toml::table* rule = node.as_table();
      if (rule == nullptr) fail(node, "a rule is a table: [[rule]]");
      read_rule(*rule);
    }
    return std::move(examples_);
  }

 private:
  std::string place(const toml::source_region& where) const {
    return file_ + ":" + std::to_string(where.begin.line);
  }
  [[noreturn]] void fail(const toml::node& node, const std::string& message) const {
    throw Error(ErrorKind::rulebook, place(node.source()), message);
  }

  std::string word_of(const toml::table& table, std::string_view key, bool required = true) const {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
      if (required) fail(table, "lacks " + std::string(key) + " = \"…\"");
      return "";
    }
    if (!node->is_string()) fail(*node, std::string(key) + " must be a string");
    return node->as_string()->get();
  }

  void read_rule(const toml::table& table) {
    Rule rule;
    rule.id = word_of(table, "id");
    rule.file = file_;
    rule.line = static_cast<int>(table.source().begin.line);
    for (const Rule& other : rules_.rules)
      if (other.id == rule.id)
        fail(table,
             "the id \"" + rule.id + "\" is taken by " + other.file + ":" + std::to_string(other.line));
    for (const auto& [key, node] : table) {
      static constexpr std::array<std::string_view, 6> kKeys{"id",      "value",    "place",
                                                             "phrases", "examples", "counterexamples"};
      if (!index_of(kKeys, std::string_view(key)))
        fail(node, "\"" + std::string(key) +
                       "\" is no key of a rule: id, value, place, phrases, examples, counterexamples");
    }
    const std::string value_word = word_of(table, "value");
    const std::optional<std::uint8_t> value = value_of(values_of(feature_), value_word);
    if (!value)
      fail(table,
           "value = \"" + value_word + "\" is none of this feature's values: " + listed(values_of(feature_)));
    const std::string place_word = word_of(table, "place", false);
    const std::optional<std::uint8_t> where = index_of(kPlaceWords, place_word.empty() ? "any" : place_word);
    if (!where) fail(table, "place = \"" + place_word + "\" is none of: " + listed(kPlaceWords));
    const auto rule_index = static_cast<std::uint32_t>(rules_.rules.size());
    const toml::array* listed_phrases = table["phrases"].as_array();
    if (listed_phrases == nullptr || listed_phrases->empty()) fail(table, "lacks phrases = [ \"…\" ]");
    for (const toml::node& phrase : *listed_phrases) {
      if (!phrase.is_string()) fail(phrase, "a phrase is a string");
      plain_.clear();
      expand(phrase.as_string()->get(), plain_, [&] {
        phrases_.add_cue(plain_, {feature_, static_cast<Place>(*where), *value, rule_index});
      });
    }
    read_examples(table, "examples", false, rule.id);
    read_examples(table, "counterexamples", true, rule.id);
    rules_.rules.push_back(std::move(rule));
  }

  void read_examples(const toml::table& table, std::string_view key, bool counter,
                     const std::string& rule_id) {
    const toml::array* list = table[key].as_array();
    if (list == nullptr || list->empty())
      fail(table, "rule \"" + rule_id + "\" lacks " + std::string(key) +
                      "; every rule shows what it is for and what not");
    for (const toml::node& node : *list) {
      const toml::table* entry = node.as_table();
      if (entry == nullptr)
        fail(node, "an example is a table: { text = \"…\", salary = \"$90,000\", period = \"year\" }");
      Example example;
      example.rule = rules_.rules.size();
      example.line = static_cast<int>(node.source().begin.line);
      example.counter = counter;
      example.text = word_of(*entry, "text");
      bool has_kind = false;
      for (const auto& [name, value] : *entry) {
        if (name == "text") continue;
        const bool negated = std::string_view(name).starts_with("not_");  // there must be no such mention
        const std::optional<Kind> kind = from_word<Kind>(std::string_view(name).substr(negated ? 4 : 0));
        // A role may be a field of a figure as well as a kind of its own.
        const bool is_field =
            kind == Kind::role && (entry->contains("salary") || entry->contains("percentage"));
        if (kind && !is_field) {
          if (negated) example.counter = !counter;
          example.kind = *kind;
          example.quote = value.is_string() ? value.as_string()->get() : "";
          has_kind = true;
        } else {
          example.expected.emplace_back(std::string(name), printed(value));
        }
      }
      if (!has_kind)
        fail(node, "an example names the quote of the mention it means: salary = \"…\", role = \"…\" …");
      examples_.push_back(std::move(example));
    }
  }

  std::string printed(const toml::node& value) const {
    if (value.is_string()) return value.as_string()->get();
    if (value.is_integer()) return std::to_string(value.as_integer()->get());
    if (value.is_floating_point()) {
      std::array<char, 32> buffer;
      const auto [end, error] =
          std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.as_floating_point()->get());
      return std::string(buffer.data(), end);
    }
    fail(value, "a field is a string or a number");
  }

  const std::string& file_;
  std::string_view text_;
  CompiledRules& rules_;
  RulePhrases& phrases_;
  std::vector<Example> examples_;
  Feature feature_ = Feature::evidence;
  std::string plain_;  // the phrase being added
};

}  // namespace

std::vector<Example> read_patterns(const std::string& file, std::string_view text, CompiledRules& rules,
                                   RulePhrases& phrases) {
  return PatternReader(file, text, rules, phrases).run();
}

}  // namespace careerfacts
