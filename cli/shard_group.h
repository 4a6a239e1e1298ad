// Lines of mentions, parted by document: what a worker makes of a LineChunk for ShardJoin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/line_chunks.h"
#include "publish/record_reader.h"
#include "store/identity.h"

namespace careerfacts::cli {

// Lines of one document that follow each other. A line of the document itself begins a group where there is
// one already: it is a reading of its own.
struct ShardGroup {
  std::string path;
  std::string sha256;
  std::vector<Mention> mentions;         // as they came
  std::vector<Fact> facts;               // of the mentions; fewer where their order was changed since
  std::optional<DocumentRecord> record;  // where its line is among them
  std::uint64_t digest = 0;              // of the set of its lines of mentions
};

// Whether a line, or a group of lines, of that document goes on with `group`. `record`: the document's own
// line is among them.
bool goes_on(const ShardGroup& group, const std::string& path, const std::string& sha256, bool record);

struct ShardGroups {
  std::vector<ShardGroup> groups;
  std::vector<std::string> faults;  // one a line that cannot be used: "17: 'min' is not a number"
  std::size_t mentions = 0;
};

// Pure; any thread.
ShardGroups read_groups(const LineChunk& chunk);

}  // namespace careerfacts::cli
