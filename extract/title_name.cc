#include "extract/title_name.h"

#include <algorithm>

#include "extract/token.h"

namespace careerfacts {

namespace {

// The word that ends at `end` in the singular.
std::string singular_at(const std::string& name, std::size_t end) {
  if (end == 0) return name;
  const std::size_t first = name.find_last_of(" -/", end - 1) + 1;
  return name.substr(0, first) + singular(std::string_view(name).substr(first, end - first)) +
         name.substr(end);
}

}  // namespace

std::string title_name(std::string_view text) {
  const std::string name = to_lower_one_line(text);
  return singular_at(name, std::min(name.find(" of "), name.size()));
}

std::string head_name(std::string_view text) {
  const std::string name = to_lower_one_line(text);
  const std::size_t of = name.find(" of ");
  return of == std::string::npos ? name : singular_at(name, of);
}

std::string without_bracket(std::string_view title) {
  const std::size_t open = title.find(" ("), close = title.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return std::string(title);
  return std::string(title.substr(0, open)) + std::string(title.substr(close + 1));
}

bool abbreviates(std::string_view given, std::string_view initials) {
  if (given.size() > 2 && given.back() == 's') given.remove_suffix(1);
  if (given == initials) return true;
  // "Newly qualified teachers (NQTs)" and "site reliability engineer (SRE)" are initials; "(RN)" is too.
  return given.size() >= 2 && initials.size() >= given.size() && initials.front() == given.front() &&
         initials.back() == given.back() && initials.size() <= given.size() + 1;
}

}  // namespace careerfacts
