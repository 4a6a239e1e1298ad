// A line on standard error that tells how far a long job is; nothing where standard error is no terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/output.h"

namespace careerfacts::cli {

class Progress {
 public:
  // `total` files are to be done. `err` must outlive this.
  Progress(Output& err, std::size_t total);
  ~Progress();  // takes the line away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more file of `bytes` bytes is done. Redraws ten times a second at most.
  void done(std::size_t bytes);
  void clear();

  std::size_t files() const { return files_; }  // done
  std::size_t bytes() const { return bytes_; }
  double seconds() const;  // since the start

 private:
  using Clock = std::chrono::steady_clock;
  void draw();

  Output& err_;
  std::size_t total_;
  std::size_t files_ = 0;
  std::size_t bytes_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_ = start_;
  bool visible_ = false;
};

// "870 KB", "12.3 MB" (powers of 1000).
std::string human_size(std::size_t bytes);
// "101 MB/s"; "-" when no time has passed.
std::string rate(std::size_t bytes, double seconds);

}  // namespace careerfacts::cli
