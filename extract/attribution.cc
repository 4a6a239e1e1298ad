#include "extract/attribution.h"

#include <algorithm>
#include <array>

#include "extract/source_evidence.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLongestCarry = 64;  // sources looked back at for what "the same report" means
constexpr std::uint32_t kLabelReach = 32;    // blocks above a "Source:" line that it may speak of
constexpr std::uint32_t kAboveReach = 6;     // blocks between a table and what says where it comes from
constexpr std::uint32_t kTouching = 3;       // tokens between a figure and "per X" right behind it
constexpr std::uint32_t kShortBlock = 16;    // tokens of a line that is no prose
// Headers of the column that says who says so (besides "Source" with other words), and of the year beside it.
constexpr std::array<std::string_view, 18> kSourceHeads{
    "who says so", "who says",  "says who",   "according to", "publisher",  "published by",
    "reported by", "reference", "references", "citation",     "cited from", "data from",
    "from",        "survey",    "study",      "where from",   "origin",     "credit"};
constexpr std::array<std::string_view, 8> kYearHeads{"year",  "date",      "survey year", "data year",
                                                     "as of", "published", "edition",     "year of data"};

}  // namespace

Attributor::Attributor(const Scan& scan, const std::vector<Figure>& figures) : scan_(scan), names_(scan) {
  figures_.reserve(figures.size());
  for (const Figure& figure : figures) {
    figures_.push_back(figure.at.first);
    const std::string_view text = scan_.text(figure.at);
    percent_.push_back(text.find('%') != text.npos || to_lower(text).find("per") != text.npos ||
                       to_lower(text).find("pct") != text.npos);
  }
  last_of_sentence_.assign(scan_.sentences.size(), kNone);
  carried_.assign(scan_.sentences.size(), kNone);
  label_of_block_.assign(scan_.blocks.size(), kNone);
  label_of_table_.assign(scan_.document->tables.size(), kNone);
  row_source_of_.assign(scan_.blocks.size(), kNone);
  UnlistedNames unlisted(scan_, names_);
  for (std::uint32_t b = 0; b < scan_.blocks.size(); ++b) {
    first_of_block_.push_back(static_cast<std::uint32_t>(bound_.size()));
    if (figures_.empty()) continue;
    bind_sources(scan_, names_, unlisted, figures_, b, bound_);
    carry_over(b);
    label_blocks(b);
  }
  first_of_block_.push_back(static_cast<std::uint32_t>(bound_.size()));
  label_below();
  label_tables();
}

std::vector<TokenRange> Attributor::publisher_names() const {
  std::vector<TokenRange> ranges;
  for (const SourceName& name : names_.all())
    if (name.trust == Trust::clear || name.trust == Trust::listed) ranges.push_back(name.at);
  return ranges;
}

// What each sentence goes on with, where it names no source itself.
void Attributor::carry_over(std::uint32_t block) {
  const ScannedBlock& scanned = scan_.blocks[block];
  auto next = first_of_block_[block];
  for (std::uint32_t s = scanned.first_sentence; s < scanned.last_sentence; ++s) {
    const TokenRange sentence = scan_.sentences[s];
    const bool first = s == scanned.first_sentence;
    bool same = false, goes_on = false;
    const auto begin = next;
    for (; next < bound_.size() && bound_[next].sentence.first == sentence.first; ++next) {
      const Bound& bound = bound_[next];
      same = same || bound.binding == Binding::same;
      goes_on = goes_on || bound.binding == Binding::refers ||
                (bound.binding == Binding::goes_on && !first && continues(sentence, scan_.sentences[s - 1]));
      if (bound.source.grade != SourceGrade::none) last_of_sentence_[s] = next;
    }
    if (last_of_sentence_[s] != kNone) {
      // "… stood at 4%. (Bureau of Labor Statistics)": a bracket behind the full stop.
      if (!first && next == begin + 1 && bound_[begin].binding == Binding::bracketed &&
          bound_[begin].at.first == sentence.first && bound_[begin].at.last + 1 >= sentence.last &&
          last_of_sentence_[s - 1] == kNone)
        carried_[s - 1] = begin;
      continue;
    }
    if (same) {
      for (std::uint32_t i = next; i-- > 0 && next - i <= kLongestCarry;) {
        if (bound_[i].block + 2 < block) break;
        if (bound_[i].source.grade == SourceGrade::none) continue;
        carried_[s] = i;
        break;
      }
    } else if (goes_on && !first) {
      carried_[s] = last_of_sentence_[s - 1];
    }
    last_of_sentence_[s] = carried_[s];
  }
}

// Whether a sentence may go on about the data of the one before: where that has figures, of one kind with its
// own.
bool Attributor::continues(TokenRange one, TokenRange other) const {
  const auto kinds = [&](TokenRange range) {
    int found = 0;
    for (auto at = std::lower_bound(figures_.begin(), figures_.end(), range.first);
         at != figures_.end() && *at < range.last; ++at)
      found |= percent_[static_cast<std::size_t>(at - figures_.begin())] ? 1 : 2;
    return found;
  };
  return kinds(other) == 0 || (kinds(one) & kinds(other)) != 0;
}

// "The figures below are from X" speaks for the lines, the list and the table after it.
void Attributor::label_below() {
  const std::vector<Block>& blocks = scan_.document->blocks;
  for (std::uint32_t i = 0; i < bound_.size(); ++i) {
    if (bound_[i].binding != Binding::below) continue;
    const std::uint32_t from = bound_[i].block;
    for (std::uint32_t b = from + 1; b < blocks.size() && b - from <= kLabelReach; ++b) {
      const TokenRange tokens = scan_.blocks[b].tokens;
      const bool line = tokens.last - tokens.first <= kShortBlock || blocks[b].kind != BlockKind::paragraph;
      if (blocks[b].section != blocks[from].section || !line) break;
      if (label_of_block_[b] == kNone) label_of_block_[b] = i;
    }
  }
}

// "Source: X" speaks for its own block, and for the lines and the list above it.
void Attributor::label_blocks(std::uint32_t block) {
  for (std::uint32_t i = first_of_block_[block]; i < bound_.size(); ++i) {
    if (bound_[i].binding != Binding::label || bound_[i].source.grade == SourceGrade::none) continue;
    const std::vector<Block>& blocks = scan_.document->blocks;
    if (label_of_block_[block] == kNone) label_of_block_[block] = i;
    // What it begins with, and no sentence: "Data from X show …".
    if (bound_[i].at.first != bound_[i].sentence.first || holds_figure(figures_, bound_[i].sentence)) return;
    // The lines, the list and the one table above it. Prose only where it stands right above; a note there
    // without figures is passed over.
    std::uint32_t table = kNone;
    for (std::uint32_t b = block; b-- > 0 && block - b <= kLabelReach;) {
      const Block& here = blocks[b];
      if (here.section != blocks[block].section || label_of_block_[b] != kNone ||
          here.kind == BlockKind::heading)
        return;
      if (here.table != kNone && table != kNone && here.table != table) return;
      if (here.table != kNone) table = here.table;
      const TokenRange tokens = scan_.blocks[b].tokens;
      const bool prose = here.kind == BlockKind::paragraph && !tokens.empty() &&
                         (tokens.last - tokens.first > kShortBlock || scan_.tokens[tokens.last - 1].is('.'));
      if (prose && b + 1 != block) return;
      label_of_block_[b] = i;
      if (prose && holds_figure(figures_, tokens)) return;
    }
    return;
  }
}

// What stands under a table and says where it comes from, and the Source column in it.
void Attributor::label_tables() {
  const Document& document = *scan_.document;
  for (std::uint32_t t = 0; t < document.tables.size(); ++t) {
    const Table& table = document.tables[t];
    const std::uint32_t end = std::min<std::uint32_t>(table.last_block + kAboveReach,
                                                      static_cast<std::uint32_t>(document.blocks.size()));
    for (std::uint32_t b = table.last_block; b < end && label_of_table_[t] == kNone; ++b) {
      if (document.blocks[b].kind == BlockKind::cell) break;
      for (std::uint32_t i = first_of_block_[b]; i < first_of_block_[b + 1]; ++i)
        if (bound_[i].binding == Binding::above ||
            (bound_[i].binding == Binding::label && (b == table.note || b == table.last_block))) {
          label_of_table_[t] = i;
          break;
        }
    }
    const std::uint32_t source_column = source_column_of(table);
    const std::uint32_t year_column = source_column == kNone ? kNone : column_headed(table, kYearHeads);
    for (std::uint32_t b = table.first_block; b < table.last_block;) {
      std::uint32_t row_end = b + 1;
      while (row_end < table.last_block && document.blocks[row_end].row == document.blocks[b].row) ++row_end;
      SourceFound found;
      for (std::uint32_t c = b; c < row_end; ++c) {
        if (document.blocks[c].row < table.header_rows) break;
        SourceFound here;
        if (document.blocks[c].column == source_column) {
          here = source_in_cell(scan_, names_, c);
        } else if (!holds_figure(figures_, scan_.blocks[c].tokens)) {
          for (std::uint32_t i = first_of_block_[c]; i < first_of_block_[c + 1]; ++i)
            if (bound_[i].source.grade > here.grade) here = bound_[i].source;
        }
        if (here.grade != SourceGrade::none && (found.grade != SourceGrade::named)) found = std::move(here);
      }
      for (std::uint32_t c = b; c < row_end && found.grade != SourceGrade::none && !found.year; ++c)
        if (document.blocks[c].column == year_column) found.year = year_in(scan_, scan_.blocks[c].tokens);
      if (found.grade != SourceGrade::none) {
        for (std::uint32_t c = b; c < row_end; ++c)
          row_source_of_[c] = static_cast<std::uint32_t>(row_source_.size());
        row_source_.push_back(std::move(found));
      }
      b = row_end;
    }
  }
}

// The column whose header is one of `heads`.
template <std::size_t n>
std::uint32_t Attributor::column_headed(const Table& table,
                                        const std::array<std::string_view, n>& heads) const {
  for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
    const Block& cell = scan_.document->blocks[b];
    if (cell.row >= table.header_rows) break;
    if (std::find(heads.begin(), heads.end(), to_lower(scan_.document->at(cell))) != heads.end())
      return cell.column;
  }
  return kNone;
}

// The column that names who says so: by its header, or because each of its cells names a publisher.
std::uint32_t Attributor::source_column_of(const Table& table) const {
  if (const std::uint32_t column = column_headed(table, kSourceHeads); column != kNone) return column;
  const std::vector<Block>& blocks = scan_.document->blocks;
  std::vector<std::uint8_t> seen(table.columns,
                                 0);  // 1: some publisher, 2: one that is nothing else, 4: other
  for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
    const Block& cell = blocks[b];
    if (cell.row < table.header_rows) {
      const std::string head = to_lower(scan_.document->at(cell));
      if (head.starts_with("source") || head.ends_with("source") || head.ends_with("sources"))
        return cell.column;
    } else if (cell.column < table.columns) {
      seen[cell.column] |= begins_with_publisher(scan_, names_, b, true)    ? 3
                           : begins_with_publisher(scan_, names_, b, false) ? 1
                                                                            : 4;
    }
  }
  const auto at = std::find(seen.begin(), seen.end(), std::uint8_t{3});
  return at == seen.end() ? kNone : static_cast<std::uint32_t>(at - seen.begin());
}

std::uint32_t Attributor::sentence_index(std::uint32_t block, std::uint32_t token) const {
  const auto begin = scan_.sentences.begin() + scan_.blocks[block].first_sentence;
  const auto end = scan_.sentences.begin() + scan_.blocks[block].last_sentence;
  const auto after =
      std::upper_bound(begin, end, token, [](std::uint32_t t, const TokenRange& r) { return t < r.first; });
  return static_cast<std::uint32_t>(after - scan_.sentences.begin()) - (after == begin ? 0 : 1);
}

// Index of the first source that is bound in the sentence or after it.
std::uint32_t Attributor::first_in_sentence(std::uint32_t block, TokenRange sentence) const {
  const auto begin = bound_.begin() + first_of_block_[block],
             end = bound_.begin() + first_of_block_[block + 1];
  const auto at = std::lower_bound(begin, end, sentence.first,
                                   [](const Bound& b, std::uint32_t t) { return b.sentence.first < t; });
  return static_cast<std::uint32_t>(at - bound_.begin());
}

bool Attributor::semicolon_in(TokenRange range) const {
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (scan_.tokens[i].is(';')) return true;
  return false;
}

// Whether the last figure before `token` is a percentage.
bool Attributor::last_is_percent(std::uint32_t token) const {
  const auto after = std::lower_bound(figures_.begin(), figures_.end(), token);
  return after != figures_.begin() && percent_[static_cast<std::size_t>(after - figures_.begin()) - 1];
}

// Whether no more than a period ("a year") stands between.
bool Attributor::touches(TokenRange between) const {
  if (between.last > between.first + kTouching) return false;
  for (std::uint32_t i = between.first; i < between.last; ++i)
    if (!scan_.tokens[i].is_word() || scan_.word(i) == "and" || scan_.word(i) == "but") return false;
  return true;
}

// "61% walk out, studies show, and 22% …": between two commas.
bool Attributor::is_aside(TokenRange at) const {
  return at.first > 0 && scan_.tokens[at.first - 1].is(',') && at.last < scan_.tokens.size() &&
         scan_.tokens[at.last].is(',');
}

// "…, and one study found …": a clause that is joined to the one before does not speak of that.
bool Attributor::opens_clause(TokenRange at, TokenRange sentence) const {
  static constexpr std::array<std::string_view, 10> kBefore{"the",  "a",   "an",     "one",  "another",
                                                            "some", "new", "recent", "most", "several"};
  std::uint32_t i = at.first;
  while (i > sentence.first && std::find(kBefore.begin(), kBefore.end(), scan_.word(i - 1)) != kBefore.end())
    --i;
  if (i < sentence.first + 2) return false;
  const std::string_view join = scan_.word(i - 1);
  return (join == "and" || join == "but" || join == "while" || join == "whereas" || join == "yet") &&
         (scan_.tokens[i - 2].is(',') || scan_.tokens[i - 2].is(';') || join == "while" || join == "whereas");
}

// The source of the figure's own sentence: the bracket behind it; else what was named last before it, if that
// speaks of what follows; else what is named next after it, if that speaks of what precedes.
std::uint32_t Attributor::in_sentence(std::uint32_t block, TokenRange sentence, TokenRange figure) const {
  std::uint32_t left = kNone, right = kNone, bracket = kNone, near = kNone;
  const std::uint32_t begin = first_in_sentence(block, sentence);
  std::uint32_t end = begin;
  while (end < first_of_block_[block + 1] && bound_[end].sentence.first == sentence.first) ++end;
  const bool percent = last_is_percent(figure.first + 1);
  std::uint32_t spoken_from = sentence.first;  // where the figures begin that the next source may speak of
  for (std::uint32_t i = begin; i < end; ++i) {
    const Bound& bound = bound_[i];
    if (bound.source.grade == SourceGrade::none) continue;
    const bool before = bound.at.first < figure.first;
    switch (bound.binding) {
      case Binding::bracketed:
        // "Average (Glassdoor): $48,000"
        if (before && near == kNone && !holds_figure(figures_, {sentence.first, bound.at.first})) near = i;
        if (!before && bracket == kNone && !semicolon_in({figure.last, bound.at.first})) bracket = i;
        break;
      case Binding::near:
      case Binding::label:
      case Binding::above:
      case Binding::below:
        if (before || near == kNone) near = i;
        break;
      default: {
        // "$60,000 per Glassdoor and $62,000 per Payscale"
        if (!before && bracket == kNone && bound.binding == Binding::before &&
            bound.source.grade == SourceGrade::named && touches({figure.last, bound.at.first}))
          bracket = i;
        const bool closes = holds_figure(figures_, {spoken_from, bound.at.first});
        if (before) {
          if (!closes || !semicolon_in({bound.at.last, figure.first}) ||
              (percent && last_is_percent(bound.at.first)))
            left = i;
        } else if (right == kNone && left == kNone) {
          std::uint32_t next = i + 1 < end ? bound_[i + 1].at.first : sentence.last;
          for (std::uint32_t t = bound.at.last; t < next; ++t)
            if (scan_.tokens[t].is(';')) next = t;
          const bool opens = holds_figure(figures_, {bound.at.last, std::max(next, bound.at.last)});
          const bool ahead = bound.binding == Binding::before &&
                             (bound.source.grade == SourceGrade::named || is_aside(bound.at));
          if (!opens_clause(bound.at, sentence) && ((ahead || !opens)) &&
              !semicolon_in({figure.last, bound.at.first}))
            right = i;
        }
        spoken_from = bound.at.last;
      }
    }
  }
  if (bracket != kNone) return bracket;
  if (left != kNone) return left;
  if (right != kNone) return right;
  return near;
}

// The source that a block names for the list or table after it.
const Bound* Attributor::introducing(std::uint32_t block) const {
  const TokenRange tokens = scan_.blocks[block].tokens;
  if (tokens.empty()) return nullptr;
  const bool colon = scan_.tokens[tokens.last - 1].is(':');
  for (std::uint32_t i = first_of_block_[block + 1]; i-- > first_of_block_[block];) {
    const Bound& bound = bound_[i];
    if (bound.source.grade == SourceGrade::none || bound.binding == Binding::goes_on) continue;
    if (bound.binding == Binding::label && label_of_block_[block] == i) continue;
    const bool last = bound.sentence.last == tokens.last;
    if (last && colon) return &bound;
    if (!holds_figure(figures_, bound.sentence) && last) return &bound;
  }
  return nullptr;
}

// The source that the heading of a section names for what stands under it.
const Bound* Attributor::of_section(std::uint32_t section) const {
  const std::uint32_t heading = scan_.document->sections[section].heading;
  if (heading == kNone || scan_.document->blocks[heading].kind != BlockKind::heading) return nullptr;
  for (std::uint32_t i = first_of_block_[heading]; i < first_of_block_[heading + 1]; ++i)
    if (bound_[i].source.grade == SourceGrade::named &&
        (bound_[i].binding == Binding::before || bound_[i].binding == Binding::subject))
      return &bound_[i];
  return nullptr;
}

SourceFound Attributor::source_of(std::uint32_t block, TokenRange figure) const {
  const Document& document = *scan_.document;
  const std::uint32_t s = sentence_index(block, figure.first);
  if (const std::uint32_t own = in_sentence(block, scan_.sentences[s], figure); own != kNone)
    return bound_[own].source;
  if (carried_[s] != kNone) return bound_[carried_[s]].source;

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
      if (const Bound* bound = introducing(at)) return bound->source;
    if (document.blocks[at].lead != kNone)
      if (const Bound* bound = introducing(document.blocks[at].lead)) return bound->source;
  }
  if (const Bound* bound = of_section(here.section)) return bound->source;
  return {};
}

}  // namespace careerfacts
