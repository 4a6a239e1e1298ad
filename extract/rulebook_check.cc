#include <array>
#include <charconv>
#include <cmath>

#include "extract/compiled_rules.h"
#include "extract/extract.h"
#include "extract/read_patterns.h"
#include "extract/rulebook.h"
#include "ingest/ingest.h"

namespace careerfacts {
namespace {

std::string number_word(const std::optional<double>& value) {
  if (!value) return "";
  std::array<char, 32> buffer;
  const bool whole = std::floor(*value) == *value && std::abs(*value) < 1e15;
  const auto [end, error] =
      whole ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<long long>(*value))
            : std::to_chars(buffer.data(), buffer.data() + buffer.size(), *value);
  return std::string(buffer.data(), end);
}

std::string year_word(const std::optional<int>& year) { return year ? std::to_string(*year) : ""; }

// The value of a field as examples write it; nothing when this kind has no such field.
std::optional<std::string> field(const Mention& mention, std::string_view name) {
  if (name == "context") return mention.context;
  if (name == "rule") return mention.rule;
  const auto bounds = [&](const Bounds& b) -> std::optional<std::string> {
    if (name == "min") return number_word(b.min);
    if (name == "max") return number_word(b.max);
    if (name == "modifier") return std::string(to_word(b.modifier));
    return std::nullopt;
  };
  const auto attribution = [&](const Attribution& a) -> std::optional<std::string> {
    if (name == "source_grade") return std::string(to_word(a.grade));
    if (name == "source") return a.source;
    if (name == "canonical_source") return a.canonical;
    if (name == "source_year") return year_word(a.year);
    return std::nullopt;
  };
  if (const auto* salary = std::get_if<SalaryFields>(&mention.fields)) {
    if (auto value = bounds(salary->bounds)) return value;
    if (name == "currency") return salary->currency;
    if (name == "period") return std::string(to_word(salary->period));
    if (name == "statistic") return std::string(to_word(salary->statistic));
    if (name == "pay") return std::string(to_word(salary->pay));
    if (name == "level") return std::string(to_word(salary->level));
    if (name == "role") return salary->role.name;
    return attribution(salary->attribution);
  }
  if (const auto* percentage = std::get_if<PercentageFields>(&mention.fields)) {
    if (auto value = bounds(percentage->bounds)) return value;
    if (name == "sense") return std::string(to_word(percentage->sense));
    if (name == "direction") return std::string(to_word(percentage->direction));
    if (name == "start_year") return year_word(percentage->start_year);
    if (name == "end_year") return year_word(percentage->end_year);
    if (name == "subject") return percentage->subject;
    if (name == "role") return percentage->role.name;
    return attribution(percentage->attribution);
  }
  if (const auto* role = std::get_if<RoleFields>(&mention.fields)) {
    if (name == "name") return role->name;
    if (name == "soc_code") return role->soc_code;
    return std::nullopt;
  }
  const auto& certification = std::get<CertificationFields>(mention.fields);
  if (name == "name") return certification.name;
  if (name == "abbreviation") return certification.abbreviation;
  if (name == "issuer") return certification.issuer;
  return std::nullopt;
}

// What is wrong with the example; empty when it holds.
std::string verdict(const Example& example, const ExtractedDocument& found) {
  std::string seen;
  for (const Mention& mention : found.mentions) {
    if (mention.kind() != example.kind) continue;
    seen += (seen.empty() ? "" : ", ") + mention.quote;
    if (mention.quote != example.quote) continue;
    std::string differs;
    for (const auto& [name, wanted] : example.expected) {
      const std::optional<std::string> value = field(mention, name);
      if (!value) return "a " + std::string(to_word(example.kind)) + " has no field \"" + name + "\"";
      if (*value != wanted)
        differs += (differs.empty() ? "" : "; ") + name + " is \"" + *value + "\", not \"" + wanted + "\"";
    }
    if (example.counter && differs.empty()) return "must not hold, but does: " + example.quote;
    return example.counter ? "" : differs;
  }
  if (example.counter) return "";
  return "no " + std::string(to_word(example.kind)) + " \"" + example.quote + "\" is found" +
         (seen.empty() ? std::string() : "; found: " + seen);
}

}  // namespace

RuleCheck check_rulebook(const Rulebook& rulebook) {
  RuleCheck check;
  CompiledRules read;
  RulePhrases phrases(RulePhrases::Use::ignore);
  for (const RulebookFile& file : rulebook.compiled().files) {
    if (!file.name.ends_with(".toml")) continue;
    for (const Example& example : read_patterns(file.name, file.text, read, phrases)) {
      ++check.examples;
      const std::string problem = verdict(example, extract(ingest("example", example.text), rulebook));
      if (!problem.empty())
        check.problems.push_back({file.name, example.line, read.rules[example.rule].id, problem});
    }
  }
  check.rules = read.rules.size();
  return check;
}

}  // namespace careerfacts
