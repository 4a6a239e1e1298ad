// A file that the store cites, read again: do its bytes still say what was stored?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/span.h"
#include "extract/mention.h"

namespace careerfacts {

// Immutable; owns the bytes of the file.
class CitedFile {
 public:
  // Reads the regular file at `path`; what cannot be read is told by problem(). `sha256`: of the bytes that
  // were stored.
  CitedFile(const std::string& path, const std::string& sha256);

  const std::string& path() const { return path_; }
  // Why it cannot be read, for people; empty when it was read.
  const std::string& problem() const { return problem_; }
  // It was read, and is not what was stored.
  bool changed() const { return changed_; }

  // Are the bytes of the mention's span its quote? False where the file cannot be read.
  bool holds(const Mention& mention) const;
  // All of it; nothing where it cannot be read.
  std::string_view bytes() const { return bytes_; }
  // The bytes of `span`, as far as there are any.
  std::string_view bytes(RawSpan span) const;

  // The line that `span` stands in, in three parts, cut to about `most` bytes on either side ("…").
  struct Line {
    std::string before;
    std::string marked;
    std::string after;
  };
  // Empty where the file's bytes are not UTF-8 there. REQUIRES: the span is in the file.
  Line line(RawSpan span, std::size_t most) const;

 private:
  std::string path_;
  std::string bytes_;
  std::string problem_;
  bool changed_ = false;
};

}  // namespace careerfacts
