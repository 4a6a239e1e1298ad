#include "store/identity.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/check.h"
#include "base/content_hash.h"
#include "store/canonical_name.h"
#include "store/canonical_subject.h"

namespace careerfacts {
namespace {

constexpr std::string_view kVersionLine = "careerfacts-fact 1\n";
constexpr int kDecimals =
    6;  // so that 8.6 and 8.600000000000001, made by different arithmetic, are one number

// Most figures are such, and need no decimals made and taken off again.
bool is_small_integer(double value) { return std::abs(value) < 1e15 && value == std::trunc(value); }

// "112992", "8.6", "-3"; never an exponent, no needless zeros. The same in every locale.
std::string canonical_number(double value) {
  CHECK(std::isfinite(value));
  if (is_small_integer(value)) return std::to_string(static_cast<std::int64_t>(value));
  std::array<char, 400> digits;  // the largest double has 309 before the point
  const auto result =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, kDecimals);
  std::string_view text(digits.data(), static_cast<std::size_t>(result.ptr - digits.data()));
  while (text.ends_with('0')) text.remove_suffix(1);
  if (text.ends_with('.')) text.remove_suffix(1);
  return std::string(text == "-0" ? "0" : text);
}

std::optional<double> rounded(const std::optional<double>& value) {
  if (!value) return std::nullopt;
  if (is_small_integer(*value)) return *value + 0.0;  // which makes -0 to 0
  const std::string text = canonical_number(*value);
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

void line(std::string& out, std::string_view key, std::string_view value) {
  out += key;
  out += '=';
  out += value;
  out += '\n';
}
void line(std::string& out, std::string_view key, const std::optional<double>& value) {
  line(out, key, value ? canonical_number(*value) : std::string());
}
void line(std::string& out, std::string_view key, const std::optional<int>& value) {
  line(out, key, value ? std::to_string(*value) : std::string());
}

// A figure that tells what becomes of its subject needs fewer words for it than one that tells what part of
// it does something: that 60% of job postings ask for Python and that 60% of them are for nurses has one
// subject.
bool says_what_percentage(const Fact& fact) {
  const bool moves =
      fact.sense == Sense::change || fact.sense == Sense::difference || fact.sense == Sense::rate;
  const std::size_t telling = telling_words(fact.subject);
  if (fact.role.empty()) return telling >= (moves ? 2 : 3);
  if (telling >= (moves ? 1 : 2)) return true;
  // A role says whom, not what of them. Only a dated change is plain without.
  return fact.subject.empty() && fact.sense == Sense::change && (fact.start_year || fact.end_year);
}

// Does the fact say what a figure is about, so that the same figure elsewhere is the same statement?
bool says_what(const Fact& fact) {
  switch (fact.kind) {
    case Kind::salary:
      return !fact.role.empty();
    case Kind::percentage:
      return says_what_percentage(fact);
    case Kind::role:
    case Kind::certification:
      return true;
  }
  CHECK(false);
}

void set_fields(Fact& fact, const SalaryFields& fields) {
  fact.role = canonical_name(fields.role.name);
  fact.min = rounded(fields.bounds.min);
  fact.max = rounded(fields.bounds.max);
  fact.currency = fields.currency;
  fact.period = fields.period;
  fact.statistic = fields.statistic;
  fact.pay = fields.pay;
  fact.level = fields.level;
}

void set_fields(Fact& fact, const PercentageFields& fields) {
  fact.role = canonical_name(fields.role.name);
  fact.subject = canonical_subject(fields.subject, fact.role);
  fact.min = rounded(fields.bounds.min);
  fact.max = rounded(fields.bounds.max);
  fact.sense = fields.sense;
  fact.direction = fields.direction;
  fact.start_year = fields.start_year;
  fact.end_year = fields.end_year;
}

void set_fields(Fact& fact, const RoleFields& fields) { fact.name = canonical_name(fields.name); }
void set_fields(Fact& fact, const CertificationFields& fields) { fact.name = canonical_name(fields.name); }

}  // namespace

std::string canonical_text(const Fact& fact, std::string_view place) {
  std::string out;
  out.reserve(256);
  out += kVersionLine;
  line(out, "kind", to_word(fact.kind));
  switch (fact.kind) {
    case Kind::salary:
      line(out, "min", fact.min);
      line(out, "max", fact.max);
      line(out, "currency", fact.currency);
      line(out, "period", to_word(fact.period));
      line(out, "statistic", to_word(fact.statistic));
      line(out, "pay", to_word(fact.pay));
      line(out, "level", to_word(fact.level));
      line(out, "role", fact.role);
      break;
    case Kind::percentage:
      line(out, "min", fact.min);
      line(out, "max", fact.max);
      line(out, "sense", to_word(fact.sense));
      line(out, "direction", to_word(fact.direction));
      line(out, "start_year", fact.start_year);
      line(out, "end_year", fact.end_year);
      line(out, "subject", fact.subject);
      line(out, "role", fact.role);
      break;
    case Kind::role:
    case Kind::certification:
      line(out, "name", fact.name);
      break;
  }
  if (!place.empty()) line(out, "place", place);
  return out;
}

std::string fact_id(FactKey key) {
  std::array<char, kFactIdDigits> digits;
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), key, 16);
  const std::string_view text(digits.data(), static_cast<std::size_t>(result.ptr - digits.data()));
  return std::string(kFactIdDigits - text.size(), '0').append(text);
}

std::optional<FactKey> fact_key(std::string_view id) {
  const auto is_digit = [](char c) { return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f'); };
  if (id.size() != kFactIdDigits || !std::all_of(id.begin(), id.end(), is_digit)) return std::nullopt;
  FactKey key = 0;
  std::from_chars(id.data(), id.data() + id.size(), key, 16);
  return key;
}

Fact fact_of(const Mention& mention, std::string_view document_sha256) {
  Fact fact;
  fact.kind = mention.kind();
  std::visit([&fact](const auto& fields) { set_fields(fact, fields); }, mention.fields);

  std::string place;
  if (!says_what(fact)) {
    place = document_sha256;
    place += ':';
    place += std::to_string(mention.span.begin);
  }
  fact.key = sha256_begin(canonical_text(fact, place));
  return fact;
}

std::vector<Fact> facts_of(const ExtractedDocument& document) {
  std::vector<Fact> facts;
  facts.reserve(document.mentions.size());
  for (const Mention& mention : document.mentions) facts.push_back(fact_of(mention, document.sha256));
  return facts;
}

}  // namespace careerfacts
