#include "store/connection.h"

#include <filesystem>
#include <system_error>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include "base/error.h"
#include "store/late_indexes.h"
#include "store/migrations.h"
#include "store/sqlite_error.h"

namespace careerfacts {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCacheSize =
    "PRAGMA cache_size = -65536";  // KiB: indexes of facts are written in random order

[[noreturn]] void refuse(const std::string& path, const std::string& message) {
  throw Error(ErrorKind::store, path, message);
}

int pragma(SQLite::Database& database, const char* name) {
  return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

// Refuses what is not a store, or not one that this program knows. Returns its version; 0: nothing there yet.
int checked_version(SQLite::Database& database, const std::string& path) {
  // One statement, so that all is of one moment: another process may be making the store.
  SQLite::Statement look(database,
                         "SELECT (SELECT user_version FROM pragma_user_version), "
                         "(SELECT application_id FROM pragma_application_id), count(*) FROM sqlite_schema");
  look.executeStep();
  const int version = look.getColumn(0).getInt();
  const bool is_store = look.getColumn(1).getInt() == kApplicationId;
  const bool is_empty = look.getColumn(2).getInt() == 0;
  if (is_store) {
    if (version > schema_version())
      refuse(path, "the store was written by a newer careerfacts (schema " + std::to_string(version) +
                       ", this program knows " + std::to_string(schema_version()) +
                       "): update the program, or name another file with --db");
    return version;
  }
  if (version != 0 || !is_empty)
    refuse(path, "this is a SQLite database of another program: name another file with --db");
  return 0;
}

void migrate(SQLite::Database& database, const std::string& path) {
  if (checked_version(database, path) == schema_version()) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  // Looked at again under the lock: another process may have been faster.
  const int from = checked_version(database, path);
  for (int version = from; version < schema_version(); ++version)
    database.exec(std::string(schema_migrations()[static_cast<std::size_t>(version)]));
  database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.exec("PRAGMA user_version = " + std::to_string(schema_version()));
  transaction.commit();
}

// Tells what SQLite would only call "unable to open database file".
void check_place(const std::string& path, bool create) {
  std::error_code error;
  if (fs::is_directory(path, error)) refuse(path, "this is a folder: name a file with --db");
  if (fs::exists(path, error)) return;
  if (!create) refuse(path, "there is no store here; make one with 'careerfacts ingest PATH --db FILE'");
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty() && !fs::is_directory(folder, error))
    refuse(path, "the folder " + folder.string() +
                     " does not exist: make it first, or name another file with --db");
}

// `path` as a SQLite URI that says the file cannot change: the only way to read a WAL store where nothing can
// be written.
std::string immutable_uri(const std::string& path) {
  constexpr const char* kHex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7f && c != '%' && c != '?' && c != '#') {
      uri += c;
    } else {
      uri += '%';
      uri += kHex[byte >> 4];
      uri += kHex[byte & 15];
    }
  }
  return uri + "?immutable=1";
}

// Builds the indexes of a store whose first filling was killed, or is going on in another process (between
// two of its batches). Where nothing can be written the store is read without them: slowly.
void complete(const std::string& path, int busy_timeout_ms) {
  try {
    SQLite::Database database = open_for_writing(path, busy_timeout_ms);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    build_late_indexes(database);
    transaction.commit();
  } catch (const Error&) {
  } catch (const SQLite::Exception&) {
  }
}

// Takes the file alone for a moment. Where another process does the same SQLite does not wait, whatever the
// timeout: each would wait for the other.
void use_log(SQLite::Database& database, int busy_timeout_ms) {
  constexpr int kPauseMs = 5;
  for (int waited_ms = 0;; waited_ms += kPauseMs) {
    try {
      database.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& exception) {
      if (exception.getErrorCode() != SQLITE_BUSY || waited_ms >= busy_timeout_ms) throw;
    }
    sqlite3_sleep(kPauseMs);
  }
}

bool has_unmerged_log(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path + "-wal", error);
  return !error && size > 0;
}

SQLite::Database open_existing(const std::string& path, int busy_timeout_ms) {
  try {
    SQLite::Database database(path, SQLite::OPEN_NOMUTEX | SQLite::OPEN_READONLY, busy_timeout_ms);
    pragma(database, "user_version");  // the first read opens the log
    return database;
  } catch (const SQLite::Exception& exception) {
    const int code = exception.getErrorCode();
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || has_unmerged_log(path)) throw;
    return SQLite::Database(immutable_uri(path),
                            SQLite::OPEN_NOMUTEX | SQLite::OPEN_READONLY | SQLite::OPEN_URI, busy_timeout_ms);
  }
}

}  // namespace

SQLite::Database open_for_writing(const std::string& path, int busy_timeout_ms) {
  return with_store_errors(path, [&] {
    check_place(path, true);
    SQLite::Database database(path, SQLite::OPEN_NOMUTEX | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                              busy_timeout_ms);
    checked_version(database, path);  // before anything is changed in a file that is not ours
    // WAL: readers are never blocked, a crash leaves whole transactions. NORMAL: the log is brought to the
    // disk before a checkpoint, not with each commit, so that a power cut may take the last batches, but
    // never damages the file or leaves half a batch; the next run reads again what was lost. Writer::finish
    // brings all to the disk.
    use_log(database, busy_timeout_ms);
    database.exec("PRAGMA synchronous = NORMAL");
    // The tables of this folder write and remove what belongs together. Enforcing it costs a lookup in four
    // tables for each citation, and indexes that nothing else needs.
    database.exec("PRAGMA foreign_keys = OFF");
    // The kind of a fact is a word of an enumeration here. SQLite would build the list of the allowed ones
    // anew for each row: half of what it takes to store a fact.
    database.exec("PRAGMA ignore_check_constraints = ON");
    database.exec(kCacheSize);
    migrate(database, path);
    return database;
  });
}

SQLite::Database open_for_reading(const std::string& path, int busy_timeout_ms) {
  return with_store_errors(path, [&] {
    check_place(path, false);
    SQLite::Database database = open_existing(path, busy_timeout_ms);
    const int version = checked_version(database, path);
    if (version == 0)
      refuse(path, "the file is empty; make a store with 'careerfacts ingest PATH --db FILE'");
    if (version == schema_version()) {
      if (!has_late_indexes(database)) complete(path, busy_timeout_ms);
      database.exec(kCacheSize);
      return database;
    }
    open_for_writing(path, busy_timeout_ms);  // migrates
    return open_existing(path, busy_timeout_ms);
  });
}

}  // namespace careerfacts
