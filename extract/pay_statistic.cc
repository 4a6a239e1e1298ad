#include "extract/pay_statistic.h"

#include "extract/key_set.h"

namespace careerfacts {
namespace {

class StatisticElsewhere {
 public:
  StatisticElsewhere(const Scan& scan, const FigureContext& context)
      : scan_(scan), context_(context), block_(context.figure.block) {}

  Statistic read() const {
    const BlockKind kind = scan_.document->blocks[block_].kind;
    if (kind == BlockKind::cell) return statistic_of_table();
    return kind == BlockKind::list_item ? statistic_of_list() : statistic_gone_on_with();
  }

 private:
  template <class Enum>
  static Enum value(const CueHit& cue) {
    return static_cast<Enum>(cue.value);
  }

  // "Average annual | Hourly": a header that tells a period alone goes on about the one to its left. A note
  // below the table may begin with what all its figures are: "Median pay by region. Source: …".
  Statistic statistic_of_table() const {
    const Document& document = *scan_.document;
    const Table& table = document.tables[document.blocks[block_].table];
    for (const FigurePlace& place : context_.places) {
      if (place.kind != PlaceKind::header || !tells_period_alone(place.at) ||
          place.block == table.first_block)
        continue;
      const std::uint32_t left = place.block - 1;
      if (document.blocks[left].row != document.blocks[place.block].row) continue;
      if (const CueHit* cue = scan_.last_cue(Feature::statistic, scan_.blocks[left].tokens))
        if (scan_.last_cue(Feature::period, scan_.blocks[left].tokens) != nullptr)
          return value<Statistic>(*cue);
    }
    const std::uint32_t below = table.note == kNone ? table.last_block : table.note;
    return below < scan_.blocks.size() ? statistic_of_note(scan_.blocks[below].tokens) : Statistic::none;
  }

  // The same below a list.
  Statistic statistic_of_list() const {
    constexpr std::uint32_t kLongest = 32;  // blocks
    const std::vector<Block>& blocks = scan_.document->blocks;
    std::uint32_t b = block_ + 1;
    while (b < blocks.size() && b < block_ + kLongest && blocks[b].kind == BlockKind::list_item) ++b;
    if (b < blocks.size() && blocks[b].kind == BlockKind::paragraph &&
        blocks[b].section == blocks[block_].section)
      if (const Statistic found = statistic_of_note(scan_.blocks[b].tokens); found != Statistic::none)
        return found;
    if (const Statistic found = statistic_above_short_lead(); found != Statistic::none) return found;
    return is_short_line(block_) ? statistic_of_first_item() : Statistic::none;
  }

  // "The office publishes median wages. For May 2023:" above the list: what is no sentence of its own goes on
  // about the one before.
  Statistic statistic_above_short_lead() const {
    constexpr std::uint32_t kShort = 8;  // tokens
    static const KeySet kOpens{"for", "in", "as", "by"};
    for (const FigurePlace& place : context_.places) {
      if (place.kind != PlaceKind::lead) continue;
      const TokenRange lead = place.at;
      if (lead.last - lead.first > kShort || !scan_.tokens[lead.last - 1].is(':') ||
          lead.first == scan_.blocks[place.block].tokens.first || !kOpens.contains(scan_.tokens[lead.first]))
        return Statistic::none;
      const CueHit* cue = scan_.last_cue(Feature::statistic, scan_.sentence_at(place.block, lead.first - 1));
      if (cue == nullptr || value<Statistic>(*cue) == Statistic::percentile) return Statistic::none;
      return value<Statistic>(*cue);
    }
    return Statistic::none;
  }

  // "Dayton: $31,000 on average", and below it "Toledo: $30,000".
  Statistic statistic_of_first_item() const {
    constexpr std::uint32_t kLongest = 32;  // blocks
    const std::vector<Block>& blocks = scan_.document->blocks;
    std::uint32_t b = block_;
    while (b > 0 && block_ - b < kLongest && blocks[b - 1].kind == BlockKind::list_item &&
           blocks[b - 1].level == blocks[block_].level && blocks[b - 1].section == blocks[block_].section)
      --b;
    if (b == block_) return Statistic::none;
    for (const CueHit& cue : scan_.cues(Feature::statistic, scan_.blocks[b].tokens))
      if (scan_.word(cue.at.first) == "on" && value<Statistic>(cue) == Statistic::average)
        return Statistic::average;  // "on average"
    return Statistic::none;
  }

  // "Toledo: $30,000": a label and an amount.
  bool is_short_line(std::uint32_t block) const {
    constexpr std::uint32_t kLongest = 10;  // tokens
    const TokenRange tokens = scan_.blocks[block].tokens;
    return tokens.last - tokens.first <= kLongest && context_.figure.at.last + 2 >= tokens.last;
  }

  // "Median pay by region. Source: X", "(Average salaries as per X)", "Figures are averages from X."
  Statistic statistic_of_note(TokenRange note) const {
    constexpr std::uint32_t kBegin = 4, kReach = 10;  // tokens
    if (!note.empty() && scan_.tokens[note.first].is('(')) ++note.first;
    for (const CueHit& label : scan_.cues(Feature::citing, note)) {
      if (value<Citing>(label) != Citing::label) continue;
      const CueHit* cue = scan_.first_cue(Feature::statistic, note);
      const bool opens = cue != nullptr && cue->at.first == note.first;
      const bool told = cue != nullptr && label.place != Place::any && label.at.first < note.first + kBegin &&
                        cue->at.first < label.at.last + kReach;
      if (opens || told) return value<Statistic>(*cue);
    }
    return Statistic::none;
  }

  // "The median was $62,350. That works out to about $29.98 an hour. Chefs came in far higher, at …": one sum
  // told again, or another beside it.
  Statistic statistic_gone_on_with() const {
    constexpr int kChain = 3;  // sentences
    static const KeySet kEnds{"top", "highest", "lowest", "best", "maximum", "minimum"};
    for (std::uint32_t i = context_.left.first; i < context_.left.last; ++i)
      if (kEnds.contains(scan_.tokens[i])) return Statistic::none;
    TokenRange here = context_.sentence;
    const std::uint32_t begin = scan_.blocks[block_].tokens.first;
    for (int n = 0; n < kChain && here.first > begin && takes_up(here); ++n) {
      here = scan_.sentence_at(block_, here.first - 1);
      const CueHit* told = nullptr;
      for (const CueHit& cue : scan_.cues(Feature::statistic, here))
        if (value<Statistic>(cue) != Statistic::percentile) told = &cue;
      if (told != nullptr) return value<Statistic>(*told);
    }
    return Statistic::none;
  }

  bool takes_up(TokenRange sentence) const {
    static const KeySet kPronouns{"that", "this", "which", "it"};
    static const KeySet kVerbs{"works",   "comes",  "came",    "equals",   "boils",   "translates",
                               "equates", "breaks", "amounts", "averages", "converts"};
    // "In contrast, cooks earn …" has a verb of its own.
    static const KeySet kAdverbs{"contrast", "comparison"};
    if (sentence.first + 1 < sentence.last && kPronouns.contains(scan_.tokens[sentence.first]) &&
        kVerbs.contains(scan_.tokens[sentence.first + 1]))
      return true;
    if (says_again(sentence)) return true;
    for (const CueHit& cue : scan_.cues(Feature::citing, sentence))
      if (value<Citing>(cue) == Citing::compares && !kAdverbs.contains(scan_.tokens[cue.at.last - 1]))
        return true;
    return false;
  }

  // "That's about $31 an hour", "That is $2,600 a month", not "That is $2,600 more".
  bool says_again(TokenRange sentence) const {
    constexpr std::uint32_t kReach = 4;  // tokens
    static const KeySet kThat{"that", "this", "which"};
    static const KeySet kIs{"is", "was", "equals"};
    static const KeySet kCompared{"more",   "less",  "higher", "lower", "above", "below",
                                  "better", "worse", "over",   "under", "extra", "ahead"};
    const TokenRange figure = context_.figure.at;
    if (sentence.first != context_.sentence.first || figure.first > sentence.first + kReach) return false;
    if (!kThat.contains(scan_.tokens[sentence.first]) ||
        (!kIs.contains(scan_.tokens[sentence.first + 1]) && scan_.word(sentence.first + 1) != "'s"))
      return false;
    for (std::uint32_t i = figure.last; i < context_.right.last; ++i)
      if (kCompared.contains(scan_.tokens[i])) return false;
    return scan_.first_cue(Feature::period, context_.right) != nullptr;
  }

  // "Hourly", "Per month ($)"
  bool tells_period_alone(TokenRange header) const {
    const CueHit* cue = scan_.first_cue(Feature::period, header);
    if (cue == nullptr) return false;
    for (std::uint32_t i = header.first; i < header.last; ++i)
      if (!cue->at.contains(i) && scan_.tokens[i].is_word()) return false;
    return true;
  }

  const Scan& scan_;
  const FigureContext& context_;
  std::uint32_t block_;
};

}  // namespace

Statistic statistic_told_elsewhere(const Scan& scan, const FigureContext& context) {
  return StatisticElsewhere(scan, context).read();
}

}  // namespace careerfacts
