#include "ingest/blocks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "base/ascii.h"
#include "ingest/bare_lines.h"
#include "ingest/column_layout.h"
#include "ingest/inline_marks.h"
#include "ingest/leads.h"
#include "ingest/line_forms.h"
#include "ingest/lines.h"
#include "ingest/metadata.h"
#include "ingest/row_cells.h"

namespace careerfacts {
namespace {

constexpr std::size_t kMostCells = 200;  // of a row; a line with more marks is no row
constexpr std::uint32_t kBareHeadingLevel = 2;
constexpr std::uint32_t kBoldHeadingLevel =
    7;  // below all # headings: a bold line is a label more than a heading

class StructureFinder {
 public:
  explicit StructureFinder(std::string_view text)
      : text_(text),
        lines_(read_lines(text)),
        layout_(find_column_layouts(text, lines_)),
        bare_(text, lines_, layout_),
        out_(text) {
    sections_.push_back({});
    blocks_.reserve(lines_.size() / 2 + 1);
  }

  Structure run() {
    for (std::size_t i = 0; i < lines_.size();) i = take(i);
    finish_table();
    connect_leads(out_.text(), blocks_, tables_);
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
    if (bare_.is_numbered_heading(i)) {
      items_.clear();
      add_heading(line, kBareHeadingLevel);
      return i + 1;
    }
    const std::size_t next = bare_.end_of_paragraph(i);
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
    if (bare_.is_heading(i)) {
      add_heading(line, metadata_.title.empty() && blocks_.empty() ? 1 : kBareHeadingLevel);
      return i + 1;
    }
    const std::size_t next = bare_.end_of_paragraph(i);
    add(bare_.is_item(i, next) ? BlockKind::list_item : BlockKind::paragraph, line.content_begin,
        lines_[next - 1].content_end, has_marks(i, next));
    return next;
  }

  struct OpenItem {
    std::size_t indent;
    std::uint32_t block;
    std::uint32_t section;
  };

  std::string_view text_;
  std::vector<Line> lines_;
  ColumnLayouts layout_;
  BareLines bare_;
  Rewriter out_;
  std::vector<Block> blocks_;
  std::vector<Section> sections_;
  std::vector<Table> tables_;
  Metadata metadata_;
  std::vector<OpenItem> items_;
  std::vector<TextSpan> cells_;  // of the row at hand
  std::uint32_t section_ = 0;
  bool table_open_ = false;
};

}  // namespace

Structure find_structure(std::string_view text) { return StructureFinder(text).run(); }

}  // namespace careerfacts
