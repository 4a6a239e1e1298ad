// Audited claims as comma-separated values (csv.h).
#pragma once

#include <string>

#include "audit/finding.h"

namespace careerfacts {

void append_audited_claim_csv_header(std::string& out);
// One row. Findings are "check: verdict" and evidence is told for people, both joined by " | ".
void append_audited_claim_csv(std::string& out, const Claims& claims, const AuditedClaim& audited);

}  // namespace careerfacts
