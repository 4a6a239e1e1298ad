#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/error.h"

namespace careerfacts::cli {
namespace {

[[noreturn]] void fail(const std::string& path, int reason) {
  const char* hint = reason == ENOENT   ? "; make the folder first"
                     : reason == ENOSPC ? "; make room and run again"
                                        : "";
  throw Error(ErrorKind::io, path, std::string("cannot be written: ") + std::strerror(reason) + hint);
}

}  // namespace

OutputFile::OutputFile(const std::string& path) : path_(path) {
  struct stat there {};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  if (exists && S_ISDIR(there.st_mode)) fail(path, EISDIR);
  if (exists && !S_ISREG(there.st_mode)) {
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    std::error_code error;
    if (exists) path_ = std::filesystem::canonical(path, error).string();
    if (error) path_ = path;
    temporary_ = path_ + "." + std::to_string(::getpid()) + ".part";
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor_ >= 0 && exists) static_cast<void>(::fchmod(descriptor_, there.st_mode & 07777));
  }
  if (descriptor_ < 0) {
    const int reason = errno;
    temporary_.clear();
    fail(path, reason);
  }
  out_.emplace(descriptor_, path);
}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  if (!temporary_.empty()) static_cast<void>(::unlink(temporary_.c_str()));
  out_.reset();  // what is buffered goes where nobody sees it
  ::close(descriptor_);
}

void OutputFile::commit() {
  out_->flush();
  out_.reset();
  const int closed = ::close(descriptor_);
  const int reason = errno;
  descriptor_ = -1;
  if (closed != 0 || (!temporary_.empty() && std::rename(temporary_.c_str(), path_.c_str()) != 0)) {
    const int why = closed != 0 ? reason : errno;
    if (!temporary_.empty()) static_cast<void>(::unlink(temporary_.c_str()));
    fail(path_, why);
  }
}

}  // namespace careerfacts::cli
