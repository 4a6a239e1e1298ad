#include "extract/source_binding.h"

#include <algorithm>

#include "extract/key_set.h"
#include "extract/source_evidence.h"
#include "extract/standing_names.h"
#include "extract/word_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kReach = 6;       // tokens between a cue and its source
constexpr std::uint32_t kBeside = 2;      // the same where the cue says little by itself
constexpr std::uint32_t kAfterLabel = 3;  // tokens behind the name of a label without a colon
constexpr std::uint32_t kOwn = 3;         // tokens between "our" and its survey

// Words that may stand between a cue and a name that no list knows.
bool leads_to_name(std::string_view word) {
  static constexpr WordSet kWords{"the",    "a",       "an",       "its",    "our",  "recent",
                                  "latest", "annual",  "new",      "their",  "this", "most",
                                  "data",   "from",    "by",       "report", "of",   "survey",
                                  "study",  "figures", "research", "at",     "site", "website"};
  return kWords.contains(word);
}

class Binder : StandingNameBinder {
 public:
  Binder(const Scan& scan, const SourceNames& names, UnlistedNames& unlisted, const FigureTokens& figures,
         std::uint32_t block, std::vector<BoundSource>& bounds)
      : StandingNameBinder(scan, names, unlisted, figures.block, block, bounds), of_page_(figures.page) {}

  void run() {
    const ScannedBlock& scanned = scan_.blocks[block_];
    for (std::uint32_t s = scanned.first_sentence; s < scanned.last_sentence; ++s) {
      if (!start(scan_.sentences[s])) continue;
      bind_by_cues();
      if (!named_.empty()) {
        bind_note();
        bind_caption();
        bind_lone_name();
        bind_label_of_share();
        bind_brackets();
        bind_signature();
        bind_gapped_names();
        bind_bare_names();
      }
      if (bounds_.size() > first_of_sentence_ + 1) finish_sentence();
    }
  }

 private:
  void bind_by_cues() {
    for (const CueHit& cue : cues_) {
      if (cue.at.last > sentence_.last) continue;
      switch (static_cast<Citing>(cue.value)) {
        case Citing::before_source:
          if (ends_title(cue.at.first)) break;  // "data analysts at X": who is paid
          bind_after_cue(cue.at, Binding::before, kReach, Trust::plain);
          break;
        case Citing::before_listed:
          if (is_own_count(cue.at) || is_made_by(cue.at)) break;
          bind_after_cue(cue.at, Binding::before, kBeside, Trust::body);
          break;
        case Citing::after_source:
          bind_subject(cue.at, Trust::body);
          break;
        case Citing::after_name:
          bind_subject(cue.at, Trust::plain);
          break;
        case Citing::label:
          if (cue.place == Place::before) break;  // bind_note
          bind_after_cue(
              cue.at,
              opens_bracket(cue.at.first) && !is_note(cue.at.first) ? Binding::bracketed : Binding::label,
              kReach, cue.place == Place::after ? Trust::body : Trust::plain);
          break;
        case Citing::above:
          bind_after_cue(cue.at, Binding::above, sentence_.last - cue.at.last, Trust::body);
          break;
        case Citing::below:
          bind_after_cue(cue.at, Binding::below, sentence_.last - cue.at.last, Trust::body);
          break;
        case Citing::page:
          if (cue.place == Place::before && (!frames_page() || lists_names(cue.at.last))) break;
          bind_after_cue(cue.at, cue.place == Place::after ? Binding::page_all : Binding::page, kReach,
                         Trust::body);
          break;
        case Citing::vague:
          add_vague(cue);
          break;
        case Citing::same:
          if (cue.place == Place::any) bind_own_work(cue.at);
          if (cue.place == Place::any || is_thrown_in_same(cue.at)) add(Binding::same, cue.at, {});
          if (cue.place == Place::before && (begins_sentence(cue.at.first) || follows_opening(cue.at.first)))
            add(Binding::refers, cue.at, {});
          break;
        case Citing::goes_on:
          if (begins_sentence(cue.at.first) &&
              (cue.place != Place::next || holds_figure(figures_, {cue.at.last, cue.at.last + 1})))
            add(Binding::goes_on, cue.at, {});
          break;
        case Citing::beside:
          bind_beside(cue.at);
          break;
        case Citing::work:
          bind_work(cue);
          break;
        case Citing::compares:
          add(Binding::goes_on, cue.at, {});
          break;
        default:
          break;
      }
    }
  }

  // "We read 900 ads on LinkedIn": the page counted them itself.
  bool is_own_count(TokenRange cue) const {
    if (scan_.word(cue.last - 1) != "on") return false;
    for (std::uint32_t i = sentence_.first; i < cue.first && i < sentence_.first + kOwn; ++i)
      if (const std::string word = to_lower(scan_.word(i)); word == "we" || word == "i" || word == "our")
        return true;
    return false;
  }

  // "run by the Larkspur Institute", "issued by the Council": who grants it, not who says so.
  bool is_made_by(TokenRange cue) const {
    static constexpr WordSet kMade{"run",        "issued",   "offered",    "awarded",   "granted",
                                   "owned",      "managed",  "accredited", "funded",    "administered",
                                   "backed",     "set",      "regulated",  "licensed",  "employed",
                                   "recognized", "approved", "sponsored",  "overseen",  "governed",
                                   "created",    "founded",  "maintained", "certified", "recognised"};
    return cue.first > sentence_.first && scan_.word(cue.first) == "by" &&
           kMade.contains(scan_.word(cue.first - 1));
  }

  // "…, the site said, …", "…, it found": thrown in, of who was named before.
  bool is_thrown_in_same(TokenRange cue) const {
    const std::uint32_t words = cue.last - cue.first;
    if (cue.first == sentence_.first || !token(cue.first - 1).is(',')) return false;
    if (!(words == 2 && scan_.word(cue.first) == "it") && !(words == 3 && scan_.word(cue.first) == "the"))
      return false;
    return cue.last >= sentence_.last || token(cue.last).is(',') || token(cue.last).is('.');
  }

  // Whether the word is the last of a listed title of more words.
  bool ends_title(std::uint32_t word) const {
    constexpr std::uint32_t kLongest = 4;  // tokens of a title
    if (!ends_with_at(word)) return false;
    const std::uint32_t from = word - std::min(word - sentence_.first, kLongest);
    for (std::uint32_t h = scan_.hit_from(block_, from); h < scan_.blocks[block_].last_hit; ++h) {
      const Hit& hit = scan_.hits[h];
      if (hit.first >= word) break;
      if (hit.list == ListKind::title && hit.last == word + 1) return true;
    }
    return false;
  }

  bool ends_with_at(std::uint32_t word) const {
    return word + 1 < sentence_.last && scan_.word(word + 1) == "at";
  }

  // Whether the sentence gives no figure, and all figures of the page stand behind it, or before.
  bool frames_page() const {
    return !of_page_.empty() && (of_page_.front() >= sentence_.last || of_page_.back() < sentence_.first);
  }

  // "from X, Y and Z": which figure is whose is not told.
  bool lists_names(std::uint32_t from) const {
    const SourceName* name = name_from(from);
    return name != nullptr && name->at.last + 1 < sentence_.last && token(name->at.last).is(',') &&
           name_at(name->at.last + 1) != nullptr;
  }

  // "(Salaries as per X)", a block of its own
  bool is_note(std::uint32_t i) const { return is_alone() && i == sentence_.first + 1; }

  // Whether the sentence is all of its block.
  bool is_alone() const {
    const TokenRange block = scan_.blocks[block_].tokens;
    return sentence_.first == block.first && sentence_.last == block.last;
  }

  // "… are from", "… are national medians", not "… are rising".
  bool says_what_figures_are(std::uint32_t i) const {
    static constexpr WordSet kWords{"from",     "based",    "taken",    "drawn",    "sourced",
                                    "provided", "reported", "gathered", "compiled", "collected",
                                    "courtesy", "via",      "those",    "estimates"};
    if (i < sentence_.last && kWords.contains(scan_.word(i))) return true;
    return scan_.first_cue(Feature::statistic, {i, std::min(i + kReach, sentence_.last)}) != nullptr;
  }

  // "Figures are average wages from the BLS.": a line of its own, whatever cue binds its source.
  void bind_note() {
    if (cues_.empty() || !is_alone() || holds_figure(figures_, sentence_)) return;
    for (const CueHit& cue : cues_) {
      if (static_cast<Citing>(cue.value) != Citing::label || cue.place != Place::before) continue;
      if (!opens_note(scan_, sentence_, cue.at.first) || !says_what_figures_are(cue.at.last)) return;
      for (std::size_t b = first_of_sentence_; b < bounds_.size(); ++b)
        if (bounds_[b].source.grade == SourceGrade::named && bounds_[b].binding != Binding::subject &&
            bounds_[b].at.last > cue.at.last) {
          const TokenRange at{cue.at.first, bounds_[b].at.last};
          if (bounds_[b].binding == Binding::label)
            bounds_[b].at = at;
          else
            add(Binding::label, at, SourceFound(bounds_[b].source));
          return;
        }
      return;
    }
  }

  // Behind "However," as well.
  bool begins_sentence(std::uint32_t i) const {
    if (i == sentence_.first + 2) return token(i - 1).is(',') && token(i - 2).is_word();
    return i == sentence_.first;
  }

  // "As of March 2025 it shows", "For welders the agency foresees": behind an opening that names nobody.
  bool follows_opening(std::uint32_t i) const {
    constexpr std::uint32_t kOpening = 6;  // tokens
    static const KeySet kOpens{"as",     "in",    "for", "on",         "by",
                               "across", "among", "at",  "nationally", "overall"};
    if (i > sentence_.first + kOpening || !kOpens.contains(token(sentence_.first))) return false;
    const TokenRange opening{sentence_.first, i};
    const SourceName* name = name_from(opening.first);
    return (name == nullptr || name->at.first >= i) && !holds_figure(figures_, opening);
  }

  bool opens_bracket(std::uint32_t i) const { return i > sentence_.first && token(i - 1).is('('); }

  // The name that follows a cue.
  void bind_after_cue(TokenRange cue, Binding binding, std::uint32_t reach, Trust least) {
    const SourceName* name = name_from(cue.last);
    if (name == nullptr || name->at.first > cue.last + reach) return;
    bool direct = true;  // nothing between but what leads to a name
    for (std::uint32_t i = cue.last; name != nullptr && i < sentence_.last && i <= cue.last + reach; ++i) {
      if (name->at.first == i) {
        if (name->trust <= least && name->trust != Trust::plain
                ? true
                : least == Trust::plain && (direct || unlisted_.vouched_before(sentence_, i))) {
          if (name->at.last > sentence_.last) return;
          if (binding == Binding::label && !is_label({cue.first, name->at.last})) return;
          if (name->trust == Trust::plain &&
              (unlisted_.is_other_word(name->at) || unlisted_.is_code(name->at.last, sentence_.last)))
            return;
          if (name->trust == Trust::plain && bind_owner_after_cue(cue, binding, *name)) return;
          const TokenRange at{cue.first, with_partners(*name).last};
          // "$58,000 (based on X), or …"
          if (binding == Binding::before && opens_bracket(cue.first) && at.last < sentence_.last &&
              token(at.last).is(')'))
            binding = Binding::bracketed;
          std::optional<int> year = year_of(at);
          // "Source: X, Wage Statistics, 2024"
          if (!year && binding == Binding::label && (ends_with_year() || !names_another(*name)))
            year = year_in(scan_, {name->at.last, sentence_.last});
          add(binding, at, source(*name, year));
          return;
        }
        direct = false;
        i = name->at.last - 1;
        name = name_from(name->at.last);
        continue;
      }
      const Token& here = token(i);
      if (here.is('.') || here.is(';') || here.is('!') || here.is('?')) return;
      if (binding != Binding::above && binding != Binding::below &&
          (here.is(',') || (here.is(':') && i > cue.last)))
        return;
      if (holds_figure(figures_, {i, i + 1})) return;
      if (here.is_word() && !leads_to_name(to_lower(scan_.word(i)))) direct = false;
    }
  }

  // "…, 2024", "…, 2024)"
  bool ends_with_year() const {
    std::uint32_t i = sentence_.last;
    while (i > sentence_.first + 2 && (token(i - 1).is('.') || token(i - 1).is(')'))) --i;
    return i > sentence_.first + 2 && token(i - 2).is(',') && year_in(scan_, {i - 1, i}).has_value();
  }

  // Whether a name of the gazetteer stands behind it that is not the same publisher's.
  bool names_another(const SourceName& name) const {
    return std::any_of(named_.begin(), named_.end(), [&](const SourceName& other) {
      return other.at.first > name.at.first && other.trust <= Trust::listed &&
             other.canonical != name.canonical;
    });
  }

  // "Source: X", "Data from X."; "Data from X show that …" is a sentence.
  bool is_label(TokenRange at) const {
    if (sentence_.last - at.last <= kAfterLabel) return true;
    for (std::uint32_t i = at.first; i < at.last; ++i)
      if (token(i).is(':')) return true;
    return false;
  }

  // The name that stands before a cue: "BLS data … show", "the Bureau, a federal agency, projects".
  void bind_subject(TokenRange cue, Trust least) {
    if (named_.empty()) return;
    const std::uint32_t from = cue.first - std::min(cue.first - sentence_.first, kReach);
    const SourceName* name = names_.last_before(block_, cue.first, sentence_.first);
    if (name == nullptr || is_work_of_another(*name)) return;
    const SourceName* told = subject_before_apposition(cue);
    if (told != nullptr) name = told;
    if (const SourceName* owner = owner_of(*name)) {
      if (owner->trust == Trust::plain || is_named_before(*owner, *name)) {
        bind_owner(*name, *owner, cue);
        return;
      }
      name = owner;  // "Indeed's Best Jobs list"
    }
    if (is_abbreviation_of_name_before(*name, name->at.first - 1))
      name = names_.last_before(block_, name->at.first - 1, sentence_.first);
    if ((name->at.last + 3 < from && name != told) || follows(*name, "not") || follows(*name, "no")) return;
    const std::uint32_t gap = cue.first - behind_date(name->at.last, cue.first);
    const bool possessive = gap > 0 && (scan_.word(name->at.last) == "'s" || token(name->at.last).is('\''));
    bool comma = false;
    for (std::uint32_t i = name->at.last; i < cue.first; ++i) {
      if (token(i).is(';') || token(i).is(':') || token(i).is('|')) return;
      comma = comma || token(i).is(',');
    }
    if (name->trust == Trust::plain) {
      bind_unlisted_subject(*name, cue, least);
      return;
    }
    // "Remote data", after "Remote Work Statistics".
    if (name->trust == Trust::body && name->at.last == name->at.first + 1 &&
        name->full.first == name->at.first && unlisted_.is_other_word(name->at))
      return;
    if (comma && gap > 1) {
      if (behind_aside(name->at.last, cue.first) == name->at.last && name->trust != Trust::clear &&
          !unlisted_.vouched_between({name->at.last, cue.first}))
        return;
    } else if (comma && (name->trust == Trust::listed || name->at.first == sentence_.first)) {
      return;  // "Indeed, surveys show"
    } else if (name->trust == Trust::listed && gap > 3 && !possessive) {
      return;
    }
    add_subject(*name, cue);
  }

  bool follows(const SourceName& name, std::string_view word) const {
    return name.at.first > sentence_.first && to_lower(scan_.word(name.at.first - 1)) == word;
  }

  std::span<const std::uint32_t> of_page_;  // all its figures
};

}  // namespace

void bind_sources(const Scan& scan, const SourceNames& names, UnlistedNames& unlisted,
                  const FigureTokens& figures, std::uint32_t block, std::vector<BoundSource>& bounds) {
  Binder(scan, names, unlisted, figures, block, bounds).run();
}

}  // namespace careerfacts
