// What all formats of an audit say in the same words.
#pragma once

#include <string>
#include <string_view>

#include "audit/finding.h"

namespace careerfacts {

// One sentence without a full stop, also where no finding gave one.
std::string reason_of(const AuditedClaim& audited);

// What a verdict means, one sentence; what to do about it, another one. For the rules of SARIF and for help.
std::string_view meaning_of(Verdict verdict);
std::string_view advice_on(Verdict verdict);

// Something that an editor should look at: all but those that speak for a claim or say nothing of it.
bool wants_look(Verdict verdict);

}  // namespace careerfacts
