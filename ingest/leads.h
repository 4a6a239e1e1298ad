// Which paragraph introduces a list or a table, and which one is the note under a table. Inside the ingest
// library only.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/document.h"

namespace careerfacts {

// Sets Block::lead and Table::note. `text` is what the spans of the blocks are in.
void connect_leads(std::string_view text, std::vector<Block>& blocks, std::vector<Table>& tables);

}  // namespace careerfacts
