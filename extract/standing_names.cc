#include "extract/standing_names.h"

#include <algorithm>

#include "extract/source_evidence.h"
#include "extract/word_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kMeasured = 3;  // tokens of "median, " before a name
constexpr std::uint32_t kBracket = 12;  // tokens of a bracket, or of a caption, that names a source

}  // namespace

// The bracket that a name stands in; only what is measured may stand before it: "(median, BLS)".
std::uint32_t StandingNameBinder::bracket_before(const SourceName& name) const {
  static constexpr WordSet kMeasures{
      "median", "mean",     "average", "averages", "medians", "annual",  "hourly", "wage", "wages", "pay",
      "salary", "national", "base",    "US",       "source",  "sources", "per",    "from", "data"};
  std::uint32_t i = name.at.first - 1;
  if (name.trust > Trust::listed) return i;
  for (std::uint32_t n = 0; n < kMeasured && i > sentence_.first; ++n, --i)
    if (!token(i).is(',') && !token(i).is(':') && !kMeasures.contains(to_lower(scan_.word(i)))) break;
  return token(i).is('(') ? i : name.at.first - 1;
}

void StandingNameBinder::bind_brackets() {
  for (const SourceName& name : named_) {
    if (name.at.first == sentence_.first || name.at.first + 1 >= sentence_.last) continue;
    const std::uint32_t i = bracket_before(name);
    if (!token(i).is('(') && !token(i).is('[')) continue;
    if (token(i).is('(') && is_abbreviation_of_name_before(name, i)) continue;
    std::uint32_t close = name.at.last;
    if (token(close < sentence_.last ? close : i).is('-') && !token(close).space_before)
      continue;  // "SHRM-CP"
    const std::uint32_t limit = std::min(sentence_.last, name.at.last + kBracket);
    while (close < limit && !token(close).is(')') && !token(close).is(']')) ++close;
    if (close >= limit) continue;
    const std::optional<int> year = year_in(scan_, {name.at.last, close});
    if (name.trust == Trust::plain && !names_source_alone(name, {i, close}, year)) continue;
    if (name.trust == Trust::body && !year && close != name.at.last) continue;
    add(Binding::bracketed, {i, close + 1}, source(name, year));
  }
}

bool StandingNameBinder::is_abbreviation_of_name_before(const SourceName& name, std::uint32_t bracket) const {
  if (name.at.first == sentence_.first || !token(bracket).is('(')) return false;
  if (name.at.last != name.at.first + 1 || !token(name.at.first).all_upper) return false;
  const SourceName* before = names_.last_before(block_, bracket, sentence_.first);
  return before != nullptr && before->at.last == bracket;
}

void StandingNameBinder::bind_label_of_share() {
  constexpr std::uint32_t kLead = 3;    // tokens between the colon and the figure
  constexpr std::uint32_t kFigure = 6;  // tokens of the figure, and "of"
  // What bodies are called, but more often what is told of: "Job outlook: 5%".
  static constexpr WordSet kTopics{"outlook", "report",     "survey", "research", "statistics", "review",
                                   "study",   "department", "guide",  "network",  "analytics",  "insights",
                                   "office",  "monitor",    "board",  "union",    "college",    "center"};
  const SourceName* name = name_at(sentence_.first + (token(sentence_.first).is_word() ? 0 : 1));
  if (name == nullptr || name->trust == Trust::plain || name->at.last + kLead >= sentence_.last) return;
  if (!token(name->at.last).is(':') || !token(name->at.last - 1).upper_first ||
      kTopics.contains(to_lower(scan_.word(name->at.last - 1))))
    return;
  const std::uint32_t colon = name->at.last;
  if (!holds_figure(figures_, {colon, colon + 1 + kLead})) return;
  for (std::uint32_t i = colon + 2; i + 2 < sentence_.last && i < colon + kLead + kFigure; ++i) {
    if (scan_.word(i) != "of") continue;
    if (is_percent_before(i) && !token(i + 1).upper_first)
      add(Binding::subject, {name->at.first, colon + 1}, source(*name, year_of(name->at)));
    return;
  }
}

void StandingNameBinder::bind_bare_names() {
  const auto publishes = [](const SourceName& name) { return name.publishes_figures; };
  if (std::none_of(named_.begin(), named_.end(), publishes)) return;
  if (!holds_figure(figures_, sentence_) && !token(sentence_.last - 1).is(':') &&
      scan_.document->blocks[block_].kind != BlockKind::cell)
    return;
  for (const SourceName& name : named_) {
    if (!name.publishes_figures || name.at.last > sentence_.last || is_work_of_another(name)) continue;
    if (is_abbreviation_of_name_before(name, name.at.first - 1)) continue;
    if (name.trust == Trust::clear ? dealt_with(name)
                                   : !heads_its_line(name) && !opens_with(name) && !ends_lead(name))
      continue;
    add(Binding::near, name.at, source(name, year_of(name.at)));
  }
}

void StandingNameBinder::bind_caption() {
  const ScannedBlock& scanned = scan_.blocks[block_];
  if (scan_.document->blocks[block_].kind != BlockKind::paragraph || sentence_.last != scanned.tokens.last ||
      sentence_.first != scanned.tokens.first || sentence_.last - sentence_.first > kBracket)
    return;
  const std::uint32_t first = sentence_.first + (token(sentence_.first).is('(') ? 1 : 0);
  const SourceName* name = name_at(first);
  if (name == nullptr || name->trust == Trust::plain || name->at.last > sentence_.last) return;
  for (std::uint32_t i = name->at.last; i < sentence_.last; ++i)
    if (token(i).is_word() && !edition_in(scan_, {i, sentence_.last}) && scan_.word(i) != "data") return;
  const std::optional<int> year = year_in(scan_, {name->at.last, sentence_.last});
  if (year || first > sentence_.first) add(Binding::label, sentence_, source(*name, year));
}

// "registered with the Department of Labor", "not BLS", "the BLS budget": named, but not as who says so.
bool StandingNameBinder::dealt_with(const SourceName& name) const {
  static constexpr WordSet kAffairs{"budget",   "funding",   "staff",   "chief",   "commissioner",
                                    "director", "president", "profile", "account", "headquarters",
                                    "layoffs",  "employees", "page",    "profiles"};
  if (name.at.last < sentence_.last && kAffairs.contains(scan_.word(name.at.last))) return true;
  static constexpr WordSet kWords{"not", "no", "at", "with", "for", "to", "join"};
  std::uint32_t i = name.at.first;
  if (i > sentence_.first && to_lower(scan_.word(i - 1)) == "the") --i;
  if (i == sentence_.first) return false;
  return kWords.contains(to_lower(scan_.word(i - 1)));
}

// "On Indeed, cooks report …"
bool StandingNameBinder::opens_with(const SourceName& name) const {
  return name.at.first == sentence_.first + 1 && scan_.word(sentence_.first) == "On" &&
         name.at.last < sentence_.last && token(name.at.last).is(',');
}

// "Salaries for welders from Built In:"
bool StandingNameBinder::ends_lead(const SourceName& name) const {
  static constexpr WordSet kWords{"from", "by", "via", "per"};
  return name.at.last + 1 == sentence_.last && token(name.at.last).is(':') &&
         name.at.first > sentence_.first && kWords.contains(scan_.word(name.at.first - 1));
}

// "Indeed: $87,000"
bool StandingNameBinder::heads_its_line(const SourceName& name) const {
  if (name.trust != Trust::listed || name.at.first != scan_.blocks[block_].tokens.first) return false;
  if (name.at.last >= sentence_.last) return false;
  const Token& next = token(name.at.last);
  return next.is(':') || next.is('|') ||
         ((next.is('-') || scan_.word(name.at.last) == "—") && next.space_before);
}

}  // namespace careerfacts
