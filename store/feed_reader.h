// What another database must know of a store to take its facts over: a snapshot, as that of Reader.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "store/citation.h"

namespace careerfacts {

// A document and what read it.
struct FeedDocument {
  StoredDocument document;
  std::string program_version;
  std::string rulebook_hash;
};

// Not for use from two threads at once.
class FeedReader {
 public:
  // Throws Error(store), as all functions, where there is no store at `path`, or one that cannot be used.
  explicit FeedReader(const std::string& path);
  ~FeedReader();
  FeedReader(const FeedReader&) = delete;
  FeedReader& operator=(const FeedReader&) = delete;

  // The store's own, the same for ever. A copy of the file has it too.
  std::string store_name();

  // Those that were ever read, by path.
  void documents(const std::function<void(const FeedDocument&)>& give);

  // All of one document, in page chrome too, by place, with their facts.
  void citations(const std::string& document, const std::function<void(const Fact&, const Citation&)>& give);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace careerfacts
