// A file that takes results: there is the whole of it, or what was there before.
#pragma once

#include <optional>
#include <string>

#include "cli/output.h"

namespace careerfacts::cli {

class OutputFile {
 public:
  // Everything is written beside `path` first, to PATH.NUMBER.part. A device or a pipe is written to as it
  // is. Throws Error(io) where that cannot be made.
  explicit OutputFile(const std::string& path);
  ~OutputFile();  // without commit(): what was written goes
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  Output& out() { return *out_; }
  // The file is there, or Error(io).
  void commit();

 private:
  std::string path_;       // where it goes, symbolic links followed
  std::string temporary_;  // empty: written to path_ itself
  int descriptor_ = -1;
  std::optional<Output> out_;
};

}  // namespace careerfacts::cli
