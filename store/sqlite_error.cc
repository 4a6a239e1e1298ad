#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace careerfacts {
namespace {

std::string message_for(const SQLite::Exception& exception) {
  switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to the store: wait until it is done and run again, or name another "
             "file "
             "with --db";
    case SQLITE_NOTADB:
      return "this file is not a SQLite database: name another file with --db";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "the store cannot be written: check the permissions of the file and of its folder, or name "
             "another file "
             "with --db";
    case SQLITE_CANTOPEN:
      return "the store cannot be opened: check that the path is right and its permissions allow it";
    case SQLITE_FULL:
      return "the disk is full: what was committed is kept; make room and run again";
    case SQLITE_CORRUPT:
      return std::string("the database file is damaged (") + exception.what() +
             "): restore a copy, or move it away and ingest again";
    case SQLITE_IOERR:
      if (exception.getExtendedErrorCode() == SQLITE_IOERR_WRITE)
        return "the disk cannot be written: it is faulty, or a limit of file sizes (ulimit -f) is reached; "
               "what was "
               "committed is kept: mend it and run again";
      return std::string("the disk is full or reports an error (") + exception.what() +
             "): what was committed is kept; mend it and run again";
    default:
      return std::string("SQLite says: ") + exception.what();
  }
}

}  // namespace

Error store_error(const std::string& path, const SQLite::Exception& exception) {
  return Error(ErrorKind::store, path, message_for(exception));
}

}  // namespace careerfacts
