// An audit as SARIF 2.1.0, so that editors and code hosts show it at the lines of the articles.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "publish/utf16_region.h"

namespace careerfacts {

// Appends one log with one run. Results are the claims that want a look (audit_words.h), by document and
// place; what was checked and what was not is told by the run's properties. Columns count UTF-16 units.
// `regions`: one a claim, in their order.
void append_audit_sarif(std::string& out, const Claims& claims, std::span<const AuditedClaim> audited,
                        std::span<const Utf16Region> regions, std::string_view program_version);

}  // namespace careerfacts
