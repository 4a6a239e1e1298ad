#include "extract/read_gazetteers.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/error.h"
#include "extract/gazetteer.h"
#include "extract/read_figure_words.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

// "SAA-C03", "CCNA": one word with two capitals and no more small letters than capitals.
bool is_acronym(std::string_view alias) {
  std::size_t upper = 0, lower = 0;
  for (const char c : alias) {
    if (c == ' ') return false;
    upper += c >= 'A' && c <= 'Z';
    lower += c >= 'a' && c <= 'z';
  }
  return upper >= 2 && lower <= upper;
}

constexpr std::array<std::string_view, 4> kPolicies{"anywhere", "exact_case", "cue", "never"};
constexpr std::array<std::string_view, 7> kTitlePolicies{"anywhere", "exact_case", "cue",    "never",
                                                         "noun",     "plural",     "settled"};

struct Surface {
  std::string_view text;
  int line;
};

// The rows may come in any order; those of the built-in list are sorted, which is all that is looked at
// there.
void refuse_duplicates(std::vector<Surface> surfaces, const std::string& file) {
  const auto rising = [](const Surface& a, const Surface& b) { return a.text < b.text; };
  const auto same = [](const Surface& a, const Surface& b) { return a.text == b.text; };
  if (!std::is_sorted(surfaces.begin(), surfaces.end(), rising))
    std::stable_sort(surfaces.begin(), surfaces.end(), rising);
  const auto found = std::adjacent_find(surfaces.begin(), surfaces.end(), same);
  if (found == surfaces.end()) return;
  throw Error(ErrorKind::rulebook, file + ":" + std::to_string((found + 1)->line),
              "\"" + std::string(found->text) + "\" stands here a second time; keep one row of them");
}

void read_titles(const Gazetteer& from, CompiledRules& rules, RulePhrases& phrases) {
  std::vector<Surface> surfaces;
  const auto rows = static_cast<std::size_t>(std::count(from.text.begin(), from.text.end(), '\n'));
  surfaces.reserve(rows);
  rules.titles.reserve(rows);
  phrases.expect(rows);
  from.read({"surface", "name", "soc", "mapping", "policy"}, [&](const TsvRow& row) {
    surfaces.push_back({row.cells[0], row.line});
    const TitlePolicy policy = one_of<TitlePolicy>(kTitlePolicies, row.cells[4], from.file, row.line);
    const std::string_view names = row.cells[1];
    const bool several = names.find('|') != names.npos;
    const bool is_short = is_acronym(row.cells[0]) && !names.empty() &&
                          (several || policy == TitlePolicy::cue || policy == TitlePolicy::noun ||
                           policy == TitlePolicy::settled);
    rules.titles.push_back(
        {row.cells[0], names.substr(0, names.find('|')), row.cells[2], policy, is_short, names});
    phrases.add(row.cells[0], ListKind::title, static_cast<std::uint32_t>(rules.titles.size() - 1));
  });
  refuse_duplicates(std::move(surfaces), from.file);
}

void read_heads(const Gazetteer& from, CompiledRules& rules, RulePhrases& phrases) {
  static constexpr std::array<std::string_view, 3> kStrengths{"strong", "weak", "never_open"};
  from.read({"head", "strength", "note"}, [&](const TsvRow& row) {
    rules.heads.push_back(
        {row.cells[0], one_of<TitleHead::Strength>(kStrengths, row.cells[1], from.file, row.line)});
    phrases.add(row.cells[0], ListKind::title_head, static_cast<std::uint32_t>(rules.heads.size() - 1));
  });
}

void read_modifiers(const Gazetteer& from, CompiledRules& rules, RulePhrases& phrases) {
  static constexpr std::array<std::string_view, 3> kClasses{"level", "open", "stop"};
  from.read({"modifier", "class"}, [&](const TsvRow& row) {
    rules.modifiers.push_back(
        {row.cells[0], one_of<TitleModifier::Class>(kClasses, row.cells[1], from.file, row.line)});
    phrases.add(row.cells[0], ListKind::title_modifier,
                static_cast<std::uint32_t>(rules.modifiers.size() - 1));
  });
}

void read_credentials(const Gazetteer& from, CompiledRules& rules, RulePhrases& phrases) {
  from.read({"name", "abbreviation", "issuer", "aliases", "kind", "name_policy", "abbr_policy"},
            [&](const TsvRow& row) {
              const auto credential = static_cast<std::uint32_t>(rules.credentials.size());
              const std::string_view issuers = row.cells[2];
              const std::size_t bar = std::min(issuers.find('|'), issuers.size());
              rules.credentials.push_back({row.cells[0], row.cells[1], issuers.substr(0, bar),
                                           row.cells[4] == "license",
                                           issuers.substr(std::min(bar + 1, issuers.size()))});
              const auto add = [&](std::string_view surface, Policy policy, bool abbreviation) {
                if (surface.empty()) return;
                rules.credential_surfaces.push_back({credential, surface, policy, abbreviation});
                phrases.add(surface, ListKind::credential,
                            static_cast<std::uint32_t>(rules.credential_surfaces.size() - 1));
              };
              const Policy policy = one_of<Policy>(kPolicies, row.cells[5], from.file, row.line);
              add(row.cells[0], policy, false);
              if (!row.cells[1].empty())
                add(row.cells[1], one_of<Policy>(kPolicies, row.cells[6], from.file, row.line), true);
              for (const std::string_view alias : split(row.cells[3], '|')) {
                const bool acronym = is_acronym(alias);
                add(alias,
                    policy == Policy::never ? Policy::never
                    : acronym               ? Policy::exact_case
                                            : Policy::anywhere,
                    acronym);
              }
            });
}

void read_publishers(const Gazetteer& from, CompiledRules& rules, RulePhrases& phrases) {
  static constexpr std::array<std::string_view, 2> kCitingPolicies{"anywhere", "cue"};
  from.read({"name", "aliases", "kind", "country", "parent", "policy", "case"}, [&](const TsvRow& row) {
    const bool needs_cue = one_of<std::uint8_t>(kCitingPolicies, row.cells[5], from.file, row.line) == 1;
    const bool exact = !row.cells[6].empty();
    const std::string_view kind = row.cells[2];
    const bool publishes =
        kind == "government" || kind == "survey" || kind == "jobsite" || kind == "association";
    const auto add = [&](std::string_view surface) {
      rules.publishers.push_back({row.cells[0], surface, exact || is_acronym(surface), needs_cue, publishes});
      phrases.add(surface, ListKind::publisher, static_cast<std::uint32_t>(rules.publishers.size() - 1));
    };
    add(row.cells[0]);
    for (const std::string_view alias : split(row.cells[1], '|'))
      if (alias != row.cells[0]) add(alias);
  });
}

// A list whose words are found by the grammars of figures.
template <void read(const Gazetteer&, CompiledRules&)>
void without_phrases(const Gazetteer& from, CompiledRules& rules, RulePhrases& /*phrases*/) {
  read(from, rules);
}

}  // namespace

void read_gazetteers(const std::vector<RulebookFile>& files, CompiledRules& rules, RulePhrases& phrases) {
  struct List {
    std::string_view name;
    void (*read)(const Gazetteer&, CompiledRules&, RulePhrases&);
  };
  static constexpr std::array<List, 8> kLists{{{"titles", read_titles},
                                               {"title_heads", read_heads},
                                               {"title_modifiers", read_modifiers},
                                               {"credentials", read_credentials},
                                               {"publishers", read_publishers},
                                               {"currencies", without_phrases<read_currencies>},
                                               {"number_words", without_phrases<read_number_word_list>},
                                               {"amount_words", without_phrases<read_amount_word_list>}}};
  const auto list_of = [](const RulebookFile& file) {  // "gazetteers/titles.mine.tsv" → "titles"
    const std::string_view name = std::string_view(file.name).substr(file.name.find('/') + 1);
    return name.substr(0, name.find('.'));
  };
  const auto is_own = [&](const RulebookFile& file) {
    return file.name != "gazetteers/" + std::string(list_of(file)) + ".tsv";
  };
  for (const List& list : kLists) {
    std::unordered_set<std::string_view> own;
    for (const bool own_files : {true, false})
      for (const RulebookFile& file : files)
        if (list_of(file) == list.name && is_own(file) == own_files)
          list.read({file.name, file.text, own_files, own}, rules, phrases);
  }
  for (const RulebookFile& file : files)
    if (std::none_of(kLists.begin(), kLists.end(), [&](const List& l) { return l.name == list_of(file); }))
      throw Error(
          ErrorKind::rulebook, file.name,
          "is no gazetteer that is known: titles, title_heads, title_modifiers, credentials, "
          "publishers, currencies, number_words, amount_words; \"titles.mine.tsv\" would add to titles");
}

}  // namespace careerfacts
