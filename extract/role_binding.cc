#include "extract/role_binding.h"

#include <algorithm>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kShortBlock = 20;  // tokens of a block that is a label for what follows
constexpr std::uint32_t kWidestJoint = 3;  // tokens between two titles of one list: ", and senior"

class RoleBinder {
 public:
  RoleBinder(const FigureContext& context, const Scan& scan, const std::vector<RoleMention>& roles)
      : context_(context), scan_(scan), roles_(roles) {}

  const RoleMention* run() const {
    const CueHit* others = others_touched();
    const TokenRange own{
        others != nullptr ? std::min(others->at.last, context_.left.last) : context_.left.first,
        context_.left.last};
    if (const RoleMention* role = taken_as()) return role;
    if (const RoleMention* role = last_in(own))
      return is_taken_on_as_another(role->at.last) ? nullptr : first_of_list(role, own);
    if (const RoleMention* role = first_in(until_bar(context_.right))) return role;
    if (others != nullptr) return nullptr;
    if (const RoleMention* role = first_in(until_bar({context_.sentence.first, context_.right.last})))
      return is_taken_on_as_another(role->at.last) ? nullptr : role;
    const BlockKind kind = scan_.document->blocks[context_.figure.block].kind;
    // "Data Scientist: … Typical salaries range from …": what an item begins with is what it is about.
    if (kind == BlockKind::list_item) {
      if (const RoleMention* role = first_in(scan_.blocks[context_.figure.block].tokens)) return role;
      if (const RoleMention* role = on_card()) return role;
    }
    if (const RoleMention* role = spoken_of_in_short()) return role;
    const bool someone = subject(Subject::someone) != nullptr;
    bool in_row = kind == BlockKind::cell, headed = false;  // headed: by the nearest heading
    for (const FigurePlace& place : context_.places) {
      if (someone && (is_far(place.kind) || (place.kind == PlaceKind::heading && headed))) continue;
      headed = headed || place.kind == PlaceKind::heading;
      if (in_row && !is_of_table(place.kind)) {
        in_row = false;
        if (const RoleMention* role = in_header_row()) return role;
      }
      if (place.kind == PlaceKind::block_before && !is_label(place)) continue;
      // The subject of a sentence and the topic of a lead stand first in them.
      const bool lead = place.kind == PlaceKind::lead;
      if (const RoleMention* role = first_in(lead ? scan_.blocks[place.block].tokens : place.at))
        return place.kind == PlaceKind::sentence_before && !takes_up_subject() && names_several(place.at)
                   ? nullptr
                   : role;
    }
    if (in_row)
      if (const RoleMention* role = in_header_row()) return role;
    return kind == BlockKind::cell ? in_caption() : nullptr;
  }

  // Everyone, spoken of before the amount or right behind it.
  const CueHit* others_touched() const {
    constexpr std::uint32_t kReach = 4;  // tokens: "the $48,000 that all workers average"
    const CueHit* others = subject(Subject::everyone);
    return others != nullptr && others->at.first <= context_.right.first + kReach ? others : nullptr;
  }

  const CueHit* subject(Subject value) const {
    const CueHit* last = nullptr;
    for (const CueHit& cue : scan_.cues(Feature::subject, {context_.left.first, context_.right.last}))
      if (cue.at.last <= context_.right.last && static_cast<Subject>(cue.value) == value) last = &cue;
    return last;
  }

 private:
  using Roles = std::vector<RoleMention>;

  Roles::const_iterator from(std::uint32_t token) const {
    return std::lower_bound(roles_.begin(), roles_.end(), token,
                            [](const RoleMention& r, std::uint32_t t) { return r.at.first < t; });
  }

  const RoleMention* first_in(TokenRange range) const {
    const auto role = from(range.first);
    return role != roles_.end() && role->at.last <= range.last ? &*role : nullptr;
  }

  const RoleMention* last_in(TokenRange range) const {
    auto role = from(range.last);
    while (role != roles_.begin()) {
      --role;
      if (role->at.first < range.first) return nullptr;
      if (role->at.last <= range.last) return &*role;
    }
    return nullptr;
  }

  // The first of titles that stand in a row: "airline pilots, copilots and flight engineers".
  const RoleMention* first_of_list(const RoleMention* role, TokenRange range) const {
    while (role != roles_.data()) {
      const RoleMention* before = role - 1;
      if (before->block != role->block || before->at.first < range.first ||
          !joined(before->at.last, role->at.first))
        break;
      role = before;
    }
    return role;
  }

  bool joined(std::uint32_t first, std::uint32_t last) const {
    if (last <= first || last - first > kWidestJoint) return false;
    static const KeySet kWords{"and", "or"};
    static const KeySet kSome{"some", "many", "most", "other", "certain"};
    bool joint = false;
    for (std::uint32_t i = first; i < last; ++i) {
      const Token& token = scan_.tokens[i];
      const bool word = kWords.contains(token);
      if (token.is(',') || token.is('/') || word)
        joint = true;
      else if (!token.is_word() || (!is_level(i) && !kSome.contains(scan_.tokens[i])))
        return false;
    }
    return joint;
  }

  bool is_level(std::uint32_t i) const { return scan_.first_cue(Feature::level, {i, i + 1}) != nullptr; }

  // A short line, but no sentence of its own.
  bool is_label(const FigurePlace& place) const {
    const Token& last = scan_.tokens[place.at.last - 1];
    if (last.is(':')) return true;
    return place.at.last - place.at.first <= kShortBlock && !last.is('.') &&
           !says_figure_of_its_own(place.at);
  }

  // "Roofer - $50,000" above "Line worker - $82,000" is another line of the list.
  bool says_figure_of_its_own(TokenRange label) const {
    const TokenRange left{scan_.blocks[context_.figure.block].tokens.first, context_.figure.at.first};
    const auto is_word = [](const Token& token) { return token.is_word(); };
    const auto is_number = [](const Token& token) { return token.is_number(); };
    const auto tokens = scan_.tokens.begin();
    return std::any_of(tokens + left.first, tokens + left.last, is_word) &&
           std::any_of(tokens + behind_ordinal(label), tokens + label.last, is_number);
  }

  // "2. Roofer" counts lines: its number is no figure.
  std::uint32_t behind_ordinal(TokenRange label) const {
    constexpr std::uint32_t kDigits = 2;
    const Token& first = scan_.tokens[label.first];
    if (!first.is_number() || first.end - first.begin > kDigits || label.first + 1 >= label.last)
      return label.first;
    const Token& sign = scan_.tokens[label.first + 1];
    return sign.is('.') || sign.is(')') || sign.is(':') || sign.is('-') ? label.first + 1 : label.first;
  }

  // "Adult apprentices start at", after "an apprentice cook" in the section: the title that the word is part
  // of.
  const RoleMention* spoken_of_in_short() const {
    constexpr std::ptrdiff_t kReach = 12;  // roles
    static const KeySet kShort{"apprentice", "trainee", "resident", "assistant", "associate", "technician"};
    const std::vector<Block>& blocks = scan_.document->blocks;
    for (std::uint32_t i = context_.left.first; i < context_.left.last; ++i) {
      if (!kShort.contains(scan_.tokens[i])) continue;
      const auto end = from(i);
      for (auto role = end; role != roles_.begin() && end - role < kReach; --role) {
        const RoleMention& before = *(role - 1);
        if (blocks[before.block].section != blocks[context_.figure.block].section) break;
        for (std::uint32_t t = before.at.first; t < before.at.last; ++t)
          if (scan_.tokens[t].key == scan_.tokens[i].key) return &before;
      }
    }
    return nullptr;
  }

  // "$31 as a chef", "$31 an hour for a chef": what stands right behind the amount says whose it is.
  const RoleMention* taken_as() const {
    constexpr std::uint32_t kReach = 3;  // tokens: "as an entry-level", "for the"
    static const KeySet kLeads{"as", "for"};
    static const KeySet kArticles{"a", "an"};
    std::uint32_t i = context_.figure.at.last;
    if (const CueHit* unit = scan_.first_cue(Feature::period, {i, std::min(i + 1, context_.right.last)}))
      i = unit->at.last;
    if (i + 2 >= context_.right.last || !kLeads.contains(scan_.tokens[i]) ||
        !kArticles.contains(scan_.tokens[i + 1]))
      return nullptr;
    const auto role = from(i + 2);
    return role != roles_.end() && role->at.first <= i + kReach && role->at.last <= context_.sentence.last
               ? &*role
               : nullptr;
  }

  // "Role: plumber" some lines above "Pay: $61,000" of one card.
  const RoleMention* on_card() const {
    constexpr std::uint32_t kLines = 6;
    static const KeySet kNames{"role", "job", "title", "position", "occupation", "profession"};
    const std::vector<Block>& blocks = scan_.document->blocks;
    const std::uint32_t own = context_.figure.block;
    for (std::uint32_t b = own; b > 0 && own - b < kLines; --b) {
      const Block& above = blocks[b - 1];
      if (above.kind != BlockKind::list_item || above.section != blocks[own].section) break;
      const TokenRange at = scan_.blocks[b - 1].tokens;
      for (std::uint32_t i = at.first; i + 1 < at.last && i < at.first + 2; ++i)
        if (kNames.contains(scan_.tokens[i]) && scan_.tokens[i + 1].is(':')) return first_in(at);
    }
    return nullptr;
  }

  static bool is_far(PlaceKind kind) {
    return kind == PlaceKind::opening || kind == PlaceKind::block_before || kind == PlaceKind::lead_before;
  }

  static bool is_of_table(PlaceKind kind) {
    return kind == PlaceKind::header || kind == PlaceKind::row_label || kind == PlaceKind::row;
  }

  // "cs salary … | investment banker": what stands behind a bar is another thing.
  TokenRange until_bar(TokenRange range) const {
    for (std::uint32_t i = std::max(range.first, context_.figure.at.last); i < range.last; ++i)
      if (scan_.tokens[i].is('|')) return {range.first, i};
    return range;
  }

  // "nurses, teachers and mechanics head the list": none of them is the one that the next sentence is about.
  // What is said in figures of a list, "accountants and auditors earn …", is said of its first.
  bool names_several(TokenRange sentence) const {
    const auto first = from(sentence.first);
    bool several = false;
    for (auto role = first; role != roles_.end() && role->at.last <= sentence.last; ++role) {
      if (role->name == first->name) continue;
      if (!joined((role - 1)->at.last, role->at.first)) return true;
      several = true;
    }
    const auto is_number = [](const Token& token) { return token.is_number(); };
    return several && std::none_of(scan_.tokens.begin() + sentence.first,
                                   scan_.tokens.begin() + sentence.last, is_number);
  }

  // "They start at": of several titles in the sentence before, its subject.
  bool takes_up_subject() const {
    static const KeySet kPronouns{"they", "their", "he", "she", "his", "her", "it", "its"};
    static const KeySet kTheirs{"wage", "salary", "pay", "median", "average", "range", "starting"};
    const std::uint32_t first = context_.sentence.first;
    return kPronouns.contains(scan_.tokens[first]) ||
           (scan_.word(first) == "The" && kTheirs.contains(scan_.tokens[first + 1]));
  }

  // "the manager would take you on as a helper at": somebody of another job, whose name we do not know.
  bool is_taken_on_as_another(std::uint32_t first) const {
    static const KeySet kArticles{"a", "an"};
    constexpr std::uint32_t kLongest = 3;  // words of the job
    static const std::uint64_t kAs = word_key("as");
    for (std::uint32_t i = first; i + 2 < context_.left.last; ++i) {
      if (scan_.tokens[i].key != kAs || !kArticles.contains(scan_.tokens[i + 1])) continue;
      for (std::uint32_t word = i + 2; word < context_.left.last && word < i + 2 + kLongest; ++word)
        if (names_doer(word)) return true;
    }
    return false;
  }

  // A noun of people by its ending: "helper", "fitter", "sailor", "machinist".
  bool names_doer(std::uint32_t i) const {
    const std::string_view word = scan_.word(i);
    return word.size() >= 5 && (word.ends_with("er") || word.ends_with("or") || word.ends_with("ist"));
  }

  // "State | Average RN salary | Top 10%": the one title whose pay the headers name is what the columns to
  // its right are about. "Scale | Assistant principal" heads a column of its own.
  const RoleMention* in_header_row() const {
    const Document& document = *scan_.document;
    const Table& table = document.tables[document.blocks[context_.figure.block].table];
    const RoleMention* found = nullptr;
    for (std::uint32_t b = table.first_block;
         b < table.last_block && document.blocks[b].row < table.header_rows; ++b) {
      const RoleMention* role = first_in(scan_.blocks[b].tokens);
      if (role == nullptr) continue;
      const bool of_pay = scan_.first_cue(Feature::evidence, scan_.blocks[b].tokens) != nullptr;
      if (!of_pay || document.blocks[b].column > document.blocks[context_.figure.block].column)
        return nullptr;
      if (found != nullptr && found->name != role->name) return nullptr;
      found = role;
    }
    return found;
  }

  // "Table of … for data analysts", under the table.
  const RoleMention* in_caption() const {
    const Block& cell = scan_.document->blocks[context_.figure.block];
    const std::uint32_t note = scan_.document->tables[cell.table].note;
    return note == kNone ? nullptr : first_in(scan_.blocks[note].tokens);
  }

  const FigureContext& context_;
  const Scan& scan_;
  const Roles& roles_;
};

}  // namespace

bool speaks_of_someone(const Scan& scan, const FigureContext& context) {
  return !scan.cues(Feature::subject, {context.left.first, context.right.last}).empty();
}

const RoleMention* role_of(const FigureContext& context, const Scan& scan,
                           const std::vector<RoleMention>& roles) {
  return RoleBinder(context, scan, roles).run();
}

}  // namespace careerfacts
