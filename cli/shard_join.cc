#include "cli/shard_join.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "publish/mention_json.h"

namespace careerfacts::cli {
namespace {

auto place_of(const Mention& mention) {
  return std::tuple(mention.span.begin, mention.span.end, mention.kind());
}

bool is_before(const Mention& a, const Mention& b) { return place_of(a) < place_of(b); }

void sort_by_place(std::vector<Mention>& mentions) {
  std::stable_sort(mentions.begin(), mentions.end(), is_before);
}

// Each mention once, in an order that depends on nothing but the mentions.
void make_set(ShardGroup& group) {
  std::vector<Mention>& mentions = group.mentions;
  std::vector<std::pair<std::string, std::size_t>> lines;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    lines.emplace_back();
    append_mention_json(lines.back().first, {}, mentions[i]);
    lines.back().second = i;
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end(),
                          [](const auto& a, const auto& b) { return a.first == b.first; }),
              lines.end());
  std::vector<Mention> set;
  for (const auto& line : lines) set.push_back(std::move(mentions[line.second]));
  mentions = std::move(set);
  sort_by_place(mentions);
  group.facts.clear();
}

void append(ShardGroup& group, ShardGroup&& more) {
  group.digest += more.digest;
  if (more.record) group.record = std::move(more.record);
  if (group.facts.size() == group.mentions.size())
    std::move(more.facts.begin(), more.facts.end(), std::back_inserter(group.facts));
  std::move(more.mentions.begin(), more.mentions.end(), std::back_inserter(group.mentions));
}

Provenance provenance_of(const ShardGroup& group) {
  return group.record ? group.record->provenance : Provenance();
}

bool is_whole(const ShardGroup& group) {
  return group.record && group.mentions.size() == group.record->mentions;
}

// Do two of them stand in one place, as when a shard was given twice? They would count as two.
bool may_have_doubles(const std::vector<Mention>& mentions) {
  const auto same = [](const Mention& a, const Mention& b) { return place_of(a) == place_of(b); };
  if (std::is_sorted(mentions.begin(), mentions.end(), is_before))
    return std::adjacent_find(mentions.begin(), mentions.end(), same) != mentions.end();
  std::vector<decltype(place_of(mentions[0]))> places;
  for (const Mention& mention : mentions) places.push_back(place_of(mention));
  std::sort(places.begin(), places.end());
  return std::adjacent_find(places.begin(), places.end()) != places.end();
}

}  // namespace

ShardJoin::ShardJoin(Put put, Tell tell) : put_(std::move(put)), tell_(std::move(tell)) {}

void ShardJoin::take(ShardGroup&& group) {
  if (open_ && goes_on(*open_, group.path, group.sha256, group.record.has_value())) {
    append(*open_, std::move(group));
    return;
  }
  close();
  open_ = std::move(group);
}

void ShardJoin::close() {
  if (!open_) return;
  ShardGroup group = std::move(*open_);
  open_.reset();
  if (is_whole(group) && may_have_doubles(group.mentions)) make_set(group);
  const auto [at, is_new] = seen_.try_emplace(group.path);
  Seen& seen = at->second;
  if (is_new) {
    begin(seen, std::move(group));
  } else if (seen.sha256 == group.sha256) {
    again(seen, std::move(group));
  } else {
    const bool takes_over = seen.sha256.empty() || (!group.sha256.empty() && group.sha256 < seen.sha256);
    tell_(group.path, {Severity::warning,
                       "two-contents",
                       "the shards have two contents of it, with SHA-256 " + seen.sha256.substr(0, 12) +
                           "… and " + group.sha256.substr(0, 12) + "…; only the " +
                           (takes_over ? "second" : "first") + " is kept. Extract it anew",
                       {}});
    if (!takes_over) return;
    waiting_.erase(group.path);
    seen = {};
    begin(seen, std::move(group));
  }
}

void ShardJoin::begin(Seen& seen, ShardGroup&& group) {
  seen.sha256 = group.sha256;
  if (is_whole(group) || !group.record) {
    give(seen, std::move(group));
  } else {
    wait(seen, std::move(group));
  }
}

bool ShardJoin::takes_over(const Seen& seen, const ShardGroup& group) {
  const Provenance provenance = provenance_of(group);
  const bool greater = std::tie(provenance, group.record->mentions) > std::tie(seen.provenance, *seen.count);
  const std::string kept = greater ? "second" : "first";
  if (provenance != seen.provenance)
    tell_(group.path,
          {Severity::warning,
           "other-rules",
           "two shards read it by different versions or rules (" + seen.provenance.program_version + " " +
               seen.provenance.rulebook_hash.substr(0, 12) + ", " + provenance.program_version + " " +
               provenance.rulebook_hash.substr(0, 12) + "); the " + kept + " reading is kept",
           {}});
  else
    tell_(group.path, {Severity::warning,
                       "other-count",
                       "its own lines in the shards tell " + std::to_string(*seen.count) + " and " +
                           std::to_string(group.record->mentions) + " mentions; the " + kept +
                           " is believed. Was a shard edited?",
                       {}});
  return greater;
}

void ShardJoin::again(Seen& seen, ShardGroup&& group) {
  if (group.record && seen.count &&
      (provenance_of(group) != seen.provenance || group.record->mentions != *seen.count)) {
    if (!takes_over(seen, group)) return;
    waiting_.erase(group.path);
    const bool put_before = seen.put || seen.put_before;
    seen = {};
    seen.put_before = put_before;
    return begin(seen, std::move(group));
  }
  if (seen.put && (seen.whole || (seen.digest == group.digest && !group.record))) {
    ++doubles_;
  } else if (is_whole(group)) {
    if (seen.put) ++doubles_;
    waiting_.erase(group.path);
    give(seen, std::move(group));
  } else {
    wait(seen, std::move(group));
  }
}

// What the document's own line tells.
void ShardJoin::note(Seen& seen, const ShardGroup& group) {
  seen.provenance = provenance_of(group);
  seen.count = group.record ? std::optional(group.record->mentions) : std::nullopt;
}

void ShardJoin::wait(Seen& seen, ShardGroup&& group) {
  if (group.record) note(seen, group);
  const std::string path = group.path;
  const auto [at, is_new] = waiting_.try_emplace(path, std::move(group));
  if (!is_new) append(at->second, std::move(group));
  ShardGroup& waits = at->second;
  if (!waits.record || waits.mentions.size() < waits.record->mentions || seen.put) return;
  make_set(waits);
  if (!is_whole(waits)) return;
  ShardGroup whole = std::move(waits);
  waiting_.erase(at);
  give(seen, std::move(whole));
}

void ShardJoin::give(Seen& seen, ShardGroup&& group) {
  ExtractedDocument document;
  if (group.record) document = std::move(group.record->document);
  document.path = std::move(group.path);
  document.sha256 = std::move(group.sha256);
  document.mentions = std::move(group.mentions);
  if (!std::is_sorted(document.mentions.begin(), document.mentions.end(), is_before)) {
    sort_by_place(document.mentions);
    group.facts.clear();
  }
  if (group.facts.size() != document.mentions.size()) group.facts = facts_of(document);
  seen.put = true;
  seen.whole = group.record.has_value();
  seen.digest = group.digest;
  note(seen, group);
  put_(document, group.facts, seen.provenance, seen.put_before);
}

void ShardJoin::finish(const std::function<void(Mentions&)>& fetch) {
  close();
  Mentions before;  // of lines without the document's own; more of them came later
  for (const auto& [path, group] : waiting_)
    if (seen_.at(path).put) before[path];
  if (!before.empty()) fetch(before);
  for (auto& [path, group] : waiting_) {
    Seen& seen = seen_.at(path);
    std::vector<Mention>& more = before[path];
    std::move(more.begin(), more.end(), std::back_inserter(group.mentions));
    make_set(group);
    if (!group.record || is_whole(group)) {
      give(seen, std::move(group));
      continue;
    }
    tell_(path, {Severity::error,
                 "incomplete-document",
                 "the shards have " + std::to_string(group.mentions.size()) + " mentions of it, and it had " +
                     std::to_string(group.record->mentions) + "; " +
                     (seen.put ? "what stood apart from the document's own line is stored"
                               : "nothing of it is stored") +
                     ". Is a shard cut off or missing?",
                 {}});
  }
  waiting_.clear();
}

}  // namespace careerfacts::cli
