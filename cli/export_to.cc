#include "cli/export_to.h"

#include "publish/postgresql.h"

namespace careerfacts::cli {

Exit export_to(const std::string& address, const std::string& database, const std::string& name,
               Console& console) {
  FeedReader store(database);
  const FeedCounts counts = feed_postgresql(store, address, name);
  const auto number_of = [](std::size_t count) { return std::to_string(count); };
  console.out.write(
      counts.database + ": " + number_of(counts.documents_sent) + " of " + number_of(counts.documents) +
      " documents were sent\n  added:   " + number_of(counts.facts_added) + " facts, " +
      number_of(counts.citations_added) + " citations\n  removed: " + number_of(counts.documents_removed) +
      " documents, " + number_of(counts.facts_removed) + " facts, " + number_of(counts.citations_removed) +
      " citations\n");
  console.out.flush();
  return Exit::ok;
}

}  // namespace careerfacts::cli
