#include "cli/shard_group.h"

#include <functional>
#include <utility>

namespace careerfacts::cli {
namespace {

// The last group, if the line goes on with it, or a new one.
ShardGroup& group_of(ShardGroups& read, const std::string& path, const std::string& sha256, bool record) {
  auto& groups = read.groups;
  if (groups.empty() || !goes_on(groups.back(), path, sha256, record))
    groups.push_back({path, sha256, {}, {}, std::nullopt, 0});
  return groups.back();
}

}  // namespace

bool goes_on(const ShardGroup& group, const std::string& path, const std::string& sha256, bool record) {
  return group.path == path && group.sha256 == sha256 && !(record && group.record);
}

ShardGroups read_groups(const LineChunk& chunk) {
  ShardGroups read;
  RecordReader reader;
  std::string problem;
  chunk.each_line([&](std::string_view line, std::size_t number) {
    std::optional<Record> record = reader.read(line, problem);
    if (record) problem = std::visit([](const auto& of_kind) { return fault_of(of_kind); }, *record);
    if (!problem.empty()) {
      read.faults.push_back(std::to_string(number) + ": " + problem);
    } else if (auto* mention = std::get_if<MentionRecord>(&*record)) {
      ShardGroup& group = group_of(read, mention->document, mention->document_sha256, false);
      group.facts.push_back(fact_of(mention->mention, group.sha256));
      group.mentions.push_back(std::move(mention->mention));
      group.digest += std::hash<std::string_view>()(line);
      ++read.mentions;
    } else {
      auto& document = std::get<DocumentRecord>(*record);
      ShardGroup& group = group_of(read, document.document.path, document.document.sha256, true);
      group.record = std::move(document);
    }
  });
  return read;
}

}  // namespace careerfacts::cli
