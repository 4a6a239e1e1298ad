// A fact by the beginning of its id, as people type it.
#pragma once

#include <string>

#include "store/reader.h"

namespace careerfacts::cli {

// The one fact whose id begins with `prefix`, in either case of letters. Throws Error(usage) where there is
// none, or more than one.
FactKey find_fact(Reader& reader, const std::string& prefix);

}  // namespace careerfacts::cli
