// Feeds the facts of a store to a PostgreSQL database: `export --to postgresql://…`. What is there afterwards
// is described by schemas/postgresql/*.sql.
//
// - All in one transaction: interrupted at any moment, nothing has changed.
// - Twice the same changes nothing; what the store held once and holds no more goes, unless another store
// holds it.
// - Many stores may be fed in at once. A document is its content: in two stores, or under two paths, it
// counts once.
#pragma once

#include <cstddef>
#include <string>

#include "store/feed_reader.h"

namespace careerfacts {

struct FeedCounts {
  std::string database;            // for people, without a password
  std::size_t documents = 0;       // contents that the store holds
  std::size_t documents_sent = 0;  // of these: new there, or read by other rules than before
  std::size_t facts_added = 0;
  std::size_t citations_added = 0;
  std::size_t documents_removed = 0;
  std::size_t facts_removed = 0;
  std::size_t citations_removed = 0;  // of what was removed, and of what is sent anew
};

// Throws Error(usage) where `uri` is none, Error(store) where the store cannot be read or the database not be
// written. Messages hold no password.
// `name` is what the store is called there (holding.store); its own name where it is empty. What was fed in
// under a name before and is not in `store` goes.
FeedCounts feed_postgresql(FeedReader& store, const std::string& uri, const std::string& name = {});

}  // namespace careerfacts
