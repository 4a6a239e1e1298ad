#include "extract/title_name.h"

#include <algorithm>
#include <utility>

#include "extract/token.h"

namespace careerfacts {

namespace {

// The word that ends at `end` in the singular.
std::string singular_at(std::string name, std::size_t end) {
  std::size_t first = end;
  while (first > 0 && name[first - 1] != ' ' && name[first - 1] != '-' && name[first - 1] != '/') --first;
  const std::string one = singular(std::string_view(name).substr(first, end - first));
  name.replace(first, end - first, one);
  return name;
}

}  // namespace

std::string title_name(std::string_view text) {
  std::string name = to_lower_one_line(text);
  const std::size_t end = std::min(name.find(" of "), name.size());
  return singular_at(std::move(name), end);
}

std::string head_name(std::string_view text) {
  std::string name = to_lower_one_line(text);
  const std::size_t of = name.find(" of ");
  return of == std::string::npos ? name : singular_at(std::move(name), of);
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
