#include "extract/percentage.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/bound_fields.h"
#include "extract/role_binding.h"
#include "extract/years.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kWholeSentence = 12;  // tokens; a longer sentence of prose speaks for itself

class PercentageReader {
 public:
  PercentageReader(const Scan& scan, const PercentExpression& percent, const FigureContext& context)
      : scan_(scan), percent_(percent), context_(context), block_(context.figure.block) {}

  // The cue that tells the sense, in the figure's sentence: what leads up to it ("a growth rate of 5%"), what
  // stands directly behind it ("20% more than"), then the nearest word before it, and the rest.
  const CueHit* sense_cue_in_sentence() const {
    const CueHit* before = near(Feature::sense, context_.left, Place::before, false);
    const TokenRange close{context_.right.first, std::min(context_.right.first + 3, context_.right.last)};
    const CueHit* behind = near(Feature::sense, close, Place::after, true);
    // "adds 22% a year" is a change, "adds 22%" a difference.
    const bool yearly = behind != nullptr && sense_of(*behind) == Sense::change && before != nullptr &&
                        sense_of(*before) == Sense::difference;
    if (before != nullptr && leads_up(before->at.last) && !yearly)
      return is_level(*before) ? sense_of_level(*before) : before;
    // "48% of candidates pass": the outcome is told behind the group.
    if (behind != nullptr && sense_of(*behind) == Sense::share)
      if (const CueHit* outcome = rate_behind()) return outcome;
    // "turnover runs at 47% a year" is a rate, though a year is told.
    if (behind != nullptr && sense_of(*behind) == Sense::change && before != nullptr &&
        sense_of(*before) == Sense::rate)
      return before;
    if (behind != nullptr) return behind;
    if (before != nullptr) return before;
    if (const CueHit* cue = near(Feature::sense, context_.right, Place::after, true)) return cue;
    return nullptr;
  }

  // What stands before the figures before it in the sentence: "pay rose $5,000, or 10%".
  const CueHit* sense_cue_earlier() const {
    if (context_.left.first == context_.sentence.first) return nullptr;
    return near(Feature::sense, {context_.sentence.first, context_.left.first}, Place::before, false);
  }

  bool same_sentence(std::uint32_t token) const { return context_.sentence.contains(token); }

  // What stands around the sentence: its column, its item and the headings.
  const CueHit* sense_cue_around() const {
    const bool prose = scan_.document->blocks[block_].kind == BlockKind::paragraph;
    for (const FigurePlace& place : context_.places) {
      if (prose && context_.sentence.last - context_.sentence.first > kWholeSentence) break;
      // The cells to the right of a figure speak of other things.
      if (place.kind == PlaceKind::row && place.block > block_) continue;
      const CueHit* cue = scan_.last_cue(Feature::sense, place.at);
      if (cue != nullptr && cue->place != Place::next) return cue;
    }
    return nullptr;
  }

  // "up from 38% in 2022" goes on about the figure before.
  bool continues_figure_before() const {
    const std::uint32_t at = context_.figure.at.first;
    if (!context_.shares_clause || at < context_.left.first + 2 || scan_.word(at - 1) != "from") return false;
    return scan_.word(at - 2) == "up" || scan_.word(at - 2) == "down";
  }

  Direction direction(Sense sense) const {
    if (sense != Sense::change && sense != Sense::difference) return Direction::none;
    if (percent_.negative) return Direction::down;
    if (percent_.positive) return Direction::up;
    const TokenRange close{context_.right.first, std::min(context_.right.first + 4, context_.right.last)};
    for (const auto& [range, side, forward] :
         {std::tuple(close, Place::after, true), std::tuple(context_.left, Place::before, false),
          std::tuple(context_.right, Place::after, true),
          std::tuple(TokenRange{context_.sentence.first, context_.left.first}, Place::before, false)})
      if (const CueHit* cue = near(Feature::direction, range, side, forward))
        return static_cast<Direction>(cue->value);
    for (const FigurePlace& place : context_.places)
      if (const CueHit* cue = scan_.last_cue(Feature::direction, place.at))
        return static_cast<Direction>(cue->value);
    return Direction::up;
  }

  // The years of a change, as they stand nearest to the figure.
  Years years(bool goes_on) const {
    const YearReader read(scan_);
    const std::uint32_t limit = context_.sentence.last;
    Years found = read.in(context_.right, limit);
    if (found.start && !found.end) {  // "in 2019, up 8.6% from 2010"
      const Years before = read.in({context_.sentence.first, context_.figure.at.first}, limit);
      if (before.end && !before.start && *before.end > *found.start) found.end = before.end;
    }
    if (!found.any()) found = read.in(context_.left, limit);
    if (!found.any() && !goes_on) found = read.in({context_.sentence.first, context_.right.last}, limit);
    for (const FigurePlace& place : context_.places) {
      if (found.any()) break;
      if (place.kind == PlaceKind::header || place.kind == PlaceKind::row_label ||
          place.kind == PlaceKind::lead || place.kind == PlaceKind::parent ||
          place.kind == PlaceKind::heading)
        found = read.in(place.at, place.at.last);
    }
    return found;
  }

  // "over the same decade"
  bool same_years() const { return YearReader(scan_).same_years(context_.right); }

  // What the figure is about: "of <noun phrase>" behind it, or the noun phrase before its verb.
  TokenRange subject() const {
    static const std::uint64_t kOf = word_key("of");
    TokenRange range;
    if (context_.right.first < context_.right.last && scan_.tokens[context_.right.first].key == kOf) {
      range = {context_.right.first + 1, context_.right.first + 1};
      while (range.last < context_.right.last && range.last < range.first + 10 && !ends_phrase(range.last))
        ++range.last;
    } else if (const CueHit* cue = near(Feature::sense, context_.left, Place::before, false)) {
      range = {cue->at.first, cue->at.first};
      while (range.first > context_.left.first && cue->at.first - range.first < 10 &&
             !ends_phrase(range.first - 1))
        --range.first;
    }
    while (!range.empty() && !scan_.tokens[range.last - 1].is_word()) --range.last;
    while (!range.empty() && !scan_.tokens[range.first].is_word()) ++range.first;
    return range;
  }

 private:
  static Sense sense_of(const CueHit& cue) { return static_cast<Sense>(cue.value); }

  // Where the figure begins with the hedge before it: "about 20%".
  std::uint32_t begin_with_hedge() const {
    const CueHit* hedge = scan_.last_cue(Feature::modifier, context_.left);
    return hedge != nullptr && hedge->at.last == context_.figure.at.first ? hedge->at.first
                                                                          : context_.figure.at.first;
  }

  bool is_one_of(std::uint32_t token, std::string_view words) const {
    return words.find(" " + to_lower(scan_.word(token)) + " ") != std::string_view::npos;
  }

  // Nothing but a word that joins stands between `end` and the figure: "growth of about 5%", "pass rate:
  // 54%".
  bool leads_up(std::uint32_t end) const {
    const std::uint32_t begin = begin_with_hedge();
    if (end >= begin) return true;
    return end + 1 == begin && is_one_of(end, " of at by to from is was are were : ( = - ");
  }

  // "the gap shrank to 6%": the figure is a level of the gap, not the change.
  bool is_level(const CueHit& cue) const {
    return sense_of(cue) == Sense::change && cue.at.last < context_.figure.at.first &&
           is_one_of(cue.at.last, " to from ");
  }

  const CueHit* sense_of_level(const CueHit& change) const {
    const CueHit* best = &change;
    for (const CueHit& cue : scan_.cues(Feature::sense, {context_.sentence.first, change.at.first}))
      if (cue.place != Place::after && sense_of(cue) != Sense::change) best = &cue;
    return best;
  }

  bool ends_phrase(std::uint32_t i) const {
    static const std::array<std::uint64_t, 26> kEnds{
        word_key("is"),     word_key("are"),  word_key("was"),     word_key("were"),  word_key("will"),
        word_key("have"),   word_key("has"),  word_key("had"),     word_key("say"),   word_key("said"),
        word_key("report"), word_key("now"),  word_key("that"),    word_key("which"), word_key("who"),
        word_key("and"),    word_key("but"),  word_key("require"), word_key("list"),  word_key("earn"),
        word_key("use"),    word_key("plan"), word_key("expect"),  word_key("work"),  word_key("by"),
        word_key("with")};
    const Token& token = scan_.tokens[i];
    if (!token.is_word()) return !token.is('-') && !token.is('/') && token.first != '\'';
    return std::find(kEnds.begin(), kEnds.end(), token.key) != kEnds.end();
  }

  const CueHit* rate_behind() const {
    const TokenRange clause{context_.right.first, std::min(context_.right.first + 7, context_.right.last)};
    for (const CueHit& cue : scan_.cues(Feature::sense, clause))
      if (sense_of(cue) == Sense::rate) return &cue;
    return nullptr;
  }

  // "more than 20%", "below 50%": the words are a hedge on the figure, not a comparison.
  bool is_hedge(const CueHit& cue) const {
    return cue.at.first >= begin_with_hedge() && cue.at.last <= context_.figure.at.first;
  }

  // A cue behind the figure may end beyond the range it begins in: a longer phrase tells more than its first
  // word.
  bool fits(const CueHit& cue, TokenRange range, Place side) const {
    if (cue.at.last > (side == Place::after ? context_.right.last : range.last)) return false;
    if (cue.place == Place::next) return side == Place::after && cue.at.first == context_.figure.at.last;
    return cue.place == Place::any || cue.place == side;
  }

  const CueHit* near(Feature feature, TokenRange range, Place side, bool forward) const {
    const CueHit* best = nullptr;
    for (const CueHit& cue : scan_.cues(feature, range)) {
      if (!fits(cue, range, side) || is_hedge(cue)) continue;
      if (forward) {
        if (best == nullptr || (cue.at.first == best->at.first && cue.at.last > best->at.last)) best = &cue;
      } else if (best == nullptr || cue.at.last > best->at.last) {
        best = &cue;
      }
    }
    return best;
  }

  const Scan& scan_;
  const PercentExpression& percent_;
  const FigureContext& context_;
  std::uint32_t block_;
};

// Columns of tables that hold signed figures tell changes: "5% | -8% | 10%". Each is its table and column.
using Columns = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Columns signed_columns(const Scan& scan, const std::vector<PercentExpression>& percents,
                       const std::vector<std::size_t>& percent_figure, const std::vector<Figure>& figures) {
  Columns columns;
  for (std::size_t i = 0; i < percents.size(); ++i) {
    const Block& block = scan.document->blocks[figures[percent_figure[i]].block];
    if (percents[i].negative && block.kind == BlockKind::cell)
      columns.emplace_back(block.table, block.column);
  }
  std::sort(columns.begin(), columns.end());
  return columns;
}

bool stands_in(const Columns& columns, const Block& block) {
  return block.kind == BlockKind::cell &&
         std::binary_search(columns.begin(), columns.end(), std::pair(block.table, block.column));
}

}  // namespace

std::vector<PercentageMention> find_percentages(const Scan& scan,
                                                const std::vector<PercentExpression>& percents,
                                                const std::vector<std::size_t>& percent_figure,
                                                const std::vector<Figure>& figures,
                                                const std::vector<RoleMention>& roles,
                                                const Attributor& attributor) {
  std::vector<PercentageMention> found;
  const Columns of_changes = signed_columns(scan, percents, percent_figure, figures);
  for (std::size_t i = 0; i < percents.size(); ++i) {
    const FigureContext context = context_of(scan, figures, percent_figure[i]);
    const PercentageReader read(scan, percents[i], context);
    PercentageMention mention;
    mention.at = context.figure.at;
    mention.block = context.figure.block;
    mention.bounds = bounds_of(
        scan, context, {percents[i].low, percents[i].high, percents[i].is_range, percents[i].plus, false});
    const CueHit* cue = read.sense_cue_in_sentence();
    const bool goes_on = !found.empty() && found.back().block == mention.block;
    if (cue == nullptr && !(goes_on && read.same_sentence(found.back().at.first)))
      cue = read.sense_cue_earlier();
    const bool inherits = goes_on && (cue == nullptr || read.continues_figure_before());
    if (cue == nullptr && !inherits) cue = read.sense_cue_around();
    mention.sense = cue == nullptr ? Sense::share : static_cast<Sense>(cue->value);
    mention.rule = cue == nullptr ? std::string_view("percentage.plain")
                                  : std::string_view(scan.rules->rules[cue->rule].id);
    if (inherits) {
      mention.sense = found.back().sense;
      mention.rule = found.back().rule;
    } else if (cue == nullptr && stands_in(of_changes, scan.document->blocks[mention.block])) {
      mention.sense = Sense::change;
      mention.rule = "percentage.signed-column";
    }
    mention.direction = inherits ? found.back().direction : read.direction(mention.sense);
    if (mention.sense == Sense::change) {
      Years years = read.years(read.continues_figure_before());
      if (!years.any() && goes_on && read.same_years())
        years = {found.back().start_year, found.back().end_year};
      mention.start_year = years.start;
      mention.end_year = years.end;
    }
    mention.subject = read.subject();
    mention.role = role_of(context, scan, roles);
    mention.source = attributor.source_of(context.figure.block, context.figure.at);
    found.push_back(std::move(mention));
  }
  return found;
}

}  // namespace careerfacts
