// What goes on with the source of the sentence before: the part of Attributor that reads "the same report",
// openings that go on, and shares of the same people.
#include <algorithm>

#include "extract/word_set.h"

#include "extract/attribution.h"
#include "extract/key_set.h"
#include "extract/source_evidence.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLongestCarry = 64;  // sources looked back at for what "the same report" means
constexpr std::uint32_t kBeside = 6;         // tokens between a name and "survey"
constexpr std::uint32_t kOpening = 3;        // tokens of a sentence before its share
constexpr std::uint32_t kLongFigure = 5;     // tokens of a percentage and the word behind it

}  // namespace

// What each sentence goes on with, where it names no source itself.
void Attributor::carry_over(std::uint32_t block) {
  const ScannedBlock& scanned = scan_.blocks[block];
  auto next = first_of_block_[block];
  for (std::uint32_t s = scanned.first_sentence; s < scanned.last_sentence; ++s) {
    const TokenRange sentence = scan_.sentences[s];
    const bool first = s == scanned.first_sentence;
    bool same = false, dated = false, goes_on = false, above = false;
    const auto begin = next;
    for (; next < bound_.size() && bound_[next].sentence.first == sentence.first; ++next) {
      const BoundSource& bound = bound_[next];
      same = same || bound.binding == Binding::same;
      dated = dated || (bound.binding == Binding::same && scan_.word(bound.at.first) != "its") ||
              follows_same(bound);
      goes_on = goes_on || bound.binding == Binding::refers ||
                (bound.binding == Binding::goes_on && !first && continues(sentence, scan_.sentences[s - 1]));
      above = above || (first && goes_on_above(bound) && continues(sentence, scan_.sentences[s - 1]));
      if (bound.source.grade != SourceGrade::none &&
          (bound.binding != Binding::relative || last_of_sentence_[s] == kNone))
        last_of_sentence_[s] = next;
    }
    if (dated && last_of_sentence_[s] != kNone) date_by_same(last_of_sentence_[s]);
    if (last_of_sentence_[s] != kNone) {
      // "… stood at 4%. (Bureau of Labor Statistics)": a bracket behind the full stop.
      if (!first && next == begin + 1 && bound_[begin].binding == Binding::bracketed &&
          bound_[begin].at.first <= sentence.first + 1 && bound_[begin].at.last + 2 >= sentence.last &&
          last_of_sentence_[s - 1] == kNone)
        carried_[s - 1] = begin;
      continue;
    }
    if (same) {
      const std::uint32_t from = same_from(block);
      for (std::uint32_t i = next; i-- > 0 && next - i <= kLongestCarry;) {
        if (bound_[i].block < from) break;
        if (bound_[i].source.grade == SourceGrade::none || bound_[i].binding == Binding::relative) continue;
        carried_[s] = i;
        break;
      }
      if (carried_[s] == kNone) carried_[s] = work_named_before(begin, next);
      for (auto i = begin; i < next && carried_[s] == kNone && last_of_sentence_[s] == kNone; ++i)
        if (bound_[i].was_vague && !is_told_by_us({sentence.first, bound_[i].at.first})) {
          bound_[i].source.grade = SourceGrade::vague;
          bound_[i].source.at = scan_.span(bound_[i].at);
          last_of_sentence_[s] = i;
        }
      if (last_of_sentence_[s] != kNone) continue;
    } else if (!first && heads_block(scanned.first_sentence)) {
      carried_[s] = last_of_sentence_[scanned.first_sentence];
    } else if (above || (!first && (goes_on || introduces(s - 1) ||
                                    (last_of_sentence_[s - 1] != kNone &&
                                     shares_of_the_same(sentence, scan_.sentences[s - 1]))))) {
      carried_[s] = last_of_sentence_[s - 1];
    }
    if (carried_[s] != kNone && !bound_[carried_[s]].source.year &&
        !holds_figure(figures_, bound_[carried_[s]].sentence))
      bound_[carried_[s]].source.year =
          year_of_edition(scan_, sentence, holds_pay(sentence) || !holds_figure(figures_, sentence));
    last_of_sentence_[s] = carried_[s];
  }
}

// "In our reader poll 58% of respondents …", "of those we asked": the page's own survey.
bool Attributor::is_told_by_us(TokenRange before) const {
  static constexpr WordSet kUs{"our", "my", "we"};
  for (std::uint32_t t = before.first; t < before.last; ++t)
    if (kUs.contains(to_lower(scan_.word(t)))) return true;
  return false;
}

// "the survey also found", many paragraphs behind "a survey by X": the last named source that is called so;
// `first` to `last` are what the sentence binds.
std::uint32_t Attributor::work_named_before(std::uint32_t first, std::uint32_t last) const {
  static const KeySet kWorks{"survey", "report", "study",     "poll",   "index",
                             "guide",  "census", "barometer", "tracker"};
  static const KeySet kAsked{"survey", "poll", "study", "asked", "polled", "surveyed", "questioned"};
  static const KeySet kAnswerers{"respondent", "those"};
  const KeySet* sought = nullptr;
  KeySet own{1};
  for (std::uint32_t i = first; i < last; ++i) {
    if (bound_[i].binding != Binding::same) continue;
    for (std::uint32_t t = bound_[i].at.first; t < bound_[i].at.last; ++t)
      if (kWorks.contains(scan_.tokens[t])) {
        own = KeySet{1};
        own.add(scan_.tokens[t].key);
        sought = &own;
      } else if (kAnswerers.contains(scan_.tokens[t])) {
        sought = &kAsked;
      }
  }
  if (sought == nullptr) return kNone;
  for (std::uint32_t i = first; i-- > 0 && first - i <= kLongestCarry;) {
    if (bound_[i].source.grade != SourceGrade::named || bound_[i].binding == Binding::relative) continue;
    const TokenRange sentence = bound_[i].sentence;
    const std::uint32_t from = bound_[i].at.first - std::min(bound_[i].at.first - sentence.first, kBeside);
    for (std::uint32_t t = from; t < std::min(bound_[i].at.last + kBeside, sentence.last); ++t)
      if (sought->contains(scan_.tokens[t])) return i;
  }
  return kNone;
}

// "X: chefs earn $60,000. Their tips come to $8,000."
bool Attributor::heads_block(std::uint32_t sentence) const {
  if (last_of_sentence_[sentence] == kNone) return false;
  const BoundSource& bound = bound_[last_of_sentence_[sentence]];
  return bound.binding == Binding::near && bound.sentence.first == scan_.sentences[sentence].first &&
         bound.at.first == bound.sentence.first && bound.at.last < bound.sentence.last &&
         scan_.tokens[bound.at.last].is(':');
}

// "the same X data"
bool Attributor::follows_same(const BoundSource& bound) const {
  if (bound.source.grade != SourceGrade::named) return false;
  std::uint32_t i = bound.at.first - std::min(bound.at.first - bound.sentence.first, 1U);
  for (; i < bound.at.last; ++i)
    if (scan_.word(i) == "same") return true;
  return false;
}

// "The same X survey": of the year that X was named with.
void Attributor::date_by_same(std::uint32_t bound) {
  SourceFound& source = bound_[bound].source;
  for (std::uint32_t i = bound; i-- > 0 && bound - i <= kLongestCarry && !source.year;)
    if (bound_[i].source.name == source.name) source.year = bound_[i].source.year;
}

// Whether a sentence names a source and gives no figure: "X asks its members every spring." What the next
// one tells is from it.
bool Attributor::introduces(std::uint32_t s) const {
  if (last_of_sentence_[s] == kNone || holds_figure(figures_, scan_.sentences[s])) return false;
  const BoundSource& bound = bound_[last_of_sentence_[s]];
  return bound.sentence.first == scan_.sentences[s].first && bound.source.grade == SourceGrade::named &&
         (bound.binding == Binding::before || bound.binding == Binding::subject) && !states(bound);
}

// "X reports that there are 40 jobs", "X expects 57,900 jobs": told in full.
bool Attributor::states(const BoundSource& bound) const {
  const std::uint32_t next = bound.at.last;
  if (next >= bound.sentence.last) return false;
  static constexpr WordSet kGives{"counts", "counted", "expects", "projects", "estimates", "forecasts",
                                  "sees",   "found",   "finds",   "lists",    "reports",   "predicts"};
  if (next + 1 < bound.sentence.last && kGives.contains(scan_.word(next)) &&
      scan_.tokens[next + 1].is_number())
    return true;
  // "X's outlook says that"
  if (next + 1 < bound.sentence.last && scan_.tokens[next].is_word() && scan_.word(next + 1) == "that")
    return true;
  return scan_.word(next) == "that" || scan_.word(next - 1) == "that" || scan_.tokens[next].is_number();
}

// "The lowest 10 percent …" at the begin of a paragraph: of the wages in the one above.
bool Attributor::goes_on_above(const BoundSource& bound) const {
  static constexpr WordSet kParts{"ten", "tenth", "quarter", "fifth", "decile", "percent"};
  if (bound.binding != Binding::goes_on || bound.block == 0) return false;
  const std::vector<Block>& blocks = scan_.document->blocks;
  const Block& before = blocks[bound.block - 1];
  if (before.kind != BlockKind::paragraph || blocks[bound.block].kind != BlockKind::paragraph ||
      before.section != blocks[bound.block].section ||
      scan_.blocks[bound.block - 1].first_sentence == scan_.blocks[bound.block - 1].last_sentence)
    return false;
  const std::uint32_t last = bound.at.last - 1;
  return to_lower(scan_.word(bound.at.first)) == "the" &&
         (scan_.tokens[last].is_number() || kParts.contains(scan_.word(last)));
}

// The keys of the words whose shares a sentence gives: "employers" in "61% of employers". With a reach, of
// the first figure alone, which must stand within so many tokens.
std::vector<std::uint64_t> Attributor::groups_in(TokenRange sentence, std::uint32_t reach) const {
  std::vector<std::uint64_t> groups;
  for (auto at = std::lower_bound(figures_.begin(), figures_.end(), sentence.first);
       at != figures_.end() && *at < sentence.last; ++at) {
    if (reach != kNone && *at > sentence.first + reach) break;
    if (percent_[static_cast<std::size_t>(at - figures_.begin())])
      for (std::uint32_t i = *at; i + 2 < sentence.last && i < *at + kLongFigure; ++i)
        if (scan_.word(i) == "of")
          groups.push_back(scan_.tokens[i + (scan_.word(i + 1) == "the" ? 2 : 1)].key);
    if (reach != kNone) break;
  }
  return groups;
}

// "61% of employers …" and then "22% of employers …".
bool Attributor::shares_of_the_same(TokenRange one, TokenRange other) const {
  const std::vector<std::uint64_t> group = groups_in(one, kOpening);
  if (group.empty()) return false;
  const std::vector<std::uint64_t> before = groups_in(other, kNone);
  return std::find(before.begin(), before.end(), group[0]) != before.end();
}

// Whether a sentence may go on about the data of the one before: where that has figures, of one kind with its
// own.
bool Attributor::continues(TokenRange one, TokenRange other) const {
  const auto kinds = [&](TokenRange range) {
    int found = 0;
    for (auto at = std::lower_bound(figures_.begin(), figures_.end(), range.first);
         at != figures_.end() && *at < range.last; ++at)
      found |= percent_[static_cast<std::size_t>(at - figures_.begin())] ? 1 : 2;
    return found;
  };
  return kinds(other) == 0 || (kinds(one) & kinds(other)) != 0;
}

}  // namespace careerfacts
