// Joins the documents of several shards: mentions that were made elsewhere become whole documents again, each
// once, whatever the order of the shards.
//
// - A document is its path and the SHA-256 of its bytes; its mentions are the set of its lines.
// - Where its own line (DocumentRecord) is there, it is given on as soon as all its mentions are. Without
// that
//   line it is given on when the lines of another document follow; lines that come later are kept in memory
//   and added at the end, so that lines of one document should stand together.
// - The same path with two contents is a fault of the shards: the smaller SHA-256 is kept. The same document
//   read by two versions or rulebooks: the greater is kept. Two counts of its mentions: the greater one is
//   right. All is told.
//
// Memory: about 200 bytes a document, and what is not complete. Not for use from two threads at once.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/shard_group.h"

namespace careerfacts::cli {

class ShardJoin {
 public:
  // Takes a document with its mentions in order, and their facts. `provenance` is empty where the shards do
  // not tell it; `anew`: it was given on before, with other mentions.
  using Put = std::function<void(const ExtractedDocument& document, const std::vector<Fact>& facts,
                                 const Provenance& provenance, bool anew)>;
  // Tells what is imperfect about a document.
  using Tell = std::function<void(const std::string& path, Diagnostic&& diagnostic)>;
  ShardJoin(Put put, Tell tell);

  void take(ShardGroup&& group);  // in the order of the input

  // No more groups: what waits is settled. `fetch` fills in the mentions that were put for each path; it is
  // not called where none is needed.
  using Mentions = std::map<std::string, std::vector<Mention>>;  // by path
  void finish(const std::function<void(Mentions&)>& fetch);

  std::size_t documents() const { return seen_.size(); }
  std::size_t doubles() const { return doubles_; }  // documents that another shard had brought already

 private:
  struct Seen {
    std::string sha256;
    Provenance provenance;
    std::optional<std::size_t> count;  // of its mentions, as its own line says
    std::uint64_t digest = 0;          // of the lines of mentions that were put
    bool whole = false;                // put with all its mentions, as its own line says
    bool put = false;
    bool put_before = false;  // with a count that is not believed any more
  };
  void close();                                                // the group at hand
  bool takes_over(const Seen& seen, const ShardGroup& group);  // tells it where they contradict each other
  static void note(Seen& seen, const ShardGroup& group);
  void begin(Seen& seen, ShardGroup&& group);
  void again(Seen& seen, ShardGroup&& group);
  void wait(Seen& seen, ShardGroup&& group);
  void give(Seen& seen, ShardGroup&& group);

  Put put_;
  Tell tell_;
  std::optional<ShardGroup> open_;              // more lines of it may follow
  std::unordered_map<std::string, Seen> seen_;  // by path
  std::map<std::string, ShardGroup> waiting_;   // by path: not whole, or more than was put
  std::size_t doubles_ = 0;
};

}  // namespace careerfacts::cli
