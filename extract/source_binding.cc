#include "extract/source_binding.h"

#include <algorithm>
#include <array>

#include "extract/source_evidence.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kReach = 6;        // tokens between a cue and its source
constexpr std::uint32_t kBeside = 2;       // the same where the cue says little by itself
constexpr std::uint32_t kYearReach = 3;    // tokens between a name and its year
constexpr std::uint32_t kAfterLabel = 3;   // tokens behind the name of a label without a colon
constexpr std::uint32_t kBracket = 12;     // tokens of a bracket that names a source
constexpr std::uint32_t kMakerReach = 8;   // tokens between a survey and "by"
constexpr std::uint32_t kOwned = 3;        // tokens between a name and its survey
constexpr std::uint32_t kOwnWork = 6;      // the same behind "'s": "Larkspur's 2024 State of Hiring report"
constexpr std::uint32_t kApposition = 14;  // tokens between the commas behind a name
constexpr std::uint32_t kClaim = 6;        // tokens of a claim that a bracket behind it names the source of
constexpr std::uint32_t kAside = 4;        // tokens between a verb and the comma that ends an aside

// Words that may stand between a cue and a name that no list knows.
bool leads_to_name(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kWords{
      "the", "a",      "an",    "its",     "our",      "recent", "latest", "annual",
      "new", "their",  "this",  "most",    "data",     "from",   "by",     "report",
      "of",  "survey", "study", "figures", "research", "at",     "site",   "website"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Words that stand between a name and its survey: "a Larkspur salary survey".
bool is_of_surveys(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kWords{
      "annual", "latest",  "recent", "new",       "pay",    "salary",       "wage",     "national",
      "global", "monthly", "hiring", "quarterly", "labor",  "labour",       "market",   "job",
      "jobs",   "talent",  "user",   "workforce", "member", "compensation", "employer", "workplace"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

class Binder {
  using Slot = UnlistedNames::Slot;

 public:
  Binder(const Scan& scan, const SourceNames& names, UnlistedNames& unlisted,
         const std::vector<std::uint32_t>& figures, std::uint32_t block, std::vector<Bound>& bounds)
      : scan_(scan), names_(names), unlisted_(unlisted), figures_(figures), block_(block), bounds_(bounds) {}

  void run() {
    const ScannedBlock& scanned = scan_.blocks[block_];
    for (std::uint32_t s = scanned.first_sentence; s < scanned.last_sentence; ++s) {
      sentence_ = scan_.sentences[s];
      first_of_sentence_ = bounds_.size();
      bind_by_cues();
      if (names_.first_in(block_, sentence_) != nullptr) {
        bind_caption();
        bind_brackets();
        bind_signature();
        bind_gapped_names();
        bind_bare_names();
      }
      finish_sentence();
    }
  }

 private:
  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }

  // A name that two cues bind is bound once: "a 2022 study by X found"; only a label may come on top.
  void add(Binding binding, TokenRange at, SourceFound source) {
    if (source.grade == SourceGrade::named && binding != Binding::label && binding != Binding::above &&
        binding != Binding::below)
      for (std::size_t i = first_of_sentence_; i < bounds_.size(); ++i)
        if (bounds_[i].source.grade == SourceGrade::named &&
            bounds_[i].source.at->begin <= source.at->begin && source.at->begin < bounds_[i].source.at->end) {
          if (!bounds_[i].source.year) bounds_[i].source.year = source.year;
          return;
        }
    bounds_.push_back({block_, sentence_, at, binding, std::move(source)});
  }

  SourceFound source(const SourceName& name, std::optional<int> year) const {
    const TokenRange at = with_partners(name);
    const bool alone = at.last == name.at.last;
    return {SourceGrade::named, std::string(scan_.text(alone ? name.full : at)), name.canonical, year,
            scan_.span(at)};
  }

  // "the Bureau of Labor Statistics and Salary.com"
  TokenRange with_partners(const SourceName& name) const {
    TokenRange at = name.at;
    while (at.last + 1 < sentence_.last) {
      std::uint32_t next = at.last;
      if (token(next).is(',')) ++next;
      if (scan_.word(next) != "and" && !token(next).is('&')) break;
      const SourceName* partner = names_.first_in(block_, {next + 1, next + 2});
      if (partner == nullptr || partner->trust == Trust::plain || partner->at.last > sentence_.last) break;
      at.last = partner->at.last;
    }
    return at;
  }

  // The year that stands before a name and its cue, between them, or just behind the name.
  std::optional<int> year_of(TokenRange at) const {
    std::uint32_t from = at.first;
    while (from > sentence_.first && from + kYearReach > at.first && !token(from - 1).is(',') &&
           !token(from - 1).is(';'))
      --from;
    std::uint32_t to = std::min(sentence_.last, at.last + kYearReach);
    for (std::uint32_t i = at.last; i < to; ++i)
      if (token(i).is(';')) to = i;
    return year_in(scan_, {from, to});
  }

  void bind_by_cues() {
    for (const CueHit& cue : scan_.cues(Feature::citing, sentence_)) {
      if (cue.at.last > sentence_.last) continue;
      switch (static_cast<Citing>(cue.value)) {
        case Citing::before_source:
          bind_after_cue(cue.at, Binding::before, kReach, Trust::plain);
          break;
        case Citing::before_listed:
          bind_after_cue(cue.at, Binding::before, kBeside, Trust::body);
          break;
        case Citing::after_source:
          bind_subject(cue.at, Trust::body);
          break;
        case Citing::after_name:
          bind_subject(cue.at, Trust::plain);
          break;
        case Citing::label:
          bind_after_cue(cue.at, opens_bracket(cue.at.first) ? Binding::bracketed : Binding::label, kReach,
                         cue.place == Place::after ? Trust::body : Trust::plain);
          break;
        case Citing::above:
          bind_after_cue(cue.at, Binding::above, sentence_.last - cue.at.last, Trust::body);
          break;
        case Citing::below:
          bind_after_cue(cue.at, Binding::below, sentence_.last - cue.at.last, Trust::body);
          break;
        case Citing::vague:
          add(Binding::before, cue.at,
              {SourceGrade::vague, {}, {}, year_in(scan_, cue.at), scan_.span(cue.at)});
          break;
        case Citing::same:
          if (cue.place == Place::any) add(Binding::same, cue.at, {});
          if (cue.place == Place::before && cue.at.first == sentence_.first) add(Binding::refers, cue.at, {});
          break;
        case Citing::goes_on:
          if (cue.at.first == sentence_.first) add(Binding::goes_on, cue.at, {});
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

  bool opens_bracket(std::uint32_t i) const { return i > sentence_.first && token(i - 1).is('('); }

  // The name that follows a cue.
  void bind_after_cue(TokenRange cue, Binding binding, std::uint32_t reach, Trust least) {
    bool direct = true;  // nothing between but what leads to a name
    for (std::uint32_t i = cue.last; i < sentence_.last && i <= cue.last + reach; ++i) {
      const SourceName* name = names_.first_in(block_, {i, i + 1});
      if (name != nullptr) {
        if (name->trust <= least && name->trust != Trust::plain ? true : least == Trust::plain && direct) {
          if (name->at.last > sentence_.last) return;
          if (binding == Binding::label && !is_label({cue.first, name->at.last})) return;
          add(binding, {cue.first, name->at.last}, source(*name, year_of({cue.first, name->at.last})));
          return;
        }
        direct = false;
        i = name->at.last - 1;
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

  // "Source: X", "Data from X."; "Data from X show that …" is a sentence.
  bool is_label(TokenRange at) const {
    if (sentence_.last - at.last <= kAfterLabel) return true;
    for (std::uint32_t i = at.first; i < at.last; ++i)
      if (token(i).is(':')) return true;
    return false;
  }

  // The name that stands before a cue: "BLS data … show", "the Bureau, a federal agency, projects".
  void bind_subject(TokenRange cue, Trust least) {
    const std::uint32_t from = cue.first - std::min(cue.first - sentence_.first, kReach);
    const SourceName* name = names_.last_before(block_, cue.first, sentence_.first);
    if (name == nullptr || is_work_of_another(*name)) return;
    if (const SourceName* told = subject_before_apposition(cue)) name = told;
    if (const SourceName* owner = owner_of(*name)) name = owner;  // "Indeed's Best Jobs list"
    if (is_abbreviation_of_name_before(*name, name->at.first - 1))
      name = names_.last_before(block_, name->at.first - 1, sentence_.first);
    if (name->at.last + 3 < from || follows(*name, "not") || follows(*name, "no")) return;
    const std::uint32_t gap = cue.first - name->at.last;
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
    if (comma && gap > 1) {
      if (name->trust != Trust::clear && !unlisted_.vouched_between({name->at.last, cue.first})) return;
    } else if (comma && (name->trust == Trust::listed || name->at.first == sentence_.first)) {
      return;  // "Indeed, surveys show"
    } else if (name->trust == Trust::listed && gap > 3 && !possessive) {
      return;
    }
    add_subject(*name, cue);
  }

  // "Larkspur, a Leeds agency, says"
  const SourceName* subject_before_apposition(TokenRange cue) const {
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

  void add_subject(const SourceName& name, TokenRange cue) {
    const TokenRange at{name.at.first, cue.last};
    const std::uint32_t before = at.first - std::min(at.first - sentence_.first, kYearReach);
    std::optional<int> year = year_in(scan_, {before, cue.first});
    if (!year) year = year_in(scan_, {cue.first, std::min(sentence_.last, cue.last + 1)});
    if (!year && !holds_figure(figures_, sentence_)) year = year_in(scan_, sentence_);
    add(is_thrown_in(name.at.first, cue.last) ? Binding::before : Binding::subject, at, source(name, year));
  }

  // "49% of jobs, the Federation says, and …", "…, the Bureau said on Thursday, while …": between two commas
  // it speaks of both sides.
  bool is_thrown_in(std::uint32_t name, std::uint32_t behind) const {
    if (behind < sentence_.last && token(behind).is(',')) return true;
    while (name > sentence_.first && token(name - 1).is_word() && !token(name - 1).upper_first &&
           name + 3 > behind - kReach && scan_.word(name - 1) == "the")
      --name;
    if (name == sentence_.first || !token(name - 1).is(',')) return false;
    for (std::uint32_t i = behind; i < sentence_.last && i < behind + kAside; ++i) {
      if (token(i).is(',')) return true;
      if (!token(i).is_word() || holds_figure(figures_, {i, i + 1})) return false;
    }
    return false;
  }

  // The same for a name that no list knows: it touches its verb, or what stands between says that it is a
  // body.
  void bind_unlisted_subject(const SourceName& name, TokenRange cue, Trust least) {
    const bool told = unlisted_.vouched_before(sentence_, name.at.first);
    std::uint32_t behind = name.at.last;
    if (behind < cue.first && token(behind).is('.')) ++behind;  // "Larkspur & Co."
    while (behind < cue.first && is_adverb(behind)) ++behind;
    const bool vouched = told || unlisted_.vouched_between({name.at.last, cue.first});
    if (behind != cue.first && !vouched) return;
    if (behind != cue.first && told && cue.first > behind) return;
    if (!vouched && (least != Trust::plain || !speaks_for_one(cue))) return;
    if (closes_quotation(name.at.first) || !cue_is_small(cue)) return;
    if (const auto body =
            unlisted_.body_in(block_, sentence_, name.at, vouched ? Slot::vouched : Slot::speaker))
      add_subject(unlisted(*body), cue);
  }

  // "the Larkspur survey", "a 2024 Larkspur poll"; "Larkspur data show".
  bool stands_with(const SourceName& name, const CueHit& work) const {
    if (name.at.first > sentence_.first) {
      static constexpr std::array<std::string_view, 10> kWords{"a",      "an",     "the", "this",   "that",
                                                               "latest", "recent", "new", "annual", "its"};
      const std::uint32_t before = name.at.first - 1;
      if (token(before).is_number() || token(before).is('(') ||
          std::find(kWords.begin(), kWords.end(), to_lower(scan_.word(before))) != kWords.end())
        return true;
      return work.place == Place::any;
    }
    if (work.place != Place::any) return false;
    for (const CueHit& verb :
         scan_.cues(Feature::citing, {work.at.last, std::min(work.at.last + 2, sentence_.last)}))
      if (static_cast<Citing>(verb.value) == Citing::after_source) return true;
    return false;
  }

  static SourceName unlisted(TokenRange at) { return {at, Trust::plain, {}, false, at}; }

  // "also", "has": between a name and its verb.
  bool is_adverb(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 20> kWords{
        "also", "now",     "recently", "further", "itself", "has",  "had",   "still", "currently",  "since",
        "even", "already", "then",     "last",    "year",   "week", "month", "this",  "separately", "too"};
    return std::find(kWords.begin(), kWords.end(), scan_.word(i)) != kWords.end();
  }

  // "… a year," says X: the words of a person.
  bool closes_quotation(std::uint32_t i) const {
    return i > sentence_.first && token(i).space_before && token(i - 1).is('"') && !token(i - 1).space_before;
  }

  bool cue_is_small(TokenRange cue) const { return !token(cue.first).upper_first; }

  // ", says Larkspur", "Per Larkspur, …", "(per Larkspur)": in a clause of their own.
  void bind_beside(TokenRange cue) {
    if (closes_quotation(cue.first)) return;
    if (cue.first > sentence_.first) {
      const Token& before = token(cue.first - 1);
      if (before.is_word() || before.is_number() || before.is('"') || before.is('/') || before.is('%') ||
          before.is('$') || !cue_is_small(cue))
        return;
    }
    std::uint32_t at = cue.last;
    while (at < sentence_.last && at < cue.last + kReach &&
           names_.first_in(block_, {at, at + 1}) == nullptr && token(at).is_word())
      ++at;
    const SourceName* name = names_.first_in(block_, {at, at + 1});
    if (name == nullptr || name->at.last > sentence_.last || name->trust != Trust::plain) return;
    const bool article = at == cue.last + 1 && scan_.word(cue.last) == "the";
    const bool vouched = unlisted_.vouched_before(sentence_, at);
    if (at != cue.last && !article && !vouched) return;
    if (const auto body =
            unlisted_.body_in(block_, sentence_, name->at, vouched ? Slot::vouched : Slot::speaker))
      add(Binding::before, {cue.first, body->last},
          source(unlisted(*body), year_of({cue.first, body->last})));
  }

  // "Larkspur's 2024 survey", "a Larkspur survey"
  void bind_work(const CueHit& hit) {
    const TokenRange cue = hit.at;
    const SourceName* name = names_.last_before(block_, cue.first, sentence_.first);
    if (name != nullptr)  // "Larkspur's 2024 State of Hiring report"
      if (const SourceName* owner = possessor_of(*name); owner != nullptr && name->at.last == cue.first)
        name = owner;
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

  // "a poll of 500 firms by Larkspur"
  void bind_maker(TokenRange cue) {
    for (std::uint32_t i = cue.last; i + 1 < sentence_.last && i < cue.last + kMakerReach; ++i) {
      if (!token(i).is_word() && !token(i).is_number()) return;
      if (holds_figure(figures_, {i, i + 1})) return;
      if (scan_.word(i) != "by") continue;
      const std::uint32_t next = scan_.word(i + 1) == "the" ? i + 2 : i + 1;
      const SourceName* name = names_.first_in(block_, {next, next + 1});
      if (name == nullptr || name->at.last > sentence_.last) continue;
      const TokenRange at{cue.first, name->at.last};
      if (name->trust != Trust::plain)
        add(Binding::before, at, source(*name, year_of(at)));
      else if (const auto body = unlisted_.body_in(block_, sentence_, name->at, Slot::speaker))
        add(Binding::before, at, source(unlisted(*body), year_of(at)));
      return;
    }
  }

  // Whether what stands between a name and a survey makes the one the owner of the other.
  bool is_possessive(std::uint32_t i) const { return scan_.word(i) == "'s" || token(i).is('\''); }

  // Whose "Larkspur's (2024) State of Hiring" is, listed or not.
  const SourceName* possessor_of(const SourceName& name) const {
    std::uint32_t i = name.at.first;
    if (i > sentence_.first && token(i - 1).is_number()) --i;
    if (i == sentence_.first || !is_possessive(i - 1)) return nullptr;
    const SourceName* owner = names_.last_before(block_, i - 1, sentence_.first);
    return owner != nullptr && owner->at.last == i - 1 ? owner : nullptr;
  }

  bool owns(const SourceName& name, const CueHit& work) const {
    std::uint32_t first = name.at.last;
    const std::uint32_t last = work.at.first;
    const bool possessive = first < last && is_possessive(first);
    if (possessive) ++first;
    if (last - first > (possessive ? kOwnWork : kOwned)) return false;
    if (!possessive && (work.place == Place::after || !stands_with(name, work))) return false;
    for (std::uint32_t i = first; i < last; ++i)
      if (!token(i).is_number() && !(token(i).is_word() && (possessive || is_of_surveys(scan_.word(i)))))
        return false;
    return true;
  }

  // Whose work a name is: "Deloitte's State of AI", "LinkedIn … its 2022 Jobs on the Rise list".
  const SourceName* owner_of(const SourceName& name) const {
    std::uint32_t i = name.at.first;
    if (i > sentence_.first && token(i - 1).is_number()) --i;
    if (i == sentence_.first) return nullptr;
    const std::string_view word = scan_.word(i - 1);
    const bool possessive = word == "'s";
    if (!possessive && word != "its" && word != "their") return nullptr;
    const SourceName* owner = names_.last_before(block_, i - 1, sentence_.first);
    if (owner == nullptr || owner->trust == Trust::plain || (possessive && owner->at.last != i - 1))
      return nullptr;
    return owner;
  }

  // Whether it is the work of a source that is bound already, which then takes its year.
  bool is_work_of_another(const SourceName& name) {
    const SourceName* owner = owner_of(name);
    if (owner == nullptr) return false;
    for (std::size_t b = first_of_sentence_; b < bounds_.size(); ++b)
      if (bounds_[b].source.at && bounds_[b].source.at->begin == token(owner->at.first).begin) {
        if (!bounds_[b].source.year) bounds_[b].source.year = year_of(name.at);
        return true;
      }
    return false;
  }

  // A verb that one body may do: "reports", "found", and not "recruiters in Pune report".
  bool speaks_for_one(TokenRange cue) const {
    const std::string_view verb = scan_.word(cue.first);
    return verb.ends_with('s') || verb.ends_with("ed") || verb == "found" || verb == "said" ||
           verb == "put" || verb == "saw";
  }

  // "(Glassdoor, 2024)", "([BLS](…))", "(Acme Pay Watch, 2025)": a name alone in brackets.
  void bind_brackets() {
    for (std::uint32_t i = sentence_.first; i + 2 < sentence_.last; ++i) {
      if (!token(i).is('(') && !token(i).is('[')) continue;
      const SourceName* name = names_.first_in(block_, {i + 1, i + 2});
      if (name == nullptr || (token(i).is('(') && is_abbreviation_of_name_before(*name, i))) continue;
      std::uint32_t close = name->at.last;
      if (token(close < sentence_.last ? close : i).is('-') && !token(close).space_before)
        continue;  // "SHRM-CP"
      const std::uint32_t limit = std::min(sentence_.last, name->at.last + kBracket);
      while (close < limit && !token(close).is(')') && !token(close).is(']')) ++close;
      if (close >= limit) continue;
      const std::optional<int> year = year_in(scan_, {name->at.last, close});
      if (name->trust == Trust::plain && !names_source_alone(*name, {i, close}, year)) continue;
      if (name->trust == Trust::body && !year && close != name->at.last) continue;
      add(Binding::bracketed, {i, close + 1}, source(*name, year));
    }
  }

  // What no list knows is a source with a year or its report, and alone behind a percentage.
  bool names_source_alone(const SourceName& name, TokenRange bracket, std::optional<int> year) const {
    if (year && bracket.last == name.at.last + 2 && token(name.at.last).is(',')) return true;
    if (year && bracket.last == name.at.last + 1)
      return bool(unlisted_.body_in(block_, sentence_, name.at, Slot::owner));
    if (bracket.last > name.at.last && token(name.at.last).is(',')) {
      const SourceName* report = names_.last_before(block_, bracket.last, name.at.last);
      return report != nullptr && report->trust == Trust::body && report->at.last == bracket.last;
    }
    if (bracket.last != name.at.last || bracket.first < sentence_.first + kClaim) return false;
    const std::uint32_t behind = bracket.last + 1;
    if (behind < sentence_.last && !token(behind).is('.')) return false;
    return is_percent_before(bracket.first) &&
           bool(unlisted_.body_in(block_, sentence_, name.at, Slot::owner));
  }

  // Whether the last figure of the sentence before `token` is a percentage.
  bool is_percent_before(std::uint32_t end) const {
    const auto after = std::lower_bound(figures_.begin(), figures_.end(), end);
    if (after == figures_.begin() || *(after - 1) < sentence_.first) return false;
    for (std::uint32_t i = *(after - 1); i < end; ++i)
      if (token(i).is('%') || scan_.word(i).starts_with("per") || scan_.word(i) == "pct") return true;
    return false;
  }

  bool follows(const SourceName& name, std::string_view word) const {
    return name.at.first > sentence_.first && to_lower(scan_.word(name.at.first - 1)) == word;
  }

  // "BLS" in "Bureau of Labor Statistics (BLS)".
  bool is_abbreviation_of_name_before(const SourceName& name, std::uint32_t bracket) const {
    if (name.at.first == sentence_.first || !token(bracket).is('(')) return false;
    if (name.at.last != name.at.first + 1 || !token(name.at.first).all_upper) return false;
    const SourceName* before = names_.last_before(block_, bracket, sentence_.first);
    return before != nullptr && before->at.last == bracket;
  }

  // A publisher beside a figure that no cue binds.
  void bind_bare_names() {
    if (!holds_figure(figures_, sentence_) && !token(sentence_.last - 1).is(':') &&
        scan_.document->blocks[block_].kind != BlockKind::cell)
      return;
    for (const SourceName* name = names_.first_in(block_, sentence_); name != nullptr;
         name = names_.first_in(block_, {name->at.last, sentence_.last})) {
      if (!name->publishes_figures || name->at.last > sentence_.last || is_work_of_another(*name)) continue;
      if (is_abbreviation_of_name_before(*name, name->at.first - 1)) continue;
      if (name->trust == Trust::clear ? dealt_with(*name) : !heads_its_line(*name)) continue;
      add(Binding::near, name->at, source(*name, year_of(name->at)));
    }
  }

  // "Some 61% of firms hire juniors – Larkspur": at the end of a claim of percentages.
  void bind_signature() {
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
  void bind_gapped_names() {
    const std::size_t bound = bounds_.size();
    if (bound == first_of_sentence_) return;
    for (const SourceName* name = names_.first_in(block_, sentence_); name != nullptr;
         name = names_.first_in(block_, {name->at.last, sentence_.last})) {
      if (name->at.first < sentence_.first + 2 || name->at.last + 1 >= sentence_.last) continue;
      const std::uint32_t before = name->at.first - 1;
      static constexpr std::array<std::string_view, 4> kJoins{"and", "while", "but", "whereas"};
      if (!token(before).is(';') &&
          std::find(kJoins.begin(), kJoins.end(), scan_.word(before)) == kJoins.end())
        continue;
      std::uint32_t next = name->at.last;
      if (token(next).is(',')) ++next;
      if (scan_.word(next) == "at" || scan_.word(next) == "about" || token(next).is('~')) ++next;
      const bool after_comma =
          token(before).is(';') || token(before - 1).is(',') || scan_.word(before) == "while";
      if ((next == name->at.last && !after_comma) || !holds_figure(figures_, {next, next + 1})) continue;
      if (name->trust != Trust::plain)
        add(Binding::subject, name->at, source(*name, std::nullopt));
      else if (const auto body = unlisted_.body_in(block_, sentence_, name->at, Slot::speaker))
        add(Binding::subject, *body, source(unlisted(*body), std::nullopt));
    }
  }

  // "BLS, May 2024", "(Glassdoor, 2024)": a line of its own that is but a name and a date.
  void bind_caption() {
    const ScannedBlock& scanned = scan_.blocks[block_];
    if (scan_.document->blocks[block_].kind != BlockKind::paragraph ||
        sentence_.last != scanned.tokens.last || sentence_.first != scanned.tokens.first)
      return;
    const std::uint32_t first = sentence_.first + (token(sentence_.first).is('(') ? 1 : 0);
    const SourceName* name = names_.first_in(block_, {first, first + 1});
    if (name == nullptr || name->trust == Trust::plain || name->at.last > sentence_.last) return;
    for (std::uint32_t i = name->at.last; i < sentence_.last; ++i)
      if (token(i).is_word() && !edition_in(scan_, {i, sentence_.last}) && scan_.word(i) != "data") return;
    const std::optional<int> year = year_in(scan_, {name->at.last, sentence_.last});
    if (year || first > sentence_.first) add(Binding::label, sentence_, source(*name, year));
  }

  // "registered with the Department of Labor", "not BLS": named, but not as who says so.
  bool dealt_with(const SourceName& name) const {
    static constexpr std::array<std::string_view, 7> kWords{"not", "no", "at", "with", "for", "to", "join"};
    std::uint32_t i = name.at.first;
    if (i > sentence_.first && to_lower(scan_.word(i - 1)) == "the") --i;
    if (i == sentence_.first) return false;
    return std::find(kWords.begin(), kWords.end(), to_lower(scan_.word(i - 1))) != kWords.end();
  }

  // "Indeed: $87,000"
  bool heads_its_line(const SourceName& name) const {
    if (name.trust != Trust::listed || name.at.first != scan_.blocks[block_].tokens.first) return false;
    if (name.at.last >= sentence_.last) return false;
    const Token& next = token(name.at.last);
    return next.is(':') || next.is('|') ||
           ((next.is('-') || scan_.word(name.at.last) == "—") && next.space_before);
  }

  // Order by place; "a recent survey by Gallup" is Gallup's; a month tells the edition.
  void finish_sentence() {
    if (bounds_.size() == first_of_sentence_) return;
    const auto begin = bounds_.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_);
    std::stable_sort(begin, bounds_.end(),
                     [](const Bound& a, const Bound& b) { return a.at.first < b.at.first; });
    const auto is_named = [](const Bound& b) { return b.source.grade == SourceGrade::named; };
    if (std::none_of(begin, bounds_.end(), is_named)) {
      drop_vague_beside_same();
      return;
    }
    std::vector<Bound> kept;
    for (auto it = begin; it != bounds_.end(); ++it) {
      const bool overruled =
          it->source.grade != SourceGrade::named && std::any_of(begin, bounds_.end(), [&](const Bound& b) {
            return is_named(b) && b.binding != Binding::label &&
                   !holds_figure(figures_,
                                 {std::min(it->at.first, b.at.first), std::max(it->at.last, b.at.last)});
          });
      if (!overruled) kept.push_back(*it);
    }
    if (const std::optional<int> edition = edition_in(scan_, sentence_))
      for (Bound& bound : kept)
        if (is_named(bound) && !bound.source.year) bound.source.year = edition;
    bounds_.resize(first_of_sentence_);
    for (Bound& bound : kept) bounds_.push_back(std::move(bound));
  }

  // "the same study says" is not some study.
  void drop_vague_beside_same() {
    const auto begin = bounds_.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_);
    for (auto it = begin; it != bounds_.end(); ++it)
      if (it->source.grade == SourceGrade::vague)
        for (auto other = begin; other != bounds_.end(); ++other)
          if (other->binding == Binding::same && other->at.first < it->at.last &&
              it->at.first < other->at.last) {
            it->source = {};
            it->binding = Binding::same;
          }
  }

  const Scan& scan_;
  const SourceNames& names_;
  UnlistedNames& unlisted_;
  const std::vector<std::uint32_t>& figures_;
  std::uint32_t block_;
  TokenRange sentence_;
  std::size_t first_of_sentence_ = 0;
  std::vector<Bound>& bounds_;  // those of the sentence begin at first_of_sentence_
};

}  // namespace

void bind_sources(const Scan& scan, const SourceNames& names, UnlistedNames& unlisted,
                  const std::vector<std::uint32_t>& figures, std::uint32_t block,
                  std::vector<Bound>& bounds) {
  Binder(scan, names, unlisted, figures, block, bounds).run();
}

}  // namespace careerfacts
