// Files of lines, read in pieces of whole lines: for the formats with one JSON object a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace careerfacts::cli {

// Some lines of one input that follow each other, or what is wrong with it.
struct LineChunk {
  std::size_t input = 0;                // index of the path
  std::size_t first_line = 1;           // number of the first line of `text`
  std::string text;                     // lines, each with its end but perhaps the last of the input
  std::vector<Diagnostic> diagnostics;  // error: the input cannot be read, or not on from here
  std::size_t bytes = 0;  // of the input that were passed, those of lines that are too long as well

  // Calls `use(line, number)` for each line that holds more than spaces, without its end.
  template <class Use>
  void each_line(const Use& use) const {
    std::size_t number = first_line;
    for (std::size_t at = 0; at < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = std::string_view(text).substr(at, end - at);
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) use(line, number);
      at = end + 1;
    }
  }
};

// Not for use from two threads at once.
class LineChunks {
 public:
  // "-" is standard input. `chunk_bytes` is about how much a chunk holds; a line above `max_line_bytes` is
  // passed over with the diagnostic "line-too-long".
  LineChunks(std::vector<std::string> paths, std::size_t chunk_bytes, std::size_t max_line_bytes);
  ~LineChunks();
  LineChunks(const LineChunks&) = delete;
  LineChunks& operator=(const LineChunks&) = delete;

  // The next chunk, input by input. False: there is no more.
  bool next(LineChunk& chunk);
  const std::string& path(std::size_t input) const { return paths_[input]; }

 private:
  bool open();  // the current input; false: `chunk` tells why not
  void close();
  void skip_line(LineChunk& chunk);

  std::vector<std::string> paths_;
  std::size_t chunk_bytes_;
  std::size_t max_line_bytes_;
  std::size_t input_ = 0;
  int descriptor_ = -1;
  int error_ = 0;         // of the last open or read
  bool at_end_ = false;   // of the current input
  std::size_t line_ = 1;  // number of the line that `rest_` begins
  std::string rest_;      // read already: the begin of a line
};

}  // namespace careerfacts::cli
