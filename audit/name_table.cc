#include "audit/name_table.h"

#include <algorithm>

#include "audit/audit_data.h"

namespace careerfacts {

const NameTable& NameTable::places() {
  static const NameTable table = [] {
    NameTable places;
    read_audit_data("vocabulary/places.tsv", {"name", "place"},
                    [&](const TsvRow& row) { places.add(row.cells[0], row.cells[1]); });
    return places;
  }();
  return table;
}

const NameTable& NameTable::fields() {
  static const NameTable table = [] {
    NameTable fields;
    read_audit_data("vocabulary/fields.tsv", {"field", "names"}, [&](const TsvRow& row) {
      for (const std::string_view name : split(row.cells[1], '|')) fields.add(name, row.cells[0]);
    });
    return fields;
  }();
  return table;
}

void NameTable::add(std::string_view text, std::string_view meaning) {
  const SentenceWords words{std::string(text)};
  Name name{{words.words().begin(), words.words().end()}, {}, meaning};
  for (std::size_t i = 0; i < name.words.size(); ++i) name.capital.push_back(words.capital(i));
  std::vector<Name>& names = by_first_word_[name.words.front()];
  const auto longer = [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); };
  names.insert(std::upper_bound(names.begin(), names.end(), name, longer), std::move(name));
}

std::size_t NameTable::length_at(const Name& name, const SentenceWords& sentence, std::size_t at) {
  const std::vector<std::string_view>& words = sentence.words();
  if (at + name.words.size() > words.size()) return 0;
  for (std::size_t i = 0; i < name.words.size(); ++i)
    if (words[at + i] != name.words[i] || (name.capital[i] && !sentence.capital(at + i))) return 0;
  return name.words.size();
}

std::vector<std::string_view> NameTable::find(const SentenceWords& sentence) const {
  std::vector<std::string_view> found;
  for (std::size_t at = 0; at < sentence.words().size();) {
    std::size_t length = 0;
    if (const auto names = by_first_word_.find(sentence.words()[at]); names != by_first_word_.end())
      for (auto name = names->second.begin(); length == 0 && name != names->second.end(); ++name)
        if ((length = length_at(*name, sentence, at)) > 0) found.push_back(name->meaning);
    at += std::max<std::size_t>(length, 1);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace careerfacts
