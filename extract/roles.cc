#include "extract/roles.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/key_set.h"
#include "extract/learned_titles.h"
#include "extract/short_titles.h"
#include "extract/title_evidence.h"
#include "extract/title_name.h"
#include "extract/title_words.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kMostModifiers = 5;  // words that a title may grow to the left
constexpr std::uint32_t kLongestField = 7;   // tokens of what somebody is head of

class RoleFinder {
 public:
  RoleFinder(const Scan& scan, const std::vector<TokenRange>& taken)
      : scan_(scan),
        rules_(*scan.rules),
        taken_(taken),
        words_(scan),
        short_titles_(scan),
        evidence_(scan, words_, short_titles_),
        learned_(scan) {}

  std::vector<RoleMention> run() {
    for (const CueHit& cue : scan_.cues(Feature::title_cue))
      if (static_cast<TitleCue>(cue.value) == TitleCue::head) heads_.push_back(cue.at);
    for (block_ = 0; block_ < scan_.blocks.size(); ++block_) {
      range_ = scan_.blocks[block_].tokens;
      if (range_.empty()) continue;
      collect();
      choose();
    }
    learned_.find(taken_, evidence_, found_);
    return std::move(found_);
  }

 private:
  struct Core {
    TokenRange at;
    const Title* title = nullptr;  // null for an open title
    bool needs_modifier = false;
    bool open = false;
  };

  // A core with the words that belong to it; its name is made where it is chosen.
  struct Candidate {
    TokenRange at;
    const Core* core;
    std::uint32_t core_last;
  };

  struct NeverAt {
    TokenRange at;
  };

  // The first of a list that may reach `token`.
  template <class List>
  static auto from(const List& list, std::uint32_t token) {
    const std::uint32_t first = token >= kLongestPhrase ? token - kLongestPhrase : 0;
    return std::lower_bound(list.begin(), list.end(), first,
                            [](const auto& entry, std::uint32_t t) { return entry.at.first < t; });
  }

  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }
  bool exists(std::uint32_t i) const { return range_.contains(i); }

  void collect() {
    cores_.clear();
    doubtful_.clear();
    never_.clear();
    const ScannedBlock& block = scan_.blocks[block_];
    for (std::uint32_t h = block.first_hit; h < block.last_hit; ++h) {
      const Hit& hit = scan_.hits[h];
      const TokenRange at{hit.first, hit.last};
      if (hit.list == ListKind::title) {
        const Title& title = rules_.titles[hit.entry];
        if (title.policy == TitlePolicy::never) never_.push_back({at});
        if (evidence_.accepts(title, block_, at))
          cores_.push_back({at, &title, false, false});
        else if (title.policy == TitlePolicy::noun || title.policy == TitlePolicy::plural ||
                 (title.policy == TitlePolicy::cue && title.is_short &&
                  same_case(scan_.text(at), title.surface)))
          doubtful_.push_back({at, &title, false, false});
      } else if (hit.list == ListKind::title_head) {
        const TitleHead& head = rules_.heads[hit.entry];
        if (head.strength == TitleHead::Strength::never_open) continue;
        if (head.strength == TitleHead::Strength::weak && !evidence_.in_title_position(block_, at)) continue;
        cores_.push_back({at, nullptr, true, true});
      }
    }
    const bool heads = next_head_ < heads_.size() && heads_[next_head_].first < range_.last;
    if (!heads && cores_.empty() && doubtful_.empty()) return;
    note_title_ends();
    collect_heads_of();
    accept_neighbours();
    if (!doubtful_.empty()) note_title_ends();
  }

  // "Plumbers, joiners and roofers": what stands in one row with a title is one, and so is what stands in one
  // row with that.
  void accept_neighbours() {
    if (doubtful_.empty() || cores_.empty()) return;
    std::vector<std::pair<std::uint32_t, std::size_t>> by_last;  // their ends, and their index in doubtful_
    for (std::size_t i = 0; i < doubtful_.size(); ++i) by_last.emplace_back(doubtful_[i].at.last, i);
    std::sort(by_last.begin(), by_last.end());
    std::vector<bool> accepted(doubtful_.size());
    const auto accept = [&](std::size_t i) {
      if (!accepted[i]) cores_.push_back(doubtful_[i]);
      accepted[i] = true;
    };
    for (std::size_t c = 0; c < cores_.size(); ++c) {  // which grows meanwhile
      const Core core = cores_[c];
      if (core.needs_modifier || overlaps_taken(core.at)) continue;
      auto behind = std::lower_bound(doubtful_.begin(), doubtful_.end(), core.at.last + 1,
                                     [](const Core& d, std::uint32_t t) { return d.at.first < t; });
      for (; behind != doubtful_.end() && behind->at.first <= core.at.last + 2; ++behind)
        if (in_one_row(core.at, behind->at)) accept(static_cast<std::size_t>(behind - doubtful_.begin()));
      const std::uint32_t reach = core.at.first - std::min<std::uint32_t>(core.at.first, 2);
      auto before = std::lower_bound(by_last.begin(), by_last.end(), std::pair(reach, std::size_t{0}));
      for (; before != by_last.end() && before->first < core.at.first; ++before)
        if (in_one_row(doubtful_[before->second].at, core.at)) accept(before->second);
    }
  }

  // Only a comma, a slash, "and", "or" stand between them, and both are plural or neither.
  bool in_one_row(TokenRange a, TokenRange b) const {
    static const std::uint64_t kAnd = word_key("and"), kOr = word_key("or");
    if (b.first <= a.last || b.first > a.last + 2) return false;
    for (std::uint32_t i = a.last; i < b.first; ++i)
      if (!token(i).is(',') && !token(i).is('/') && token(i).key != kAnd && token(i).key != kOr) return false;
    return evidence_.is_plural(a.last - 1) == evidence_.is_plural(b.last - 1);
  }

  bool begins_title(std::uint32_t i) const {
    for (const CueHit& cue : scan_.cues(Feature::title_cue, {i, i + 1}))
      if (static_cast<TitleCue>(cue.value) == TitleCue::head) return true;
    const std::uint32_t last = scan_.blocks[block_].last_hit;
    for (std::uint32_t h = scan_.hit_from(block_, i); h < last && scan_.hits[h].first == i; ++h)
      if (scan_.hits[h].list == ListKind::title &&
          rules_.titles[scan_.hits[h].entry].policy != TitlePolicy::never)
        return true;
    return false;
  }

  // "Head of Data", "Director of Talent Acquisition", "VP of Analytics/AI", "VP Sales".
  void collect_heads_of() {
    static const std::uint64_t kAnd = word_key("and"), kOf = word_key("of");
    for (; next_head_ < heads_.size() && heads_[next_head_].first < range_.last; ++next_head_) {
      const TokenRange head = heads_[next_head_];
      const bool capital = token(head.first).upper_first;
      const bool of = token(head.last - 1).key == kOf;
      if (!of && (!capital || begins_title(head.last))) continue;
      // Without "of", and behind a title that is whole ("managing director of Acme"), only a known field.
      const bool known = !of || ends_title(head);
      std::uint32_t end = head.last;
      while (exists(end) && end < head.last + kLongestField) {
        if (is_field_word(end, capital, known))
          ++end;
        else if (exists(end + 1) && end > head.last && (token(end).key == kAnd || is_link(end)) &&
                 is_field_word(end + 1, capital, known) && !(token(end).key == kAnd && begins_title(end + 1)))
          end += 2;
        else
          break;
      }
      if (end > head.last) cores_.push_back({{head.first, end}, nullptr, false, true});
    }
  }

  // Does a title begin before the head and end with it?
  bool ends_title(TokenRange head) const {
    const auto title = title_ending_at(head.last - 1);
    return title != title_ends_.end() && title->second < head.first;
  }

  // Notes where the titles among cores_ end.
  void note_title_ends() {
    title_ends_.clear();
    for (const Core& core : cores_)
      if (core.title != nullptr) title_ends_.emplace_back(core.at.last, core.at.first);
    std::sort(title_ends_.begin(), title_ends_.end());
  }

  // The longest title that ends there.
  std::vector<std::pair<std::uint32_t, std::uint32_t>>::const_iterator title_ending_at(
      std::uint32_t last) const {
    const auto title =
        std::lower_bound(title_ends_.begin(), title_ends_.end(), std::pair(last, std::uint32_t{0}));
    return title != title_ends_.end() && title->first == last ? title : title_ends_.end();
  }

  // A word of the field that a head is of: capitalised after a capitalised head, else one of the open
  // modifiers; not what speaks of the job ("salary", "jobs").
  bool is_field_word(std::uint32_t i, bool capital, bool known) const {
    if (!token(i).is_word()) return false;
    for (const CueHit& cue : scan_.cues(Feature::title_cue, {i, i + 1}))
      if (cue.place == Place::after) return false;
    return (capital && !known && token(i).upper_first) || words_.is_open(i, range_);
  }

  bool is_link(std::uint32_t i) const {  // joins two modifiers: "AI/ML engineer", "AI & ML engineer"
    return token(i).is('/') || token(i).is('&') || (token(i).is('-') && !token(i).space_before);
  }

  // "certified CPAs"
  bool tells_what_is_held(std::uint32_t word) const {
    static const KeySet kWords{"certified", "licensed", "registered", "qualified", "chartered", "accredited"};
    return kWords.contains(token(word));
  }

  // Words that belong to the title on its left; gives its first token.
  // `open`: the head alone is no title yet, so that an unknown capitalised word may complete it.
  std::uint32_t grow_left(std::uint32_t first, bool capital_core, bool open) const {
    std::uint32_t begin = first;
    for (std::uint32_t steps = 0; steps < kMostModifiers && begin > range_.first;) {
      std::uint32_t at = begin;
      if (const std::uint32_t named = abbreviated_before(at); named < at) {
        begin = named;
        ++steps;
        continue;
      }
      if (is_link(at - 1)) {
        const bool tight = !token(at - 1).space_before && !token(at).space_before;
        if (!token(at - 1).is('&') && !tight) break;
        if (at - 1 == range_.first) break;
        --at;
        if (token(at - 1).is_number() || title_ends(at)) break;
      }
      if (const auto compound = words_.compound_before(at, range_.first);
          compound != TitleWords::Compound::none) {
        if (compound == TitleWords::Compound::holder) break;
        begin = at - 3;
        ++steps;
        continue;
      }
      if (const auto modifier = words_.before(at, range_.first)) {
        const std::uint32_t word = modifier->at.first;
        if (modifier->cls != TitleModifier::Class::open) break;
        if (token(first).all_upper && tells_what_is_held(word)) break;
        if (capital_core && at == begin && !token(word).upper_first && token(word).first != '.') break;
        begin = word;
        ++steps;
        continue;
      }
      // A capitalised word that no list knows belongs to a capitalised title ("Kafka Platform Engineer"), but
      // the first word of a sentence may be capital for that alone.
      const Token& before = token(at - 1);
      if (!open || begin != first || is_heading() || !capital_core || !before.is_word() ||
          !before.upper_first || (before.space_before && at - 1 == range_.first))
        break;
      if (is_never(at - 1) || starts_sentence(at - 1)) break;
      begin = at - 1;
      ++steps;
    }
    // "open-shop plumbers": half of a compound is no part of the title.
    if (begin < first && begin >= range_.first + 2 && token(begin - 1).is('-') &&
        !token(begin - 1).space_before && !token(begin).space_before && token(begin - 2).is_word() &&
        token(begin).is_word())
      ++begin;
    // A title does not begin with a sign.
    while (begin < first && !token(begin).is_word() && !token(begin).is_number()) ++begin;
    return begin;
  }

  // "Waiter/Waitress": a whole title stands before the slash.
  bool title_ends(std::uint32_t at) const { return title_ending_at(at) != title_ends_.end(); }

  // "machine learning (ML) engineer": where the words begin that the bracket before `at` abbreviates, or
  // `at`.
  std::uint32_t abbreviated_before(std::uint32_t at) const {
    if (at < range_.first + 4 || !token(at - 1).is(')') || !token(at - 3).is('(') || !token(at - 2).all_upper)
      return at;
    const auto words = words_.before(at - 3, range_.first);
    if (!words || words->cls != TitleModifier::Class::open || !is_abbreviation(words->at, at - 2)) return at;
    return words->at.first;
  }

  bool is_heading() const {
    const BlockKind kind = scan_.document->blocks[block_].kind;
    return kind == BlockKind::heading || kind == BlockKind::title;
  }

  bool is_never(std::uint32_t i) const {
    for (auto title = from(never_, i); title != never_.end() && title->at.first <= i; ++title)
      if (title->at.contains(i)) return true;
    return false;
  }

  bool starts_sentence(std::uint32_t i) const { return scan_.sentence_at(block_, i).first == i; }

  // "(CRNA)" after its title belongs to it; so does "with ML Focus", and "/Developer" after "Engineer".
  std::uint32_t grow_right(TokenRange at) const {
    std::uint32_t end = at.last;
    static const KeySet kFocus{"focus", "specialization", "specialisation"};
    static const std::uint64_t kWith = word_key("with"), kA = word_key("a");
    if (exists(end) && token(end).key == kWith) {
      for (std::uint32_t i = end + 1; exists(i) && i < end + 6 && (token(i).is_word() || token(i).is('/'));
           ++i)
        if (i > end + 1 && kFocus.contains(token(i)) && token(end + 1).key != kA) return i + 1;
    }
    if (exists(end + 1) && token(end).is('/') && !token(end).space_before && is_never(end + 1) &&
        token(end + 1).upper_first == token(at.first).upper_first)
      end += 2;
    if (exists(end + 2) && token(end).is('(') && token(end + 1).is_word() && token(end + 1).all_upper &&
        token(end + 2).is(')') && (is_abbreviation(at, end + 1) || is_short_form(at, end + 1)))
      end += 3;
    return end;
  }

  // "Healthcare assistants (HCAs)": the list has the capitals as one of the title.
  bool is_short_form(TokenRange title, std::uint32_t capitals) const {
    const std::uint32_t last = scan_.blocks[block_].last_hit;
    for (std::uint32_t h = scan_.hit_from(block_, capitals); h < last && scan_.hits[h].first == capitals; ++h)
      if (scan_.hits[h].list == ListKind::title && scan_.hits[h].last == capitals + 1 &&
          rules_.titles[scan_.hits[h].entry].names.find(title_name(scan_.text(title))) != std::string::npos)
        return true;
    return false;
  }

  bool is_abbreviation(TokenRange title, std::uint32_t abbreviation) const {
    std::string letters;
    for (std::uint32_t i = title.first; i < title.last; ++i)
      if (token(i).all_upper)
        letters += scan_.word(i);
      else if (token(i).is_word())
        letters += static_cast<char>(token(i).first & ~0x20);
    return abbreviates(scan_.word(abbreviation), letters);
  }

  // "language model", "pair of trainers": a longer phrase that is no title.
  bool is_inside_never(TokenRange at) const {
    for (auto never = from(never_, at.first); never != never_.end() && never->at.first <= at.first; ++never)
      if (never->at.last >= at.last && never->at.last - never->at.first > at.last - at.first) return true;
    return false;
  }

  bool is_level(TokenRange at) const {
    const CueHit* level = scan_.first_cue(Feature::level, at);
    return level != nullptr && level->at.last - level->at.first == at.last - at.first;
  }

  auto first_taken(TokenRange at) const {
    return std::upper_bound(taken_.begin(), taken_.end(), at.first,
                            [](std::uint32_t first, const TokenRange& r) { return first < r.last; });
  }
  bool overlaps_taken(TokenRange at) const {
    const auto after = first_taken(at);
    return after != taken_.end() && after->first < at.last;
  }

  // Part of the name of a credential or a publisher; not a listed title that such a name is part of:
  // "Salesforce administrator".
  bool is_taken(const Core& core) const {
    if (core.title == nullptr) return overlaps_taken(core.at);
    for (auto name = first_taken(core.at); name != taken_.end() && name->first < core.at.last; ++name)
      if (name->first < core.at.first || name->last > core.at.last ||
          name->last - name->first == core.at.last - core.at.first)
        return true;
    return false;
  }

  void choose() {
    if (cores_.empty()) return;
    candidates_.clear();
    for (const Core& core : cores_) {
      const bool capital = token(core.at.first).upper_first;
      TokenRange at = core.at;
      if (evidence_.is_refused(block_, core.at) || is_inside_never(core.at) ||
          evidence_.is_inside_name(block_, core.at))
        continue;
      // "pediatric RNs": the case of an abbreviation says nothing of the words before it.
      at.first = grow_left(core.at.first, capital && !token(core.at.first).all_upper, core.needs_modifier);
      if (core.needs_modifier && at.first == core.at.first) continue;
      if (at.first == core.at.first && core.title != nullptr && core.title->policy == TitlePolicy::cue &&
          is_level(core.at))
        continue;  // "Principal: ten years and more"
      const std::uint32_t core_last = at.last;
      at.last = grow_right(at);
      if (overlaps_taken(at)) {
        if (is_taken(core)) continue;
        at = core.at;
        if (core.needs_modifier) continue;
      }
      candidates_.push_back({at, &core, core_last});
      if (token(at.last - 1).is(')') && at.last >= core_last + 3)
        learned_.learn(block_, at.last - 2, mention(candidates_.back()));
    }
    // Longest first from the left: of two that overlap, the one that begins earlier, then the longer one.
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.at.first != b.at.first) return a.at.first < b.at.first;
      if (a.at.last != b.at.last) return a.at.last > b.at.last;
      return !a.core->open && b.core->open;
    });
    std::uint32_t end = 0;
    for (const Candidate& candidate : candidates_) {
      if (candidate.at.first < end) continue;
      end = candidate.at.last;
      found_.push_back(mention(candidate));
    }
  }

  RoleMention mention(const Candidate& candidate) const {
    const Core& core = *candidate.core;
    RoleMention role;
    role.at = candidate.at;
    role.block = block_;
    role.name = name_of(core, candidate.at, candidate.core_last);
    if (core.title != nullptr && role.at.first == core.at.first) role.soc_code = soc_of(*core.title);
    role.rule = core.open ? "role.open" : "role.gazetteer";
    return role;
  }

  std::string_view soc_of(const Title& title) const {
    const Title* meaning = short_titles_.meaning(title);
    return meaning == nullptr ? title.soc : meaning->soc;
  }

  std::string name_of(const Core& core, TokenRange at, std::uint32_t core_last) const {
    std::string name;
    if (core.title != nullptr && !core.title->name.empty()) {
      if (at.first < core.at.first) name = title_name(scan_.text({at.first, core.at.first})) + " ";
      const Title* meaning = short_titles_.meaning(*core.title);
      name += meaning == nullptr ? core.title->name : meaning->surface;
    } else {
      const std::string title = without_bracket(scan_.text({at.first, core_last}));
      // What a head is head of is not put in the singular: "VP Sales".
      name = core.needs_modifier || core.title != nullptr ? title_name(title) : head_name(title);
    }
    const bool bracket = at.last > core_last && token(core_last).is('(');
    if (at.last > core_last && !bracket) name = title_name(scan_.text(at));
    return name;
  }

  const Scan& scan_;
  const CompiledRules& rules_;
  const std::vector<TokenRange>& taken_;
  TitleWords words_;
  ShortTitles short_titles_;
  TitleEvidence evidence_;
  LearnedTitles learned_;
  std::uint32_t block_ = 0;
  TokenRange range_;
  std::vector<TokenRange> heads_;  // "head of", in order
  std::size_t next_head_ = 0;      // the first of them that is not behind
  std::vector<Core> cores_;
  std::vector<Core> doubtful_;  // those that only their neighbours can make titles
  std::vector<NeverAt> never_;
  std::vector<Candidate> candidates_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> title_ends_;  // ends and begins of titles, sorted
  std::vector<RoleMention> found_;
};

}  // namespace

const RoleMention* first_role_from(const std::vector<RoleMention>& roles, std::uint32_t token) {
  const auto role = std::lower_bound(roles.begin(), roles.end(), token,
                                     [](const RoleMention& r, std::uint32_t t) { return r.at.first < t; });
  return role != roles.end() ? &*role : nullptr;
}

std::vector<RoleMention> find_roles(const Scan& scan, const std::vector<TokenRange>& taken) {
  return RoleFinder(scan, taken).run();
}

}  // namespace careerfacts
