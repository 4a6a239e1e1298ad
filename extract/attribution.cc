#include "extract/attribution.h"

#include <algorithm>
#include <span>

#include "extract/key_set.h"
#include "extract/source_evidence.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kShortLine = 16;  // tokens of a line that is no prose, but may be a caption
constexpr std::uint32_t kLongLine = 32;   // tokens of "Hospitals; state and local .......... $48,000"
constexpr std::uint32_t kLongLabel = 10;  // tokens of "Median pay, 2023"

}  // namespace

Attributor::Attributor(const Scan& scan, const std::vector<Figure>& figures) : scan_(scan), names_(scan) {
  figures_.reserve(figures.size());
  for (const Figure& figure : figures) {
    figures_.push_back(figure.at.first);
    percent_.push_back(figure.percent);
  }
  last_of_sentence_.assign(scan_.sentences.size(), kNone);
  carried_.assign(scan_.sentences.size(), kNone);
  label_of_block_.assign(scan_.blocks.size(), kNone);
  label_of_table_.assign(scan_.document->tables.size(), kNone);
  row_source_of_.assign(scan_.blocks.size(), kNone);
  UnlistedNames unlisted(scan_, names_);
  const std::vector<bool> asked = blocks_asked(figures);
  std::size_t figure = 0;
  for (std::uint32_t b = 0; b < scan_.blocks.size(); ++b) {
    first_of_block_.push_back(static_cast<std::uint32_t>(bound_.size()));
    const std::size_t first = figure;
    while (figure < figures.size() && figures[figure].block == b) ++figure;
    if (!asked[b]) continue;
    const std::span<const std::uint32_t> all = figures_;
    const std::size_t behind = std::min(figure + 1, all.size());
    bind_sources(scan_, names_, unlisted, {all, all.subspan(first, behind - first)}, b, bound_);
    if (bound_.size() == first_of_block_[b]) continue;
    date_by_edition(first_of_block_[b]);
    date_by_pay(first_of_block_[b]);
    carry_over(b);
    label_blocks(b);
  }
  first_of_block_.push_back(static_cast<std::uint32_t>(bound_.size()));
  for (std::uint32_t i = 0; i < bound_.size() && of_page_ == kNone; ++i)
    if (speaks_for_page(bound_[i])) of_page_ = i;
  label_below();
  label_tables(unlisted);
}

// The blocks whose sources a figure may have: its own, headings, cells, short lines, what introduces others
// or says that it speaks for them, and what "the same report" may mean. Most prose has no figures and is
// none.
std::vector<bool> Attributor::blocks_asked(const std::vector<Figure>& figures) const {
  std::vector<bool> asked(scan_.blocks.size(), false);
  if (figures.empty()) return asked;
  for (const Figure& figure : figures) asked[figure.block] = true;
  const std::vector<Block>& blocks = scan_.document->blocks;
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    const TokenRange tokens = scan_.blocks[b].tokens;
    if (blocks[b].kind != BlockKind::paragraph || tokens.last - tokens.first <= kShortLine) asked[b] = true;
    for (const std::uint32_t above : {blocks[b].lead, blocks[b].parent})
      if (above != kNone) asked[above] = true;
  }
  std::uint32_t b = 0;
  for (const CueHit& cue : scan_.cues(Feature::citing)) {
    while (scan_.blocks[b].tokens.last <= cue.at.first) ++b;
    const auto value = static_cast<Citing>(cue.value);
    if (value == Citing::label || value == Citing::above || value == Citing::below || value == Citing::page)
      asked[b] = true;
    if (value == Citing::same)
      for (std::uint32_t before = same_from(b); before <= b; ++before) asked[before] = true;
  }
  return asked;
}

// "All salary data is from X", "unless noted, salaries are X's", "the figures below are from X" above the
// first section.
bool Attributor::speaks_for_page(const BoundSource& bound) const {
  static const KeySet kUnless{"unless"};
  if (bound.binding == Binding::page || bound.binding == Binding::page_all) return true;
  if (bound.source.grade != SourceGrade::named || holds_figure(figures_, bound.sentence)) return false;
  const std::vector<Block>& blocks = scan_.document->blocks;
  if (bound.binding == Binding::below)
    return blocks[bound.block].section == blocks.front().section &&
           (bound.block + 1 >= blocks.size() || blocks[bound.block + 1].lead != bound.block);
  for (std::uint32_t t = bound.sentence.first; t + 1 < bound.sentence.last; ++t)
    if (kUnless.contains(scan_.tokens[t])) return true;
  return false;
}

// The first of the blocks that "the same" in `block` may mean; a table counts as none.
std::uint32_t Attributor::same_from(std::uint32_t block) const {
  const Document& document = *scan_.document;
  for (std::uint32_t n = 0; n < kSameReach && block > 0; ++n) {
    --block;
    if (document.blocks[block].kind == BlockKind::cell) {
      const std::uint32_t first = document.tables[document.blocks[block].table].first_block;
      block = first - std::min(first, std::uint32_t{1});
    }
  }
  return block;
}

// "X put it at $48,000 in May 2024": the month of pay is an edition. That of shares and changes alone is when
// they were so.
void Attributor::date_by_edition(std::uint32_t first) {
  for (std::uint32_t i = first; i < bound_.size(); ++i) {
    BoundSource& bound = bound_[i];
    if (bound.source.grade != SourceGrade::named || bound.source.year ||
        (holds_figure(figures_, bound.sentence) && !holds_pay(bound.sentence)))
      continue;
    bound.source.year = edition_in(scan_, bound.sentence);
  }
}

bool Attributor::holds_pay(TokenRange range) const {
  for (auto at = std::lower_bound(figures_.begin(), figures_.end(), range.first);
       at != figures_.end() && *at < range.last; ++at)
    if (!percent_[static_cast<std::size_t>(at - figures_.begin())]) return true;
  return false;
}

// "was $48,000 in 2023, according to X. The top 10% …": the year of pay is that of the survey.
void Attributor::date_by_pay(std::uint32_t first) {
  for (std::uint32_t i = first; i < bound_.size(); ++i) {
    BoundSource& bound = bound_[i];
    const bool alone = (i == first || bound_[i - 1].sentence.first != bound.sentence.first ||
                        bound_[i - 1].source.grade == SourceGrade::none) &&
                       (i + 1 == bound_.size() || bound_[i + 1].sentence.first != bound.sentence.first ||
                        bound_[i + 1].source.grade == SourceGrade::none);
    if (bound.source.grade != SourceGrade::named || bound.source.year || !alone) continue;
    for (auto at = std::lower_bound(figures_.begin(), figures_.end(), bound.sentence.first);
         at != figures_.end() && *at < bound.sentence.last && !bound.source.year; ++at)
      if (!percent_[static_cast<std::size_t>(at - figures_.begin())])
        bound.source.year = year_behind_pay(bound.sentence, *at);
  }
}

std::optional<int> Attributor::year_behind_pay(TokenRange sentence, std::uint32_t figure) const {
  constexpr std::uint32_t kReach = 8;  // tokens of the amount, and "a year"
  for (std::uint32_t i = figure; i + 1 < sentence.last && i < figure + kReach; ++i) {
    if (scan_.tokens[i].is(';') || (scan_.tokens[i].is(',') && scan_.tokens[i + 1].space_before))
      return std::nullopt;
    if (i > figure && holds_figure(figures_, {i, i + 1})) return std::nullopt;
    if (scan_.word(i) == "in") return year_in(scan_, {i + 1, i + 2});
  }
  return std::nullopt;
}

std::vector<TokenRange> Attributor::publisher_names() const {
  std::vector<TokenRange> ranges;
  for (const SourceName& name : names_.all())
    if (name.trust == Trust::clear || name.trust == Trust::listed) ranges.push_back(name.at);
  return ranges;
}

// The source that a block names for the list or table after it.
const BoundSource* Attributor::introducing(std::uint32_t block) const {
  const TokenRange tokens = scan_.blocks[block].tokens;
  if (tokens.empty()) return nullptr;
  const bool colon = scan_.tokens[tokens.last - 1].is(':');
  for (std::uint32_t i = first_of_block_[block + 1]; i-- > first_of_block_[block];) {
    const BoundSource& bound = bound_[i];
    if (bound.source.grade == SourceGrade::none || bound.binding == Binding::goes_on) continue;
    if (const std::uint32_t label = label_of_block_[block];
        label != kNone && bound_[label].sentence.first == bound.sentence.first)
      continue;  // it speaks of what is above
    const bool last = bound.sentence.last == tokens.last;
    if (last && colon) return &bound;
    if (!holds_figure(figures_, bound.sentence) && last) return &bound;
    // "Larkspur asked 500 firms. Here are the results:"
    if (colon && bound.source.grade == SourceGrade::named &&
        !holds_figure(figures_, {bound.sentence.first, tokens.last}) &&
        bound.sentence.last == scan_.sentence_at(block, tokens.last - 1).first)
      return &bound;
  }
  // "It also found:" goes on with the source of the sentence before.
  if (colon)
    if (const std::uint32_t s = scan_.sentence_index(block, tokens.last - 1); carried_[s] != kNone)
      return &bound_[carried_[s]];
  return of_lead(block);
}

// The one source that a lead without figures names: "X breaks out pay by age. The first column is …".
const BoundSource* Attributor::of_lead(std::uint32_t block) const {
  if (holds_figure(figures_, scan_.blocks[block].tokens)) return nullptr;
  const BoundSource* found = nullptr;
  for (std::uint32_t i = first_of_block_[block]; i < first_of_block_[block + 1]; ++i) {
    const BoundSource& bound = bound_[i];
    if (bound.source.grade == SourceGrade::none || bound.binding == Binding::goes_on) continue;
    if (bound.source.grade != SourceGrade::named || label_of_block_[block] != kNone) return nullptr;
    if (found != nullptr && found->source.name != bound.source.name) return nullptr;
    if (bound.binding == Binding::before || bound.binding == Binding::subject) found = &bound;
  }
  return found;
}

// The source in the brackets that end a short line right above a list, a table or lines with figures: "Pay by
// state (BLS)".
const BoundSource* Attributor::of_caption(std::uint32_t block) const {
  constexpr std::uint32_t kLongestList = 32;  // items above a figure
  const std::vector<Block>& blocks = scan_.document->blocks;
  std::uint32_t first = block;
  if (blocks[block].kind == BlockKind::cell) {
    first = scan_.document->tables[blocks[block].table].first_block;
  } else if (blocks[block].kind == BlockKind::list_item) {
    while (first > 0 && block - first < kLongestList && blocks[first - 1].kind == BlockKind::list_item)
      --first;
  } else {
    const auto is_line = [&](std::uint32_t b) {
      const TokenRange line = scan_.blocks[b].tokens;
      return blocks[b].kind == BlockKind::paragraph && line.last - line.first <= kLongLine &&
             holds_figure(figures_, line);
    };
    if (!is_line(block)) return nullptr;
    while (first > 0 && block - first < kLongestList && is_line(first - 1)) --first;
  }
  if (first == 0 || blocks[first - 1].kind != BlockKind::paragraph ||
      blocks[first - 1].section != blocks[block].section)
    return nullptr;
  const TokenRange line = scan_.blocks[first - 1].tokens;
  if (line.last - line.first > kShortLine || holds_figure(figures_, line)) return nullptr;
  for (std::uint32_t i = first_of_block_[first - 1]; i < first_of_block_[first]; ++i)
    if (bound_[i].binding == Binding::bracketed && bound_[i].source.grade == SourceGrade::named &&
        is_year_and_bracket({bound_[i].at.last, line.last}))
      return &bound_[i];
  return nullptr;
}

// Nothing, or what ends a bracket behind a name: ", 2025)".
bool Attributor::is_year_and_bracket(TokenRange range) const {
  constexpr std::uint32_t kLongest = 4;  // tokens
  if (range.last > range.first + kLongest) return false;
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (!scan_.tokens[i].is(',') && !scan_.tokens[i].is(')') && !year_in(scan_, {i, i + 1})) return false;
  return true;
}

// The source that the heading of a section names for what stands under it.
const BoundSource* Attributor::of_section(std::uint32_t section) const {
  const std::uint32_t heading = scan_.document->sections[section].heading;
  if (heading == kNone || scan_.document->blocks[heading].kind != BlockKind::heading) return nullptr;
  for (std::uint32_t i = first_of_block_[heading]; i < first_of_block_[heading + 1]; ++i)
    if (bound_[i].source.grade == SourceGrade::named &&
        (bound_[i].binding == Binding::before || bound_[i].binding == Binding::subject ||
         ((bound_[i].binding == Binding::bracketed || bound_[i].binding == Binding::label ||
           bound_[i].binding == Binding::near) &&
          !holds_figure(figures_, bound_[i].sentence))))
      return &bound_[i];
  return nullptr;
}

SourceFound Attributor::source_of(std::uint32_t block, TokenRange figure) const {
  SourceFound source = find_source(block, figure);
  if (source.grade == SourceGrade::named && !source.year)
    source.year = year_of_label(scan_.sentences[scan_.sentence_index(block, figure.first)], figure);
  return source;
}

// "Median pay, 2023: $48,000"
std::optional<int> Attributor::year_of_label(TokenRange sentence, TokenRange figure) const {
  if (last_is_percent(figure.first + 1)) return std::nullopt;
  for (std::uint32_t t = sentence.first; t < figure.first && t < sentence.first + kLongLabel; ++t)
    if (scan_.tokens[t].is(':')) return year_in(scan_, {sentence.first, t});
  return std::nullopt;
}

// "60% of our briefs": what the page counted itself.
bool Attributor::is_of_own(TokenRange sentence, std::uint32_t behind) const {
  return behind + 1 < sentence.last && scan_.word(behind) == "of" &&
         (scan_.word(behind + 1) == "our" || scan_.word(behind + 1) == "my");
}

// "Our own survey of 300 readers found …", "Our readers report …": what the page asked itself.
bool Attributor::is_from_own_survey(TokenRange before) const {
  constexpr std::uint32_t kReach = 4;  // tokens from "our" to what it asked
  static const KeySet kAsked{"survey", "poll",  "reader", "member", "alumni",   "graduate", "student",
                             "client", "users", "user",   "census", "audience", "community"};
  static const KeySet kOwn{"our", "my"};
  for (std::uint32_t i = before.first; i < before.last; ++i) {
    if (!kOwn.contains(scan_.tokens[i])) continue;
    for (std::uint32_t k = i + 1; k < before.last && k < i + kReach; ++k)
      if (kAsked.contains(scan_.tokens[k])) return true;
  }
  return false;
}

SourceFound Attributor::find_source(std::uint32_t block, TokenRange figure) const {
  const Document& document = *scan_.document;
  const std::uint32_t s = scan_.sentence_index(block, figure.first);
  const bool own_count = is_of_own(scan_.sentences[s], figure.last);
  if (const std::uint32_t own = in_sentence(block, scan_.sentences[s], figure);
      own != kNone && !(own_count && bound_[own].binding == Binding::near))
    return bound_[own].source;
  if (own_count) return {};
  if (carried_[s] != kNone) {
    SourceFound source = bound_[carried_[s]].source;
    if (!source.year) source.year = year_of_edition(scan_, scan_.sentences[s], holds_pay(scan_.sentences[s]));
    return source;
  }

  const Block& here = document.blocks[block];
  if (here.kind == BlockKind::cell) {
    if (row_source_of_[block] != kNone) return row_source_[row_source_of_[block]];
    if (label_of_table_[here.table] != kNone) {
      SourceFound source = bound_[label_of_table_[here.table]].source;
      const std::uint32_t heading = document.sections[here.section].heading;
      if (!source.year && heading != kNone) source.year = year_in(scan_, scan_.blocks[heading].tokens);
      return source;
    }
  }
  if (const std::uint32_t label = label_of_block_[block];
      label != kNone && (bound_[label].block != block || figure.first < bound_[label].at.first))
    return bound_[label].source;
  for (std::uint32_t at = block, steps = 0; at != kNone && steps < 8;
       at = document.blocks[at].parent, ++steps) {
    if (at != block)
      if (const BoundSource* bound = introducing(at)) return bound->source;
    if (document.blocks[at].lead != kNone)
      if (const BoundSource* bound = introducing(document.blocks[at].lead)) return bound->source;
  }
  if (const BoundSource* bound = of_caption(block)) return bound->source;
  if (const BoundSource* bound = of_section(here.section)) return bound->source;
  // "The figures below are …" speaks for none above it.
  if (of_page_ != kNone &&
      (bound_[of_page_].binding == Binding::page_all || !last_is_percent(figure.first + 1)) &&
      (bound_[of_page_].binding != Binding::below || figure.first > bound_[of_page_].at.first) &&
      !is_from_own_survey({scan_.sentences[s].first, figure.first}))
    return bound_[of_page_].source;
  return {};
}

}  // namespace careerfacts
