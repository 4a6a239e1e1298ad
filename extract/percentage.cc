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

bool goes_up_or_down(Sense sense) { return sense == Sense::change || sense == Sense::difference; }

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
    const CueHit* sum = sum_behind();
    if (before != nullptr && leads_up(before->at.last) && !yearly && !did_it(*before, behind) &&
        !(sum != nullptr && sense_of(*before) != Sense::change))
      return is_level(*before) ? sense_of_level(*before) : before;
    if (sum != nullptr) return sum;
    // "48% of candidates pass": the outcome is told behind the group.
    if (behind != nullptr && sense_of(*behind) == Sense::share)
      if (const CueHit* outcome = rate_behind()) return outcome;
    // "turnover runs at 47% a year" is a rate, though a year is told.
    if (behind != nullptr && sense_of(*behind) == Sense::change && before != nullptr &&
        sense_of(*before) == Sense::rate)
      return before;
    if (behind != nullptr) return behind;
    if (before != nullptr) return is_level(*before) ? sense_of_level(*before) : before;
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
      if (const CueHit* cue = last_wide_cue(place.at)) return cue;
    }
    return nullptr;
  }

  // `token` stands in the sentence of the figure or in the one before it.
  bool near_sentence(std::uint32_t token) const {
    if (token >= context_.sentence.first) return same_sentence(token);
    return scan_.sentence_at(block_, context_.sentence.first - 1).contains(token);
  }

  // "up from 38% in 2022" goes on about the figure before.
  bool continues_figure_before() const {
    const std::uint32_t at = context_.figure.at.first;
    if (!context_.shares_clause || at < context_.left.first + 2 || scan_.word(at - 1) != "from") return false;
    return scan_.word(at - 2) == "up" || scan_.word(at - 2) == "down";
  }

  // `told_by` told the sense, and mostly tells the direction too: "rose by 5% as openings fell".
  Direction direction(Sense sense, const CueHit* told_by) const {
    if (!goes_up_or_down(sense)) return Direction::none;
    if (percent_.negative) return Direction::down;
    if (percent_.positive) return Direction::up;
    if (told_by != nullptr)
      if (const CueHit* own = scan_.last_cue(Feature::direction, told_by->at))
        return static_cast<Direction>(own->value);
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

  // "35% fewer than in 2023", "24% longer than before the crisis": a comparison of two times is a change.
  // The token behind "than" or "above"; the end of the clause when none is there.
  std::uint32_t comparand(const CueHit& cue) const {
    constexpr std::uint32_t kReach = 8;
    const std::uint32_t limit = context_.right.last;
    if (cue.at.first < context_.figure.at.last) return limit;
    for (std::uint32_t i = cue.at.first; i < limit && i < cue.at.first + kReach; ++i)
      if (is_one_of(i, " than above below over ")) return i + 1;
    return limit;
  }

  bool compares_times(const CueHit& cue) const {
    const std::uint32_t from = comparand(cue), limit = context_.right.last;
    if (YearReader(scan_).compared(from, limit) != 0) return true;
    static constexpr std::string_view kBetween =
        " it they he she we you was were did had have been is are in at the a an one two three four five six "
        "seven eight nine ten few several couple of this that same point time back during for its their ";
    for (std::uint32_t i = from; i < limit; ++i) {
      for (const CueHit& time : scan_.cues(Feature::sense, {i, i + 1}))
        if (time.place == Place::than) return true;
      if (!scan_.tokens[i].is_number() && !is_one_of(i, kBetween)) return false;
    }
    return false;
  }

  // The year of such a comparison.
  std::optional<int> year_compared(const CueHit& cue) const {
    const int year = YearReader(scan_).compared(comparand(cue), context_.right.last);
    return year == 0 ? std::nullopt : std::optional<int>(year);
  }

  // A row or column that is headed by a span of years: "Openings, 2024-34".
  bool headed_by_years() const {
    const YearReader read(scan_);
    for (const FigurePlace& place : context_.places)
      if (place.kind == PlaceKind::header || place.kind == PlaceKind::row_label)
        if (const Years found = read.in(place.at, place.at.last); found.start && found.end) return true;
    return false;
  }

  // "Foreman (+10%)"
  bool in_brackets() const {
    const std::uint32_t at = context_.figure.at.first;
    for (std::uint32_t i = at; i > context_.left.first && i + 3 > at; --i)
      if (scan_.tokens[i - 1].is('(')) return true;
    return false;
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
      // A heading dates the article: "Pay in 2025". Only a span dates what is told below it.
      if (place.kind == PlaceKind::heading && !(found.start && found.end)) found = {};
    }
    if (!found.any())  // "42% for the first and 50% for the second from 2024 to 2034"
      if (const Years later = read.in({context_.right.first, limit}, limit); later.start && later.end)
        found = later;
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
  // The last cue in `range` that may speak of a figure in another cell or sentence.
  const CueHit* last_wide_cue(TokenRange range) const {
    const CueHit* best = nullptr;
    for (const CueHit& cue : scan_.cues(Feature::sense, range)) {
      const bool wide = cue.place == Place::any || cue.place == Place::before || cue.place == Place::after;
      if (!wide || cue.at.last > range.last) continue;
      if (best == nullptr || cue.at.last > best->at.last) best = &cue;
    }
    return best;
  }

  static Sense sense_of(const CueHit& cue) { return static_cast<Sense>(cue.value); }

  // Where the figure begins with the hedge before it: "about 20%".
  std::uint32_t begin_with_hedge() const {
    constexpr std::uint32_t kLongestHedge = 6;
    const std::uint32_t end = context_.figure.at.first;
    const std::uint32_t from = std::max(context_.left.first, end - std::min(end, kLongestHedge));
    for (const CueHit& cue : scan_.cues(Feature::modifier, {from, end}))
      if (cue.at.last == end && cue.place != Place::after && cue.place != Place::next) return cue.at.first;
    return end;
  }

  bool is_one_of(std::uint32_t token, std::string_view words) const {
    return words.find(" " + to_lower(scan_.word(token)) + " ") != std::string_view::npos;
  }

  // Nothing but a word that joins stands between `end` and the figure: "growth of about 5%", "pass rate:
  // 54%", "rose by another 2%".
  bool leads_up(std::uint32_t end) const {
    std::uint32_t begin = begin_with_hedge();
    static constexpr std::string_view kDegrees =
        " further another extra additional just only whopping mere measly modest hefty full ";
    if (end < begin && is_one_of(begin - 1, kDegrees)) {
      --begin;
      if (end < begin && is_one_of(begin - 1, " a an ")) --begin;
    }
    if (end >= begin) return true;
    return end + 1 == begin && is_one_of(end, " of at by to from is was are were : ( = - ");
  }

  // "budgets were cut at 37% of the firms": they are those who did it, and no measure of the change.
  bool did_it(const CueHit& change, const CueHit* behind) const {
    if (behind == nullptr || sense_of(*behind) != Sense::share || sense_of(change) != Sense::change)
      return false;
    return behind->at.first == context_.figure.at.last && change.at.last < context_.figure.at.first &&
           is_one_of(change.at.last, " by at in among ");
  }

  // "20% of a candidate's annual pay": the cue that ends the noun phrase behind "of".
  const CueHit* sum_behind() const {
    const TokenRange whole = phrase_behind();
    if (whole.empty() || holds_a_group(whole)) return nullptr;
    for (const CueHit& cue : scan_.cues(Feature::sense, whole))
      if (cue.place == Place::of && cue.at.last == whole.last) return &cue;
    return nullptr;
  }

  // "of employers raised pay", "of staff got a bonus": those who do something, and no part of a sum.
  bool holds_a_group(TokenRange phrase) const {
    for (std::uint32_t i = phrase.first; i + 1 < phrase.last; ++i) {
      if (is_one_of(i, " women men people staff us who workforce ")) return true;
      if (i > phrase.first && is_one_of(i, " a an the their its his her your our my some any no "))
        return true;
      const std::string_view word = scan_.word(i);
      const bool plural = word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' &&
                          !is_one_of(i, " earnings sales wages this ");
      const std::string_view next = scan_.word(i + 1);
      if (plural && scan_.tokens[i].is_word() && next.front() != '\'') return true;
    }
    return false;
  }

  // The noun phrase behind "of"; empty when none is there.
  TokenRange phrase_behind() const {
    constexpr std::uint32_t kLongest = 8;
    static const std::uint64_t kOf = word_key("of");
    const TokenRange right = context_.right;
    if (right.empty() || scan_.tokens[right.first].key != kOf) return {};
    TokenRange whole{right.first + 1, right.first + 1};
    if (whole.last < right.last && is_one_of(whole.last, " that ")) ++whole.last;
    while (whole.last < right.last && whole.last - whole.first < kLongest && !ends_phrase(whole.last) &&
           !is_one_of(whole.last, " over above for in on at to from as if when per after before "))
      ++whole.last;
    return whole;
  }

  // "the gap shrank to 6%", "it has fallen since 2021, from 12%": the figure is a level, not the change.
  bool is_level(const CueHit& cue) const {
    const std::uint32_t begin = begin_with_hedge();
    return sense_of(cue) == Sense::change && cue.at.last < begin &&
           (is_one_of(cue.at.last, " to from ") || is_one_of(begin - 1, " from "));
  }

  // What rose or fell to the level: "the gap", "wage growth".
  const CueHit* sense_of_level(const CueHit& change) const {
    const CueHit* best = &change;
    for (const CueHit& cue : scan_.cues(Feature::sense, {context_.sentence.first, change.at.first})) {
      if (cue.place != Place::any && cue.place != Place::before) continue;
      if (sense_of(cue) != Sense::change || scan_.last_cue(Feature::direction, cue.at) != nullptr)
        best = &cue;
    }
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
    return cue.at.last <= context_.figure.at.first && cue.at.last > begin_with_hedge();
  }

  // A cue behind the figure may end beyond the range it begins in: a longer phrase tells more than its first
  // word.
  bool fits(const CueHit& cue, TokenRange range, Place side) const {
    if (cue.at.last > (side == Place::after ? context_.right.last : range.last)) return false;
    if (cue.place == Place::of || cue.place == Place::than) return false;
    if (cue.place == Place::close) return side == Place::before && leads_up(cue.at.last);
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
    const bool is_signed = percents[i].positive || percents[i].negative;
    const bool inherits = goes_on && !is_signed && read.near_sentence(found.back().at.first) &&
                          (cue == nullptr || read.continues_figure_before());
    if (cue == nullptr && !inherits) {
      cue = read.sense_cue_around();
      // "+10%" is a change or a difference, whatever the heading speaks of.
      if (is_signed && cue != nullptr && !goes_up_or_down(static_cast<Sense>(cue->value))) cue = nullptr;
    }
    mention.sense = cue == nullptr ? Sense::share : static_cast<Sense>(cue->value);
    const bool of_times = cue != nullptr && mention.sense == Sense::difference && read.compares_times(*cue);
    if (of_times) mention.sense = Sense::change;
    mention.rule = cue == nullptr ? std::string_view("percentage.plain")
                                  : std::string_view(scan.rules->rules[cue->rule].id);
    if (inherits) {
      mention.sense = found.back().sense;
      mention.rule = found.back().rule;
    } else if (cue == nullptr && stands_in(of_changes, scan.document->blocks[mention.block])) {
      mention.sense = Sense::change;
      mention.rule = "percentage.signed-column";
    } else if (cue == nullptr && read.headed_by_years()) {
      mention.sense = Sense::change;
      mention.rule = "percentage.years";
    } else if (cue == nullptr && is_signed) {
      mention.sense = read.in_brackets() ? Sense::difference : Sense::change;
      mention.rule = "percentage.signed";
    }
    mention.direction = inherits ? found.back().direction : read.direction(mention.sense, cue);
    if (mention.sense == Sense::change) {
      Years years = read.years(read.continues_figure_before());
      if (of_times && read.year_compared(*cue)) years = {read.year_compared(*cue), std::nullopt};
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
