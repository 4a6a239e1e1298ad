// The road of many files at once, and the only file with threads: workers read, normalise and extract, one
// writer takes what they made in the order of the inputs.
//
// Results do not depend on the number of workers. At most a few documents for each worker are in flight, so
// memory is bounded by the size of the largest documents, not by their number.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"
#include "extract/rulebook.h"
#include "ingest/source.h"
#include "store/identity.h"

namespace careerfacts::cli {

inline constexpr std::size_t kMaxJobs = 1024;

// The number of cores that this process may use; at least 1.
std::size_t default_jobs();

struct PipelineOptions {
  std::size_t jobs = default_jobs();         // workers
  std::size_t max_bytes = kDefaultMaxBytes;  // larger files are refused
  bool all_offsets = false;                  // fill Mention::units
  bool fingerprints = true;                  // fill ExtractedDocument::fingerprint
  bool facts = false;                        // fill Work::facts
  // Called by several workers at once with path and SHA-256: true when the document need not be extracted
  // again.
  std::function<bool(std::string_view path, std::string_view sha256)> unchanged{};
};

// What came of one source.
struct Work {
  ExtractedDocument document;  // only path and diagnostics when it is not usable
  std::vector<Fact> facts;     // of its mentions, where they were asked for
  bool usable = false;         // it was read, and is text
  bool unchanged = false;      // it was not extracted: only path, hash and size are known
  std::string printed;         // what Render made of it
};

// Is there nothing at its path, so that there is nothing to store?
bool is_absent(const ExtractedDocument& document);

// Called by several workers at once: appends what is to be printed of a document, which may be one that
// cannot be used.
using Render = std::function<void(const ExtractedDocument& document, std::string& out)>;
// What a worker does with the bytes of one document. Any thread.
Work work_on_bytes(std::string path, std::string bytes, const Rulebook& rulebook,
                   const PipelineOptions& options, const Render& render);

// Called by one thread at a time, in input order. False: enough, the rest is not wanted.
using Write = std::function<bool(Work&& work)>;

// Returns when all is written, when Write has had enough, or, after the documents at hand, when the program
// was interrupted (cli/interruption.h). What Render or Write throws is thrown on, after
// the workers have stopped.
void run_pipeline(const std::vector<Source>& sources, const Rulebook& rulebook,
                  const PipelineOptions& options, const Render& render, const Write& write);

// What run_in_order passes on; see there. `take` gives nothing when there is no more.
struct Road {
  std::function<std::shared_ptr<void>()> take;
  std::function<void(void*)> make;
  std::function<bool(void*)> put;
};
void run_road(std::size_t jobs, const Road& road);

// The same road for pieces of any kind. `take` fills the next piece (false: there is no more) and `put` takes
// what `make` has made of it (false: enough), each by one thread at a time and in order; `make` is called by
// several workers at once. What any of them throws is thrown on, after the workers have stopped.
template <class Piece>
void run_in_order(std::size_t jobs, const std::function<bool(Piece&)>& take,
                  const std::function<void(Piece&)>& make, const std::function<bool(Piece&)>& put) {
  run_road(jobs, {[&]() -> std::shared_ptr<void> {
                    auto piece = std::make_shared<Piece>();
                    return take(*piece) ? piece : nullptr;
                  },
                  [&](void* piece) { make(*static_cast<Piece*>(piece)); },
                  [&](void* piece) { return put(*static_cast<Piece*>(piece)); }});
}

}  // namespace careerfacts::cli
