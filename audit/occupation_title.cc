#include "audit/occupation_title.h"

#include <algorithm>

#include "extract/token.h"

namespace careerfacts {
namespace {

// Does a part name people by itself? The plural of an agent noun: "accountants", "nurse midwives".
bool names_people(std::string_view part) {
  const std::string_view last = part.substr(part.find_last_of(' ') + 1);
  constexpr std::string_view kEndings[] = {
      "ers",    "ors",    "ists",     "ians",    "ants",   "ents",  "men",    "yers",   "nurses",
      "ives",   "eers",   "clerks",   "aides",   "chefs",  "cooks", "pilots", "judges", "guards",
      "agents", "actors", "athletes", "coaches", "models", "chefs", "bakers", "tutors"};
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return last.ends_with(ending); });
}

void add(std::vector<std::string>& names, std::string_view name) {
  while (name.starts_with(' ')) name.remove_prefix(1);
  if (name.starts_with("and ")) name.remove_prefix(4);
  while (name.ends_with(' ')) name.remove_suffix(1);
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

}  // namespace

std::vector<std::string> occupation_names(std::string_view title) {
  std::vector<std::string> names;
  const std::string lower = to_lower(title);
  std::string_view whole = lower;
  if (whole.find("all other") != std::string_view::npos) {
    add(names, whole);
    return names;
  }
  if (const std::size_t except = whole.find(", except"); except != std::string_view::npos)
    whole = whole.substr(0, except);
  if (whole.ends_with(", general")) whole.remove_suffix(9);
  add(names, whole);
  // Parts: at commas and at "and", where each of them names people.
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= whole.size(); ++at) {
    const bool comma = at < whole.size() && whole[at] == ',';
    const bool joined = whole.substr(at).starts_with(" and ");
    if (at < whole.size() && !comma && !joined) continue;
    parts.push_back(whole.substr(begin, at - begin));
    begin = at + (joined ? 5 : 1);
  }
  const auto trimmed = [](std::string_view part) {
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (part.starts_with("and ")) part.remove_prefix(4);
    return part;
  };
  if (parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
        return trimmed(part).empty() || names_people(trimmed(part));
      }))
    for (const std::string_view part : parts) add(names, part);
  return names;
}

}  // namespace careerfacts
