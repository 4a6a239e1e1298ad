// Mentions go into the store: each fact once, each citation with it.
//
// A store has one writer at a time; readers are never blocked. Documents are committed in batches, always
// whole: after a crash each document is stored as it was before or as it is after, and the next run completes
// the rest. Every function throws Error(store) when the store cannot be written (locked, disk full …); what
// was committed stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "extract/mention.h"
#include "store/identity.h"

namespace careerfacts {

// What is recorded of a run of the program. Times are given by the caller: the library reads no clock.
struct RunInfo {
  std::string program_version;  // "0.1.0"
  std::string rulebook_hash;
  std::string options = "{}";  // the command and its options, JSON
  std::string started_at;      // UTC, ISO 8601: "2025-03-01T12:00:00Z"
};

struct RunCounts {
  std::size_t documents = 0;  // added + replaced + unchanged + unread
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t unread = 0;
  std::size_t removed = 0;        // documents taken out: not among `documents`
  std::size_t citations = 0;      // written in this run
  std::size_t facts_added = 0;    // not there before the run, and there after it
  std::size_t facts_removed = 0;  // there before the run, and not after it: they lost their last citation
  std::size_t facts_kept = 0;     // stated by documents that were added or replaced, and there before
  std::int64_t run = 0;           // id of the run
};

enum class PutResult {
  added,      // a path that the store did not hold
  replaced,   // its bytes, or what reads them (program version, rulebook), changed: its citations are new
  unchanged,  // nothing was written
  unread,     // the file could not be read: its diagnostics are stored; facts of an earlier run stay
};

struct WriterOptions {
  int busy_timeout_ms = 10'000;            // how long to wait for another writer
  std::size_t citations_a_batch = 50'000;  // commit after the document that reaches this
  // Called while another writer is waited for, with the time so far; false: give up, as when time is up.
  std::function<bool(int waited_ms)> wait{};
  bool keep_current = true;  // false: store a document again even where its hash and rules are those stored
};

// Not for use from two threads at once.
class Writer {
 public:
  // Opens the store at `path`, makes it where there is none, and records the run.
  Writer(const std::string& path, const RunInfo& run, const WriterOptions& options = {});
  // What was not committed is lost, by whole documents.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Stores what was found in one document; its path is its identity. A document without sha256 was not read.
  // REQUIRES: mentions in the order that ExtractedDocument states.
  PutResult put(const ExtractedDocument& document);
  // The same, with what facts_of(document) has made elsewhere: a third of the work, and any thread can do it.
  // `anew`: also where it is current, as when other mentions were put for it by mistake.
  PutResult put(const ExtractedDocument& document, const std::vector<Fact>& facts, bool anew = false);

  // Counts a document that the caller found unchanged (CurrentDocuments) and did not extract again.
  void count_unchanged();

  // Takes out the documents whose path `is_gone` tells to be, with all that they state. Returns how many.
  std::size_t remove_documents(const std::function<bool(const std::string& path)>& is_gone);

  // Commits all that was put so far: a crash of the program does not lose it. A power cut may (finish).
  void commit();

  // Commits, closes the run's record, and waits until all of it is on the disk: a run that has finished
  // survives a power cut. Afterwards only the destructor may be called.
  RunCounts finish(const std::string& finished_at);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace careerfacts
