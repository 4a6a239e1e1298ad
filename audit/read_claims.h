// The claims that a store holds: every citation of a salary or a percentage.
#pragma once

#include "audit/claim.h"
#include "store/reader.h"

namespace careerfacts {

// By document, then place. What stands in page chrome only when it is asked for. Throws Error(store).
Claims read_claims(Reader& reader, bool include_chrome);

}  // namespace careerfacts
