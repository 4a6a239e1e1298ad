#include "extract/source_binding.h"

#include <algorithm>
#include <array>

#include "extract/source_evidence.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kReach = 6;       // tokens between a cue and its source
constexpr std::uint32_t kBeside = 2;      // the same where the cue says little by itself
constexpr std::uint32_t kYearReach = 3;   // tokens between a name and its year
constexpr std::uint32_t kAfterLabel = 3;  // tokens behind the name of a label without a colon
constexpr std::uint32_t kBracket = 12;    // tokens of a bracket that names a source

// Words that may stand between a cue and a name that no list knows.
bool leads_to_name(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kWords{
      "the", "a",      "an",    "its",     "our",      "recent", "latest", "annual",
      "new", "their",  "this",  "most",    "data",     "from",   "by",     "report",
      "of",  "survey", "study", "figures", "research", "at",     "site",   "website"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

class Binder {
 public:
  Binder(const Scan& scan, const SourceNames& names, const std::vector<std::uint32_t>& figures,
         std::uint32_t block, std::vector<Bound>& bounds)
      : scan_(scan), names_(names), figures_(figures), block_(block), bounds_(bounds) {}

  void run() {
    const ScannedBlock& scanned = scan_.blocks[block_];
    for (std::uint32_t s = scanned.first_sentence; s < scanned.last_sentence; ++s) {
      sentence_ = scan_.sentences[s];
      first_of_sentence_ = bounds_.size();
      bind_by_cues();
      if (names_.first_in(block_, sentence_) != nullptr) {
        bind_brackets();
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
                         Trust::plain);
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
        case Citing::body:
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
      if (least != Trust::plain || gap > 0 || !could_be_a_body(*name) || !speaks_for_one(cue)) return;
    } else if (comma && gap > 1) {
      if (name->trust != Trust::clear) return;
    } else if (comma && (name->trust == Trust::listed || name->at.first == sentence_.first)) {
      return;  // "Indeed, surveys show"
    } else if (name->trust == Trust::listed && gap > 3 && !possessive) {
      return;
    }
    const TokenRange at{name->at.first, cue.last};
    const std::uint32_t before = at.first - std::min(at.first - sentence_.first, kYearReach);
    std::optional<int> year = year_in(scan_, {before, cue.first});
    if (!year) year = year_in(scan_, {cue.first, std::min(sentence_.last, cue.last + 1)});
    // "49% of jobs, the Federation says, and …" is thrown in: it speaks of both sides.
    const bool thrown_in = cue.last < sentence_.last && token(cue.last).is(',');
    add(thrown_in ? Binding::before : Binding::subject, at, source(*name, year));
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
    return verb.ends_with('s') || verb.ends_with("ed") || verb == "found";
  }

  // Capitalised words that report something: no job title, and no word that only begins its sentence.
  bool could_be_a_body(const SourceName& name) const {
    for (std::uint32_t h = scan_.hit_from(block_, name.at.first); h < scan_.blocks[block_].last_hit; ++h) {
      if (scan_.hits[h].first >= name.at.last) break;
      if (scan_.hits[h].list == ListKind::title || scan_.hits[h].list == ListKind::title_head ||
          scan_.hits[h].list == ListKind::credential)
        return false;
    }
    if (name.at.first > sentence_.first) {  // "firms in Ohio", "recruiters from Pune"
      static constexpr std::array<std::string_view, 8> kPrepositions{"in",   "at",   "from", "of",
                                                                     "near", "with", "on",   "across"};
      const std::string_view before = scan_.word(name.at.first - 1);
      if (std::find(kPrepositions.begin(), kPrepositions.end(), before) != kPrepositions.end()) return false;
    }
    const bool one = name.at.last == name.at.first + 1;
    if (!one || name.at.first > sentence_.first) return true;
    if (token(name.at.first).all_upper) return true;
    const std::string_view word = scan_.word(name.at.first);
    return std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
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
      // What no list knows is a source with a year, and alone.
      if (name->trust == Trust::plain &&
          !(year && close == name->at.last + 2 && token(name->at.last).is(',')))
        continue;
      if (name->trust == Trust::body && !year && close != name->at.last) continue;
      add(Binding::bracketed, {i, close + 1}, source(*name, year));
    }
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
  const std::vector<std::uint32_t>& figures_;
  std::uint32_t block_;
  TokenRange sentence_;
  std::size_t first_of_sentence_ = 0;
  std::vector<Bound>& bounds_;  // those of the sentence begin at first_of_sentence_
};

}  // namespace

void bind_sources(const Scan& scan, const SourceNames& names, const std::vector<std::uint32_t>& figures,
                  std::uint32_t block, std::vector<Bound>& bounds) {
  Binder(scan, names, figures, block, bounds).run();
}

}  // namespace careerfacts
