#include "extract/owned_works.h"

#include "extract/key_set.h"
#include "extract/source_evidence.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kFar = 6;     // tokens between an owner and its work, if it is not named before
constexpr std::uint32_t kOwn = 3;     // tokens before a work that may hold its year
constexpr std::uint32_t kTitle = 12;  // tokens of a work's name and its year

}  // namespace

// "In its 2023 salary survey", "…, its latest survey shows": of the body that its sentence names before it,
// or the sentence before that says nothing else of a source.
void OwnedWorkBinder::bind_own_work(TokenRange cue) {
  static const KeySet kWorks{"survey", "report", "study",   "guide",     "poll",     "index",
                             "census", "data",   "tracker", "barometer", "analysis", "outlook"};
  if (scan_.word(cue.first) != "its" || !kWorks.contains(token(cue.last - 1))) return;
  const std::optional<int> year = year_in(scan_, cue);
  if (date_last_named(year)) return;
  const SourceName* name = names_.last_before(block_, cue.first, sentence_.first);
  if (name == nullptr && sentence_.first > scan_.blocks[block_].tokens.first) {
    const TokenRange before = scan_.sentence_at(block_, sentence_.first - 1);
    if (bounds_.empty() || bounds_.back().sentence.first < before.first)
      name = names_.last_before(block_, sentence_.first, before.first);
  }
  if (name == nullptr || name->trust == Trust::plain) return;
  add(Binding::before, cue, source(*name, year));
}

// "according to Larkspur's Cost of Hiring Report 2024": Larkspur says so, in the year behind its work.
bool OwnedWorkBinder::bind_owner_after_cue(TokenRange cue, Binding binding, const SourceName& name) {
  std::uint32_t end = name.at.first;
  while (end < name.at.last && !scan_.is_possessive(end)) ++end;
  if (end == name.at.last || end == name.at.first || binding != Binding::before) return false;
  std::uint32_t last = end;
  while (last < sentence_.last && last < end + kTitle && !token(last).is(',') &&
         !holds_figure(figures_, {last, last + 1}))
    ++last;
  const TokenRange owner{name.at.first, end};
  add(binding, {cue.first, name.at.last},
      source({owner, Trust::plain, {}, false, owner}, year_in(scan_, {end, last})));
  return true;
}

// Whose work a name is: "Deloitte's State of AI", "LinkedIn … its 2022 Jobs on the Rise list".
const SourceName* OwnedWorkBinder::owner_of(const SourceName& name) const {
  std::uint32_t i = name.at.first;
  if (i > sentence_.first && token(i - 1).is_number()) {
    --i;
    if (i > sentence_.first + 1 && token(i - 1).upper_first && scan_.word(i - 2) == "'s")
      --i;  // "NACE's Winter 2025 Salary Survey"
  }
  if (i == sentence_.first) return nullptr;
  const std::string_view word = scan_.word(i - 1);
  const bool possessive = word == "'s";
  if (!possessive && word != "its" && word != "their") return nullptr;
  const SourceName* owner = names_.last_before(block_, i - 1, sentence_.first);
  if (possessive && (owner == nullptr || owner->at.last != i - 1)) return owner_named_before(i - 2);
  if (owner == nullptr || (owner->trust == Trust::plain && !possessive)) return nullptr;
  return owner;
}

// "the institute's Pay Census": the last body of the block that is called so; the word stands at `noun`.
const SourceName* OwnedWorkBinder::owner_named_before(std::uint32_t noun) const {
  if (noun < sentence_.first + 1 || to_lower(scan_.word(noun - 1)) != "the") return nullptr;
  const std::span<const SourceName> all = names_.in(block_);
  for (auto name = all.rbegin(); name != all.rend(); ++name) {
    if (name->at.last >= noun || name->trust == Trust::plain) continue;
    for (std::uint32_t i = name->at.first; i < name->at.last; ++i)
      if (token(i).key == token(noun).key) return &*name;
  }
  return nullptr;
}

// Whether more than "'s" and a year parts an owner from its work.
bool OwnedWorkBinder::is_named_before(const SourceName& owner, const SourceName& work) const {
  return scan_.is_possessive(owner.at.last) ? false : work.at.first > owner.at.last + kFar;
}

// "Larkspur's 2024 Work Index found": the work is listed, or called an index, and its owner says so.
void OwnedWorkBinder::bind_owner(const SourceName& work, const SourceName& owner, TokenRange cue) {
  const std::uint32_t from = work.at.first - std::min(work.at.first - sentence_.first, kOwn);
  const std::optional<int> year = year_in(scan_, {from, std::min(cue.last + 1, sentence_.last)});
  if (owner.trust != Trust::plain) {
    add(Binding::subject, {work.at.first, cue.last}, source(owner, year));
  } else if (const auto body = unlisted_.body_in(block_, sentence_, owner.at, UnlistedNames::Slot::owner)) {
    add(Binding::subject, {body->first, cue.last},
        source({*body, Trust::plain, work.canonical, work.publishes_figures, *body}, year));
  } else {
    add_subject(work, cue);
  }
}

// Whether it is the work of a source that is bound already, which then takes its year.
bool OwnedWorkBinder::is_work_of_another(const SourceName& name) {
  const SourceName* owner = owner_of(name);
  if (owner == nullptr) return false;
  for (std::size_t b = first_of_sentence_; b < bounds_.size(); ++b)
    if (bounds_[b].source.at && bounds_[b].source.at->begin == token(owner->at.first).begin) {
      if (!bounds_[b].source.year) bounds_[b].source.year = year_of(name.at);
      return true;
    }
  return false;
}

}  // namespace careerfacts
