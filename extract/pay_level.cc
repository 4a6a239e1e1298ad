#include "extract/pay_level.h"

#include <algorithm>

#include "extract/bound_fields.h"
#include "extract/key_set.h"

namespace careerfacts {
namespace {

class LevelReader {
 public:
  LevelReader(const Scan& scan, const FigureContext& context)
      : scan_(scan), context_(context), block_(context.figure.block) {}

  Level read() const {
    if (const Level near = is_other_end() ? Level::none : level_in(scan_, context_.left, true);
        near != Level::none)
      return near;
    if (const Level near = level_in(scan_, context_.right, false); near != Level::none) return near;
    // "The starting salary is $71,000 ($75,500 for engineers)": what stands before the bracket holds in it.
    if (const std::uint32_t bracket = open_bracket(); bracket > context_.sentence.first)
      if (const Level found = level_in(scan_, {context_.sentence.first, bracket}, true); found != Level::none)
        return found;
    if (const TokenRange label = own_label(); !label.empty())
      if (const Level found = level_in(scan_, label, false); found != Level::none) return found;
    const bool in_cell = scan_.document->blocks[block_].kind == BlockKind::cell;
    if (in_cell) {
      if (const Level found = level_of_column(); found != Level::none) return found;
      if (const Level found = level_of_row(); found != Level::none) return found;
    }
    for (const FigurePlace& place : context_.places) {
      if (place.kind == PlaceKind::sentence_before || place.kind == PlaceKind::block_before ||
          place.kind == PlaceKind::lead_before || place.kind == PlaceKind::row ||
          place.kind == PlaceKind::opening)
        continue;
      if (place.kind == PlaceKind::lead && in_cell) continue;
      if (place.kind == PlaceKind::header && is_mid_of_range(place)) continue;
      if (place.kind == PlaceKind::lead && is_by_the_way(place.at)) continue;
      if (place.kind == PlaceKind::heading &&
          (spans_levels(place.at) || (in_prose() && !asks_above(place) && !begins_with_level(place))))
        continue;
      if (const Level found = level_in(scan_, place.at, false); found != Level::none) return found;
    }
    return Level::none;
  }

 private:
  bool in_prose() const { return scan_.document->blocks[block_].kind == BlockKind::paragraph; }

  // "What does a fresher earn?" directly above the paragraph, or a paragraph that begins with the amount.
  bool asks_above(const FigurePlace& heading) const {
    return heading.block + 1 == block_ && (scan_.tokens[heading.at.last - 1].is('?') ||
                                           context_.figure.at.first == scan_.blocks[block_].tokens.first);
  }

  // "From $40,000 at entry level to $85,000": what stands between is of the figure before.
  bool is_other_end() const {
    static const std::uint64_t kTo = word_key("to");
    const TokenRange left = context_.left;
    return context_.shares_clause && !left.empty() && scan_.tokens[left.last - 1].key == kTo;
  }

  // "Freshers to experienced" is about people of every level.
  bool spans_levels(TokenRange heading) const {
    Level level = Level::none;
    for (const CueHit& cue : scan_.cues(Feature::level, heading)) {
      const Level found = static_cast<Level>(cue.value);
      if (found != Level::none && level != Level::none && found != level) return true;
      if (found != Level::none) level = found;
    }
    return false;
  }

  // "Senior tilers" over the paragraph: the nearest heading says whom it is about.
  bool begins_with_level(const FigurePlace& heading) const {
    const auto nearest =
        std::find_if(context_.places.begin(), context_.places.end(),
                     [](const FigurePlace& place) { return place.kind == PlaceKind::heading; });
    if (nearest->block != heading.block) return false;
    const CueHit* cue = scan_.first_cue(Feature::level, heading.at);
    return cue != nullptr && (cue->at.first == heading.at.first || ends_with_people(heading.at, *cue));
  }

  // "In-hand salary of a fresher", "Pay for new graduates": whom the section is about.
  bool ends_with_people(TokenRange heading, const CueHit& cue) const {
    static const KeySet kLeads{"of", "for", "as"};
    static const KeySet kArticles{"a", "an", "the"};
    if (cue.at.last != heading.last) return false;
    std::uint32_t before = cue.at.first;
    if (before > heading.first && kArticles.contains(scan_.tokens[before - 1])) --before;
    return before > heading.first && kLeads.contains(scan_.tokens[before - 1]);
  }

  // "You need one year of experience.", "The exam is aimed at experienced cooks." above a list that it does
  // not introduce: what is asked of somebody else.
  bool is_by_the_way(TokenRange lead) const {
    return !scan_.tokens[lead.last - 1].is(':') &&
           (scan_.first_cue(Feature::level, lead) == nullptr || scan_.tokens[lead.last - 1].is('.'));
  }

  // "Senior (7+ years): $200,000; can exceed $500,000": what its own line is about.
  TokenRange own_label() const {
    constexpr std::uint32_t kLongest = 12;  // tokens
    const std::uint32_t first = scan_.blocks[block_].tokens.first;
    if (context_.sentence.first != first) return {};
    for (std::uint32_t i = first; i < context_.figure.at.first && i < first + kLongest; ++i)
      if (scan_.tokens[i].is(':')) return {first, i};
    return {};
  }

  // "Mid" between "Low" and "High" is of a range, not of a career.
  bool is_mid_of_range(const FigurePlace& header) const {
    static const KeySet kEnds{"low", "high", "min", "max", "minimum", "maximum", "floor", "top"};
    if (header.at.last != header.at.first + 1) return false;
    const Document& document = *scan_.document;
    const Table& table = document.tables[document.blocks[header.block].table];
    for (std::uint32_t b = table.first_block;
         b < table.last_block && document.blocks[b].row < table.header_rows; ++b)
      if (names_one(scan_.blocks[b].tokens, kEnds)) return true;
    return false;
  }

  // Where the bracket that the figure stands in opens; 0 where none does.
  std::uint32_t open_bracket() const {
    constexpr std::uint32_t kReach = 60;  // tokens
    int depth = 0;
    const std::uint32_t end = context_.figure.at.first;
    for (std::uint32_t i = end; i > context_.sentence.first && end - i < kReach; --i) {
      if (scan_.tokens[i - 1].is(')')) --depth;
      if (scan_.tokens[i - 1].is('(') && ++depth > 0) return i - 1;
    }
    return 0;
  }

  // "The figures above are for 3-5 years of experience." under a table.
  Level level_of_note(std::uint32_t note) const {
    constexpr std::uint32_t kReach = 8;  // tokens: "for people with 3-5 years of experience"
    static const std::uint64_t kFor = word_key("for");
    if (note == kNone) return Level::none;
    const TokenRange all = scan_.blocks[note].tokens;
    for (std::uint32_t i = all.first; i < all.last && !scan_.tokens[i].is_number(); ++i)
      if (scan_.tokens[i].key == kFor)
        if (const Level found = level_in(scan_, {i, std::min(i + kReach, all.last)}, false);
            found != Level::none)
          return found;
    return Level::none;
  }

  // "Junior | Mid | Senior" over the figures: it goes before a row that is labelled "Art director".
  Level level_of_column() const {
    for (const FigurePlace& place : context_.places)
      if (place.kind == PlaceKind::header && !is_mid_of_range(place))
        if (const Level found = level_in(scan_, place.at, false); found != Level::none) return found;
    return Level::none;
  }

  // "0-1" and "10+" in a column that is headed "Years" or "Experience", "Mid" in one headed "Level".
  // A word of the title, "Sr analyst", goes before both.
  Level level_of_row() const {
    constexpr std::uint32_t kTitle = 5;  // tokens
    const Document& document = *scan_.document;
    const Table& table = document.tables[document.blocks[block_].table];
    const bool of_credentials = lists_credentials(table);
    for (const FigurePlace& place : context_.places) {
      if (place.kind != PlaceKind::row_label && (place.kind != PlaceKind::row || of_credentials)) continue;
      if (place.block > block_ || place.at.last - place.at.first > kTitle) continue;
      if (scan_.first_cue(Feature::level, place.at) == nullptr) continue;
      if (const Level found = level_in(scan_, place.at, false); found != Level::none) return found;
    }
    for (std::uint32_t b = table.first_block;
         b < table.last_block && document.blocks[b].row < table.header_rows; ++b) {
      // What a column is headed that says how far on in their career the people of its row are.
      static const KeySet kYears{"year", "yrs", "yr", "yoe", "experience", "exp", "tenure"};
      static const KeySet kLevels{"level", "seniority", "grade", "stage", "band", "career"};
      const bool years = names_one(scan_.blocks[b].tokens, kYears);
      if (!years && (of_credentials || !names_one(scan_.blocks[b].tokens, kLevels))) continue;
      for (const FigurePlace& place : context_.places) {
        if (place.kind != PlaceKind::row_label && place.kind != PlaceKind::row) continue;
        if (document.blocks[place.block].column != document.blocks[b].column) continue;
        if (const Level found = level_of_years(scan_, place.at); years && found != Level::none) return found;
        if (const Level found = level_in(scan_, place.at, false); found != Level::none) return found;
      }
    }
    return level_of_note(table.note);
  }

  // "Certification | Level | Pay": how hard the exam is, not how far on its holders are.
  bool lists_credentials(const Table& table) const {
    static const KeySet kCredentials{"certification", "certificate", "credential", "cert",
                                     "course",        "exam",        "licence",    "license"};
    return table.header_rows > 0 && names_one(scan_.blocks[table.first_block].tokens, kCredentials);
  }

  bool names_one(TokenRange header, const KeySet& words) const {
    for (std::uint32_t i = header.first; i < header.last; ++i)
      if (words.contains(scan_.tokens[i])) return true;
    return false;
  }

  const Scan& scan_;
  const FigureContext& context_;
  std::uint32_t block_;
};

}  // namespace

bool is_new_to_job(const Scan& scan, const RoleMention& role, TokenRange sentence) {
  static const std::uint64_t kNew = word_key("new");
  // "Her new data analyst job pays", "the new sales manager": somebody changed the job.
  static const KeySet kPlaces{"job", "role", "position", "post", "salary", "contract", "vacancy", "opening"};
  static const KeySet kOwners{"my", "his", "her", "your", "our", "their", "the", "this", "its", "brand"};
  const std::uint32_t at = role.at.first;
  if (at <= sentence.first || role.at.last > sentence.last || scan.tokens[at - 1].key != kNew) return false;
  if (role.at.last < sentence.last && kPlaces.contains(scan.tokens[role.at.last])) return false;
  return at < sentence.first + 2 || !kOwners.contains(scan.tokens[at - 2]);
}

Level level_of_pay(const Scan& scan, const FigureContext& context) {
  return LevelReader(scan, context).read();
}

}  // namespace careerfacts
