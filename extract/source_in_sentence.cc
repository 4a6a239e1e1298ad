// Which of the sources of its own sentence a figure has: the part of Attributor that reads prose.
#include <algorithm>

#include "extract/attribution.h"
#include "extract/key_set.h"
#include "extract/source_evidence.h"
#include "extract/word_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kTouching = 3;  // tokens between a figure and "per X" right behind it

}  // namespace

// Index of the first source that is bound in the sentence or after it.
std::uint32_t Attributor::first_in_sentence(std::uint32_t block, TokenRange sentence) const {
  const auto begin = bound_.begin() + first_of_block_[block],
             end = bound_.begin() + first_of_block_[block + 1];
  const auto at = std::lower_bound(
      begin, end, sentence.first, [](const BoundSource& b, std::uint32_t t) { return b.sentence.first < t; });
  return static_cast<std::uint32_t>(at - bound_.begin());
}

bool Attributor::semicolon_in(TokenRange range) const {
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (scan_.tokens[i].is(';')) return true;
  return false;
}

// "…, the Bureau reports; the top 10% made over $90,000": the same goes on.
bool Attributor::goes_on_behind_semicolon(TokenRange range) const {
  for (std::uint32_t i = range.first; i + 1 < range.last; ++i)
    if (scan_.tokens[i].is(';'))
      for (const CueHit& cue : scan_.cues(Feature::citing, {i + 1, i + 2}))
        if (static_cast<Citing>(cue.value) == Citing::goes_on) return true;
  return false;
}

// Whether the last figure before `token` is a percentage.
bool Attributor::last_is_percent(std::uint32_t token) const {
  const auto after = std::lower_bound(figures_.begin(), figures_.end(), token);
  return after != figures_.begin() && percent_[static_cast<std::size_t>(after - figures_.begin()) - 1];
}

// Whether no more than a period ("a year") stands between.
bool Attributor::touches(TokenRange between) const {
  if (between.last > between.first + kTouching) return false;
  for (std::uint32_t i = between.first; i < between.last; ++i)
    if (!scan_.tokens[i].is_word() || scan_.word(i) == "and" || scan_.word(i) == "but") return false;
  return true;
}

// "61% walk out, studies show, and 22% …": between two commas.
bool Attributor::is_aside(TokenRange at) const {
  return at.first > 0 && scan_.tokens[at.first - 1].is(',') && at.last < scan_.tokens.size() &&
         scan_.tokens[at.last].is(',');
}

// "…, and one study found …": a clause that is joined to the one before does not speak of that.
bool Attributor::opens_clause(TokenRange at, TokenRange sentence) const {
  static constexpr WordSet kBefore{"the",  "a",   "an",     "one",  "another",
                                   "some", "new", "recent", "most", "several"};
  std::uint32_t i = at.first;
  while (i > sentence.first && kBefore.contains(scan_.word(i - 1))) --i;
  if (i < sentence.first + 2) return false;
  const std::string_view join = scan_.word(i - 1);
  return (join == "and" || join == "but" || join == "while" || join == "whereas" || join == "yet") &&
         (scan_.tokens[i - 2].is(',') || scan_.tokens[i - 2].is(';') || join == "while" || join == "whereas");
}

// "X says …, and we see 61% …", "…, and 20% of our readers": a clause of its own, of what the page knows.
bool Attributor::is_told_by_page(TokenRange after, TokenRange figure) const {
  static const KeySet kJoins{"and", "but", "while", "whereas", "though", "although"};
  static const KeySet kOwn{"we", "our", "i", "my"};
  std::uint32_t join = figure.first;
  const auto joins = [&](std::uint32_t i) {  // "…, my teacher says $45,000" too
    const Token& token = scan_.tokens[i];
    return kJoins.contains(token) || token.is(';') || (token.is(',') && kOwn.contains(scan_.tokens[i + 1]));
  };
  while (join > after.first && !joins(join)) --join;
  if (join == after.first) return false;
  for (std::uint32_t i = join + 1; i < after.last; ++i) {
    if (kOwn.contains(scan_.tokens[i])) return true;
    const Token& here = scan_.tokens[i];
    if (i >= figure.last && (here.is(',') || here.is(';') || kJoins.contains(here))) return false;
  }
  return false;
}

// The source of the figure's own sentence: the bracket behind it; else what was named last before it, if that
// speaks of what follows; else what is named next after it, if that speaks of what precedes.
std::uint32_t Attributor::in_sentence(std::uint32_t block, TokenRange sentence, TokenRange figure) const {
  std::uint32_t left = kNone, right = kNone, bracket = kNone, near = kNone;
  const std::uint32_t begin = first_in_sentence(block, sentence);
  std::uint32_t end = begin;
  while (end < first_of_block_[block + 1] && bound_[end].sentence.first == sentence.first) ++end;
  const bool percent = last_is_percent(figure.first + 1);
  std::uint32_t spoken_from = sentence.first;  // where the figures begin that the next source may speak of
  for (std::uint32_t i = begin; i < end; ++i) {
    const BoundSource& bound = bound_[i];
    if (bound.source.grade == SourceGrade::none) continue;
    const bool before = bound.at.first < figure.first;
    switch (bound.binding) {
      case Binding::bracketed:
        // "Average (Glassdoor): $48,000", "Top 10% (Glassdoor): over $90,000"
        if (before && near == kNone &&
            (!holds_figure(figures_, {sentence.first, bound.at.first}) ||
             scan_.tokens[bound.at.last].is(':')))
          near = i;
        if (!before && bracket == kNone && !semicolon_in({figure.last, bound.at.first})) bracket = i;
        break;
      case Binding::relative:
        if (!before && bracket == kNone && !holds_figure(figures_, {figure.last, bound.at.first}))
          bracket = i;
        break;
      case Binding::near:
      case Binding::label:
      case Binding::above:
      case Binding::below:
      case Binding::page:
      case Binding::page_all:
        if (before || near == kNone) near = i;
        break;
      default: {
        // "$60,000 per Glassdoor and $62,000 per Payscale"
        if (!before && bracket == kNone && bound.binding == Binding::before &&
            bound.source.grade == SourceGrade::named && touches({figure.last, bound.at.first}))
          bracket = i;
        const bool closes = holds_figure(figures_, {spoken_from, bound.at.first});
        if (before) {
          if ((!closes || !semicolon_in({bound.at.last, figure.first}) ||
               (percent && last_is_percent(bound.at.first)) ||
               goes_on_behind_semicolon({bound.at.last, figure.first})) &&
              !is_told_by_page({bound.at.last, sentence.last}, figure))
            left = i;
        } else if (right == kNone && left == kNone) {
          std::uint32_t next = i + 1 < end ? bound_[i + 1].at.first : sentence.last;
          for (std::uint32_t t = bound.at.last; t < next; ++t)
            if (scan_.tokens[t].is(';')) next = t;
          const bool opens = holds_figure(figures_, {bound.at.last, std::max(next, bound.at.last)});
          const bool ahead = bound.binding == Binding::before &&
                             (bound.source.grade == SourceGrade::named || is_aside(bound.at));
          if (!opens_clause(bound.at, sentence) && ((ahead || !opens)) &&
              !semicolon_in({figure.last, bound.at.first}))
            right = i;
        }
        spoken_from = bound.at.last;
      }
    }
  }
  if (bracket != kNone) return bracket;
  if (left != kNone) return left;
  if (right != kNone) return right;
  return near;
}

}  // namespace careerfacts
