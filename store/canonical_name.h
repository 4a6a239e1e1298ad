// How names are folded before they are compared. Pure; the same in every locale.
//
// Only ASCII letters change case: a missed merge of "École" and "école" is harmless, a wrong one is not.
#pragma once

#include <string>
#include <string_view>

namespace careerfacts {

// Lower case, each run of spaces one space, none at the ends: names of roles and certifications.
std::string canonical_name(std::string_view name);

}  // namespace careerfacts
