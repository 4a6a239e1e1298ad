#include "extract/roles.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/title_name.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kMostModifiers = 5;    // words that a title may grow to the left
constexpr std::uint32_t kLongestModifier = 8;  // tokens of one, hyphens counted
constexpr std::uint32_t kLongestField = 7;     // tokens of what somebody is head of

// Does `text` read as the surface, in its own case, in the singular or plural?
bool same_case(std::string_view text, std::string_view surface) {
  if (text == surface) return true;
  return text.size() == surface.size() + 1 && text.back() == 's' && text.substr(0, surface.size()) == surface;
}

class RoleFinder {
 public:
  RoleFinder(const Scan& scan, const std::vector<TokenRange>& taken)
      : scan_(scan), rules_(*scan.rules), taken_(taken) {}

  std::vector<RoleMention> run() {
    for (block_ = 0; block_ < scan_.blocks.size(); ++block_) {
      range_ = scan_.blocks[block_].tokens;
      if (range_.empty()) continue;
      collect();
      choose();
    }
    return std::move(found_);
  }

 private:
  struct Core {
    TokenRange at;
    const Title* title = nullptr;  // null for an open title
    bool needs_modifier = false;
    bool open = false;
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
    never_.clear();
    const ScannedBlock& block = scan_.blocks[block_];
    for (std::uint32_t h = block.first_hit; h < block.last_hit; ++h) {
      const Hit& hit = scan_.hits[h];
      const TokenRange at{hit.first, hit.last};
      if (hit.list == ListKind::title) {
        const Title& title = rules_.titles[hit.entry];
        if (title.policy == Policy::never) never_.push_back({at});
        if (accepts(title, at)) cores_.push_back({at, &title, false, false});
      } else if (hit.list == ListKind::title_head) {
        const TitleHead& head = rules_.heads[hit.entry];
        if (head.strength == TitleHead::Strength::never_open) continue;
        if (head.strength == TitleHead::Strength::weak && !in_title_position(at)) continue;
        cores_.push_back({at, nullptr, true, true});
      }
    }
    collect_heads_of();
  }

  // "Head of Data", "Director of Talent Acquisition", "VP of Analytics/AI".
  void collect_heads_of() {
    static const std::uint64_t kAnd = word_key("and");
    for (const CueHit& cue : scan_.cues(Feature::title_cue, range_)) {
      if (static_cast<TitleCue>(cue.value) != TitleCue::head) continue;
      const bool capital = token(cue.at.first).upper_first;
      std::uint32_t end = cue.at.last;
      while (exists(end) && end < cue.at.last + kLongestField) {
        if (is_field_word(end, capital))
          ++end;
        else if (exists(end + 1) && end > cue.at.last && (token(end).key == kAnd || is_link(end)) &&
                 is_field_word(end + 1, capital))
          end += 2;
        else
          break;
      }
      if (end > cue.at.last) cores_.push_back({{cue.at.first, end}, nullptr, false, true});
    }
  }

  // A word of the field that a head is of: capitalised after a capitalised head, else one of the open
  // modifiers; not what speaks of the job ("salary", "jobs").
  bool is_field_word(std::uint32_t i, bool capital) const {
    if (!token(i).is_word()) return false;
    for (const CueHit& cue : scan_.cues(Feature::title_cue, {i, i + 1}))
      if (cue.place == Place::after) return false;
    if (capital) return token(i).upper_first;
    for (const Hit& hit : modifiers_in(before(i), std::min(range_.last, i + kLongestModifier)))
      if (hit.list == ListKind::title_modifier && hit.first <= i && i < hit.last &&
          rules_.modifiers[hit.entry].cls == TitleModifier::Class::open)
        return true;
    return false;
  }

  bool accepts(const Title& title, TokenRange at) const {
    switch (title.policy) {
      case Policy::anywhere:
        return true;
      case Policy::exact_case:
        return same_case(scan_.text(at), title.surface);
      case Policy::cue:
        return in_title_position(at);
      case Policy::never:
        return false;
    }
    return false;
  }

  // A heading, a cell, the lead of a list item, or words around it that only a title has.
  bool in_title_position(TokenRange at) const {
    TitleModifier::Class cls = TitleModifier::Class::open;
    if (modifier_before(at.first, &cls) && cls == TitleModifier::Class::level) return true;
    const Block& block = scan_.document->blocks[block_];
    if (block.kind == BlockKind::cell && at.last - at.first + 3 >= range_.last - range_.first &&
        block.row >= scan_.document->tables[block.table].header_rows && block.column < 2)
      return token(at.first).upper_first;
    if (block.kind == BlockKind::list_item && at.first <= range_.first + 2 && token(at.first).upper_first &&
        (at.last == range_.last || token(at.last).is(':') || token(at.last).is('(') ||
         token(at.last).is('-')))
      return true;
    const std::uint32_t near = std::max(range_.first, at.first - std::min(at.first, kLongestPhrase));
    for (const CueHit& cue : scan_.cues(Feature::title_cue, {near, std::min(at.last + 1, range_.last)})) {
      if (static_cast<TitleCue>(cue.value) != TitleCue::yes) continue;
      if (cue.place == Place::before && cue.at.last == at.first) return true;
      if (cue.place == Place::after && cue.at.first == at.last) return true;
    }
    return false;
  }

  // The first token of a modifier that may hold or end at `token`.
  std::uint32_t before(std::uint32_t token) const {
    return std::max(range_.first, token - std::min(token, kLongestModifier));
  }

  // The modifiers within [first, last), valid until the next call.
  const std::vector<Hit>& modifiers_in(std::uint32_t first, std::uint32_t last) const {
    modifiers_.clear();
    rules_.lexicon_beside.find(scan_.tokens, first, last, modifiers_);
    return modifiers_;
  }

  // The modifier whose last token is the one before `at`, when it may belong to a title.
  std::optional<TokenRange> modifier_before(std::uint32_t at, TitleModifier::Class* cls) const {
    for (const Hit& hit : modifiers_in(before(at), at))
      if (hit.list == ListKind::title_modifier && hit.last == at) {
        *cls = rules_.modifiers[hit.entry].cls;
        return TokenRange{hit.first, hit.last};
      }
    return std::nullopt;
  }

  bool is_link(std::uint32_t i) const {  // joins two modifiers: "AI/ML engineer", "AI & ML engineer"
    return token(i).is('/') || token(i).is('&') || (token(i).is('-') && !token(i).space_before);
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
        if (token(at - 1).is_number()) break;
      }
      TitleModifier::Class cls = TitleModifier::Class::open;
      const std::optional<TokenRange> modifier = modifier_before(at, &cls);
      if (modifier) {
        if (cls != TitleModifier::Class::open) break;
        if (capital_core && at == begin && !token(modifier->first).upper_first &&
            token(modifier->first).first != '.')
          break;
        begin = modifier->first;
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
    // A title does not begin with a sign.
    while (begin < first && !token(begin).is_word() && !token(begin).is_number()) ++begin;
    return begin;
  }

  // "machine learning (ML) engineer": where the words begin that the bracket before `at` abbreviates, or
  // `at`.
  std::uint32_t abbreviated_before(std::uint32_t at) const {
    if (at < range_.first + 4 || !token(at - 1).is(')') || !token(at - 3).is('(') || !token(at - 2).all_upper)
      return at;
    TitleModifier::Class cls = TitleModifier::Class::open;
    const std::optional<TokenRange> words = modifier_before(at - 3, &cls);
    if (!words || cls != TitleModifier::Class::open || !is_abbreviation(*words, at - 2)) return at;
    return words->first;
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
    static const std::array<std::uint64_t, 3> kFocus{word_key("focus"), word_key("specialization"),
                                                     word_key("specialisation")};
    static const std::uint64_t kWith = word_key("with"), kA = word_key("a");
    if (exists(end) && token(end).key == kWith) {
      for (std::uint32_t i = end + 1; exists(i) && i < end + 6 && (token(i).is_word() || token(i).is('/'));
           ++i)
        if (i > end + 1 && std::find(kFocus.begin(), kFocus.end(), token(i).key) != kFocus.end() &&
            token(end + 1).key != kA)
          return i + 1;
    }
    if (exists(end + 1) && token(end).is('/') && !token(end).space_before && is_never(end + 1) &&
        token(end + 1).upper_first == token(at.first).upper_first)
      end += 2;
    if (exists(end + 2) && token(end).is('(') && token(end + 1).is_word() && token(end + 1).all_upper &&
        token(end + 2).is(')') && is_abbreviation(at, end + 1))
      end += 3;
    return end;
  }

  bool is_abbreviation(TokenRange title, std::uint32_t abbreviation) const {
    std::string letters;
    for (std::uint32_t i = title.first; i < title.last; ++i)
      if (token(i).is_word()) letters += static_cast<char>(token(i).first & ~0x20);
    return abbreviates(scan_.word(abbreviation), letters);
  }

  // "a key driver of": words beside it that no title has.
  bool is_refused(TokenRange at) const {
    const std::uint32_t from = at.first >= range_.first + 3 ? at.first - 3 : range_.first;
    for (const CueHit& cue : scan_.cues(Feature::title_cue, {from, std::min(at.last + 1, range_.last)})) {
      if (static_cast<TitleCue>(cue.value) != TitleCue::no) continue;
      if ((cue.place == Place::before && cue.at.last == at.first) ||
          (cue.place == Place::after && cue.at.first == at.last))
        return true;
    }
    return false;
  }

  bool is_level(TokenRange at) const {
    const CueHit* level = scan_.first_cue(Feature::level, at);
    return level != nullptr && level->at.last - level->at.first == at.last - at.first;
  }

  bool overlaps_taken(TokenRange at) const {
    const auto after =
        std::upper_bound(taken_.begin(), taken_.end(), at.first,
                         [](std::uint32_t first, const TokenRange& r) { return first < r.last; });
    return after != taken_.end() && after->first < at.last;
  }

  void choose() {
    std::vector<RoleMention> candidates;
    for (const Core& core : cores_) {
      const bool capital = token(core.at.first).upper_first;
      TokenRange at = core.at;
      if (is_refused(core.at)) continue;
      at.first = grow_left(core.at.first, capital, core.needs_modifier);
      if (core.needs_modifier && at.first == core.at.first) continue;
      if (at.first == core.at.first && core.title != nullptr && core.title->policy == Policy::cue &&
          is_level(core.at))
        continue;  // "Principal: ten years and more"
      const std::uint32_t core_last = at.last;
      at.last = grow_right(at);
      if (overlaps_taken(at)) {
        if (overlaps_taken(core.at)) continue;
        at = core.at;
        if (core.needs_modifier) continue;
      }
      RoleMention role;
      role.at = at;
      role.block = block_;
      role.name = name_of(core, at, core_last);
      if (core.title != nullptr && at.first == core.at.first && at.last == core_last)
        role.soc_code = core.title->soc;
      if (core.title != nullptr && role.soc_code.empty() && at.first == core.at.first)
        role.soc_code = core.title->soc;
      role.rule = core.open ? "role.open" : "role.gazetteer";
      candidates.push_back(std::move(role));
    }
    // Longest first from the left: of two that overlap, the one that begins earlier, then the longer one.
    std::sort(candidates.begin(), candidates.end(), [](const RoleMention& a, const RoleMention& b) {
      if (a.at.first != b.at.first) return a.at.first < b.at.first;
      if (a.at.last != b.at.last) return a.at.last > b.at.last;
      return a.rule < b.rule;
    });
    std::uint32_t end = 0;
    for (RoleMention& role : candidates) {
      if (role.at.first < end) continue;
      end = role.at.last;
      found_.push_back(std::move(role));
    }
  }

  std::string name_of(const Core& core, TokenRange at, std::uint32_t core_last) const {
    std::string name;
    if (core.title != nullptr && !core.title->name.empty()) {
      if (at.first < core.at.first) name = title_name(scan_.text({at.first, core.at.first})) + " ";
      name += core.title->name;
    } else {
      name = title_name(without_bracket(scan_.text({at.first, core_last})));
    }
    const bool bracket = at.last > core_last && token(core_last).is('(');
    if (at.last > core_last && !bracket) name = title_name(scan_.text(at));
    return name;
  }

  const Scan& scan_;
  const CompiledRules& rules_;
  const std::vector<TokenRange>& taken_;
  std::uint32_t block_ = 0;
  TokenRange range_;
  std::vector<Core> cores_;
  mutable std::vector<Hit> modifiers_;  // what modifiers_in() gave last
  std::vector<NeverAt> never_;
  std::vector<RoleMention> found_;
};

}  // namespace

std::vector<RoleMention> find_roles(const Scan& scan, const std::vector<TokenRange>& taken) {
  return RoleFinder(scan, taken).run();
}

}  // namespace careerfacts
