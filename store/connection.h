// An open store: pragmas set, schema brought up to date. Inside the store library only; the others use
// Writer, Reader.
#pragma once

#include <memory>
#include <string>

#include <SQLiteCpp/Database.h>

namespace careerfacts {

// Opens the store at `path` for writing; makes it where there is none, and migrates one of an earlier
// version. Waits up to `busy_timeout_ms` for another writer, here and at every later step. Throws
// Error(store): no such folder, not a database, of another program, newer than this program, read-only,
// locked.
SQLite::Database open_for_writing(const std::string& path, int busy_timeout_ms);

// Opens an existing store for reading only. Works while another process writes, on a read-only file system
// too. One of an earlier version is migrated first, and indexes that a killed run left to be built are built
// (late_indexes.h) where it can be written. Throws Error(store) as above, and where there is no
// store.
SQLite::Database open_for_reading(const std::string& path, int busy_timeout_ms);

}  // namespace careerfacts
