// Lines of shards become whole documents (`load`, before the store): in whatever pieces the lines come, and
// when they all come twice, the same documents with the same mentions are given on, in order, and none that
// does not fit itself. Where a document is not whole, or shards contradict each other, that is told, once or
// twice; what is stored of it then may differ, for lines of mentions do not say which reading of it they
// belong to.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "cli/shard_join.h"
#include "publish/mention_json.h"
#include "publish/record_reader.h"
#include "tests/fuzz/target.h"

namespace careerfacts::fuzz {
namespace {

struct Stored {
  std::string sha256;
  std::set<std::string> mentions;  // as lines
  bool operator==(const Stored&) const = default;
};
using Store = std::map<std::string, Stored>;  // by path: what was put last, as the writer keeps it

auto place_of(const Mention& mention) {
  return std::tuple(mention.span.begin, mention.span.end, mention.kind());
}

// What fits itself can be stored.
void check(const ExtractedDocument& document, const std::vector<Fact>& facts) {
  const auto out_of_order =
      std::adjacent_find(document.mentions.begin(), document.mentions.end(),
                         [](const Mention& a, const Mention& b) { return place_of(b) < place_of(a); });
  if (out_of_order != document.mentions.end()) demand_no_fault("mentions out of order in " + document.path);
  const std::vector<Fact> wanted = facts_of(document);
  if (!std::equal(facts.begin(), facts.end(), wanted.begin(), wanted.end(),
                  [](const Fact& a, const Fact& b) { return a.key == b.key; }))
    demand_no_fault("the facts of " + document.path + " are not those of its mentions");
  for (const Mention& mention : document.mentions)
    demand_no_fault(fault_of(MentionRecord{document.path, document.sha256, mention}));
}

class Loader {
 public:
  void take(std::string_view lines) {
    cli::LineChunk chunk;
    chunk.text = lines;
    for (cli::ShardGroup& group : cli::read_groups(chunk).groups) join_.take(std::move(group));
  }
  Store finish() {
    join_.finish([&](cli::ShardJoin::Mentions& wanted) {
      for (auto& [path, mentions] : wanted) mentions = documents_.at(path).mentions;
    });
    Store store;
    for (const auto& [path, document] : documents_) {
      Stored& stored = store[path];
      stored.sha256 = document.sha256;
      for (const Mention& mention : document.mentions) {
        std::string line;
        append_mention_object(line, path, document.sha256, mention);
        stored.mentions.insert(std::move(line));
      }
    }
    return store;
  }

  // What is imperfect: path and code.
  const std::set<std::pair<std::string, std::string>>& told() const { return told_; }

 private:
  std::map<std::string, ExtractedDocument> documents_;
  std::set<std::pair<std::string, std::string>> told_;
  cli::ShardJoin join_{
      [&](const ExtractedDocument& document, const std::vector<Fact>& facts, const Provenance&, bool) {
        check(document, facts);
        documents_[document.path] = document;
      },
      [&](const std::string& path, Diagnostic&& diagnostic) {
        if (diagnostic.message.empty()) demand_no_fault("a diagnostic says nothing");
        told_.emplace(path, diagnostic.code);
      }};
};

}  // namespace

void run_one(std::string_view input) {
  Loader whole, by_line, twice;
  whole.take(input);
  for (std::size_t at = 0; at < input.size();) {
    const std::size_t end = std::min(input.find('\n', at), input.size() - 1) + 1;
    by_line.take(input.substr(at, end - at));
    at = end;
  }
  twice.take(input);
  twice.take(input);
  const Store store = whole.finish();
  if (by_line.finish() != store) demand_no_fault("line by line, other documents come out");
  const Store from_twice = twice.finish();
  if (whole.told().empty() && from_twice != store)
    demand_no_fault("when all lines come twice, other documents come out");
  if (!whole.told().empty() && twice.told().empty())
    demand_no_fault("when all lines come twice, nothing is told any more");
}

}  // namespace careerfacts::fuzz
