// The way between the bytes of the file and the bytes of the normalised text, exact in both directions.
//
// A map is a list of runs: stretches that were copied byte for byte, and replacements (n raw bytes became m
// text bytes; either may be 0). Inside a copied run offsets correspond one to one. Inside a replacement a
// begin snaps down to its start and an end snaps up to its end, so that a span mapped there and back only
// widens. Immutable after it is built; safe to read from many threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace careerfacts {

class SourceMap {
 public:
  SourceMap() = default;                           // the empty text
  static SourceMap identity(std::size_t n_bytes);  // text and file are the same n bytes

  // Raw bytes that `text` came from. REQUIRES: text.end <= text_size().
  RawSpan to_raw(TextSpan text) const;
  // Text that was made of `raw`. REQUIRES: raw.end <= raw_size().
  TextSpan to_text(RawSpan raw) const;

  std::size_t raw_size() const { return raw_size_; }
  std::size_t text_size() const { return text_size_; }
  bool is_identity() const {
    return runs_.size() <= 1 && raw_size_ == text_size_ && (runs_.empty() || runs_[0].copied);
  }

  // `outer` made this map's raw side out of earlier raw bytes: the map from those to this map's text.
  SourceMap after(const SourceMap& outer) const;

  struct Run {
    std::size_t text_begin;
    std::size_t raw_begin;
    bool copied;
  };
  const std::vector<Run>& runs() const { return runs_; }

 private:
  friend class Rewriter;
  std::size_t run_at_text(std::size_t text, std::size_t from = 0) const;
  std::size_t run_at_raw(std::size_t raw) const;

  std::vector<Run> runs_;  // ascending in both coordinates
  std::size_t raw_size_ = 0;
  std::size_t text_size_ = 0;
};

// Builds a text and its map in one pass from left to right over `input`, which must outlive the Rewriter.
class Rewriter {
 public:
  explicit Rewriter(std::string_view input);

  std::size_t position() const { return position_; }  // the next byte of the input
  void copy(std::size_t n);                           // the next n bytes, as they are
  void copy_to(std::size_t position) { copy(position - position_); }
  void replace(std::size_t n, std::string_view by);  // the next n bytes become `by`; n or `by` may be empty
  void drop(std::size_t n) { replace(n, {}); }
  std::size_t size() const { return text_.size() + pending_; }  // bytes made so far
  const std::string& text();                                    // what was made so far

  struct Result {
    std::string text;
    SourceMap map;
  };
  Result finish();  // copies what is left of the input; once

 private:
  void push(bool copied);
  void write_pending();

  std::string_view input_;
  std::size_t position_ = 0;
  std::size_t pending_ = 0;  // bytes before position_ that are copied, but not yet in text_
  std::string text_;
  SourceMap map_;
};

}  // namespace careerfacts
