#include "cli/export_to.h"

#include "publish/postgresql.h"

namespace careerfacts::cli {

Exit export_to(const std::string& address, const std::string& database, Console& console) {
  FeedReader store(database);
  const FeedCounts counts = feed_postgresql(store, address);
  const auto number = [](std::size_t count) { return std::to_string(count); };
  console.out.write(
      counts.database + ": " + number(counts.documents_sent) + " of " + number(counts.documents) +
      " documents were sent\n  added:   " + number(counts.facts_added) + " facts, " +
      number(counts.citations_added) + " citations\n  removed: " + number(counts.documents_removed) +
      " documents, " + number(counts.facts_removed) + " facts, " + number(counts.citations_removed) +
      " citations\n");
  console.out.flush();
  return Exit::ok;
}

}  // namespace careerfacts::cli
