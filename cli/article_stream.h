// Articles that come as lines of JSON instead of files (`extract --stdin-format jsonl`).
#pragma once

#include <functional>
#include <string>

#include "cli/line_chunks.h"
#include "cli/pipeline.h"

namespace careerfacts::cli {

// As run_pipeline, with the articles of `lines`. A line that cannot be used gives a Work that is not usable,
// whose path is the input and the number of the line; the rest goes on. `pause` is called when all lines that
// have come so far are written.
void run_articles(LineChunks& lines, const Rulebook& rulebook, const PipelineOptions& options,
                  const Render& render, const Write& write, const std::function<void()>& pause);

}  // namespace careerfacts::cli
