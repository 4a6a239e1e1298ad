#include "ingest/line_forms.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.h"

namespace careerfacts {

bool ends_sentence_or_lead(std::string_view c) {
  while (!c.empty() && (c.back() == '"' || c.back() == '\'' || c.back() == ')' || c.back() == '*'))
    c.remove_suffix(1);
  return !c.empty() &&
         (c.back() == '.' || c.back() == '!' || c.back() == '?' || c.back() == ':' || c.back() == ';');
}

bool has_letter(std::string_view c) {
  return std::any_of(c.begin(), c.end(), [](unsigned char ch) { return std::isalpha(ch) != 0; });
}

bool is_caption(std::string_view c) {
  if (std::string_view("SNBPUARDL").find(c[0]) == std::string_view::npos) return false;
  static constexpr std::array<std::string_view, 12> kStarts{
      "Source",    "Sources",  "Note",    "Notes",    "By ",    "Posted",
      "Published", "Updated ", "Author:", "Reviewed", "Data: ", "Last updated"};
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return c.starts_with(start); });
}

bool labels_amount(std::string_view c) {
  static constexpr std::array<std::string_view, 4> kSigns{"$", "£", "€", "₹"};
  static constexpr std::array<std::string_view, 3> kMarks{": ", " - ", " — "};
  // The first sign of the line: the dash of "$50,000 - $60,000" labels nothing.
  std::size_t sign = c.size();
  for (const std::string_view s : kSigns) sign = std::min(sign, c.find(s));
  if (sign == c.size()) return false;
  const std::string_view label = c.substr(0, sign);
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return label.size() > mark.size() && label.ends_with(mark);
  });
}

bool begins_with_label(std::string_view c) {
  constexpr std::size_t kLongest = 50;  // bytes
  if (c.empty()) return false;
  const auto first = static_cast<unsigned char>(c[0]);
  if (std::isupper(first) == 0 && std::isdigit(first) == 0) return false;
  const auto stops = [](char ch) { return ch == ':' || ch == '.' || ch == ';' || ch == '!' || ch == '?'; };
  std::size_t at = 0;
  while (at < c.size() && at < kLongest && !stops(c[at])) ++at;
  // "10+ years: $62,000", not "10 000: …".
  if (std::isdigit(first) != 0 && !has_letter(c.substr(0, at))) return false;
  return at + 1 < c.size() && at < kLongest && c[at] == ':' && is_space(c[at + 1]);
}

bool has_leader(std::string_view c) {
  constexpr std::size_t kLongest = 80;  // bytes before the dots
  const std::size_t dots = c.find("....");
  if (dots == std::string_view::npos || dots == 0 || dots > kLongest || !has_letter(c.substr(0, dots)))
    return false;
  const std::size_t behind = c.find_first_not_of(". ", dots);
  return behind != std::string_view::npos && c.size() - behind <= kLongest &&
         c.find_first_of("0123456789", behind) != std::string_view::npos;
}

}  // namespace careerfacts
