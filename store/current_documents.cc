#include "store/current_documents.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <SQLiteCpp/Statement.h>

#include "base/content_hash.h"
#include "store/connection.h"
#include "store/rows.h"
#include "store/sqlite_error.h"

namespace careerfacts {
namespace {

constexpr int kBusyTimeoutMs = 10'000;

ContentKey key_of(std::string_view path, std::string_view sha256) {
  std::string text(sha256);
  text += ' ';
  text += path;
  return content_key(sha256_hex(text));
}

}  // namespace

CurrentDocuments CurrentDocuments::of_store(const std::string& path, std::string_view program_version,
                                            std::string_view rulebook_hash) {
  CurrentDocuments current;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return current;
  if (std::filesystem::file_size(path, error) == 0 && !error) return current;
  with_store_errors(path, [&] {
    SQLite::Database database = open_for_reading(path, kBusyTimeoutMs);
    SQLite::Statement rows(database,
                           "SELECT path, sha256 FROM document JOIN run ON run.id = run_id "
                           "WHERE document.unread = 0 AND fingerprint IS NOT NULL "
                           "AND program_version = ? AND rulebook_hash = ?");
    rows.bind(1, std::string(program_version));
    rows.bind(2, std::string(rulebook_hash));
    while (rows.executeStep()) current.keys_.push_back(key_of(text_at(rows, 0), text_at(rows, 1)));
    std::sort(current.keys_.begin(), current.keys_.end());
  });
  return current;
}

std::vector<std::string> stale_documents(const std::string& path, std::string_view program_version,
                                         std::string_view rulebook_hash) {
  return with_store_errors(path, [&] {
    SQLite::Database database = open_for_reading(path, kBusyTimeoutMs);
    SQLite::Statement rows(
        database,
        "SELECT path FROM document JOIN run ON run.id = run_id WHERE sha256 IS NOT NULL "
        "AND (program_version <> ? OR rulebook_hash <> ? OR fingerprint IS NULL) ORDER BY path");
    rows.bind(1, std::string(program_version));
    rows.bind(2, std::string(rulebook_hash));
    std::vector<std::string> paths;
    while (rows.executeStep()) paths.push_back(text_at(rows, 0));
    return paths;
  });
}

bool CurrentDocuments::contains(std::string_view path, std::string_view sha256) const {
  return std::binary_search(keys_.begin(), keys_.end(), key_of(path, sha256));
}

}  // namespace careerfacts
