// Findings of an audit go into the store.
#pragma once

#include <string>
#include <vector>

#include "store/finding.h"
#include "store/writer.h"

namespace careerfacts {

// Stores `findings` in place of those of earlier audits, and records the run, in one transaction. A finding
// whose citation is not in the store any more is left out. Returns how many were stored. Throws Error(store):
// no store at `path`, read-only, locked for longer than `busy_timeout_ms`, disk full; then the earlier
// findings stay.
std::size_t replace_findings(const std::string& path, const RunInfo& run, const std::string& finished_at,
                             const std::vector<StoredFinding>& findings, int busy_timeout_ms = 10'000);

}  // namespace careerfacts
