// What a run of `ingest` tells when it is done.
#pragma once

#include <cstddef>
#include <string>

#include "cli/diagnostics.h"
#include "cli/output.h"
#include "store/summary.h"
#include "store/writer.h"

namespace careerfacts::cli {

struct RunReport {
  std::string database;   // its path
  std::size_t files = 0;  // that were read
  std::size_t bytes = 0;  // of these
  double seconds = 0;
  RunCounts counts;
  Summary stored;                // what the database holds after the run
  bool reextracted = false;      // only what was stale was read
  bool includes_chrome = false;  // page chrome counts in `stored`
};

// Documents, facts and mentions by kind, pay by role, what was imperfect, and how long it took.
void print_summary(const RunReport& report, const Diagnostics& diagnostics, Output& out);

}  // namespace careerfacts::cli
