// What lines and columns say of the sources of tables, lists and lines: the part of Attributor that reads
// "Source: X", captions, and Source columns.
#include <algorithm>
#include <array>

#include "extract/attribution.h"
#include "extract/key_set.h"
#include "extract/source_evidence.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLabelReach = 32;   // blocks above a "Source:" line that it may speak of
constexpr std::uint32_t kAboveReach = 6;    // blocks between a table and what says where it comes from
constexpr std::uint32_t kTopicReach = 512;  // blocks above "Average salaries: X" that it may speak of
constexpr std::uint32_t kLongestTopic = 5;  // tokens of "Average salaries"
constexpr std::uint32_t kShortHead = 8;     // tokens of a header that names a source
constexpr std::uint32_t kShortBlock = 16;   // tokens of a line that is no prose
// Headers of the column that says who says so (besides "Source" with other words), and of the year beside it.
constexpr std::array<std::string_view, 22> kSourceHeads{
    "who says so", "who says",  "says who",   "according to", "publisher",  "published by",
    "reported by", "reference", "references", "citation",     "cited from", "data from",
    "from",        "survey",    "study",      "where from",   "origin",     "credit",
    "website",     "job site",  "job board",  "salary site"};
constexpr std::array<std::string_view, 8> kYearHeads{"year",  "date",      "survey year", "data year",
                                                     "as of", "published", "edition",     "year of data"};

// What lines of a list that give pay are labelled.
const KeySet kPayNouns{"salary", "pay", "wage", "compensation", "earnings", "income"};

}  // namespace

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
      // Behind its list or table the text goes on about other things.
      if (blocks[b].kind == BlockKind::paragraph && b > from + 1 &&
          blocks[b - 1].kind != BlockKind::paragraph)
        break;
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
    if (!opens_note(scan_, bound_[i].sentence, bound_[i].at.first) ||
        holds_figure(figures_, bound_[i].sentence))
      return;
    if (speaks_of_below(bound_[i].sentence)) {
      label_of_block_[block] = kNone;
      return;
    }
    if (block + 1 < blocks.size() && blocks[block + 1].lead == block &&
        (block == 0 || blocks[block - 1].kind == BlockKind::heading ||
         blocks[block - 1].kind == BlockKind::title)) {
      label_of_block_[block] = kNone;  // it introduces what is below
      return;
    }
    const bool told = label_topic(i);
    // The lines, the list and the one table above it. Prose only where it stands right above; a note there
    // without figures is passed over.
    std::uint32_t table = kNone;
    bool figures_below = false;
    for (std::uint32_t b = block; b-- > 0 && block - b <= kLabelReach;) {
      const Block& here = blocks[b];
      if (here.section != blocks[block].section || label_of_block_[b] != kNone ||
          here.kind == BlockKind::heading)
        return;
      if (here.table != kNone && table != kNone && here.table != table) return;
      if (here.table != kNone) table = here.table;
      // A list above a table or lines with figures is another's: "A: I'm on $48,000."
      if (figures_below && here.kind == BlockKind::list_item && blocks[b + 1].kind != BlockKind::list_item)
        return;
      figures_below = figures_below || holds_figure(figures_, scan_.blocks[b].tokens);
      const TokenRange tokens = scan_.blocks[b].tokens;
      const bool prose = here.kind == BlockKind::paragraph && !tokens.empty() &&
                         (tokens.last - tokens.first > kShortBlock || scan_.tokens[tokens.last - 1].is('.'));
      if (prose && (told || b + 1 != block)) return;
      label_of_block_[b] = i;
      if (prose && holds_figure(figures_, tokens)) return;
    }
    return;
  }
}

// "Salaries below come from X": a note, but of what follows.
bool Attributor::speaks_of_below(TokenRange sentence) const {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (scan_.word(i) == "below" || scan_.word(i) == "follow" || scan_.word(i) == "follows") return true;
  return false;
}

// "Average salaries: X" speaks for each line above that begins with "Average salary:", under whatever
// heading.
bool Attributor::label_topic(std::uint32_t label) {
  const BoundSource& bound = bound_[label];
  std::uint32_t topic = bound.sentence.first;
  while (topic < bound.at.first && !scan_.tokens[topic].is_word()) ++topic;
  const std::uint32_t end = std::min(topic + kLongestTopic, bound.sentence.last);
  const auto says_pay = [](const Token& token) { return kPayNouns.contains(token); };
  if (std::none_of(scan_.tokens.begin() + topic, scan_.tokens.begin() + end, says_pay)) return false;
  bool told = false;
  for (std::uint32_t b = bound.block, steps = 0; b-- > 0 && steps < kTopicReach; ++steps) {
    const TokenRange tokens = scan_.blocks[b].tokens;
    if (label_of_block_[b] != kNone) continue;
    bool pay = false;
    std::uint32_t n = 0;
    while (topic + n < end && tokens.first + n < tokens.last && scan_.tokens[tokens.first + n].is_word() &&
           scan_.tokens[tokens.first + n].key == scan_.tokens[topic + n].key) {
      pay = pay || kPayNouns.contains(scan_.tokens[topic + n]);
      ++n;
    }
    if (!pay || tokens.first + n >= tokens.last || !scan_.tokens[tokens.first + n].is(':')) continue;
    label_of_block_[b] = label;
    told = true;
  }
  return told;
}

// What stands under a table and says where it comes from, and the Source column in it.
void Attributor::label_tables(UnlistedNames& unlisted) {
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
    label_columns(table);
    const bool labels_name = names_in_labels(table);
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
      if (labels_name && found.grade == SourceGrade::none) found = in_label(b, unlisted);
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

// Whether a row's label ends with a source in brackets: "Train juniors (Gallup)".
bool Attributor::names_in_labels(const Table& table) const {
  for (std::uint32_t b = table.first_block; b < table.last_block; ++b)
    if (scan_.document->blocks[b].column == 0)
      for (std::uint32_t i = first_of_block_[b]; i < first_of_block_[b + 1]; ++i)
        if (bound_[i].binding == Binding::bracketed && bound_[i].source.grade == SourceGrade::named &&
            bound_[i].at.last == scan_.blocks[b].tokens.last)
          return true;
  return false;
}

// "Test juniors (Larkspur)": the same of a name that no list knows, beside others that do.
SourceFound Attributor::in_label(std::uint32_t block, UnlistedNames& unlisted) const {
  const TokenRange cell = scan_.blocks[block].tokens;
  if (cell.last < cell.first + 4 || !scan_.tokens[cell.last - 1].is(')')) return {};
  const SourceName* name = names_.last_before(block, cell.last - 1, cell.first);
  if (name == nullptr || name->at.last + 1 != cell.last || name->at.first <= cell.first + 1 ||
      !scan_.tokens[name->at.first - 1].is('(') || unlisted.is_other_word(name->at))
    return {};
  return {SourceGrade::named, std::string(scan_.text(name->full)), name->canonical, std::nullopt,
          scan_.span(name->at)};
}

// A column whose header names a publisher of figures: "Glassdoor", "Average salary (BLS, 2024)".
void Attributor::label_columns(const Table& table) {
  const std::vector<Block>& blocks = scan_.document->blocks;
  std::vector<std::uint32_t> of_column(table.columns, kNone);
  for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
    const std::uint32_t column = blocks[b].column;
    if (column == 0 || column >= table.columns) continue;
    if (blocks[b].row >= table.header_rows) {
      row_source_of_[b] = of_column[column];
      continue;
    }
    const TokenRange tokens = scan_.blocks[b].tokens;
    if (tokens.empty() || tokens.last - tokens.first > kShortHead) continue;
    const SourceName* name = names_.first_in(b, tokens);
    while (name != nullptr && !name->publishes_figures)
      name = names_.first_in(b, {name->at.last, tokens.last});
    if (name == nullptr) continue;
    of_column[column] = static_cast<std::uint32_t>(row_source_.size());
    row_source_.push_back({SourceGrade::named, std::string(scan_.text(name->full)), name->canonical,
                           year_in(scan_, tokens), scan_.span(name->at)});
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

}  // namespace careerfacts
