#include "audit/vocabulary.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "audit/occupation_title.h"
#include "audit/read_reference.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

// The words of vocabulary/words.tsv, in the order of Meaning.
constexpr std::array<std::string_view, 25> kMeanings = {
    "employment",  "postings", "pay",           "elsewhere", "degree", "require",     "hold",
    "employers",   "starting", "projected",     "past",      "decade", "yearly",      "all_occupations",
    "all_workers", "p10",      "p25",           "p75",       "p90",    "much_faster", "faster",
    "as_fast",     "slower",   "little_change", "decline"};

}  // namespace

Vocabulary::Vocabulary(const Reference& reference) {
  const std::string words = "vocabulary/words.tsv";
  read_tsv(words, audit_file(words), {"phrase", "meaning"}, [&](const TsvRow& row) {
    add(row.cells[0], one_of<Meaning>(kMeanings, row.cells[1], words, row.line));
  });
  add_official_names(reference);
  const std::string nearest = "vocabulary/nearest.tsv";
  read_tsv(nearest, audit_file(nearest), {"name", "socs"},
           [&](const TsvRow& row) { add(row.cells[0], Meaning::nearest, split(row.cells[1], '|')); });
  lexicon_.finish();
}

void Vocabulary::add(std::string_view phrase, Meaning meaning, std::vector<std::string_view> socs) {
  lexicon_.add(phrase, ListKind::cue, static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back({meaning, std::move(socs)});
}

void Vocabulary::add_official_names(const Reference& reference) {
  // A name is taken where all that have it are one occupation; codes of other classifications do not count.
  std::map<std::string, std::set<std::string_view>> names;
  std::string_view last_title;
  for (const ReferenceRow& row : reference.rows()) {
    if (row.occupation == last_title || row.kind == RowKind::profile || row.kind == RowKind::total) continue;
    last_title = row.occupation;
    for (std::string& name : occupation_names(row.occupation)) names[std::move(name)].insert(row.soc);
  }
  for (const Reference::Name& title : reference.direct_titles())
    names[to_lower(title.name)].insert(title.soc);
  // What the project says itself goes first.
  const std::string synonyms = "vocabulary/synonyms.tsv";
  read_tsv(synonyms, audit_file(synonyms), {"name", "soc"},
           [&](const TsvRow& row) { names[to_lower(row.cells[0])] = {row.cells[1]}; });
  for (const auto& [name, codes] : names) {
    std::vector<std::string_view> current;
    for (const std::string_view code : codes)
      if (!reference.rows_of(code, Metric::median_annual).empty() ||
          !reference.rows_of(code, Metric::median_hourly).empty())
        current.push_back(code);
    if (current.empty()) current.assign(codes.begin(), codes.end());
    // A group and its only member share a name: the member is meant.
    if (current.size() == 2 && current[0].ends_with('0') != current[1].ends_with('0'))
      current = {current[0].ends_with('0') ? current[1] : current[0]};
    if (current.size() == 1) add(name, Meaning::occupation, std::move(current));
  }
}

std::vector<Phrase> Vocabulary::find(const std::vector<Token>& tokens) const {
  std::vector<Hit> hits;
  lexicon_.find(tokens, 0, static_cast<std::uint32_t>(tokens.size()), hits);
  std::vector<Phrase> phrases;
  for (const Hit& hit : hits)
    phrases.push_back({entries_[hit.entry].meaning, hit.first, hit.last, hit.entry});
  // A name within a longer one is a part of it.
  const auto is_name = [](const Phrase& phrase) {
    return phrase.meaning == Meaning::occupation || phrase.meaning == Meaning::nearest;
  };
  std::vector<Phrase> kept;
  for (const Phrase& phrase : phrases) {
    const bool is_part =
        is_name(phrase) && std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& other) {
          if (!is_name(other) || other.first > phrase.first || other.last < phrase.last) return false;
          const bool longer = other.last - other.first > phrase.last - phrase.first;
          const bool same = other.last - other.first == phrase.last - phrase.first;
          return longer ||
                 (same && other.meaning == Meaning::occupation && phrase.meaning == Meaning::nearest);
        });
    if (!is_part) kept.push_back(phrase);
  }
  return kept;
}

}  // namespace careerfacts
