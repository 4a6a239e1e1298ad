#include "audit/vocabulary.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "audit/audit_data.h"
#include "audit/occupation_title.h"

namespace careerfacts {
namespace {

// The words of vocabulary/words.tsv, in the order of Meaning.
constexpr std::array<std::string_view, 25> kMeanings = {
    "employment",  "postings", "pay",           "elsewhere", "degree", "require",     "hold",
    "employers",   "starting", "projected",     "past",      "decade", "yearly",      "all_occupations",
    "all_workers", "p10",      "p25",           "p75",       "p90",    "much_faster", "faster",
    "as_fast",     "slower",   "little_change", "decline"};

// "registered nurses" → "registered nurse": the last word alone tells singular from plural.
std::string singular_name(const std::string& name) {
  const std::size_t last = name.find_last_of(' ') + 1;  // 0 where there is one word
  return name.substr(0, last) + singular(name.substr(last));
}

}  // namespace

Vocabulary::Vocabulary(const Reference& reference) {
  LexiconBuilder lexicon;
  const std::string words = "vocabulary/words.tsv";
  read_audit_data(words, {"phrase", "meaning"}, [&](const TsvRow& row) {
    add(lexicon, row.cells[0], one_of<Meaning>(kMeanings, row.cells[1], words, row.line));
  });
  add_official_names(lexicon, reference);
  const std::string nearest = "vocabulary/nearest.tsv";
  read_audit_data(nearest, {"name", "socs"}, [&](const TsvRow& row) {
    add(lexicon, row.cells[0], Meaning::nearest, split(row.cells[1], '|'));
  });
  lexicon_ = Lexicon(lexicon.finish());
}

void Vocabulary::add(LexiconBuilder& lexicon, std::string_view phrase, Meaning meaning,
                     std::vector<std::string_view> socs) {
  lexicon.add(phrase, ListKind::cue, static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back({meaning, std::move(socs)});
}

void Vocabulary::add_official_names(LexiconBuilder& lexicon, const Reference& reference) {
  // A name is taken where all that have it now are one occupation; codes of earlier classifications do not
  // count.
  const int newest = reference.newest_survey();
  const auto is_current = [&](std::string_view soc) {
    for (const Metric metric : {Metric::median_annual, Metric::median_hourly, Metric::p10_annual})
      for (const ReferenceRow& row : reference.rows_of(soc, metric))
        if (row.end_year == newest) return true;
    const auto projections = reference.rows_of(soc, Metric::employment_change);
    return !projections.empty() && !reference.editions().empty() &&
           projections.back().end_year == reference.editions().back().end_year;
  };
  std::map<std::string, std::set<std::string_view>> names;
  std::string_view last_title;
  for (const ReferenceRow& row : reference.rows()) {
    if (row.occupation == last_title || row.kind == RowKind::total) continue;
    last_title = row.occupation;
    // A profile's parts are occupations of their own, with rows of their own.
    if (row.kind == RowKind::profile)
      names[to_lower(row.occupation)].insert(row.soc);
    else
      for (std::string& name : occupation_names(row.occupation)) names[std::move(name)].insert(row.soc);
  }
  for (auto& [name, codes] : names) {
    std::set<std::string_view> current;
    for (const std::string_view code : codes)
      if (is_current(code)) current.insert(code);
    if (!current.empty()) codes = std::move(current);
    // A group and its only member share a name: the member is meant.
    if (codes.size() > 1) std::erase_if(codes, [](std::string_view code) { return code.ends_with('0'); });
  }
  // Titles that the classification itself puts under one occupation, where no official name is the same.
  std::set<std::string> keys;
  for (const auto& [name, codes] : names) keys.insert(singular_name(name));
  for (const Reference::Name& title : reference.direct_titles())
    if (!keys.contains(singular_name(to_lower(title.name)))) names[to_lower(title.name)].insert(title.soc);
  // What the project says itself goes first.
  const std::string synonyms = "vocabulary/synonyms.tsv";
  read_audit_data(synonyms, {"name", "soc"},
                  [&](const TsvRow& row) { names[to_lower(row.cells[0])] = {row.cells[1]}; });
  for (const auto& [name, codes] : names)
    if (codes.size() == 1) add(lexicon, name, Meaning::occupation, {*codes.begin()});
}

std::vector<Phrase> Vocabulary::find(const std::vector<Token>& tokens) const {
  std::vector<Hit> hits;
  lexicon_.find(tokens, 0, static_cast<std::uint32_t>(tokens.size()), hits);
  std::vector<Phrase> phrases;
  for (const Hit& hit : hits)
    phrases.push_back({entries_[hit.entry].meaning, hit.first, hit.last, hit.entry});
  // What lies within a longer name is a part of it: "budget" of "budget analysts".
  const auto is_name = [](const Phrase& phrase) {
    return phrase.meaning == Meaning::occupation || phrase.meaning == Meaning::nearest;
  };
  std::vector<Phrase> kept;
  for (const Phrase& phrase : phrases) {
    const std::uint32_t length = phrase.last - phrase.first;
    const bool is_part = std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& other) {
      if (!is_name(other) || other.first > phrase.first || other.last < phrase.last) return false;
      const bool is_longer = other.last - other.first > length;
      return is_longer ||
             (is_name(phrase) && other.meaning == Meaning::occupation && phrase.meaning == Meaning::nearest);
    });
    if (!is_part) kept.push_back(phrase);
  }
  return kept;
}

}  // namespace careerfacts
