#include "extract/percentage.h"

#include <algorithm>
#include <utility>

#include "extract/bound_fields.h"
#include "extract/key_set.h"
#include "extract/role_binding.h"
#include "extract/sense_reader.h"
#include "extract/years.h"

namespace careerfacts {
namespace {

bool goes_up_or_down(Sense sense) { return sense == Sense::change || sense == Sense::difference; }

// Where a figure stands to the one before it, and the years of a change.
class PercentageReader {
 public:
  PercentageReader(const Scan& scan, const FigureContext& context) : scan_(scan), context_(context) {}

  bool same_sentence(std::uint32_t token) const { return context_.sentence.contains(token); }

  // The figure goes on about one that stands at `token`, in its sentence or in the one before it.
  bool may_follow(std::uint32_t token) const {
    if (token >= context_.sentence.first) return same_sentence(token);
    if (in_brackets()) return false;  // "One in four nurses (24%) leaves" repeats what its own sentence told
    return scan_.sentence_at(context_.figure.block, context_.sentence.first - 1).contains(token);
  }

  // "up from 38% in 2022", "against 38% a year before" go on about the figure before.
  bool continues_figure_before() const {
    std::uint32_t at = context_.figure.at.first;
    if (at > context_.left.first + 2 && scan_.word(at - 1) == "the") --at;  // "a step down from the 4%"
    if (!context_.shares_clause) return goes_on_from();
    // "edged up to 4.5% from 4.4%"
    if (at == context_.left.first + 1 && at > 1 &&
        (scan_.tokens[at - 2].is('%') || scan_.tokens[at - 2].is_word()))
      return scan_.word(at - 1) == "from";
    if (at < context_.left.first + 2) return false;
    const std::string_view last = scan_.word(at - 1), second = scan_.word(at - 2);
    if (last == "from") return second == "up" || second == "down" || second == ",";
    if (last == "with" || last == "to") return second == "compared";
    return last == "against" || last == "versus";
  }

  // "That is down from 5.9%": a sentence of its own that sets the figure before against an earlier one.
  bool goes_on_from() const {
    constexpr std::uint32_t kOpening = 4;  // tokens: "That was only slightly"
    static const KeySet kMeans{"that", "this", "it", "which"};
    const std::uint32_t at = context_.figure.at.first, first = context_.sentence.first;
    if (at < first + 4 || at > first + 3 + kOpening || scan_.word(at - 1) != "from") return false;
    const std::string_view second = scan_.word(at - 2);
    return (second == "up" || second == "down") && kMeans.contains(scan_.tokens[first]);
  }

  // "that figure jumps to 78%": of what was told before.
  bool means_figure_before() const {
    static const KeySet kFigures{"figure", "share", "number", "proportion", "percentage",
                                 "rate",   "it",    "that",   "total"};
    const std::uint32_t from = std::max(context_.left.first, context_.sentence.first);
    for (std::uint32_t i = from; i + 2 < context_.figure.at.first; ++i)
      if (kFigures.contains(scan_.tokens[i])) return true;
    return false;
  }

  // "the remaining 30%"
  bool is_remainder() const {
    const std::uint32_t at = context_.figure.at.first;
    return at > context_.sentence.first &&
           (scan_.word(at - 1) == "remaining" || scan_.word(at - 1) == "others");
  }

  // "…, by 3% on average": how much what is told before the comma went up or down.
  bool is_measure_behind_comma() const {
    std::uint32_t i = context_.figure.at.first;
    for (const CueHit& hedge : scan_.cues(Feature::modifier, {std::max(i, 4U) - 4, i}))
      if (hedge.at.last == i) {
        i = hedge.at.first;
        break;
      }
    return i >= context_.sentence.first + 2 && scan_.word(i - 1) == "by" && scan_.tokens[i - 2].is(',');
  }

  // "compared with 4% for all jobs", "against an average of 4%": the same told of another group.
  bool is_set_against_group() const {
    constexpr std::uint32_t kReach = 5;  // tokens
    static const KeySet kAgainst{"with", "to", "against", "versus", "vs", "than"};
    static const KeySet kBetween{"an", "the", "a", "average", "of", "about", "just", "only", "."};
    std::uint32_t i = context_.figure.at.first;
    while (i > context_.sentence.first && i + kReach > context_.figure.at.first &&
           kBetween.contains(scan_.tokens[i - 1]))
      --i;
    if (i == context_.sentence.first || !kAgainst.contains(scan_.tokens[i - 1])) return false;
    const std::string_view join = scan_.word(i - 1);
    if ((join == "with" || join == "to") &&
        (i < context_.sentence.first + 2 || scan_.word(i - 2) != "compared"))
      return false;
    static const KeySet kGroup{"for", "across", "among", "average", "nationally", "growth"};
    const std::uint32_t next = context_.figure.at.last;
    return next < context_.sentence.last && kGroup.contains(scan_.tokens[next]);
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

  // Where the part of the sentence begins that no semicolon parts from the figure.
  std::uint32_t after_semicolon() const {
    std::uint32_t begin = context_.figure.at.first;
    while (begin > context_.sentence.first && !scan_.tokens[begin - 1].is(';')) --begin;
    return begin;
  }

  // The years of a change, as they stand nearest to the figure.
  // `lead_in` ends where the first percentage of the sentence begins: "Since 2019 pay rose 5% and rents 9%".
  Years years(bool goes_on, std::uint32_t lead_in) const {
    const YearReader read(scan_);
    const std::uint32_t limit = context_.sentence.last;
    Years found = read.in(context_.right, limit);
    if (found.start && !found.end) {  // "in 2019, up 8.6% from 2010"
      const Years before = read.in({context_.sentence.first, context_.figure.at.first}, limit);
      if (before.end && !before.start && *before.end > *found.start) found.end = before.end;
    }
    const std::uint32_t first = after_semicolon();
    if (!found.any()) found = read.in({std::max(first, context_.left.first), context_.left.last}, limit);
    if (!found.any() && !goes_on) found = read.in({first, lead_in}, limit);
    if (!found.any() && !goes_on) {
      found = read.in({first, context_.right.last}, limit);
      // "up 18% since 2021, while auto plants cut 7%": since when is told of the first alone.
      if (found.start && !found.end) found = {};
    }
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

  // The item of a list right behind the one that is `block`.
  bool is_item_behind(std::uint32_t block) const {
    const std::vector<Block>& blocks = scan_.document->blocks;
    return context_.figure.block == block + 1 && blocks[block].kind == BlockKind::list_item &&
           blocks[block + 1].kind == BlockKind::list_item;
  }

  // "over the same decade"
  bool same_years() const { return YearReader(scan_).same_years(context_.sentence); }

 private:
  const Scan& scan_;
  const FigureContext& context_;
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
  FigureContext context;
  for (std::size_t i = 0; i < percents.size(); ++i) {
    find_context(scan, figures, percent_figure[i], context);
    const PercentageReader read(scan, context);
    const SenseReader sense(scan, percents[i], context);
    PercentageMention mention;
    mention.at = context.figure.at;
    mention.block = context.figure.block;
    mention.bounds = bounds_of(
        scan, context, {percents[i].low, percents[i].high, percents[i].is_range, percents[i].plus, false});
    const CueHit* cue = sense.in_sentence();
    const bool goes_on = !found.empty() && found.back().block == mention.block;
    if (cue == nullptr) {
      const bool own_sentence = goes_on && read.same_sentence(found.back().at.first);
      if (!own_sentence || read.is_measure_behind_comma()) cue = sense.earlier();
      // "83% plan to raise pay, by 3% on average": how much; "83% use it, by 3% more than …" goes on.
      if (own_sentence && cue != nullptr && !goes_up_or_down(static_cast<Sense>(cue->value))) cue = nullptr;
    }
    const bool is_signed = percents[i].positive || percents[i].negative;
    const bool bare_level = cue != nullptr && sense.is_bare_level(*cue);
    const bool inherits =
        goes_on && !is_signed && read.may_follow(found.back().at.first) &&
        (cue == nullptr || read.continues_figure_before() || (bare_level && read.means_figure_before()) ||
         (read.is_remainder() && read.same_sentence(found.back().at.first)));
    if (cue == nullptr && !inherits) {
      cue = sense.around();
      // "+10%" is a change or a difference, whatever the heading speaks of.
      if (is_signed && cue != nullptr && !goes_up_or_down(static_cast<Sense>(cue->value))) cue = nullptr;
    }
    mention.sense = cue == nullptr || bare_level ? Sense::share : static_cast<Sense>(cue->value);
    const bool of_times = cue != nullptr && mention.sense == Sense::difference && sense.compares_times(*cue);
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
    mention.direction = inherits ? found.back().direction : sense.direction(mention.sense, cue);
    if (mention.sense == Sense::change) {
      std::uint32_t lead_in = context.figure.at.first;
      for (std::size_t k = found.size(); k > 0 && read.same_sentence(found[k - 1].at.first); --k)
        lead_in = found[k - 1].at.first;
      Years years = read.years(read.continues_figure_before(), lead_in);
      if (of_times && sense.year_compared(*cue)) years = {sense.year_compared(*cue), std::nullopt};
      const bool of_same_years =
          read.same_years() || (found.size() > 0 && found.back().sense == Sense::change &&
                                read.may_follow(found.back().at.first) && read.is_set_against_group());
      if (!years.any() && of_same_years &&
          (goes_on || (!found.empty() && read.is_item_behind(found.back().block))))
        years = {found.back().start_year, found.back().end_year};
      mention.start_year = years.start;
      mention.end_year = years.end;
    }
    mention.subject = sense.subject();
    mention.role = role_of(context, scan, roles);
    mention.source = attributor.source_of(context.figure.block, context.figure.at);
    found.push_back(std::move(mention));
  }
  return found;
}

}  // namespace careerfacts
