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

Work work_on(const Source& source, const Rulebook& rulebook, const PipelineOptions& options,
             const Render& render) {
  Work work;
  RawFile raw = read_source(source, options.max_bytes);
  if (has_error(raw.diagnostics)) {
    work.document.path = source.path;
    work.document.diagnostics = std::move(raw.diagnostics);
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
  const Document document = ingest(source.path, std::move(raw.bytes));
  work.document = extract(document, rulebook);
  if (options.all_offsets) add_unit_offsets(document, work.document.mentions);
  auto& diagnostics = work.document.diagnostics;
  diagnostics.insert(diagnostics.begin(), raw.diagnostics.begin(), raw.diagnostics.end());
  work.usable = !has_error(diagnostics);
  if (render) render(work.document, work.printed);
  return work;
}

// oneTBB loses the item at hand when a filter throws, so none does: what went wrong goes along with the item.
struct Made {
  Work work;
  std::exception_ptr error;
};

std::shared_ptr<Made> make_safely(const Source& source, const Rulebook& rulebook,
                                  const PipelineOptions& options, const Render& render) {
  auto made = std::make_shared<Made>();
  try {
    made->work = work_on(source, rulebook, options, render);
  } catch (...) {
    made->error = std::current_exception();
  }
  return made;
}

}  // namespace

std::size_t default_jobs() {
  return static_cast<std::size_t>(std::max(1, tbb::this_task_arena::max_concurrency()));
}

void run_pipeline(const std::vector<Source>& sources, const Rulebook& rulebook,
                  const PipelineOptions& options, const Render& render, const Write& write) {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, options.jobs);
  tbb::task_arena arena(static_cast<int>(options.jobs));
  constexpr std::size_t kInFlightPerWorker = 2;  // one at work, one done
  std::size_t next = 0;
  std::atomic<bool> enough = false;
  std::exception_ptr error;  // of the first item in the sources' order that failed

  // Filters that are serial run in turn, and each worker starts after what this thread did: `next` and
  // `enough` stand for the two turns.
  const auto take = [&](tbb::flow_control& control) -> std::size_t {
    take_over(&next);
    const std::size_t index = next;
    if (index < sources.size() && !enough.load(std::memory_order_relaxed)) {
      ++next;
    } else {
      control.stop();
    }
    hand_over(&next);
    return index;
  };
  const auto make = [&](std::size_t index) {
    take_over(&next);
    auto made = make_safely(sources[index], rulebook, options, render);
    hand_over(made.get());
    return made;
  };
  const auto put = [&](const std::shared_ptr<Made>& made) {
    take_over(made.get());
    take_over(&enough);
    if (!enough) {
      try {
        if (made->error) std::rethrow_exception(made->error);
        if (!write(std::move(made->work))) enough = true;
      } catch (...) {
        error = std::current_exception();
        enough = true;
      }
    }
    hand_over(&enough);
  };
  hand_over(&next);
  arena.execute([&] {
    tbb::parallel_pipeline(
        options.jobs * kInFlightPerWorker,
        tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, take) &
            tbb::make_filter<std::size_t, std::shared_ptr<Made>>(tbb::filter_mode::parallel, make) &
            tbb::make_filter<std::shared_ptr<Made>, void>(tbb::filter_mode::serial_in_order, put));
  });
  take_over(&enough);
  if (error) std::rethrow_exception(error);
}

}  // namespace careerfacts::cli
