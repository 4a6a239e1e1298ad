#include "ingest/leads.h"

#include <algorithm>

namespace careerfacts {
namespace {

constexpr std::size_t kLongestLabel = 80;  // bytes of an unmarked list item: "Three years: $37.40"

std::string_view text_of(std::string_view text, const Block& block) {
  return text.substr(block.span.begin, block.span.size());
}

// A paragraph behind a list or table, after an empty line: the list is at its end.
bool stands_behind_list(std::string_view text, const std::vector<Block>& blocks, std::uint32_t b) {
  const Block& before = blocks[b - 1];
  if (before.kind != BlockKind::list_item && before.kind != BlockKind::cell) return false;
  const std::string_view between = text.substr(before.span.end, blocks[b].span.begin - before.span.end);
  return text_of(text, blocks[b]).ends_with(':') || std::count(between.begin(), between.end(), '\n') > 1;
}

}  // namespace

void connect_leads(std::string_view text, std::vector<Block>& blocks, std::vector<Table>& tables) {
  std::uint32_t last_text = kNone;
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    Block& block = blocks[b];
    switch (block.kind) {
      case BlockKind::title:
      case BlockKind::heading:
        last_text = kNone;
        break;
      case BlockKind::paragraph:
        // Short lines under "… looks like this:" are its list, though no mark says so.
        if (last_text != kNone && block.span.size() <= kLongestLabel &&
            text_of(text, blocks[last_text]).ends_with(':') && !stands_behind_list(text, blocks, b))
          block.lead = last_text;
        else
          last_text = b;
        break;
      case BlockKind::list_item:
        block.lead = last_text;
        break;
      case BlockKind::cell:
        if (b > 0 && blocks[b - 1].kind == BlockKind::list_item) last_text = kNone;
        block.lead = last_text;
        if (b + 1 == tables[block.table].last_block) last_text = kNone;
        break;
      case BlockKind::code:
        break;
    }
  }
  for (Table& table : tables) {
    const std::uint32_t next = table.last_block;
    if (next == 0 || next >= blocks.size() || blocks[next].kind != BlockKind::paragraph ||
        blocks[next].section != blocks[next - 1].section)
      continue;
    // "By level (total pay):" speaks of what is under it.
    const bool leads = next + 1 < blocks.size() && blocks[next + 1].lead == next &&
                       text_of(text, blocks[next]).ends_with(':');
    if (!leads) table.note = next;
  }
}

}  // namespace careerfacts
