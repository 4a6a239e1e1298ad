#include "cli/line_chunks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace careerfacts::cli {
namespace {

constexpr std::size_t kReadBytes = std::size_t{1} << 18;

Diagnostic failed(int error, bool at_begin) {
  if (error == ENOENT || error == ENOTDIR) return {Severity::error, "missing-path", "no such file", {}};
  if (error == EISDIR) return {Severity::error, "not-a-file", "it is a folder; name the files in it", {}};
  return {Severity::error,
          "unreadable",
          std::string("it cannot be read") + (at_begin ? "" : " to the end") + ": " + std::strerror(error),
          {}};
}

}  // namespace

LineChunks::LineChunks(std::vector<std::string> paths, std::size_t chunk_bytes, std::size_t max_line_bytes)
    : paths_(std::move(paths)), chunk_bytes_(chunk_bytes), max_line_bytes_(max_line_bytes) {}

LineChunks::~LineChunks() { close(); }

bool LineChunks::open() {
  descriptor_ =
      paths_[input_] == "-" ? STDIN_FILENO : ::open(paths_[input_].c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  error_ = descriptor_ < 0 ? errno : 0;
  at_end_ = false;
  line_ = 1;
  rest_.clear();
  return descriptor_ >= 0;
}

void LineChunks::close() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  descriptor_ = -1;
}

// `rest_` begins a line that is too long and does not end in it.
void LineChunks::skip_line(LineChunk& chunk) {
  chunk.diagnostics.push_back({Severity::warning,
                               "line-too-long",
                               "line " + std::to_string(line_) + " has more than " +
                                   std::to_string(max_line_bytes_) + " bytes and was passed over",
                               {}});
  chunk.bytes += rest_.size();
  while (!at_end_) {
    rest_.resize(kReadBytes);
    const ssize_t n = ::read(descriptor_, rest_.data(), rest_.size());
    if (n < 0 && errno == EINTR) continue;
    rest_.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
    at_end_ = n <= 0;
    if (n < 0) error_ = errno;
    const std::size_t end = rest_.find('\n');
    chunk.bytes += end == std::string::npos ? rest_.size() : end + 1;
    if (end == std::string::npos) continue;
    rest_.erase(0, end + 1);
    break;
  }
  if (at_end_) rest_.clear();
  ++line_;
}

bool LineChunks::next(LineChunk& chunk) {
  if (descriptor_ < 0) {
    if (input_ == paths_.size()) return false;
    chunk.input = input_;
    if (!open()) {
      chunk.diagnostics.push_back(failed(error_, true));
      ++input_;
      return true;
    }
  }
  chunk.input = input_;
  std::string& text = chunk.text;
  text.swap(rest_);
  std::size_t searched = 0;  // up to here no line ends
  std::size_t end = std::string::npos;
  while (!at_end_) {
    const std::size_t size = text.size();
    if (size >= chunk_bytes_) {
      end = std::string_view(text).substr(searched).rfind('\n');
      if (end != std::string::npos) {
        end += searched;
        break;
      }
      searched = size;
      if (size > max_line_bytes_) {
        text.swap(rest_);
        text.clear();
        skip_line(chunk);
        chunk.first_line = line_;
        return true;
      }
    }
    text.resize(size + kReadBytes);
    const ssize_t n = ::read(descriptor_, text.data() + size, kReadBytes);
    text.resize(size + (n > 0 ? static_cast<std::size_t>(n) : 0));
    if (n < 0 && errno == EINTR) continue;
    at_end_ = n <= 0;
    if (n < 0) chunk.diagnostics.push_back(failed(errno, text.empty() && line_ == 1));
  }
  if (!at_end_) {
    rest_.assign(text, end + 1);
    text.resize(end + 1);
  }
  chunk.first_line = line_;
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) ++line_;
  chunk.bytes = text.size();
  if (at_end_) {
    close();
    ++input_;
  }
  return true;
}

}  // namespace careerfacts::cli
