#include "extract/figure_context.h"

#include <algorithm>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLongestLabel = 24;  // tokens at the begin of a block that name what it is about

class ContextFinder {
 public:
  ContextFinder(const Scan& scan, const std::vector<Figure>& figures, std::size_t index,
                FigureContext& context)
      : scan_(scan), document_(*scan.document), figures_(figures), index_(index), context_(context) {}

  void run() {
    context_.figure = figures_[index_];
    context_.shares_clause = false;
    context_.places.clear();
    find_windows();
    const Block& block = document_.blocks[context_.figure.block];
    if (block.kind == BlockKind::cell)
      add_table_places(block);
    else
      add_text_places(block);
    add_headings(block);
  }

 private:
  bool is_break(std::uint32_t i) const {
    static const KeySet kBreaks{"while", "whereas", "but", "and", "with", "compared"};
    const Token& token = scan_.tokens[i];
    if (token.is(',') || token.is(';') || token.is(':') || token.is('|')) return true;
    return token.is_word() && kBreaks.contains(token);
  }

  void find_windows() {
    const Figure& figure = context_.figure;
    context_.sentence = scan_.sentence_at(figure.block, figure.at.first);
    context_.left = {context_.sentence.first, figure.at.first};
    context_.right = {figure.at.last, context_.sentence.last};
    if (index_ > 0 && figures_[index_ - 1].block == figure.block &&
        figures_[index_ - 1].at.last > context_.sentence.first) {
      context_.left.first = figures_[index_ - 1].at.last;
      context_.shares_clause = true;
    }
    if (index_ + 1 < figures_.size() && figures_[index_ + 1].block == figure.block &&
        figures_[index_ + 1].at.first < context_.sentence.last) {
      context_.right.last = figures_[index_ + 1].at.first;
      // What stands just before the next figure speaks of that one: the clause ends at the last break.
      std::uint32_t end = context_.right.last;
      for (std::uint32_t i = context_.right.first; i < context_.right.last; ++i)
        if (is_break(i)) {
          end = i;
          break;
        }
      context_.right.last = end;
    }
    close_bracket();
    // What follows a break directly after the figure before belongs to this one; what precedes it does not.
    if (context_.shares_clause)
      for (std::uint32_t i = context_.left.first; i < context_.left.last; ++i)
        if (is_break(i)) {
          context_.left.first = i;
          break;
        }
  }

  // A figure in brackets is spoken of inside them: "Tax accountant ($66,000-$92,000): Firms pay overtime".
  void close_bracket() {
    int depth = 0;
    for (std::uint32_t i = context_.left.last; i > context_.left.first; --i) {
      if (scan_.tokens[i - 1].is(')')) --depth;
      if (scan_.tokens[i - 1].is('(') && ++depth > 0) break;
    }
    if (depth <= 0) return;
    for (std::uint32_t i = context_.right.first; i < context_.right.last; ++i)
      if (scan_.tokens[i].is(')')) {
        context_.right.last = i;
        return;
      }
  }

  void add(PlaceKind kind, std::uint32_t block) {
    if (!scan_.blocks[block].tokens.empty())
      context_.places.push_back({kind, block, scan_.blocks[block].tokens});
  }

  // "The median hides much. Here is how pay differs:" introduces with its last sentence.
  void add_lead(std::uint32_t block) {
    const TokenRange all = scan_.blocks[block].tokens;
    if (all.empty()) return;
    const TokenRange last = scan_.sentence_at(block, all.last - 1);
    context_.places.push_back({PlaceKind::lead, block, last});
    if (last.first > all.first)
      context_.places.push_back({PlaceKind::lead_before, block, {all.first, last.first}});
  }

  void add_table_places(const Block& cell) {
    const Table& table = document_.tables[cell.table];
    // Headers of the column, the lowest first; a header that spans columns stands at the left of them.
    for (std::uint32_t row = std::min(table.header_rows, cell.row); row-- > 0;) {
      std::uint32_t best = kNone;
      for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
        const Block& other = document_.blocks[b];
        if (other.row > row) break;
        if (other.row != row || other.column > cell.column || scan_.blocks[b].tokens.empty()) continue;
        if (other.column == cell.column || table.header_rows > 1) best = b;
      }
      if (best != kNone) add(PlaceKind::header, best);
    }
    // The row, from its first cell on.
    std::uint32_t row_begin = context_.figure.block;
    while (row_begin > table.first_block && document_.blocks[row_begin - 1].row == cell.row) --row_begin;
    for (std::uint32_t b = row_begin; b < table.last_block && document_.blocks[b].row == cell.row; ++b) {
      if (b == context_.figure.block) continue;
      add(document_.blocks[b].column == 0 ? PlaceKind::row_label : PlaceKind::row, b);
    }
    if (cell.lead != kNone) add_lead(cell.lead);
  }

  void add_text_places(const Block& block) {
    const TokenRange own = scan_.blocks[context_.figure.block].tokens;
    // "Name: text" and the first sentences of an item.
    if (context_.sentence.first > own.first) {
      const TokenRange before = scan_.sentence_at(context_.figure.block, context_.sentence.first - 1);
      // "Head of Growth: owns the graph. $150K+"
      if (before.first == own.first) add_label(before);
      context_.places.push_back({PlaceKind::sentence_before, context_.figure.block, before});
      if (before.first > own.first)
        context_.places.push_back({block.kind == BlockKind::list_item ? PlaceKind::label : PlaceKind::opening,
                                   context_.figure.block,
                                   {own.first, std::min(before.first, own.first + kLongestLabel)}});
    }
    for (std::uint32_t parent = block.parent; parent != kNone; parent = document_.blocks[parent].parent)
      add(PlaceKind::parent, parent);
    if (block.lead != kNone)
      add_lead(block.lead);
    else if (const std::uint32_t caption = caption_of_lines(); caption != kNone) {
      add(PlaceKind::label, context_.figure.block - 1);
      add(PlaceKind::lead, caption);
    }
    if (block.kind != BlockKind::list_item && context_.figure.block > 0) {
      const std::uint32_t before = context_.figure.block - 1;
      if (document_.blocks[before].section == block.section &&
          document_.blocks[before].kind != BlockKind::heading)
        add(PlaceKind::block_before, before);
    }
  }

  // A line that is all a label or a caption: short, no sentence.
  bool is_line(std::uint32_t block, std::uint32_t longest) const {
    const Block& line = document_.blocks[block];
    const TokenRange all = scan_.blocks[block].tokens;
    return line.kind == BlockKind::paragraph &&
           line.section == document_.blocks[context_.figure.block].section && !all.empty() &&
           all.last - all.first <= longest && scan_.tokens[all.first].is_word() &&
           !scan_.tokens[all.last - 1].is('.');
  }

  // "Tiler pay per year", "Junior", "$48,000", "Senior", "$61,000", each a line of its own: what stands above
  // such pairs of a label and an amount speaks of all of them. kNone where there is no such.
  std::uint32_t caption_of_lines() const {
    constexpr std::uint32_t kMostPairs = 24;                         // above the figure
    constexpr std::uint32_t kLabel = 8, kAmount = 8, kCaption = 14;  // tokens
    std::uint32_t block = context_.figure.block;
    std::size_t figure = index_;
    for (std::uint32_t n = 0; n < kMostPairs && block >= 2; ++n, block -= 2) {
      const TokenRange own = scan_.blocks[block].tokens;
      if (document_.blocks[block].kind != BlockKind::paragraph || figures_[figure].at.first != own.first ||
          own.last - own.first > kAmount || !is_line(block - 1, kLabel))
        return kNone;
      while (figure > 0 && figures_[figure - 1].block == block) --figure;
      if (figure > 0 && figures_[figure - 1].block == block - 1) return kNone;
      if (figure == 0 || figures_[figure - 1].block != block - 2)
        return is_line(block - 2, kCaption) ? block - 2 : kNone;
      --figure;
      while (figure > 0 && figures_[figure - 1].block == block - 2) --figure;
    }
    return kNone;
  }

  void add_label(TokenRange sentence) {
    for (std::uint32_t i = sentence.first; i < sentence.last && i < sentence.first + kLongestLabel; ++i)
      if (scan_.tokens[i].is(':')) {
        context_.places.push_back({PlaceKind::label, context_.figure.block, {sentence.first, i}});
        return;
      }
  }

  void add_headings(const Block& block) {
    for (std::uint32_t s = block.section; s != 0; s = document_.sections[s].parent) {
      const std::uint32_t heading = document_.sections[s].heading;
      if (heading != context_.figure.block) add(PlaceKind::heading, heading);
    }
  }

  const Scan& scan_;
  const Document& document_;
  const std::vector<Figure>& figures_;
  std::size_t index_;
  FigureContext& context_;
};

}  // namespace

void find_context(const Scan& scan, const std::vector<Figure>& figures, std::size_t index,
                  FigureContext& context) {
  ContextFinder(scan, figures, index, context).run();
}

}  // namespace careerfacts
