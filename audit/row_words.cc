#include "audit/row_words.h"

#include <array>
#include <charconv>
#include <cmath>

#include "audit/tolerance.h"
#include "base/decimals.h"
#include "extract/mention.h"

namespace careerfacts {
namespace {

bool is_percent(Metric metric) {
  return metric == Metric::employment_change || metric == Metric::held_degree || metric == Metric::percentage;
}

// At most two decimals, groups of three digits.
std::string number_words(double value) {
  const bool whole = std::fabs(value - std::round(value)) < 1e-6;
  const bool one = std::fabs(value * 10 - std::round(value * 10)) < 1e-6;
  std::string text = with_decimals(value, whole ? 0 : one ? 1 : 2);
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 3 + (value < 0 ? 1U : 0U); at -= 3) text.insert(at - 3, ",");
  return text;
}

}  // namespace

std::string value_words(const ReferenceRow& row) {
  if (is_percent(row.metric)) return number_words(row.value) + "%";
  if (row.metric == Metric::annual_openings) return number_words(row.value);
  const std::string sign = row.currency == "USD" ? "$" : std::string(row.currency) + " ";
  return sign + number_words(row.value) + (row.or_more ? " or more" : "");
}

RowEvidence evidence_of(const ReferenceRow& row) {
  std::string about = row.soc.empty() ? "" : std::string(row.soc) + " ";
  about += row.occupation;
  if (!row.soc.empty()) about += ", " + std::string(name_of(row.metric));
  return {std::string(row.table), std::string(row.edition), std::move(about),
          (row.or_more ? ">=" : "") + [&] {
            std::array<char, 64> digits;
            const auto end =
                std::to_chars(digits.begin(), digits.end(), row.value, std::chars_format::general, 10).ptr;
            return std::string(digits.begin(), end);
          }()};
}

std::string publisher_of(const ReferenceRow& row) {
  const std::string name(row.publisher);
  return (name.starts_with("U.S. ") ? "the " : "") + name;
}

std::string words_of(const ReferenceRow& row) {
  std::string words(row.occupation);
  if (!row.soc.empty()) words += " (" + std::string(row.soc) + ")";
  words += ", " + std::string(row.edition);
  if (!is_percent(row.metric)) words += ", " + std::string(name_of(row.metric));
  return words + ": " + value_words(row);
}

std::string figure_words(const Bounds& bounds) {
  std::string words;
  switch (bounds.modifier) {
    case Modifier::about:
      words = "about ";
      break;
    case Modifier::over:
      words = "over ";
      break;
    case Modifier::under:
      words = "under ";
      break;
    case Modifier::up_to:
      words = "up to ";
      break;
    case Modifier::none:
      break;
  }
  if (!is_single(bounds)) return words + number_words(*bounds.min) + " to " + number_words(*bounds.max);
  return words + number_words(stated_value(bounds));
}

}  // namespace careerfacts
