#include "store/writer.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include "base/check.h"
#include "base/error.h"
#include "store/citation_table.h"
#include "store/connection.h"
#include "store/dictionary_tables.h"
#include "store/document_table.h"
#include "store/fact_table.h"
#include "store/identity.h"
#include "store/late_indexes.h"
#include "store/repeated_passages.h"
#include "store/rows.h"
#include "store/sqlite_error.h"

namespace careerfacts {
namespace {

// Rows that wait in memory. Few, so that they are stored while the workers read on: many at once would let
// the workers stand still meanwhile. A batch that is committed has many such portions.
constexpr std::size_t kFlushedCitations = 1024;

const Attribution* attribution_of(const Mention& mention) {
  if (const auto* salary = std::get_if<SalaryFields>(&mention.fields)) return &salary->attribution;
  if (const auto* percentage = std::get_if<PercentageFields>(&mention.fields))
    return &percentage->attribution;
  return nullptr;
}

}  // namespace

struct Writer::State {
  State(const std::string& path_given, const RunInfo& run_given, const WriterOptions& options_given)
      : path(path_given),
        run_info(run_given),
        options(options_given),
        database(open_for_writing(path_given, options_given.busy_timeout_ms)),
        documents(database),
        citations(database),
        facts(database),
        sources(database),
        readings(database) {
    sqlite3_busy_handler(database.getHandle(), on_busy, this);
  }

  // What SQLite asks when another connection has the lock: wait on?
  static int on_busy(void* self, int times) {
    State& state = *static_cast<State*>(self);
    if (times == 0) state.waited_ms = 0;
    if (state.waited_ms >= state.options.busy_timeout_ms) return 0;
    if (state.options.wait && !state.options.wait(state.waited_ms)) return 0;
    const int pause_ms = std::min(times + 1, 20);
    sqlite3_sleep(pause_ms);
    state.waited_ms += pause_ms;
    return 1;
  }

  // A database whose file was deleted or moved can still be written; but nobody would find it.
  void check_still_there() {
    int moved = 0;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0)
      throw Error(
          ErrorKind::store, path,
          "the file was deleted or moved while it was written: what this run stored is not in it; run "
          "again");
  }

  // Starts a batch where none is open, and with the first one the run's record.
  void begin() {
    if (transaction) return;
    transaction.emplace(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = database.execAndGet("PRAGMA data_version").getInt();
    if (version != data_version) {  // another connection wrote since the last batch
      data_version = version;
      start_revision();
      facts.reload();
      citations.reload();
      sources.reload();
      readings.reload();
    }
    if (run_id == 0) {
      insert_run();
      documents.is_empty() ? drop_late_indexes(database) : build_late_indexes(database);
    }
  }

  // What this run changes from now on comes after all that others changed before.
  void start_revision() {
    revision = database.execAndGet("SELECT coalesce(max(revision), 0) + 1 FROM run").getInt64();
    facts.set_revision(revision);
  }

  // `finished_at` is empty but for the last batch.
  void commit(const std::string& finished_at = {}) {
    if (!transaction) return;
    flush();
    if (!uncited_facts.empty() || !uncited_sources.empty()) build_late_indexes(database);  // they are asked
    facts.drop_uncited(uncited_facts);
    counts.facts_added = facts.added();
    counts.facts_removed = facts.removed();
    sources.drop_uncited(uncited_sources);
    uncited_facts.clear();
    uncited_sources.clear();
    update_run(finished_at);
    check_still_there();
    transaction->commit();
    transaction.reset();
    citations_committed = counts.citations;
  }

  // Hands the rows that wait in memory to SQLite, within the open batch.
  void flush_rows() {
    facts.flush();
    citations.flush();
  }

  // The same, with all that is to be done once for many rows.
  void flush() {
    flush_rows();
    citations.index_words();
    pending_documents.clear();
  }

  void insert_run() {
    SQLite::Statement insert(
        database,
        "INSERT INTO run (program_version, rulebook_hash, options, started_at) VALUES (?, ?, ?, ?)");
    bind_text(insert, 1, run_info.program_version);
    bind_text(insert, 2, run_info.rulebook_hash);
    bind_text(insert, 3, run_info.options);
    bind_text(insert, 4, run_info.started_at);
    run(insert);
    counts.run = run_id = database.getLastInsertRowid();
  }

  void update_run(const std::string& finished_at) {
    SQLite::Statement update(
        database,
        "UPDATE run SET finished_at = ?, documents = ?, added = ?, replaced = ?, unchanged = ?, unread = ?, "
        "citations = ?, facts_added = ?, facts_removed = ?, revision = ?, removed = ? WHERE id = ?");
    bind_text_or_null(update, 1, finished_at);
    bind_number(update, 2, counts.documents);
    bind_number(update, 3, counts.added);
    bind_number(update, 4, counts.replaced);
    bind_number(update, 5, counts.unchanged);
    bind_number(update, 6, counts.unread);
    bind_number(update, 7, counts.citations);
    bind_number(update, 8, counts.facts_added);
    bind_number(update, 9, counts.facts_removed);
    update.bind(10, revision);
    bind_number(update, 11, counts.removed);
    update.bind(12, run_id);
    run(update);
  }

  bool is_current(const DocumentTable::Row& stored, const ExtractedDocument& document) const {
    if (!options.keep_current || (document.fingerprint && !stored.has_fingerprint)) return false;
    return !stored.unread && stored.sha256 == document.sha256 &&
           stored.program_version == run_info.program_version &&
           stored.rulebook_hash == run_info.rulebook_hash;
  }

  // `facts`: of the mentions; nullptr: not made yet.
  PutResult put(const ExtractedDocument& document, const std::vector<Fact>* facts_given, bool anew) {
    begin();
    ++counts.documents;
    const std::optional<DocumentTable::Row> stored = documents.find(document.path);
    if (document.sha256.empty()) return put_unread(stored, document);
    if (stored && !anew && is_current(*stored, document)) {
      ++counts.unchanged;
      return PutResult::unchanged;
    }
    RowId id = 0;
    if (stored) {
      id = stored->id;
      if (pending_documents.contains(id)) flush();  // the same path twice in a run
      documents.update(id, document, run_id);
      citations.clear(id, stored->citations, uncited_facts, uncited_sources);
    } else {
      id = documents.insert(document, run_id);
    }
    documents.put_diagnostics(id, document.diagnostics);
    facts_given ? put_mentions(id, document, *facts_given) : put_mentions(id, document, facts_of(document));
    ++(stored ? counts.replaced : counts.added);
    if (counts.citations - citations_committed >= options.citations_a_batch)
      commit();
    else if (citations.pending() >= kFlushedCitations)
      flush_rows();
    return stored ? PutResult::replaced : PutResult::added;
  }

  std::size_t remove_documents(const std::function<bool(const std::string&)>& is_gone) {
    begin();
    flush();
    std::size_t removed = 0;
    for (const std::string& path_of_document : documents.paths()) {
      if (!is_gone(path_of_document)) continue;
      begin();  // a commit may have ended the batch
      const std::optional<DocumentTable::Row> stored = documents.find(path_of_document);
      if (!stored) continue;
      citations.clear(stored->id, stored->citations, uncited_facts, uncited_sources);
      documents.remove(stored->id);
      ++removed;
      ++counts.removed;
      if (uncited_facts.size() >= options.citations_a_batch) commit();
    }
    return removed;
  }

  // What can only be told of all documents together. REQUIRES: all is flushed.
  void settle() {
    facts.forget();
    if (counts.added + counts.replaced + counts.removed == 0 && !others_are_unsettled()) return;
    for (const CitationRange& citations_of_document : documents.settle_origins())
      facts.change_cited_by(citations_of_document);
    for (const MarkedPassage& passage : settle_repeated_passages(database))
      facts.change_cited_by(passage.citations, passage.id);
  }

  // Has a run been interrupted, or is one at work, that changed the store since another one has finished?
  bool others_are_unsettled() {
    SQLite::Statement query(
        database,
        "SELECT coalesce(max(revision) FILTER (WHERE finished_at IS NULL AND id <> ?), 0) > "
        "coalesce(max(revision) FILTER (WHERE finished_at IS NOT NULL), 0) FROM run");
    query.bind(1, run_id);
    query.executeStep();
    return number_at(query, 0) == 1;
  }

  // Facts that the documents of this run state.
  std::size_t facts_of_run() {
    SQLite::Statement query(database,
                            "SELECT count(DISTINCT fact_number) FROM document JOIN citation "
                            "ON citation.id BETWEEN first_citation AND last_citation WHERE run_id = ?");
    query.bind(1, run_id);
    query.executeStep();
    return number_at(query, 0);
  }

  PutResult put_unread(const std::optional<DocumentTable::Row>& stored, const ExtractedDocument& document) {
    const RowId id = stored ? stored->id : documents.insert(document, run_id);
    if (stored) documents.mark_unread(id);
    documents.put_diagnostics(id, document.diagnostics);
    ++counts.unread;
    return PutResult::unread;
  }

  void put_mentions(RowId document_id, const ExtractedDocument& document,
                    const std::vector<Fact>& facts_of_mentions) {
    CHECK(facts_of_mentions.size() == document.mentions.size());
    citations.begin_document(document_id);
    pending_documents.insert(document_id);
    for (std::size_t i = 0; i < document.mentions.size(); ++i) {
      const Mention& mention = document.mentions[i];
      const RowId fact = facts.number_of(facts_of_mentions[i]);
      const Attribution* attribution = attribution_of(mention);
      std::optional<RowId> source;
      if (attribution && !attribution->source.empty()) source = sources.id_of(*attribution);
      if (citations.put(mention, fact, readings.id_of(mention), source)) ++counts.citations;
    }
    documents.set_citations(document_id, citations.range());
  }

  std::string path;
  RunInfo run_info;
  WriterOptions options;
  RunCounts counts;
  SQLite::Database database;
  DocumentTable documents;
  CitationTable citations;
  FactTable facts;
  SourceTable sources;
  ReadingTable readings;
  std::optional<SQLite::Transaction> transaction;  // the open batch; after the tables: it ends before they do
  RowId run_id = 0;                                // 0: not recorded yet
  std::int64_t revision = 0;                       // of the store, for what this run changes
  int waited_ms = 0;                               // for another writer, this time
  int data_version = -1;                           // of the database when the last batch began
  std::size_t citations_committed = 0;             // of counts.citations
  std::unordered_set<RowId> pending_documents;     // some of their rows wait in memory
  std::set<RowId> uncited_facts;                   // lost a citation in this batch, perhaps their last
  std::set<RowId> uncited_sources;
};

Writer::Writer(const std::string& path, const RunInfo& run, const WriterOptions& options) {
  with_store_errors(path, [&] {
    state_ = std::make_unique<State>(path, run, options);
    state_->begin();
    state_->commit();
  });
}

Writer::~Writer() = default;

PutResult Writer::put(const ExtractedDocument& document) {
  return with_store_errors(state_->path, [&] { return state_->put(document, nullptr, false); });
}

PutResult Writer::put(const ExtractedDocument& document, const std::vector<Fact>& facts, bool anew) {
  return with_store_errors(state_->path, [&] { return state_->put(document, &facts, anew); });
}

void Writer::count_unchanged() {
  ++state_->counts.documents;
  ++state_->counts.unchanged;
}

std::size_t Writer::remove_documents(const std::function<bool(const std::string&)>& is_gone) {
  return with_store_errors(state_->path, [&] { return state_->remove_documents(is_gone); });
}

void Writer::commit() {
  with_store_errors(state_->path, [&] { state_->commit(); });
}

RunCounts Writer::finish(const std::string& finished_at) {
  return with_store_errors(state_->path, [&] {
    state_->commit();
    state_->database.exec(
        "PRAGMA synchronous = FULL");  // the log reaches the disk with the commit that follows
    state_->begin();
    state_->flush();
    state_->settle();
    build_late_indexes(state_->database);
    if (state_->counts.replaced > 0) state_->counts.facts_kept = state_->facts_of_run();
    state_->commit(finished_at);
    state_->counts.facts_kept -= std::min(state_->counts.facts_kept, state_->counts.facts_added);
    return state_->counts;
  });
}

}  // namespace careerfacts
