#include "cli/stored_paths.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace careerfacts::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error) && !error;
}

}  // namespace

bool lies_in(std::string_view document, std::string_view given) {
  if (!document.starts_with(given)) return false;
  return document.size() == given.size() || given.ends_with('/') || document[given.size()] == '/';
}

bool is_gone(const std::string& document, const std::vector<std::string>& folders) {
  const bool meant = std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
    return document != folder && lies_in(document, folder) && is_folder(folder);
  });
  if (!meant) return false;
  std::error_code error;
  const fs::file_type type = fs::status(document, error).type();
  return type == fs::file_type::not_found || type == fs::file_type::directory;
}

}  // namespace careerfacts::cli
