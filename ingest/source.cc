#include "ingest/source.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace careerfacts {
namespace {

constexpr std::string_view kStandardInput = "-";

Diagnostic unusable(std::string code, std::string message) {
  return {Severity::error, std::move(code), std::move(message), {}};
}

// Why the system refused a path, and what to do about it.
Diagnostic refused(int reason) {
  switch (reason) {
    case ENOENT:
    case ENOTDIR:
      return unusable("missing-path", "there is no such file or folder; check the path");
    case EACCES:
    case EPERM:
      return unusable("unreadable",
                      "reading it is not permitted; change its permissions or run as its owner");
    case ELOOP:
      return unusable("symlink-loop", "its symbolic links lead in a circle; name the file itself");
    case ENAMETOOLONG:
      return unusable("unreadable", "its path is too long; run from a folder that is nearer to it");
    default:
      return unusable("unreadable", std::string("it cannot be read: ") + std::strerror(reason));
  }
}

// Names in a folder in bytewise order, hidden ones left out; on failure `reason` is the errno.
std::vector<std::string> names_in(const std::string& folder, int& reason) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> handle(::opendir(folder.c_str()), ::closedir);
  reason = handle ? 0 : errno;
  while (handle) {
    errno = 0;
    const dirent* entry = ::readdir(handle.get());
    if (entry == nullptr) {
      reason = errno;
      break;
    }
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Lister {
 public:
  void add(const std::string& path) {
    if (path == kStandardInput) return take(path, {});
    struct stat status {};
    if (path.empty() || ::stat(path.c_str(), &status) != 0)
      return take(path, {refused(path.empty() ? ENOENT : errno)});
    if (!S_ISDIR(status.st_mode)) return take(path, {});
    const std::size_t before = found_;
    folders_.clear();
    walk(path, status);
    if (found_ == before)
      take(path, {unusable("empty-folder", "the folder holds no file to read; hidden files do not count")});
  }

  std::vector<Source> finish() { return std::move(sources_); }

 private:
  // Goes into each folder once, however many links lead there, so that loops end and nothing is read twice.
  void walk(const std::string& folder, const struct stat& status) {
    if (!folders_.emplace(status.st_dev, status.st_ino).second) return;
    int reason = 0;
    const std::vector<std::string> names = names_in(folder, reason);
    if (reason != 0) take(folder, {refused(reason)});
    for (const std::string& name : names) {
      const std::string path = folder.ends_with('/') ? folder + name : folder + "/" + name;
      struct stat entry {};
      if (::stat(path.c_str(), &entry) != 0) {
        if (errno != ELOOP) take(path, {refused(errno)});
      } else if (S_ISDIR(entry.st_mode)) {
        walk(path, entry);
      } else if (S_ISREG(entry.st_mode)) {
        take(path, {});
      }
    }
  }

  void take(const std::string& path, std::vector<Diagnostic> diagnostics) {
    ++found_;
    std::error_code ignored;
    const std::filesystem::path absolute =
        path == kStandardInput ? std::filesystem::path(path) : std::filesystem::absolute(path, ignored);
    if (taken_.insert(absolute.lexically_normal().string()).second)
      sources_.push_back({path, std::move(diagnostics)});
  }

  std::vector<Source> sources_;
  std::unordered_set<std::string> taken_;
  std::set<std::pair<dev_t, ino_t>> folders_;  // those that this walk has been in
  std::size_t found_ = 0;                      // what was come across, doubles included
};

struct File {
  int descriptor;
  bool owned;
  ~File() {
    if (owned && descriptor >= 0) ::close(descriptor);
  }
};

// `size` is 0 where the system told none.
Diagnostic too_large(std::size_t size, std::size_t max_bytes) {
  const std::string has = size == 0 ? "more than " : std::to_string(size) + " bytes, above ";
  return unusable("too-large", "it has " + has + "the limit of " + std::to_string(max_bytes) +
                                   " bytes; raise it with --max-bytes");
}

// Reads to the end. `expected` is the size that the system told, 0 where it tells none.
RawFile read_all(int descriptor, std::size_t expected, std::size_t max_bytes) {
  RawFile file;
  std::size_t size = 0;
  file.bytes.resize(std::min(expected, max_bytes) + 1);  // one more, so that the end is seen without growing
  while (true) {
    if (size == file.bytes.size())
      file.bytes.resize(std::min(max_bytes, std::max<std::size_t>(size * 2, 65536)) + 1);
    const ssize_t n = ::read(descriptor, file.bytes.data() + size, file.bytes.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return {{}, {refused(errno)}};
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
    if (size > max_bytes) return {{}, {too_large(0, max_bytes)}};
    if (size == expected) break;  // one more byte was asked for, and there was none
  }
  file.bytes.resize(size);
  if (expected != 0 && size != expected)
    file.diagnostics.push_back({Severity::warning,
                                "changed-while-read",
                                "the file had " + std::to_string(expected) +
                                    " bytes when it was opened and " + std::to_string(size) +
                                    " when it was read; what was read is used",
                                {}});
  return file;
}

}  // namespace

std::vector<Source> list_sources(const std::vector<std::string>& paths) {
  Lister lister;
  for (const std::string& path : paths) lister.add(path);
  return lister.finish();
}

RawFile read_source(const Source& source, std::size_t max_bytes) {
  for (const Diagnostic& diagnostic : source.diagnostics)
    if (diagnostic.severity == Severity::error) return {{}, source.diagnostics};
  const bool standard_input = source.path == kStandardInput;
  const File file{
      standard_input ? STDIN_FILENO : ::open(source.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY),
      !standard_input};
  struct stat status {};
  if (file.descriptor < 0 || ::fstat(file.descriptor, &status) != 0) return {{}, {refused(errno)}};
  if (S_ISDIR(status.st_mode)) return {{}, {unusable("not-a-file", "it is a folder; name the files in it")}};
  if (S_ISBLK(status.st_mode) || S_ISSOCK(status.st_mode))
    return {{}, {unusable("not-a-file", "it is a disk or a socket, not a file with text")}};
  const std::size_t expected = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
  if (expected > max_bytes) return {{}, {too_large(expected, max_bytes)}};
  RawFile raw = read_all(file.descriptor, standard_input ? 0 : expected, max_bytes);
  raw.diagnostics.insert(raw.diagnostics.begin(), source.diagnostics.begin(), source.diagnostics.end());
  return raw;
}

}  // namespace careerfacts
