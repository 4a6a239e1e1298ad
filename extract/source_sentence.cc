#include "extract/source_sentence.h"

#include <algorithm>
#include <string>

#include "extract/source_evidence.h"
#include "extract/word_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kYearReach = 3;    // tokens between a name and its year
constexpr std::uint32_t kOwnYear = 5;      // tokens from "in its" to the year of its report
constexpr std::uint32_t kAskedReach = 10;  // tokens from "asked" to the year of asking
constexpr std::uint32_t kOwn = 3;          // tokens between "our" and its survey
constexpr std::uint32_t kShare = 5;        // tokens of "% of", and of the words before who says so
constexpr std::uint32_t kRelative = 6;     // tokens of a figure and "that"
constexpr std::uint32_t kKind = 4;         // tokens of "the job board" before a name
constexpr std::uint32_t kAside = 9;        // tokens between a verb and the comma that ends an aside
constexpr std::uint32_t kLongFigure = 10;  // tokens of a percentage and what stands between it and a bracket

// Whether it speaks of figures of its own sentence first.
bool is_of_sentence(Binding binding) {
  return binding == Binding::before || binding == Binding::subject || binding == Binding::bracketed ||
         binding == Binding::near || binding == Binding::relative;
}

// Those that begin in the sentence; `left` goes on behind it.
template <class Found>
std::span<const Found> cut_off(std::span<const Found>& left, TokenRange sentence) {
  std::size_t first = 0, last = 0;
  while (first < left.size() && left[first].at.first < sentence.first) ++first;
  for (last = first; last < left.size() && left[last].at.first < sentence.last;) ++last;
  const std::span<const Found> within = left.subspan(first, last - first);
  left = left.subspan(last);
  return within;
}

}  // namespace

bool SourceSentence::start(TokenRange sentence) {
  sentence_ = sentence;
  first_of_sentence_ = bounds_.size();
  cues_ = cut_off(cues_left_, sentence);
  named_ = cut_off(names_left_, sentence);
  return !cues_.empty() || !named_.empty();
}

const SourceName* SourceSentence::name_from(std::uint32_t i) const {
  const auto at = std::lower_bound(named_.begin(), named_.end(), i,
                                   [](const SourceName& n, std::uint32_t t) { return n.at.first < t; });
  return at != named_.end() ? &*at : nullptr;
}

const SourceName* SourceSentence::name_at(std::uint32_t i) const {
  const SourceName* name = name_from(i);
  return name != nullptr && name->at.first == i ? name : nullptr;
}

// A name that two cues bind is bound once: "a 2022 study by X found"; only a label may come on top.
void SourceSentence::add(Binding binding, TokenRange at, SourceFound source) {
  if (source.grade == SourceGrade::named && is_of_sentence(binding))
    for (std::size_t i = first_of_sentence_; i < bounds_.size(); ++i)
      if (bounds_[i].source.grade == SourceGrade::named && bounds_[i].source.at->begin <= source.at->begin &&
          source.at->begin < bounds_[i].source.at->end) {
        // "… worked from home in 2024 (BLS)": the year of what is told, outside the brackets.
        if (!bounds_[i].source.year && bounds_[i].binding != Binding::bracketed)
          bounds_[i].source.year = source.year;
        return;
      }
  bounds_.push_back({block_, sentence_, at, binding, std::move(source)});
}

SourceFound SourceSentence::source(const SourceName& name, std::optional<int> year) const {
  const TokenRange at = with_partners(name);
  const bool alone = at.last == name.at.last;
  return {SourceGrade::named, std::string(scan_.text(alone ? name.full : at)), name.canonical, year,
          scan_.span(at)};
}

bool SourceSentence::date_last_named(std::optional<int> year) {
  for (std::size_t b = bounds_.size(); b > first_of_sentence_; --b) {
    SourceFound& source = bounds_[b - 1].source;
    if (source.grade != SourceGrade::named) continue;
    if (!source.year) source.year = year;
    return true;
  }
  return false;
}

// "the Bureau of Labor Statistics and Salary.com"
TokenRange SourceSentence::with_partners(const SourceName& name) const {
  TokenRange at = name.at;
  while (at.last + 1 < sentence_.last) {
    std::uint32_t next = at.last;
    if (token(next).is(',')) ++next;
    if (scan_.word(next) != "and" && !token(next).is('&')) break;
    const SourceName* partner = name_at(next + 1);
    if (partner == nullptr || partner->trust == Trust::plain || partner->at.last > sentence_.last) break;
    at.last = partner->at.last;
  }
  return at;
}

// The year that stands before a name and its cue, between them, or just behind the name.
std::optional<int> SourceSentence::year_of(TokenRange at) const {
  std::uint32_t from = at.first;
  while (from > sentence_.first && from + kYearReach > at.first && !token(from - 1).is(',') &&
         !token(from - 1).is(';') && !token(from - 1).is('('))
    --from;
  std::uint32_t to = std::min(sentence_.last, at.last + kYearReach);
  for (std::uint32_t i = at.last; i < to; ++i)
    if (token(i).is(';')) to = i;
  std::optional<int> year = year_in(scan_, {from, to});
  if (!year) year = year_of_work(at.first);
  // "In 2022, a survey by X found"
  const bool opened =
      from == sentence_.first + 3 && token(from - 1).is(',') && scan_.word(sentence_.first) == "In";
  return year || !opened ? year : year_in(scan_, {sentence_.first + 1, sentence_.first + 2});
}

// "in the 2024 wage survey of the Bureau": the year of what the name at `name` made.
std::optional<int> SourceSentence::year_of_work(std::uint32_t name) const {
  static constexpr WordSet kWorks{"survey",  "report", "study", "release",
                                  "edition", "census", "guide", "statistics"};
  if (name > sentence_.first && scan_.word(name - 1) == "the") --name;
  if (name < sentence_.first + 3) return std::nullopt;
  const std::string_view join = scan_.word(name - 1);
  if ((join != "of" && join != "by" && join != "from") || !kWorks.contains(scan_.word(name - 2)))
    return std::nullopt;
  for (std::uint32_t i = name - 2; i > sentence_.first && i + kYearReach > name - 2 && token(i).is_word();
       --i)
    if (const auto year = year_in(scan_, {i - 1, i})) return year;
  return std::nullopt;
}

void SourceSentence::add_subject(const SourceName& name, TokenRange cue) {
  const TokenRange at{name.at.first, cue.last};
  const std::uint32_t before = at.first - std::min(at.first - sentence_.first, kYearReach);
  std::optional<int> year = year_in(scan_, {before, cue.first});
  if (!year) year = year_in(scan_, {cue.first, std::min(sentence_.last, cue.last + 1)});
  if (!year) year = year_behind(cue.last);
  if (!year && !holds_figure(figures_, sentence_)) year = year_in(scan_, sentence_);
  add(is_relative(name.at.first)              ? Binding::relative
      : is_thrown_in(name.at.first, cue.last) ? Binding::before
                                              : Binding::subject,
      at, source(name, year));
}

// "says in its (latest) 2024 report", "found in 2024"
std::optional<int> SourceSentence::year_behind(std::uint32_t verb) const {
  // "surveyed its users in 2023"
  static constexpr WordSet kAsked{"surveyed", "polled", "asked", "interviewed", "questioned", "quizzed"};
  if (kAsked.contains(scan_.word(verb - 1)))
    for (std::uint32_t i = verb; i + 1 < sentence_.last && i < verb + kAskedReach; ++i) {
      if (holds_figure(figures_, {i, i + 1}) || token(i).is(',') || token(i).is(':')) break;
      if (scan_.word(i) != "in") continue;
      if (const auto year = edition_in(scan_, {i, std::min(i + 3, sentence_.last)})) return year;
      if (const auto year = year_in(scan_, {i, i + 2})) return year;
    }
  // "a poll taken in 2024"
  static constexpr WordSet kMade{"taken", "conducted", "published", "released", "carried", "done",
                                 "made",  "fielded",   "run",       "issued",   "held"};
  if (verb + 2 < sentence_.last && kMade.contains(scan_.word(verb)))
    verb += scan_.word(verb + 1) == "out" ? 2 : 1;
  if (verb + 1 >= sentence_.last || scan_.word(verb) != "in") return std::nullopt;
  const bool own = scan_.word(verb + 1) == "its" || scan_.word(verb + 1) == "their";
  return year_in(scan_, {verb, std::min(sentence_.last, verb + (own ? kOwnYear : 2))});
}

// "49% of jobs, the Federation says, and …", "…, the Bureau said on Thursday, while …": between two commas
// it speaks of both sides.
bool SourceSentence::is_thrown_in(std::uint32_t name, std::uint32_t behind) const {
  if (behind < sentence_.last && token(behind).is(',')) return true;
  static constexpr WordSet kJoins{"and", "but", "while", "whereas", "that", "as", "to", "so", "yet"};
  for (std::uint32_t n = 0; n < kKind && name > sentence_.first && token(name - 1).is_word(); ++n, --name)
    if (kJoins.contains(scan_.word(name - 1))) return false;  // "…, the job board X said, …"
  if (name == sentence_.first || !token(name - 1).is(',')) return false;
  for (std::uint32_t i = behind; i < sentence_.last && i < behind + kAside; ++i) {
    if (token(i).is(',')) return true;
    if (year_in(scan_, {i, i + 1})) continue;  // "…, X said in its 2024 pay survey, …"
    if (!token(i).is_word() || holds_figure(figures_, {i, i + 1})) return false;
  }
  return false;
}

// "the 7% that X reports"
bool SourceSentence::is_relative(std::uint32_t name) const {
  if (name > sentence_.first && scan_.word(name - 1) == "the") --name;
  return name > sentence_.first + 1 && (scan_.word(name - 1) == "that" || scan_.word(name - 1) == "which") &&
         holds_figure(figures_, {name - std::min(name - sentence_.first, kRelative), name - 1});
}

// Whether the last figure of the sentence before `token` is a percentage.
bool SourceSentence::is_percent_before(std::uint32_t end) const {
  const auto after = std::lower_bound(figures_.begin(), figures_.end(), end);
  if (after == figures_.begin() || *(after - 1) < sentence_.first) return false;
  for (std::uint32_t i = *(after - 1); i < end && i < *(after - 1) + kLongFigure; ++i)
    if (token(i).is('%') || scan_.word(i).starts_with("per") || scan_.word(i) == "pct") return true;
  return false;
}

// "a poll of our own alumni": the page asked them itself.
bool SourceSentence::asks_own(TokenRange cue) const {
  constexpr std::uint32_t kAsked = 4;  // tokens: "of 300 of our"
  for (std::uint32_t k = cue.last - 1; k < sentence_.last && k < cue.last + kAsked; ++k) {
    if (scan_.word(k) == "our" || scan_.word(k) == "my") return true;
    if (!token(k).is_word() && !token(k).is_number()) return false;
  }
  return false;
}

// "our own straw poll says": what the page says itself.
bool SourceSentence::is_of_page(std::uint32_t i) const {
  for (std::uint32_t k = i; k > sentence_.first && k + kOwn > i; --k)
    if (const std::string word = to_lower(scan_.word(k - 1)); word == "our" || word == "my") return true;
  return false;
}

// "Managers say", not "her managers say", "managers say they plan", or the words of a person.
bool SourceSentence::is_group(TokenRange cue) const {
  static constexpr WordSet kOwners{"my", "his", "her", "their", "your", "its"};
  static constexpr WordSet kThemselves{"they", "it", "she", "he", "we", "i"};
  if (!scan_.word(cue.first).ends_with('s')) return false;
  std::uint32_t before = cue.first;
  for (std::uint32_t n = 0; n < kOwn && before > sentence_.first; ++n, --before) {
    if (token(before - 1).is('"')) return false;
    if (kOwners.contains(to_lower(scan_.word(before - 1)))) return false;
  }
  const std::uint32_t behind =
      cue.last + (cue.last < sentence_.last && scan_.word(cue.last) == "that" ? 1 : 0);
  return behind >= sentence_.last || !kThemselves.contains(to_lower(scan_.word(behind)));
}

// "61% of employers say": those who were asked, not who asked them.
bool SourceSentence::is_of_share(std::uint32_t i) const {
  const std::uint32_t from = i - std::min(i - sentence_.first, kShare);
  for (; i > from + 1; --i)
    if (scan_.word(i - 1) == "of")
      return token(i - 2).is('%') || scan_.word(i - 2) == "percent" || scan_.word(i - 2) == "cent";
  return false;
}

// "2022 survey found"
TokenRange SourceSentence::with_year(TokenRange cue) const {
  return {cue.first > sentence_.first && token(cue.first - 1).is_number() ? cue.first - 1 : cue.first,
          cue.last};
}

void SourceSentence::add_vague(const CueHit& cue) {
  if (is_of_page(cue.at.first) || asks_own(cue.at) || is_of_share(cue.at.first) ||
      scan_.begins_title(block_, cue.at))
    return;
  if (cue.place == Place::after && !is_group(cue.at)) return;
  add(Binding::before, cue.at,
      {SourceGrade::vague, {}, {}, year_in(scan_, with_year(cue.at)), scan_.span(cue.at)});
}

// Order by place; "a recent survey by Gallup" is Gallup's.
void SourceSentence::finish_sentence() {
  const auto begin = bounds_.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_);
  std::stable_sort(begin, bounds_.end(),
                   [](const BoundSource& a, const BoundSource& b) { return a.at.first < b.at.first; });
  const auto is_named = [](const BoundSource& b) { return b.source.grade == SourceGrade::named; };
  if (std::none_of(begin, bounds_.end(), is_named)) {
    drop_vague_beside_same();
    return;
  }
  std::vector<BoundSource> kept;
  for (auto it = begin; it != bounds_.end(); ++it) {
    const bool overruled = it->source.grade != SourceGrade::named &&
                           std::any_of(begin, bounds_.end(), [&](const BoundSource& b) {
                             return is_named(b) && b.binding != Binding::label &&
                                    !holds_figure(figures_, {std::min(it->at.first, b.at.first),
                                                             std::max(it->at.last, b.at.last)});
                           });
    if (!overruled) kept.push_back(*it);
  }
  bounds_.resize(first_of_sentence_);
  for (BoundSource& bound : kept) bounds_.push_back(std::move(bound));
}

// "the same study says" is not some study.
void SourceSentence::drop_vague_beside_same() {
  const auto begin = bounds_.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_);
  for (auto it = begin; it != bounds_.end(); ++it)
    if (it->source.grade == SourceGrade::vague)
      for (auto other = begin; other != bounds_.end(); ++other)
        if (other->binding == Binding::same && other->at.first < it->at.last &&
            it->at.first < other->at.last) {
          it->source = {};
          it->was_vague = true;
          it->binding = Binding::same;
        }
}

}  // namespace careerfacts
