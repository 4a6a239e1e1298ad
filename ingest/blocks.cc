#include "ingest/blocks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "base/ascii.h"
#include "ingest/column_layout.h"
#include "ingest/inline_marks.h"
#include "ingest/line_forms.h"
#include "ingest/lines.h"
#include "ingest/metadata.h"
#include "ingest/row_cells.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLongestHeading = 100;  // bytes of a bare line that may be a heading
constexpr std::size_t kMostCells = 200;       // of a row; a line with more marks is no row
constexpr std::size_t kLongestLabel = 80;     // bytes of an unmarked list item: "Three years: $37.40"
constexpr std::uint32_t kBareHeadingLevel = 2;
constexpr std::uint32_t kBoldHeadingLevel =
    7;  // below all # headings: a bold line is a label more than a heading

class StructureFinder {
 public:
  explicit StructureFinder(std::string_view text)
      : text_(text), lines_(read_lines(text)), layout_(find_column_layouts(text, lines_)), out_(text) {
    sections_.push_back({});
    blocks_.reserve(lines_.size() / 2 + 1);
    std::size_t headings = 0;
    for (const Line& line : lines_) headings += line.kind == LineKind::heading;
    bare_headings_ = headings < 2;
  }

  Structure run() {
    for (std::size_t i = 0; i < lines_.size();) i = take(i);
    finish_table();
    connect();
    return {out_.finish(), std::move(blocks_), std::move(sections_), std::move(tables_),
            std::move(metadata_)};
  }

 private:
  // Handles the line at i and those that belong to it; gives the next line.
  std::size_t take(std::size_t i) {
    const Line& line = lines_[i];
    if (line.kind != LineKind::row && line.kind != LineKind::separator && line.kind != LineKind::blank)
      finish_table();
    if (layout_.columns_at(i) > 0) return take_column_layout(i);
    switch (line.kind) {
      case LineKind::blank:
      case LineKind::rule:
      case LineKind::fence:
        return i + 1;
      case LineKind::matter:
        read_front_matter(content(text_, line), metadata_);
        return i + 1;
      case LineKind::code:
        add(BlockKind::code, line.content_begin, line.content_end, false);
        return i + 1;
      case LineKind::heading:
        add_heading(line, line.level);
        return i + 1;
      case LineKind::bold:
        add_heading(line, kBoldHeadingLevel);
        return i + 1;
      case LineKind::separator:
        // The first one only: some tables have a rule under each row.
        if (table_open_ && tables_.back().header_rows == 0) tables_.back().header_rows = tables_.back().rows;
        return i + 1;
      case LineKind::row:
        return take_row(i);
      case LineKind::item:
        return take_item(i);
      case LineKind::text:
        return take_text(i);
    }
    return i + 1;
  }

  // `marked`: whether there may be inline marks in it.
  std::uint32_t add(BlockKind kind, std::size_t begin, std::size_t end, bool marked) {
    Block block;
    block.kind = kind;
    block.section = section_;
    if (marked) {
      out_.copy_to(begin);
      block.span.begin = out_.size();
      write_without_marks(out_, text_, begin, end);
      block.span.end = out_.size();
      const std::string& made = out_.text();
      while (block.span.begin < block.span.end && is_space(made[block.span.begin])) ++block.span.begin;
      while (block.span.end > block.span.begin && is_space(made[block.span.end - 1])) --block.span.end;
    } else {
      while (begin < end && is_space(text_[begin])) ++begin;
      while (end > begin && is_space(text_[end - 1])) --end;
      out_.copy_to(begin);
      block.span.begin = out_.size();
      out_.copy_to(end);
      block.span.end = out_.size();
    }
    blocks_.push_back(block);
    return static_cast<std::uint32_t>(blocks_.size() - 1);
  }

  // Whether one of the lines [first, last) may have inline marks.
  bool has_marks(std::size_t first, std::size_t last) const {
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(first),
                       lines_.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const Line& line) { return line.signs.marked; });
  }

  void add_heading(const Line& line, std::uint32_t level) {
    const bool is_title = level == 1 && metadata_.title.empty() && sections_.size() == 1;
    while (sections_[section_].level >= level && section_ != 0) section_ = sections_[section_].parent;
    Section section;
    section.parent = section_;
    section.level = level;
    sections_.push_back(section);
    section_ = static_cast<std::uint32_t>(sections_.size() - 1);
    const std::uint32_t block = add(is_title ? BlockKind::title : BlockKind::heading, line.content_begin,
                                    line.content_end, line.signs.marked);
    blocks_[block].level = level;
    sections_[section_].heading = block;
    if (is_title) metadata_.title = std::string(made(block));
  }

  std::string_view made(std::uint32_t block) {
    const TextSpan span = blocks_[block].span;
    return std::string_view(out_.text()).substr(span.begin, span.size());
  }

  std::size_t take_row(std::size_t i) {
    find_cells(text_, lines_[i], cells_);
    if (cells_.size() > kMostCells || (lines_[i].cell_mark == '\t' && cells_.size() < 2)) {
      finish_table();
      return take_text(i);
    }
    if (!table_open_ || tables_.back().columns == 0) {
      Table table;
      table.first_block = static_cast<std::uint32_t>(blocks_.size());
      tables_.push_back(table);
      table_open_ = true;
    }
    Table& table = tables_.back();
    std::uint32_t column = 0;
    for (const TextSpan& cell : cells_) {
      const std::uint32_t block = add(BlockKind::cell, cell.begin, cell.end, lines_[i].signs.marked);
      blocks_[block].table = static_cast<std::uint32_t>(tables_.size() - 1);
      blocks_[block].row = table.rows;
      blocks_[block].column = column++;
    }
    ++table.rows;
    table.columns = std::max(table.columns, column);
    // Blank lines inside a table are rare but for one made of tabs.
    if (lines_[i].cell_mark != '\t' && i + 1 < lines_.size() && lines_[i + 1].kind == LineKind::blank &&
        !(table.rows == 1 && is_header_of(i + 2)))
      finish_table();
    return i + 1;
  }

  // Whether the row in cells_, none of them a figure, heads the row at line `below`: as many cells, with
  // figures.
  bool is_header_of(std::size_t below) const {
    const auto is_figure = [&](const TextSpan& cell) {
      return is_figure_cell(text_.substr(cell.begin, cell.size()));
    };
    if (below >= lines_.size() || lines_[below].kind != LineKind::row || lines_[below].cell_mark != '|' ||
        std::any_of(cells_.begin(), cells_.end(), is_figure))
      return false;
    std::vector<TextSpan> cells;
    find_cells(text_, lines_[below], cells);
    return cells.size() == cells_.size() && std::any_of(cells.begin(), cells.end(), is_figure);
  }

  // Cells that layout alone shows, row after row.
  std::size_t take_column_layout(std::size_t i) {
    const ColumnLayout& layout = layout_.at(i);
    Table table;
    table.first_block = static_cast<std::uint32_t>(blocks_.size());
    table.columns = static_cast<std::uint32_t>(layout.columns);
    table.header_rows = layout.has_header ? 1 : 0;
    tables_.push_back(table);
    std::uint32_t n = 0;
    const bool marked = has_marks(i, layout.last_line + 1);
    for (const TextSpan& cell : layout.cells) {
      const std::uint32_t block = add(BlockKind::cell, cell.begin, cell.end, marked);
      blocks_[block].table = static_cast<std::uint32_t>(tables_.size() - 1);
      blocks_[block].row = n / table.columns;
      blocks_[block].column = n % table.columns;
      ++n;
    }
    tables_.back().rows = (n + table.columns - 1) / table.columns;
    tables_.back().last_block = static_cast<std::uint32_t>(blocks_.size());
    return layout.last_line + 1;
  }

  void finish_table() {
    if (!table_open_) return;
    table_open_ = false;
    Table& table = tables_.back();
    table.last_block = static_cast<std::uint32_t>(blocks_.size());
    if (table.rows < 2) return;
    if (table.header_rows > 0) return extend_header(table);
    bool labels = true, figures = false;
    for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
      const bool figure = is_figure_cell(made(b));
      if (blocks_[b].row == 0)
        labels = labels && !figure;
      else
        figures = figures || figure;
    }
    table.header_rows = labels && figures ? 1 : 0;
  }

  // A second header row stands under the cells of the first: its first cell is empty and none of it is a
  // figure.
  void extend_header(Table& table) {
    bool second = true;
    for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
      if (blocks_[b].row != table.header_rows) continue;
      const std::string_view cell = made(b);
      if (blocks_[b].column == 0 ? !cell.empty() : is_figure_cell(cell)) second = false;
    }
    if (second && table.rows > table.header_rows + 1) ++table.header_rows;
  }

  std::size_t take_item(std::size_t i) {
    const Line& line = lines_[i];
    if (line.ordered && stands_alone(i) && (is_bare_heading(i) || heads_table(i))) {
      items_.clear();
      add_heading(line, kBareHeadingLevel);
      return i + 1;
    }
    const std::size_t next = end_of_paragraph(i);
    const std::uint32_t block =
        add(BlockKind::list_item, line.content_begin, lines_[next - 1].content_end, has_marks(i, next));
    // The parent is the nearest item above with a smaller indent; a text between ends the list.
    while (!items_.empty() && (items_.back().indent >= line.indent || items_.back().section != section_))
      items_.pop_back();
    blocks_[block].level = static_cast<std::uint32_t>(items_.size());
    if (!items_.empty()) blocks_[block].parent = items_.back().block;
    items_.push_back({line.indent, block, section_});
    return next;
  }

  std::size_t take_text(std::size_t i) {
    const Line& line = lines_[i];
    items_.clear();
    if (is_bare_heading(i)) {
      add_heading(line, metadata_.title.empty() && blocks_.empty() ? 1 : kBareHeadingLevel);
      return i + 1;
    }
    const std::size_t next = end_of_paragraph(i);
    const bool item = (is_label_line(i) && ((i > 0 && is_label_line(i - 1)) || is_label_line(next))) ||
                      (is_leader_line(i) && ((i > 0 && is_leader_line(i - 1)) || is_leader_line(next)));
    add(item ? BlockKind::list_item : BlockKind::paragraph, line.content_begin, lines_[next - 1].content_end,
        has_marks(i, next));
    return next;
  }

  // "3. Site managers" between blank lines.
  bool stands_alone(std::size_t i) const {
    const auto blank = [&](std::size_t line) {
      return line >= lines_.size() || lines_[line].kind == LineKind::blank;
    };
    return (i == 0 || blank(i - 1)) && blank(i + 1);
  }

  bool heads_table(std::size_t i) const {
    return bare_headings_ && i + 2 < lines_.size() && layout_.columns_at(i + 2) > 0;
  }

  bool is_label_line(std::size_t i) const {
    return i < lines_.size() && lines_[i].kind == LineKind::text && lines_[i].signs.label &&
           begins_with_label(content(text_, lines_[i]));
  }

  bool is_leader_line(std::size_t i) const {
    if (i >= lines_.size() || lines_[i].kind != LineKind::text) return false;
    const std::string_view c = content(text_, lines_[i]);
    return !c.empty() && std::isdigit(static_cast<unsigned char>(c.back())) != 0 && has_leader(c);
  }

  // One past the last line that continues line i: the text was wrapped there, not ended.
  std::size_t end_of_paragraph(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < lines_.size() && lines_[next].kind == LineKind::text && layout_.columns_at(next) == 0) {
      const Line& above = lines_[next - 1];
      const std::string_view last = content(text_, above), first = content(text_, lines_[next]);
      if (above.hard_break || ends_sentence_or_lead(last)) break;
      if (is_label_line(next) && is_label_line(i)) break;
      const auto c = static_cast<unsigned char>(first[0]);
      const bool continues =
          std::islower(c) || c == '(' || c == '$' || c == ',' || c == '-' || std::isdigit(c);
      const bool wrapped = last.size() >= 60 && last.size() <= 160;
      if (!continues && !wrapped) break;
      if (!continues && first.size() > 2 * last.size()) break;  // a short line before a long one is a label
      ++next;
    }
    return next;
  }

  // A short line, not a sentence, that stands before what is longer than itself.
  bool is_bare_heading(std::size_t i) const {
    if (!bare_headings_) return false;
    std::string_view c = content(text_, lines_[i]);
    if (c.size() < 3 || c.size() > kLongestHeading || !has_letter(c)) return false;
    if (std::islower(static_cast<unsigned char>(c[0])) || c[0] == '(' || c[0] == '"') return false;
    if (c.back() == '+') c.remove_suffix(1);  // the mark of a collapsed answer
    while (!c.empty() && is_space(c.back())) c.remove_suffix(1);
    if (c.empty() || (ends_sentence_or_lead(c) && c.back() != '?')) return false;
    if (c.back() == ',' || c.back() == '-' || is_caption(c) || labels_amount(c)) return false;
    std::size_t next = i + 1;
    while (next < lines_.size() &&
           (lines_[next].kind == LineKind::blank || content(text_, lines_[next]) == "+"))
      ++next;
    if (next == lines_.size()) return false;
    const bool set_apart = next > i + 1 || i == 0 || lines_[i - 1].kind == LineKind::blank;
    if (next > i + 1 && ends_lines(i)) return false;
    if (c.back() == '?') return true;
    switch (lines_[next].kind) {
      case LineKind::item:
      case LineKind::row:
        return set_apart;
      case LineKind::text: {
        const std::string_view below = content(text_, lines_[next]);
        if (set_apart && !is_label_line(i) && is_label_line(next) && is_label_line(next + 1)) return true;
        return below.size() > kLongestHeading && below.size() > 2 * c.size();
      }
      default:
        return false;
    }
  }

  // A paragraph behind a list or table, after an empty line: the list is at its end.
  bool stands_behind_list(std::uint32_t b) {
    const Block& before = blocks_[b - 1];
    if (before.kind != BlockKind::list_item && before.kind != BlockKind::cell) return false;
    const std::string_view text = out_.text();
    const std::string_view between = text.substr(before.span.end, blocks_[b].span.begin - before.span.end);
    return made(b).ends_with(':') || std::count(between.begin(), between.end(), '\n') > 1;
  }

  // The last of lines that stand together, none of them a sentence: one of them, not a heading of what
  // follows.
  bool ends_lines(std::size_t i) const {
    return i > 0 && lines_[i - 1].kind == LineKind::text &&
           !ends_sentence_or_lead(content(text_, lines_[i - 1])) &&
           std::isdigit(static_cast<unsigned char>(text_[lines_[i].content_end - 1])) != 0;
  }

  // What introduces lists and tables, and what stands under tables.
  void connect() {
    std::uint32_t last_text = kNone;
    for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
      Block& block = blocks_[b];
      switch (block.kind) {
        case BlockKind::title:
        case BlockKind::heading:
          last_text = kNone;
          break;
        case BlockKind::paragraph:
          // Short lines under "… looks like this:" are its list, though no mark says so.
          if (last_text != kNone && block.span.size() <= kLongestLabel && made(last_text).ends_with(':') &&
              !stands_behind_list(b))
            block.lead = last_text;
          else
            last_text = b;
          break;
        case BlockKind::list_item:
          block.lead = last_text;
          break;
        case BlockKind::cell:
          if (b > 0 && blocks_[b - 1].kind == BlockKind::list_item) last_text = kNone;
          block.lead = last_text;
          if (b + 1 == tables_[block.table].last_block) last_text = kNone;
          break;
        case BlockKind::code:
          break;
      }
    }
    for (Table& table : tables_)
      if (table.last_block < blocks_.size() && blocks_[table.last_block].kind == BlockKind::paragraph &&
          table.last_block > 0 && blocks_[table.last_block].section == blocks_[table.last_block - 1].section)
        table.note = table.last_block;
  }

  struct OpenItem {
    std::size_t indent;
    std::uint32_t block;
    std::uint32_t section;
  };

  std::string_view text_;
  std::vector<Line> lines_;
  ColumnLayouts layout_;
  Rewriter out_;
  std::vector<Block> blocks_;
  std::vector<Section> sections_;
  std::vector<Table> tables_;
  Metadata metadata_;
  std::vector<OpenItem> items_;
  std::vector<TextSpan> cells_;  // of the row at hand
  std::uint32_t section_ = 0;
  bool table_open_ = false;
  bool bare_headings_ = true;
};

}  // namespace

Structure find_structure(std::string_view text) { return StructureFinder(text).run(); }

}  // namespace careerfacts
