#include "publish/postgresql.h"

#include <unordered_set>
#include <vector>

#include "base/error.h"
#include "publish/postgresql_connection.h"
#include "publish/postgresql_rows.h"
#include "publish/postgresql_schema.h"

namespace careerfacts {
namespace {

constexpr std::size_t kCopyBytes = std::size_t{4} << 20;

// Numbers of advisory locks (https://www.postgresql.org/docs/15/explicit-locking.html#ADVISORY-LOCKS).
constexpr const char* kSchemaLock = "SELECT pg_advisory_xact_lock(1128686452, 1)";
constexpr const char* kStoreLock = "SELECT pg_advisory_xact_lock(1128686453, hashtext($1))";
// Feeds that only add go side by side; one that removes is alone.
constexpr const char* kAddLock = "SELECT pg_advisory_xact_lock_shared(1128686452, 2)";
constexpr const char* kRemoveLock = "SELECT pg_advisory_xact_lock(1128686452, 2)";

constexpr const char* kDocumentColumns =
    "sha256, bytes, encoding, title, author, published, updated, publisher, language, program_version, "
    "rulebook_hash";

// Does what a store sent differ from what is there, so that it must be read in again?
constexpr const char* kReadOtherwise =
    "((there.program_version, there.rulebook_hash) IS DISTINCT FROM (sent.program_version, "
    "sent.rulebook_hash) "
    "OR sent.rulebook_hash = 'unknown')";

constexpr const char* kStaging =
    "CREATE TEMP TABLE sent_document (path text, path_bytes bytea, LIKE careerfacts.document) ON COMMIT DROP;"
    "CREATE TEMP TABLE sent_fact (LIKE careerfacts.fact) ON COMMIT DROP;"
    "CREATE TEMP TABLE sent_citation (LIKE careerfacts.citation) ON COMMIT DROP;"
    "CREATE TEMP TABLE merged_document (sha256 text PRIMARY KEY, replaced boolean) ON COMMIT DROP;"
    "CREATE TEMP TABLE loose_fact (id text) ON COMMIT DROP";

int version_of(PostgresConnection& connection) {
  // Not to_regclass(), which may answer from a cache that is older than the lock.
  if (connection
          .run("SELECT FROM pg_catalog.pg_tables WHERE schemaname = 'careerfacts' AND "
               "tablename = 'schema_version'")
          .empty())
    return 0;
  const auto rows = connection.run("SELECT version FROM careerfacts.schema_version");
  return rows.empty() ? 0 : std::stoi(rows[0][0]);
}

void bring_schema_up_to_date(PostgresConnection& connection) {
  const int known = static_cast<int>(postgresql_migrations().size());
  const int there = version_of(connection);
  if (there > known)
    throw Error(ErrorKind::store, connection.name(),
                "its schema careerfacts was made by a newer program (version " + std::to_string(there) +
                    ", this one knows " + std::to_string(known) + "): update the program");
  if (there == known) return;
  connection.run("BEGIN");
  connection.run(kSchemaLock);
  for (int version = version_of(connection); version < known; ++version)  // another feed may have been faster
    connection.run(std::string(postgresql_migrations()[static_cast<std::size_t>(version)]));
  connection.run("DELETE FROM careerfacts.schema_version; INSERT INTO careerfacts.schema_version VALUES (" +
                 std::to_string(known) + "); COMMIT");
}

// Rows that wait until there are enough of them for a COPY.
class Staged {
 public:
  Staged(PostgresConnection& connection, const std::string& table)
      : connection_(connection), sql_("COPY pg_temp." + table + " FROM STDIN") {}
  std::string& rows() { return rows_; }
  bool is_full() const { return rows_.size() >= kCopyBytes; }
  void flush() {
    if (!rows_.empty()) connection_.copy(sql_, rows_);
    rows_.clear();
  }

 private:
  PostgresConnection& connection_;
  std::string sql_;
  std::string rows_;
};

class Feed {
 public:
  Feed(FeedReader& store, const std::string& uri, const std::string& name)
      : store_(store), connection_(uri), name_(name.empty() ? store.store_name() : name) {
    counts_.database = connection_.name();
  }

  FeedCounts run() {
    bring_schema_up_to_date(connection_);
    connection_.run("BEGIN");
    connection_.run(kStoreLock, {name_});
    connection_.run(kStaging);
    send_documents();
    connection_.run("SAVEPOINT merge");
    // A feed that only adds finds out while it merges when another one has read a document by other rules
    // meanwhile; then it begins again, alone.
    if (must_remove() || !merge(false)) {
      connection_.run("ROLLBACK TO SAVEPOINT merge");
      merge(true);
    }
    connection_.run("COMMIT");
    return counts_;
  }

 private:
  void send_documents() {
    Staged documents(connection_, "sent_document");
    store_.documents([&](const FeedDocument& document) {
      append_document_row(documents.rows(), document);
      if (documents.is_full()) documents.flush();
    });
    documents.flush();
    connection_.run("ANALYZE pg_temp.sent_document");
    counts_.documents =
        std::stoul(connection_.run("SELECT count(DISTINCT sha256) FROM pg_temp.sent_document")[0][0]);
  }

  // Is there something of this store that it does not hold any more, or that was read otherwise?
  bool must_remove() {
    return connection_.run(
               std::string(
                   "SELECT EXISTS (SELECT FROM careerfacts.holding AS there WHERE store = $1 AND NOT EXISTS "
                   "(SELECT FROM pg_temp.sent_document AS sent WHERE (sent.path, sent.path_bytes, "
                   "sent.sha256) "
                   "= (there.path, there.path_bytes, there.sha256))) OR EXISTS (SELECT FROM "
                   "pg_temp.sent_document AS sent JOIN careerfacts.document AS there USING (sha256) WHERE ") +
                   kReadOtherwise + ")",
               {name_})[0][0] == "t";
  }

  // False: it would have to remove something and may not.
  bool merge(bool removes) {
    connection_.run(removes ? kRemoveLock : kAddLock);
    send_citations();
    if (!merge_documents(removes)) return false;
    if (removes)
      remove_citations(
          "USING pg_temp.merged_document AS merged WHERE merged.replaced AND "
          "citation.sha256 = merged.sha256");
    // In the order of the keys, so that two feeds that add the same facts never wait for each other in a
    // circle.
    counts_.facts_added = connection_.change(
        "INSERT INTO careerfacts.fact SELECT DISTINCT ON (id) * FROM pg_temp.sent_fact ORDER BY id "
        "ON CONFLICT (id) DO NOTHING");
    counts_.citations_added = connection_.change(
        "INSERT INTO careerfacts.citation SELECT sent.* FROM pg_temp.sent_citation AS sent "
        "WHERE sha256 IN (SELECT sha256 FROM pg_temp.merged_document) ON CONFLICT DO NOTHING");
    if (removes)
      connection_.run(
          "DELETE FROM careerfacts.holding AS there WHERE store = $1 AND NOT EXISTS (SELECT FROM "
          "pg_temp.sent_document AS sent WHERE (sent.path, sent.path_bytes) = (there.path, "
          "there.path_bytes))",
          {name_});
    connection_.run(
        "INSERT INTO careerfacts.holding AS there SELECT $1, path, path_bytes, sha256 FROM "
        "pg_temp.sent_document "
        "ORDER BY path, path_bytes ON CONFLICT (store, path, path_bytes) DO UPDATE SET sha256 = "
        "excluded.sha256 "
        "WHERE there.sha256 <> excluded.sha256",
        {name_});
    if (removes) remove_what_nobody_holds();
    return true;
  }

  // The citations and facts of the documents that are not there as this store has them.
  void send_citations() {
    std::unordered_set<std::string> wanted;
    for (auto& row : connection_.run(
             std::string("SELECT DISTINCT sent.sha256 FROM pg_temp.sent_document AS sent LEFT JOIN "
                         "careerfacts.document AS there USING (sha256) WHERE there.sha256 IS NULL OR ") +
             kReadOtherwise))
      wanted.insert(std::move(row[0]));
    counts_.documents_sent = wanted.size();
    std::vector<std::string> paths;
    store_.documents([&](const FeedDocument& document) {
      if (wanted.erase(document.document.sha256) > 0) paths.push_back(document.document.path);
    });
    Staged facts(connection_, "sent_fact");
    Staged citations(connection_, "sent_citation");
    std::unordered_set<FactKey> sent;
    for (const std::string& path : paths) {
      store_.citations(path, [&](const Fact& fact, const Citation& citation) {
        if (sent.insert(fact.key).second) append_fact_row(facts.rows(), fact);
        append_citation_row(citations.rows(), citation);
      });
      if (facts.is_full()) facts.flush();
      if (citations.is_full()) citations.flush();
    }
    facts.flush();
    citations.flush();
    connection_.run("ANALYZE pg_temp.sent_fact; ANALYZE pg_temp.sent_citation");
  }

  bool merge_documents(bool removes) {
    connection_.run(
        std::string("WITH merged AS (INSERT INTO careerfacts.document AS there (") + kDocumentColumns +
        ") SELECT DISTINCT ON (sha256) " + kDocumentColumns +
        " FROM pg_temp.sent_document ORDER BY sha256, path ON CONFLICT (sha256) DO UPDATE SET bytes = "
        "excluded.bytes, "
        "encoding = excluded.encoding, title = excluded.title, author = excluded.author, "
        "published = excluded.published, updated = excluded.updated, publisher = excluded.publisher, "
        "language = excluded.language, program_version = excluded.program_version, "
        "rulebook_hash = excluded.rulebook_hash WHERE (there.program_version, there.rulebook_hash) IS "
        "DISTINCT FROM "
        "(excluded.program_version, excluded.rulebook_hash) OR excluded.rulebook_hash = 'unknown' "
        "RETURNING sha256, xmax <> 0 AS replaced) INSERT INTO pg_temp.merged_document SELECT * FROM merged");
    connection_.run("ANALYZE pg_temp.merged_document");
    return removes ||
           connection_.run("SELECT EXISTS (SELECT FROM pg_temp.merged_document WHERE replaced)")[0][0] == "f";
  }

  void remove_citations(const std::string& which) {
    counts_.citations_removed +=
        connection_.change("WITH gone AS (DELETE FROM careerfacts.citation " + which +
                           " RETURNING fact_id) INSERT INTO pg_temp.loose_fact SELECT fact_id FROM gone");
  }

  void remove_what_nobody_holds() {
    remove_citations(
        "WHERE NOT EXISTS (SELECT FROM careerfacts.holding WHERE holding.sha256 = citation.sha256)");
    counts_.documents_removed = connection_.change(
        "DELETE FROM careerfacts.document WHERE NOT EXISTS (SELECT FROM careerfacts.holding "
        "WHERE holding.sha256 = document.sha256)");
    counts_.facts_removed = connection_.change(
        "DELETE FROM careerfacts.fact WHERE id IN (SELECT id FROM pg_temp.loose_fact) AND NOT EXISTS "
        "(SELECT FROM careerfacts.citation WHERE citation.fact_id = fact.id)");
  }

  FeedReader& store_;
  PostgresConnection connection_;
  std::string name_;  // of the store
  FeedCounts counts_;
};

}  // namespace

FeedCounts feed_postgresql(FeedReader& store, const std::string& uri, const std::string& name) {
  return Feed(store, uri, name).run();
}

}  // namespace careerfacts
