// Which documents need no new extraction: the store holds them as this program and this rulebook read them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_hash.h"

namespace careerfacts {

// A snapshot, taken before a run. Immutable; any thread.
class CurrentDocuments {
 public:
  CurrentDocuments() = default;  // none

  // Of the store at `path`; none where there is no store. Throws Error(store) where the file is no store.
  static CurrentDocuments of_store(const std::string& path, std::string_view program_version,
                                   std::string_view rulebook_hash);

  // Is the document at `path`, with these bytes, stored as it would be stored again?
  bool contains(std::string_view path, std::string_view sha256) const;
  std::size_t size() const { return keys_.size(); }

 private:
  std::vector<ContentKey> keys_;  // of path and content, sorted
};

// The documents of the store at `path` that another program version or rulebook read, by path: their facts
// may be told otherwise now. Throws Error(store) where there is no store.
std::vector<std::string> stale_documents(const std::string& path, std::string_view program_version,
                                         std::string_view rulebook_hash);

}  // namespace careerfacts
