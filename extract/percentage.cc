#include "extract/percentage.h"

#include <algorithm>
#include <array>

#include "extract/bound_fields.h"
#include "extract/role_binding.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kWholeSentence = 12;  // tokens; a longer sentence of prose speaks for itself

int year_value(std::string_view text) {
  if (text.size() != 4) return 0;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value >= 1950 && value <= 2060 ? value : 0;
}

class PercentageReader {
 public:
  PercentageReader(const Scan& scan, const PercentExpression& percent, const FigureContext& context)
      : scan_(scan), percent_(percent), context_(context), block_(context.figure.block) {}

  // The cue that tells the sense: what stands directly behind the figure ("20% more than", "5% growth"), then
  // the nearest word before it, the rest of its clause, its sentence, its column, its item and the headings.
  const CueHit* sense_cue() const {
    const TokenRange close{context_.right.first, std::min(context_.right.first + 3, context_.right.last)};
    const CueHit* touching = near(Feature::sense, context_.left, Place::before, false);
    if (touching != nullptr && touching->at.last == context_.figure.at.first &&
        touching->place == Place::before)
      return touching;  // "the top 10 percent made more than"
    const CueHit* behind = near(Feature::sense, close, Place::after, true);
    // "48% of candidates pass": the outcome is told behind the group.
    if (behind != nullptr && static_cast<Sense>(behind->value) == Sense::share)
      if (const CueHit* outcome = rate_behind()) return outcome;
    if (behind != nullptr) return behind;
    if (const CueHit* cue = near(Feature::sense, context_.left, Place::before, false)) return cue;
    if (const CueHit* cue = near(Feature::sense, context_.right, Place::after, true)) return cue;
    if (context_.left.first > context_.sentence.first)
      if (const CueHit* cue =
              near(Feature::sense, {context_.sentence.first, context_.left.first}, Place::before, false))
        return cue;
    const bool prose = scan_.document->blocks[block_].kind == BlockKind::paragraph;
    for (const FigurePlace& place : context_.places) {
      if (prose && context_.sentence.last - context_.sentence.first > kWholeSentence) break;
      if (place.kind == PlaceKind::row) continue;
      if (const CueHit* cue = scan_.last_cue(place.block, Feature::sense, place.at)) return cue;
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
      if (const CueHit* cue = scan_.last_cue(place.block, Feature::direction, place.at))
        return static_cast<Direction>(cue->value);
    return Direction::up;
  }

  // "from 2020 to 2030", "2021-31", "through 2031", "by 2030", "since 2019".
  void years(PercentageMention& mention) const {
    if (read_years(context_.right, mention)) return;
    if (read_years(context_.left, mention)) return;
    if (read_years(context_.sentence, mention)) return;
    for (const FigurePlace& place : context_.places)
      if (place.kind != PlaceKind::row && place.kind != PlaceKind::block_before &&
          place.kind != PlaceKind::sentence_before)
        if (read_years(place.at, mention)) return;
  }

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
    for (std::uint32_t i = scan_.cue_from(block_, clause.first); i < scan_.blocks[block_].last_cue; ++i) {
      const CueHit& cue = scan_.cues[i];
      if (cue.at.first >= clause.last) break;
      if (cue.feature == Feature::sense && static_cast<Sense>(cue.value) == Sense::rate) return &cue;
    }
    return nullptr;
  }

  // "more than 20%", "below 50%": the words are a hedge on the figure, not a comparison.
  bool is_hedge(const CueHit& cue) const {
    if (cue.at.last != context_.figure.at.first) return false;
    const CueHit* hedge = scan_.last_cue(block_, Feature::modifier, {cue.at.first, cue.at.last});
    return hedge != nullptr && hedge->at.last == cue.at.last;
  }

  const CueHit* near(Feature feature, TokenRange range, Place side, bool forward) const {
    const CueHit* best = nullptr;
    for (std::uint32_t i = scan_.cue_from(block_, range.first); i < scan_.blocks[block_].last_cue; ++i) {
      const CueHit& cue = scan_.cues[i];
      if (cue.at.first >= range.last) break;
      if (cue.feature != feature || cue.at.last > range.last ||
          (cue.place != Place::any && cue.place != side))
        continue;
      if (is_hedge(cue)) continue;
      if (forward) {
        if (best == nullptr || (cue.at.first == best->at.first && cue.at.last > best->at.last)) best = &cue;
      } else if (best == nullptr || cue.at.last > best->at.last) {
        best = &cue;
      }
    }
    return best;
  }

  bool read_years(TokenRange range, PercentageMention& mention) const {
    static const std::array<std::uint64_t, 5> kUntil{word_key("through"), word_key("by"), word_key("until"),
                                                     word_key("in"), word_key("to")};
    static const std::array<std::uint64_t, 3> kSince{word_key("since"), word_key("from"),
                                                     word_key("between")};
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const int year = scan_.tokens[i].is_number() ? year_value(scan_.word(i)) : 0;
      if (year == 0) continue;
      if (i + 2 < range.last && scan_.tokens[i + 2].is_number() &&
          (scan_.tokens[i + 1].is('-') || scan_.word(i + 1) == "to" || scan_.word(i + 1) == "and" ||
           scan_.word(i + 1) == "through")) {
        int end = year_value(scan_.word(i + 2));
        if (end == 0 && scan_.word(i + 2).size() == 2)
          end = year - year % 100 + (scan_.word(i + 2)[0] - '0') * 10 + (scan_.word(i + 2)[1] - '0');
        if (end > year) {
          mention.start_year = year;
          mention.end_year = end;
          return true;
        }
      }
      if (i == range.first) continue;
      const std::uint64_t before = scan_.tokens[i - 1].key;
      if (std::find(kUntil.begin(), kUntil.end(), before) != kUntil.end()) {
        mention.end_year = year;
        return true;
      }
      if (std::find(kSince.begin(), kSince.end(), before) != kSince.end()) {
        mention.start_year = year;
        for (std::uint32_t j = i + 1; j < range.last && j < i + 6; ++j)
          if (const int end = scan_.tokens[j].is_number() ? year_value(scan_.word(j)) : 0; end > year)
            mention.end_year = end;
        return true;
      }
    }
    return false;
  }

  const Scan& scan_;
  const PercentExpression& percent_;
  const FigureContext& context_;
  std::uint32_t block_;
};

}  // namespace

std::vector<PercentageMention> find_percentages(const Scan& scan,
                                                const std::vector<PercentExpression>& percents,
                                                const std::vector<std::size_t>& percent_figure,
                                                const std::vector<Figure>& figures,
                                                const std::vector<RoleMention>& roles,
                                                const Attributor& attributor) {
  std::vector<PercentageMention> found;
  for (std::size_t i = 0; i < percents.size(); ++i) {
    const FigureContext context = context_of(scan, figures, percent_figure[i]);
    const PercentageReader read(scan, percents[i], context);
    PercentageMention mention;
    mention.at = context.figure.at;
    mention.block = context.figure.block;
    mention.bounds = bounds_of(
        scan, context, {percents[i].low, percents[i].high, percents[i].is_range, percents[i].plus, false});
    const CueHit* cue = read.sense_cue();
    mention.sense = cue == nullptr ? Sense::share : static_cast<Sense>(cue->value);
    mention.rule = cue == nullptr ? std::string_view("percentage.plain")
                                  : std::string_view(scan.rules->rules[cue->rule].id);
    if (read.continues_figure_before() && !found.empty() && found.back().block == mention.block) {
      mention.sense = found.back().sense;
      mention.rule = found.back().rule;
    }
    mention.direction = read.direction(mention.sense);
    if (mention.sense == Sense::change) read.years(mention);
    mention.subject = read.subject();
    mention.role = role_of(context, scan, roles);
    mention.source = attributor.source_of(context.figure.block, context.figure.at);
    found.push_back(std::move(mention));
  }
  return found;
}

}  // namespace careerfacts
