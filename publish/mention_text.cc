#include "publish/mention_text.h"

#include <algorithm>

#include "publish/number.h"

namespace careerfacts {
namespace {

// Adds `part` as the next of a list with commas.
void add(std::string& to, std::string_view part) {
  if (part.empty()) return;
  if (!to.empty()) to += ", ";
  to += part;
}

std::string_view word_unless_none(std::string_view word) {
  return word == "none" ? std::string_view() : word;
}

void add_role(std::string& to, const RoleReference& role) {
  if (!role.name.empty()) add(to, "for " + role.name);
}

void add_source(std::string& to, const Attribution& attribution) {
  if (attribution.grade == SourceGrade::none) return;
  std::string says =
      attribution.grade == SourceGrade::named ? "says " + attribution.source : "source only hinted at";
  if (attribution.year) says += " (" + std::to_string(*attribution.year) + ")";
  add(to, says);
}

struct Describe {
  std::string operator()(const SalaryFields& salary) const {
    std::string text = (salary.currency.empty() ? "" : salary.currency + " ") + describe(salary.bounds);
    if (salary.period != Period::none)
      text += (salary.period == Period::hour ? " an " : " a ") + std::string(to_word(salary.period));
    add(text, word_unless_none(to_word(salary.statistic)));
    if (salary.pay == Pay::base || salary.pay == Pay::total)
      add(text, std::string(to_word(salary.pay)) + " pay");
    if (salary.pay == Pay::bonus || salary.pay == Pay::increase) add(text, to_word(salary.pay));
    if (salary.level != Level::none) add(text, std::string(to_word(salary.level)) + " level");
    add_role(text, salary.role);
    add_source(text, salary.attribution);
    return text;
  }
  std::string operator()(const PercentageFields& percentage) const {
    std::string text = describe(percentage.bounds) + "%";
    std::string sense(to_word(percentage.sense));
    if (percentage.direction != Direction::none) sense += " " + std::string(to_word(percentage.direction));
    add(text, sense == "other" ? std::string_view() : std::string_view(sense));
    if (percentage.start_year) text += " from " + std::to_string(*percentage.start_year);
    if (percentage.end_year) text += " to " + std::to_string(*percentage.end_year);
    if (!percentage.subject.empty()) text += " of " + percentage.subject;
    add_role(text, percentage.role);
    add_source(text, percentage.attribution);
    return text;
  }
  std::string operator()(const RoleFields& role) const {
    return role.name + (role.soc_code.empty() ? "" : " (SOC " + role.soc_code + ")");
  }
  std::string operator()(const CertificationFields& certification) const {
    std::string text = certification.name;
    if (!certification.abbreviation.empty()) text += " (" + certification.abbreviation + ")";
    if (!certification.issuer.empty()) text += ", by " + certification.issuer;
    return text;
  }
};

std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

}  // namespace

std::string grouped(double value) {
  std::string digits;
  append_number(digits, value);
  const std::size_t start = digits.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(digits.find('.'), digits.size());
  while (at > start + 3) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string describe(const Bounds& bounds) {
  std::string_view hedge = word_unless_none(to_word(bounds.modifier));
  if (bounds.modifier == Modifier::up_to) hedge = "up to";
  std::string text(hedge);
  if (!text.empty()) text += ' ';
  if (bounds.min && bounds.max && *bounds.min != *bounds.max)
    return text + grouped(*bounds.min) + " to " + grouped(*bounds.max);
  if (bounds.min) return (text.empty() && !bounds.max ? "from " : text) + grouped(*bounds.min);
  if (bounds.max) return (text.empty() ? "to " : text) + grouped(*bounds.max);
  return text + "?";
}

std::string describe(const Mention& mention) { return std::visit(Describe{}, mention.fields); }

void append_mention_text(std::string& out, const ExtractedDocument& document, const Mention& mention) {
  out += on_one_line(document.path) + ":" + std::to_string(mention.line) + ":" +
         std::to_string(mention.column) + ": ";
  out += to_word(mention.kind());
  out +=
      ": " + on_one_line(mention.quote) + " — " + on_one_line(describe(mention)) + " [" + mention.rule + "]";
  if (mention.chrome) out += " (page chrome)";
  out += '\n';
}

}  // namespace careerfacts
