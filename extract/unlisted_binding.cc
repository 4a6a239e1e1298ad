#include "extract/unlisted_binding.h"

#include <algorithm>

#include "extract/key_set.h"
#include "extract/source_evidence.h"
#include "extract/word_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kReach = 6;        // tokens between a cue and its source
constexpr std::uint32_t kMakerReach = 8;   // tokens between a survey and "by"
constexpr std::uint32_t kOwned = 3;        // tokens between a name and its survey
constexpr std::uint32_t kOwnWork = 6;      // the same behind "'s": "Larkspur's 2024 State of Hiring report"
constexpr std::uint32_t kApposition = 20;  // tokens between the commas behind a name
constexpr std::uint32_t kAside = 6;        // tokens of ", on the other hand,"
constexpr std::uint32_t kDate = 4;         // tokens of "in late 2024"
constexpr std::uint32_t kFigure = 4;       // tokens of a figure
constexpr std::size_t kLongestTag = 400;   // bytes of "<a href=…>"
constexpr std::uint32_t kLone = 10;        // tokens of a name alone, its brackets and its year
constexpr std::uint32_t kClaim = 6;        // tokens of a claim that a bracket behind it names the source of

SourceName unlisted(TokenRange at) { return {at, Trust::plain, {}, false, at}; }

// Words that stand between a name and its survey: "a Larkspur salary survey".
bool is_of_surveys(std::string_view word) {
  static constexpr WordSet kWords{"annual", "latest",    "recent", "new",          "pay",      "salary",
                                  "wage",   "national",  "global", "monthly",      "hiring",   "quarterly",
                                  "labor",  "labour",    "market", "job",          "jobs",     "talent",
                                  "user",   "workforce", "member", "compensation", "employer", "workplace"};
  return kWords.contains(word);
}

}  // namespace

// The same for a name that no list knows: it touches its verb, or what stands between says that it is a
// body.
void UnlistedBinder::bind_unlisted_subject(const SourceName& name, TokenRange cue, Trust least) {
  const bool told = unlisted_.vouched_before(sentence_, name.at.first);
  std::uint32_t behind = name.at.last;
  if (behind < cue.first && token(behind).is('.')) ++behind;  // "Larkspur & Co."
  if (is_bracketed_number(behind)) behind += 3;               // "Larkspur (2024) found"
  behind = behind_aside(behind, cue.first);
  while (behind < cue.first && is_adverb(behind)) ++behind;
  const bool called = is_called_body(name, behind, cue.first);
  if (called) ++behind;
  behind = behind_date(behind, cue.first);  // "the Larkspur index for May 2025 showed"
  const bool vouched = told || called || unlisted_.vouched_between({name.at.last, cue.first});
  if (behind != cue.first && !vouched) return;
  if (behind != cue.first && told && cue.first > behind) return;
  if (!vouched && (least != Trust::plain || !speaks_for_one(cue))) return;
  if (closes_quotation(name.at.first) || token(cue.first).upper_first) return;
  if (!vouched && name.at.first == sentence_.first && is_plural_noun(cue)) return;
  if (const auto body =
          unlisted_.body_in(block_, sentence_, name.at, vouched ? Slot::vouched : Slot::speaker))
    add_subject(unlisted(*body), cue);
}

// "the Larkspur union reckons": what kind of body it is, between the name and its verb.
bool UnlistedBinder::is_called_body(const SourceName& name, std::uint32_t i, std::uint32_t verb) const {
  static constexpr WordSet kKinds{"union",   "federation", "institute",   "association", "society",
                                  "council", "agency",     "recruiter",   "foundation",  "bank",
                                  "charity", "firm",       "consultancy", "site",        "pollster"};
  return i + 1 == verb && name.at.first > sentence_.first &&
         to_lower(scan_.word(name.at.first - 1)) == "the" && kKinds.contains(scan_.word(i));
}

// "Larkspur, a Leeds agency, says"
const SourceName* UnlistedBinder::subject_before_apposition(TokenRange cue) const {
  if (cue.first < sentence_.first + 4 || !token(cue.first - 1).is(',')) return nullptr;
  const std::uint32_t from = cue.first - std::min(cue.first - sentence_.first, kApposition);
  for (std::uint32_t i = cue.first - 1; i-- > from;)
    if (token(i).is(',')) {
      const SourceName* name = names_.last_before(block_, i, sentence_.first);
      const bool told = name != nullptr && name->at.last == i && unlisted_.vouched_between({i, cue.first});
      return told ? name : nullptr;
    }
  return nullptr;
}

// "Build projects, and …", "Write reports in the evening": what stands behind shows that it is no verb.
bool UnlistedBinder::is_plural_noun(TokenRange cue) const {
  static constexpr WordSet kBoth{"projects", "reports", "estimates", "forecasts",
                                 "notes",    "claims",  "states",    "measures"};
  static constexpr WordSet kBehind{"and", "or", "in", "on", "of", "for", "with", "from", "about", "to", "at"};
  if (!kBoth.contains(scan_.word(cue.first))) return false;
  return cue.last >= sentence_.last || !token(cue.last).is_word() || kBehind.contains(scan_.word(cue.last));
}

// A verb that one body may do: "reports", "found", and not "recruiters in Pune report".
bool UnlistedBinder::speaks_for_one(TokenRange cue) const {
  const std::string_view verb = scan_.word(cue.first);
  return verb.ends_with('s') || verb.ends_with("ed") || verb == "found" || verb == "said" || verb == "put" ||
         verb == "saw";
}

bool UnlistedBinder::is_bracketed_number(std::uint32_t i) const {
  return i + 2 < sentence_.last && token(i).is('(') && token(i + 1).is_number() && token(i + 2).is(')');
}

// "Larkspur, meanwhile, reports", "Larkspur, for its part, says"
std::uint32_t UnlistedBinder::behind_aside(std::uint32_t i, std::uint32_t end) const {
  static constexpr WordSet kOpens{"meanwhile", "however", "though", "too", "likewise", "similarly",
                                  "by",        "in",      "for",    "on",  "also",     "as"};
  static constexpr WordSet kParts{"contrast", "comparison", "turn",  "its",  "part", "the",  "other",
                                  "hand",     "fact",       "their", "well", "side", "more", "recently"};
  if (i + 2 >= end || !token(i).is(',') || !kOpens.contains(scan_.word(i + 1))) return i;
  for (std::uint32_t t = i + 2; t < end && t < i + kAside; ++t) {
    if (token(t).is(',')) return t + 1;
    if (!kParts.contains(scan_.word(t))) return i;
  }
  return i;
}

std::uint32_t UnlistedBinder::behind_date(std::uint32_t i, std::uint32_t end) const {
  static const KeySet kLeads{"for", "of", "in", "from"};
  if (i + 1 >= end || !kLeads.contains(token(i))) return i;
  for (std::uint32_t t = i + 1; t < end && t < i + kDate; ++t)
    if (year_in(scan_, {t, t + 1})) return t + 1;
  return i;
}

// "also", "has": between a name and its verb.
bool UnlistedBinder::is_adverb(std::uint32_t i) const {
  static constexpr WordSet kWords{"also",  "now",       "recently", "further", "itself",     "has",  "had",
                                  "still", "currently", "since",    "even",    "already",    "then", "last",
                                  "year",  "week",      "month",    "this",    "separately", "too"};
  return kWords.contains(scan_.word(i));
}

// "… a year," says X: the words of a person.
bool UnlistedBinder::closes_quotation(std::uint32_t i) const {
  return i > sentence_.first && token(i).space_before && token(i - 1).is('"') && !token(i - 1).space_before;
}

// ", says Larkspur", "Per Larkspur, …", "(per Larkspur)": in a clause of their own.
void UnlistedBinder::bind_beside(TokenRange cue) {
  if (closes_quotation(cue.first)) return;
  if (cue.first > sentence_.first) {
    const Token& before = token(cue.first - 1);
    if (before.is_word() || before.is_number() || before.is('"') || before.is('/') || before.is('%') ||
        before.is('$') || token(cue.first).upper_first)
      return;
  }
  std::uint32_t at = cue.last;
  const SourceName* name = name_from(at);
  if (name == nullptr) return;
  while (at < name->at.first && at < cue.last + kReach && token(at).is_word()) ++at;
  if (at != name->at.first || name->at.last > sentence_.last) return;
  const bool article = at == cue.last + 1 && scan_.word(cue.last) == "the";
  const bool vouched = unlisted_.vouched_before(sentence_, at);
  if (at != cue.last && !article && !vouched) return;
  if (name->trust != Trust::plain) {  // "…, finds Gallup"
    add(Binding::before, {cue.first, name->at.last}, source(*name, year_of({cue.first, name->at.last})));
    return;
  }
  if (const auto body =
          unlisted_.body_in(block_, sentence_, name->at, vouched ? Slot::vouched : Slot::speaker))
    add(Binding::before, {cue.first, body->last}, source(unlisted(*body), year_of({cue.first, body->last})));
}

// "Larkspur's 2024 survey", "a Larkspur survey"
void UnlistedBinder::bind_work(const CueHit& hit) {
  if (named_.empty()) return;
  const TokenRange cue = hit.at;
  const SourceName* name = names_.last_before(block_, cue.first, sentence_.first);
  if (name != nullptr)  // "Larkspur's 2024 State of Hiring report"
    if (const SourceName* owner = possessor_of(*name); owner != nullptr && name->at.last == cue.first)
      name = owner;
  if (name != nullptr && bind_of_subject(*name)) return;
  if (name != nullptr && name->trust != Trust::plain) {
    const TokenRange at{name->at.first, cue.last};
    if (is_possessive(name->at.last) && owns(*name, hit))
      add(Binding::before, at, source(*name, year_of(at)));
  } else if (name != nullptr && owns(*name, hit)) {
    if (const auto body = unlisted_.body_in(block_, sentence_, name->at, Slot::owner)) {
      const TokenRange at{name->at.first, cue.last};
      add(Binding::before, at, source(unlisted(*body), year_of(at)));
    }
    return;
  }
  bind_maker(cue);
}

// "Larkspur reported in its 2024 Pay Planning survey", "released its 2024 Work report": the work is
// Larkspur's.
bool UnlistedBinder::bind_of_subject(const SourceName& work) {
  std::uint32_t i = work.at.first;
  if (i > sentence_.first && token(i - 1).is_number()) --i;
  if (i == sentence_.first || (scan_.word(i - 1) != "its" && scan_.word(i - 1) != "their")) return false;
  const std::optional<int> year = year_in(scan_, {i, work.at.first});
  if (date_last_named(year)) return true;
  const SourceName* name = names_.last_before(block_, i - 1, sentence_.first);
  if (name == nullptr) return false;
  const TokenRange at{i - 1, work.at.last};
  if (name->trust != Trust::plain)
    add(Binding::before, at, source(*name, year));
  else if (const auto body = unlisted_.body_in(block_, sentence_, name->at, Slot::owner))
    add(Binding::before, at, source(unlisted(*body), year));
  else
    return false;
  return true;
}

// "a poll of 500 firms by Larkspur", "… from Larkspur"
void UnlistedBinder::bind_maker(TokenRange cue) {
  if (name_from(cue.last) == nullptr) return;
  for (std::uint32_t i = cue.last; i + 1 < sentence_.last && i < cue.last + kMakerReach; ++i) {
    if (!token(i).is_word() && !token(i).is_number()) return;
    if (holds_figure(figures_, {i, i + 1})) return;
    if (scan_.word(i) != "by" && scan_.word(i) != "from") continue;
    const std::uint32_t next = scan_.word(i + 1) == "the" ? i + 2 : i + 1;
    const SourceName* name = name_from(next);
    if (name == nullptr || name->at.first >= next + kOwned || name->at.last > sentence_.last) continue;
    // "a survey by the recruiter Larkspur"
    const bool told = name->at.first > next && unlisted_.vouched_before(sentence_, name->at.first);
    if (name->at.first > next && !told) continue;
    const TokenRange at{cue.first, name->at.last};
    if (name->trust != Trust::plain)
      add(Binding::before, at, source(*name, year_of(at)));
    else if (scan_.word(i) == "from" && !told && !follows_year(cue.first))
      return;  // "a poll of firms from Harrogate"
    else if (const auto body = unlisted_.body_in(block_, sentence_, name->at,
                                                 told                    ? Slot::vouched
                                                 : scan_.word(i) == "by" ? Slot::speaker
                                                                         : Slot::owner))
      add(Binding::before, at, source(unlisted(*body), year_of(at)));
    return;
  }
}

// "2024 poll"
bool UnlistedBinder::follows_year(std::uint32_t i) const {
  return i > sentence_.first && year_in(scan_, {i - 1, i}).has_value();
}

// Whether what stands between a name and a survey makes the one the owner of the other.
bool UnlistedBinder::owns(const SourceName& name, const CueHit& work) const {
  std::uint32_t first = name.at.last;
  const std::uint32_t last = work.at.first;
  const bool possessive = first < last && is_possessive(first);
  if (possessive) ++first;
  if (last - first > (possessive ? kOwnWork : kOwned)) return false;
  if (!possessive && (work.place == Place::after || !stands_with(name, work))) return false;
  for (std::uint32_t i = first; i < last; ++i)
    if (possessive && is_bracketed_number(i))
      i += 2;
    else if (!token(i).is_number() && !(token(i).is_word() && (possessive || is_of_surveys(scan_.word(i)))))
      return false;
  return true;
}

// "the Larkspur survey", "a 2024 Larkspur poll"; "Larkspur data show".
bool UnlistedBinder::stands_with(const SourceName& name, const CueHit& work) const {
  if (name.at.first > sentence_.first) {
    static constexpr WordSet kWords{"a",        "an",      "the",     "this",      "that",     "latest",
                                    "recent",   "new",     "annual",  "its",       "separate", "another",
                                    "second",   "earlier", "later",   "large",     "big",      "similar",
                                    "national", "further", "monthly", "quarterly", "one",      "different"};
    const std::uint32_t before = name.at.first - 1;
    if (token(before).is_number() || token(before).is('(') || kWords.contains(to_lower(scan_.word(before))))
      return true;
    return work.place == Place::any;
  }
  if (work.place != Place::any) return false;
  for (const CueHit& verb :
       scan_.cues(Feature::citing, {work.at.last, std::min(work.at.last + 2, sentence_.last)}))
    if (static_cast<Citing>(verb.value) == Citing::after_source) return true;
  return false;
}

// Whose "Larkspur's (2024) State of Hiring" is, listed or not.
const SourceName* UnlistedBinder::possessor_of(const SourceName& name) const {
  std::uint32_t i = name.at.first;
  if (i > sentence_.first && token(i - 1).is_number()) --i;
  if (i == sentence_.first || !is_possessive(i - 1)) return nullptr;
  const SourceName* owner = names_.last_before(block_, i - 1, sentence_.first);
  return owner != nullptr && owner->at.last == i - 1 ? owner : nullptr;
}

// What no list knows is a source with a year or its report, and alone behind a percentage.
bool UnlistedBinder::names_source_alone(const SourceName& name, TokenRange bracket,
                                        std::optional<int> year) const {
  if (year && bracket.last == name.at.last + 2 && token(name.at.last).is(',')) return true;
  if (year && bracket.last == name.at.last + 1)
    return bool(unlisted_.body_in(block_, sentence_, name.at, Slot::owner));
  if (bracket.last > name.at.last && token(name.at.last).is(',')) {
    const SourceName* report = names_.last_before(block_, bracket.last, name.at.last);
    return report != nullptr && report->trust == Trust::body && report->at.last == bracket.last;
  }
  if (bracket.last == name.at.last && is_linked(name.at) &&
      holds_figure(figures_,
                   {bracket.first - std::min(bracket.first - sentence_.first, kClaim), bracket.first}))
    return bool(unlisted_.body_in(block_, sentence_, name.at, Slot::owner));
  if (bracket.last != name.at.last || bracket.first < sentence_.first + kClaim) return false;
  const std::uint32_t behind = bracket.last + 1;
  if (behind < sentence_.last && !token(behind).is('.')) return false;
  return is_percent_before(bracket.first) && bool(unlisted_.body_in(block_, sentence_, name.at, Slot::owner));
}

// "… hire juniors. (Larkspur, 2024)", "… hire juniors. – Larkspur": after the full stop.
void UnlistedBinder::bind_lone_name() {
  const std::uint32_t first = sentence_.first;
  if (first == scan_.blocks[block_].tokens.first || sentence_.last - first > kLone) return;
  const Token& sign = token(first);
  if (!sign.is('(') && !sign.is('[') && !sign.is('-') && scan_.word(first) != "—") return;
  const SourceName* name = name_at(first + 1);
  if (name == nullptr || name->at.last > sentence_.last) return;
  for (std::uint32_t i = name->at.last; i < sentence_.last; ++i)
    if (token(i).is_word()) return;
  const std::optional<int> year = year_in(scan_, {name->at.last, sentence_.last});
  if (name->trust != Trust::plain)
    add(Binding::bracketed, sentence_, source(*name, year));
  else if (const auto body = unlisted_.body_in(block_, sentence_, name->at, Slot::owner))
    add(Binding::bracketed, sentence_, source(unlisted(*body), year));
}

// Whether a name is the whole text of a link: "([Larkspur](https://…))".
bool UnlistedBinder::is_linked(TokenRange name) const {
  const Document& document = *scan_.document;
  const std::size_t begin = document.map.to_raw(scan_.span(name)).begin;
  if (begin == 0 || begin > document.raw.size()) return false;
  if (document.raw[begin - 1] == '[') return true;
  if (document.raw[begin - 1] != '>') return false;
  const std::string_view before =
      std::string_view(document.raw)
          .substr(begin - std::min(begin, kLongestTag), std::min(begin, kLongestTag));
  const std::size_t tag = before.rfind('<');
  return tag != before.npos && before.substr(tag).starts_with("<a ");
}

// "Some 61% of firms hire juniors – Larkspur": at the end of a claim of percentages.
void UnlistedBinder::bind_signature() {
  if (figures_.empty() || figures_.front() >= sentence_.last) return;
  std::uint32_t end = sentence_.last;
  while (end > sentence_.first && (token(end - 1).is('.') || token(end - 1).is(')'))) --end;
  std::optional<int> year;
  if (end > sentence_.first + 2 && token(end - 1).is_number()) {
    year = year_in(scan_, {end - 1, end});
    if (!year) return;
    --end;
    if (token(end - 1).is(',')) --end;
  }
  const SourceName* name = names_.last_before(block_, end, sentence_.first);
  if (name == nullptr || name->trust != Trust::plain || name->at.last != end ||
      name->at.first < sentence_.first + kClaim)
    return;
  const std::uint32_t dash = name->at.first - 1;
  if (!token(dash).space_before || !token(name->at.first).space_before ||
      (!token(dash).is('-') && scan_.word(dash) != "—") || token(dash - 1).is('"') ||
      !is_percent_before(dash))
    return;
  if (const auto body = unlisted_.body_in(block_, sentence_, name->at, Slot::speaker))
    add(Binding::bracketed, {dash, sentence_.last}, source(unlisted(*body), year));
}

// "Glassdoor says $60,000; Payscale, $62,000": a name for which the verb of another is meant.
void UnlistedBinder::bind_gapped_names() {
  const std::size_t bound = bounds_.size();
  if (bound == first_of_sentence_) return;
  for (const SourceName& name : named_) {
    if (name.at.first < sentence_.first + 2 || name.at.last + 1 >= sentence_.last) continue;
    const std::uint32_t before = name.at.first - 1;
    static constexpr WordSet kJoins{"and", "while", "but", "whereas"};
    if (!token(before).is(';') && !kJoins.contains(scan_.word(before))) continue;
    std::uint32_t next = name.at.last;
    if (is_possessive(next)) ++next;  // "Payscale's is $54,000"
    if (token(next).is(',')) ++next;
    static constexpr WordSet kLeads{"at", "about", "has", "around", "roughly", "says", "is", "was"};
    if (token(next).is('~') || kLeads.contains(scan_.word(next))) ++next;
    const bool after_comma =
        token(before).is(';') || token(before - 1).is(',') || scan_.word(before) == "while" ||
        holds_figure(figures_, {before - std::min(before - sentence_.first, kFigure), before});
    if ((next == name.at.last && !after_comma) || !holds_figure(figures_, {next, next + 1})) continue;
    if (name.trust != Trust::plain)
      add(Binding::subject, name.at, source(name, std::nullopt));
    else if (const auto body = unlisted_.body_in(block_, sentence_, name.at, Slot::speaker))
      add(Binding::subject, *body, source(unlisted(*body), std::nullopt));
  }
}

}  // namespace careerfacts
