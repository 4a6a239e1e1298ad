// Audited claims as one JSON object a line: the format of `audit --format jsonl`, described by
// schemas/audit.schema.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/finding.h"

namespace careerfacts {

// Appends one line.
void append_audited_claim_json(std::string& out, const Claims& claims, const AuditedClaim& audited);

// What a finding rests on: a JSON list of objects, each a reference row or a citation of another claim.
std::string evidence_json(const Claims& claims, const Finding& finding);

// Such a list for people, one line each: "BLS Employment Projections, 2021-31: 15-2051 Data
// scientists: 35.8", "articles/a.txt:9: 36%, says BLS". Empty where it is no such list.
std::vector<std::string> describe_evidence(std::string_view json);

}  // namespace careerfacts
