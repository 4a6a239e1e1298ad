// Job titles: those of the gazetteer, and open ones that a head noun makes ("<field> engineer", "Head of
// <field>").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/scan.h"

namespace careerfacts {

struct RoleMention {
  TokenRange at;
  std::uint32_t block = 0;
  std::string name;           // canonical: lower case, singular
  std::string_view soc_code;  // empty where no code is sure
  std::string_view rule;
};

// The first of `roles`, which are in text order, that begins at `token` or behind it; null where there is
// none.
const RoleMention* first_role_from(const std::vector<RoleMention>& roles, std::uint32_t token);

// In text order, not overlapping. Ranges in `taken` (names of credentials and publishers) hold no titles.
std::vector<RoleMention> find_roles(const Scan& scan, const std::vector<TokenRange>& taken);

}  // namespace careerfacts
