#include "extract/title_name.h"

#include <algorithm>

#include "extract/token.h"

namespace careerfacts {

std::string title_name(std::string_view text) {
  std::string name = to_lower(text);
  std::string out;
  for (const char c : name) {
    if (c == '\n' || c == '\t' || (c == ' ' && !out.empty() && out.back() == ' ')) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    out += c;
  }
  // "Directors of Nursing": of the head, not of its field.
  const std::size_t end = std::min(out.find(" of "), out.size());
  const std::size_t first = out.find_last_of(" -/", end - 1) + 1;
  return end == 0 ? out : out.substr(0, first) + singular(out.substr(first, end - first)) + out.substr(end);
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
