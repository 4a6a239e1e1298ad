// Where raw bytes come from: files, folders, standard input.
//
// A path that cannot be read is not an error of the run: it becomes a Diagnostic on that input and the batch
// goes on.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace careerfacts {

// One input of a run. Its place in the list is its place in the output.
struct Source {
  std::string path;  // as given, or folder/relative path; "-" is standard input
  std::vector<Diagnostic>
      diagnostics;  // why it cannot be read, when that is known already ("missing-path" …)
};

// All inputs that `paths` name, in order: a folder stands for its regular files, walked depth first in
// bytewise order of the names; hidden files (leading '.') and symlink loops are left out; a file named twice
// is taken once.
std::vector<Source> list_sources(const std::vector<std::string>& paths);

// The bytes of one input, and what went wrong while they were read.
struct RawFile {
  std::string bytes;
  std::vector<Diagnostic> diagnostics;  // one of Severity::error: the bytes must not be used
};

// Files above this size are refused with the diagnostic "too-large".
inline constexpr std::size_t kDefaultMaxBytes = std::size_t{64} << 20;
// The most that may be allowed: places in a text are numbers of 32 bits, and three bytes may stand for one of
// the file's.
inline constexpr std::size_t kMostMaxBytes = std::size_t{1} << 30;

// Reads one input whole. Safe to call from several threads at once, but for standard input.
RawFile read_source(const Source& source, std::size_t max_bytes = kDefaultMaxBytes);

}  // namespace careerfacts
