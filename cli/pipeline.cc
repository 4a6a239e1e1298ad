#include "cli/pipeline.h"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <utility>

#include "base/content_hash.h"
#include "cli/interruption.h"
#include "extract/citation.h"
#include "extract/extract.h"
#include "ingest/ingest.h"

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace careerfacts::cli {
namespace {

// oneTBB is built without ThreadSanitizer, which therefore does not see that a filter runs after the one
// before it. These tell it just that: what was done before handing over at an address is done when it is
// taken over there.
#if defined(__SANITIZE_THREAD__)
void hand_over(void* at) { __tsan_release(at); }
void take_over(void* at) { __tsan_acquire(at); }
#else
void hand_over(void*) {}
void take_over(void*) {}
#endif

bool has_error(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

Work work_on(std::string path, RawFile&& raw, const Rulebook& rulebook, const PipelineOptions& options,
             const Render& render) {
  Work work;
  const Document document = ingest(std::move(path), std::move(raw.bytes));
  work.document = extract(document, rulebook, {options.fingerprints});
  if (options.facts) work.facts = facts_of(work.document);
  if (options.all_offsets) add_unit_offsets(document, work.document.mentions);
  auto& diagnostics = work.document.diagnostics;
  diagnostics.insert(diagnostics.begin(), raw.diagnostics.begin(), raw.diagnostics.end());
  work.usable = !has_error(diagnostics);
  if (render) render(work.document, work.printed);
  return work;
}

Work work_on(const Source& source, const Rulebook& rulebook, const PipelineOptions& options,
             const Render& render) {
  Work work;
  RawFile raw = read_source(source, options.max_bytes);
  if (has_error(raw.diagnostics)) {
    work.document.path = source.path;
    work.document.diagnostics = std::move(raw.diagnostics);
    if (render) render(work.document, work.printed);
    return work;
  }
  if (options.unchanged) {
    std::string sha256 = sha256_hex(raw.bytes);
    if (options.unchanged(source.path, sha256)) {
      work.document.path = source.path;
      work.document.sha256 = std::move(sha256);
      work.document.bytes = raw.bytes.size();
      work.usable = work.unchanged = true;
      return work;
    }
  }
  return work_on(source.path, std::move(raw), rulebook, options, render);
}

// oneTBB loses the item at hand when a filter throws, so none does: what went wrong goes along with the item.
struct Item {
  std::shared_ptr<void> piece;
  std::exception_ptr error;
};

template <class Function>
void safely(Item& item, const Function& function) {
  try {
    if (!item.error) function();
  } catch (...) {
    item.error = std::current_exception();
  }
}

}  // namespace

std::size_t default_jobs() {
  return static_cast<std::size_t>(std::max(1, tbb::this_task_arena::max_concurrency()));
}

bool is_absent(const ExtractedDocument& document) {
  return std::any_of(document.diagnostics.begin(), document.diagnostics.end(),
                     [](const Diagnostic& diagnostic) {
                       return diagnostic.code == "missing-path" || diagnostic.code == "empty-folder";
                     });
}

Work work_on_bytes(std::string path, std::string bytes, const Rulebook& rulebook,
                   const PipelineOptions& options, const Render& render) {
  return work_on(std::move(path), {std::move(bytes), {}}, rulebook, options, render);
}

void run_road(std::size_t jobs, const Road& road) {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  constexpr std::size_t kInFlightPerWorker = 2;  // one at work, one done
  bool ended = false;                            // nothing more to take
  std::atomic<bool> enough = false;
  std::exception_ptr error;  // of the first item, in their order, that failed

  // Filters that are serial run in turn, and each worker starts after what this thread did: `ended` and
  // `enough` stand for the two turns.
  const auto take = [&](tbb::flow_control& control) {
    take_over(&ended);
    auto item = std::make_shared<Item>();
    if (!ended && !enough.load(std::memory_order_relaxed) && !interrupted())
      safely(*item, [&] { item->piece = road.take(); });
    ended = !item->piece;
    if (ended && !item->error) control.stop();
    hand_over(item.get());
    hand_over(&ended);
    return item;
  };
  const auto make = [&](const std::shared_ptr<Item>& item) {
    take_over(item.get());
    safely(*item, [&] { road.make(item->piece.get()); });
    hand_over(item.get());
    return item;
  };
  const auto put = [&](const std::shared_ptr<Item>& item) {
    take_over(item.get());
    take_over(&enough);
    if (!enough) {
      safely(*item, [&] { enough = !road.put(item->piece.get()); });
      if (item->error) {
        error = item->error;
        enough = true;
      }
    }
    hand_over(&enough);
  };
  hand_over(&ended);
  arena.execute([&] {
    tbb::parallel_pipeline(
        jobs * kInFlightPerWorker,
        tbb::make_filter<void, std::shared_ptr<Item>>(tbb::filter_mode::serial_in_order, take) &
            tbb::make_filter<std::shared_ptr<Item>, std::shared_ptr<Item>>(tbb::filter_mode::parallel, make) &
            tbb::make_filter<std::shared_ptr<Item>, void>(tbb::filter_mode::serial_in_order, put));
  });
  take_over(&enough);
  if (error) std::rethrow_exception(error);
}

void run_pipeline(const std::vector<Source>& sources, const Rulebook& rulebook,
                  const PipelineOptions& options, const Render& render, const Write& write) {
  struct Piece {
    const Source* source = nullptr;
    Work work;
  };
  std::size_t next = 0;
  run_in_order<Piece>(
      options.jobs,
      [&](Piece& piece) {
        if (next == sources.size()) return false;
        piece.source = &sources[next++];
        return true;
      },
      [&](Piece& piece) { piece.work = work_on(*piece.source, rulebook, options, render); },
      [&](Piece& piece) { return write(std::move(piece.work)); });
}

}  // namespace careerfacts::cli
