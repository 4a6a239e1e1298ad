#include "ingest/source_map.h"

#include <algorithm>

#include "base/check.h"

namespace careerfacts {

SourceMap SourceMap::identity(std::size_t n_bytes) {
  SourceMap map;
  if (n_bytes > 0) map.runs_.push_back({0, 0, true});
  map.raw_size_ = map.text_size_ = n_bytes;
  return map;
}

// The last run that begins at or before the position: where several begin there (some are empty on this
// side), the last of them is the one that holds the byte.
std::size_t SourceMap::run_at_text(std::size_t text) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), text,
                                      [](std::size_t at, const Run& run) { return at < run.text_begin; });
  return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

std::size_t SourceMap::run_at_raw(std::size_t raw) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), raw,
                                      [](std::size_t at, const Run& run) { return at < run.raw_begin; });
  return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

RawSpan SourceMap::to_raw(TextSpan text) const {
  CHECK(text.end <= text_size_);
  const auto begin_of = [&](std::size_t at) {
    if (at == text_size_) return raw_size_;
    const Run& run = runs_[run_at_text(at)];
    return run.copied ? run.raw_begin + (at - run.text_begin) : run.raw_begin;
  };
  if (text.empty()) {
    const std::size_t at = begin_of(text.begin);
    return {at, at};
  }
  const std::size_t last = run_at_text(text.end - 1);
  const Run& run = runs_[last];
  const std::size_t run_end = last + 1 < runs_.size() ? runs_[last + 1].raw_begin : raw_size_;
  return {begin_of(text.begin), run.copied ? run.raw_begin + (text.end - run.text_begin) : run_end};
}

TextSpan SourceMap::to_text(RawSpan raw) const {
  CHECK(raw.end <= raw_size_);
  const auto begin_of = [&](std::size_t at) {
    if (at == raw_size_) return text_size_;
    const Run& run = runs_[run_at_raw(at)];
    return run.copied ? run.text_begin + (at - run.raw_begin) : run.text_begin;
  };
  if (raw.empty()) {
    const std::size_t at = begin_of(raw.begin);
    return {at, at};
  }
  const std::size_t last = run_at_raw(raw.end - 1);
  const Run& run = runs_[last];
  const std::size_t run_end = last + 1 < runs_.size() ? runs_[last + 1].text_begin : text_size_;
  return {begin_of(raw.begin), run.copied ? run.text_begin + (raw.end - run.raw_begin) : run_end};
}

namespace {

// A walk over the runs of a map by their length on the middle side of a composition.
class RunCursor {
 public:
  using Runs = std::vector<SourceMap::Run>;
  RunCursor(const Runs& runs, std::size_t SourceMap::Run::*middle, std::size_t middle_size)
      : runs_(runs), middle_(middle), middle_size_(middle_size) {}

  bool done() const { return index_ == runs_.size(); }
  bool copied() const { return runs_[index_].copied; }
  std::size_t end() const { return index_ + 1 < runs_.size() ? runs_[index_ + 1].*middle_ : middle_size_; }
  bool empty_at(std::size_t at) const { return !done() && runs_[index_].*middle_ == at && end() == at; }
  const SourceMap::Run& run() const { return runs_[index_]; }
  void next() { ++index_; }
  // Leaves behind all runs that end at or before `at`, but for empty ones that stand exactly there.
  void advance_to(std::size_t at) {
    while (!done() && end() <= at && !empty_at(at)) ++index_;
  }
  // Position on the other side that belongs to `at`: REQUIRES a copied run, or the begin of a replacement.
  std::size_t other(std::size_t at, std::size_t SourceMap::Run::*side) const {
    return runs_[index_].*side + (at - runs_[index_].*middle_);
  }

 private:
  const Runs& runs_;
  std::size_t SourceMap::Run::*middle_;
  std::size_t middle_size_;
  std::size_t index_ = 0;
};

}  // namespace

SourceMap SourceMap::after(const SourceMap& outer) const {
  CHECK(outer.text_size_ == raw_size_);
  if (is_identity()) return outer;
  if (outer.is_identity()) return *this;
  SourceMap result;
  result.raw_size_ = outer.raw_size_;
  result.text_size_ = text_size_;
  const auto push = [&](std::size_t text, std::size_t raw, bool copied) {
    if (copied && !result.runs_.empty()) {
      const Run& last = result.runs_.back();
      if (last.copied && text - last.text_begin == raw - last.raw_begin) return;
    }
    result.runs_.push_back({text, raw, copied});
  };
  RunCursor from(outer.runs_, &Run::text_begin, raw_size_);
  RunCursor to(runs_, &Run::raw_begin, raw_size_);
  std::size_t at = 0;  // in the middle text; always at a place where neither side is inside a replacement
  while (!from.done() || !to.done()) {
    const auto raw_here = [&] { return from.done() ? outer.raw_size_ : from.other(at, &Run::raw_begin); };
    const auto text_here = [&] { return to.done() ? text_size_ : to.other(at, &Run::text_begin); };
    if (from.empty_at(at)) {
      push(text_here(), from.run().raw_begin, false);
      from.next();
    } else if (to.empty_at(at)) {
      push(to.run().text_begin, raw_here(), false);
      to.next();
    } else {
      push(text_here(), raw_here(), from.copied() && to.copied());
      std::size_t stop = at;
      if (from.copied() && to.copied()) {
        stop = std::min(from.end(), to.end());
      } else {  // a replacement on either side reaches to the next place that is clean on both
        for (bool grew = true; grew;) {
          grew = false;
          for (RunCursor* side : {&from, &to}) {
            side->advance_to(stop);
            const bool inside =
                !side->done() && !side->copied() && side->end() > stop &&
                (side == &from ? side->run().text_begin < stop : side->run().raw_begin < stop);
            const bool starts = stop == at && !side->done() && !side->copied();
            if (inside || starts) {
              stop = side->end();
              grew = true;
            }
          }
        }
      }
      from.advance_to(stop);
      to.advance_to(stop);
      at = stop;
    }
  }
  return result;
}

Rewriter::Rewriter(std::string_view input) : input_(input) { text_.reserve(input.size()); }

void Rewriter::push(bool copied) {
  if (copied && !map_.runs_.empty() && map_.runs_.back().copied &&
      size() - map_.runs_.back().text_begin == position_ - map_.runs_.back().raw_begin)
    return;
  map_.runs_.push_back({size(), position_, copied});
}

void Rewriter::write_pending() {
  text_.append(input_, position_ - pending_, pending_);
  pending_ = 0;
}

const std::string& Rewriter::text() {
  write_pending();
  return text_;
}

void Rewriter::copy(std::size_t n) {
  if (n == 0) return;
  CHECK(n <= input_.size() - position_);
  if (pending_ == 0) push(true);
  pending_ += n;
  position_ += n;
}

void Rewriter::replace(std::size_t n, std::string_view by) {
  CHECK(n <= input_.size() - position_);
  if (n == 0 && by.empty()) return;
  if (input_.substr(position_, n) == by) return copy(n);
  write_pending();
  push(false);
  text_ += by;
  position_ += n;
}

Rewriter::Result Rewriter::finish() {
  copy(input_.size() - position_);
  write_pending();
  map_.raw_size_ = input_.size();
  map_.text_size_ = text_.size();
  return {std::move(text_), std::move(map_)};
}

}  // namespace careerfacts
