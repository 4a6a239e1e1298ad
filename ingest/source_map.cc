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
// side), the last of them is the one that holds the byte. It is `from` or a later one.
std::size_t SourceMap::run_at_text(std::size_t text, std::size_t from) const {
  const auto after = std::upper_bound(runs_.begin() + static_cast<std::ptrdiff_t>(from), runs_.end(), text,
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
  if (text.begin == text_size_) return {raw_size_, raw_size_};
  const std::size_t first = run_at_text(text.begin);
  const auto place_in = [&](const Run& run, std::size_t at) {
    return run.copied ? run.raw_begin + (at - run.text_begin) : run.raw_begin;
  };
  const std::size_t begin = place_in(runs_[first], text.begin);
  if (text.empty()) return {begin, begin};
  const auto begin_of_run = [&](std::size_t run) {
    return run < runs_.size() ? runs_[run].text_begin : text_size_;
  };
  // Most spans are short, and in one run.
  const std::size_t last = text.end <= begin_of_run(first + 1) ? first : run_at_text(text.end - 1, first);
  const Run& run = runs_[last];
  const std::size_t run_end = last + 1 < runs_.size() ? runs_[last + 1].raw_begin : raw_size_;
  return {begin, run.copied ? run.raw_begin + (text.end - run.text_begin) : run_end};
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

// A walk over the runs of a map by their length on the middle side of a composition; `Other` is its other
// side.
template <std::size_t SourceMap::Run::*Middle, std::size_t SourceMap::Run::*Other>
class RunCursor {
 public:
  RunCursor(const std::vector<SourceMap::Run>& runs, std::size_t middle_size)
      : run_(runs.data()), last_(runs.data() + runs.size()), middle_size_(middle_size) {
    measure();
  }

  bool done() const { return run_ == last_; }
  bool copied() const { return run_->copied; }
  std::size_t begin() const { return run_->*Middle; }
  std::size_t end() const { return end_; }
  bool empty_at(std::size_t at) const { return end_ == at && !done() && begin() == at; }
  const SourceMap::Run& run() const { return *run_; }
  void next() {
    ++run_;
    measure();
  }
  // Leaves behind all runs that end at or before `at`, but for empty ones that stand exactly there.
  void advance_to(std::size_t at) {
    while (!done() && end_ <= at && !empty_at(at)) next();
  }
  // Position on the other side that belongs to `at`: REQUIRES a copied run, or the begin of a replacement.
  std::size_t other(std::size_t at) const { return run_->*Other + (at - begin()); }

 private:
  void measure() { end_ = last_ - run_ > 1 ? run_[1].*Middle : middle_size_; }

  const SourceMap::Run* run_;
  const SourceMap::Run* last_;
  std::size_t middle_size_;
  std::size_t end_ = 0;  // of *run_
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
  result.runs_.reserve(outer.runs_.size() + runs_.size());
  RunCursor<&Run::text_begin, &Run::raw_begin> from(outer.runs_, raw_size_);
  RunCursor<&Run::raw_begin, &Run::text_begin> to(runs_, raw_size_);
  std::size_t at = 0;  // in the middle text; always at a place where neither side is inside a replacement
  while (!from.done() || !to.done()) {
    const auto raw_here = [&] { return from.done() ? outer.raw_size_ : from.other(at); };
    const auto text_here = [&] { return to.done() ? text_size_ : to.other(at); };
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
          const auto reach = [&](auto& side) {
            side.advance_to(stop);
            if (side.done() || side.copied()) return;
            const bool inside = side.end() > stop && side.begin() < stop;
            if (!inside && stop != at) return;
            stop = side.end();
            grew = true;
          };
          reach(from);
          reach(to);
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
