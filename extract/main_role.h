// The one job that an article is about: at least half of its titles name it, and two at least.
//
// It serves the figures that name no job themselves ("those with 1-4 years earn …"), in sections that speak
// of no other before them; and lines of facts ("Median pay: $61,600") in sections that name none before them,
// where it is the one job of the article's title.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/figure_context.h"
#include "extract/roles.h"

namespace careerfacts {

class MainRole {
 public:
  // `roles` are all of the document, in order. Both outlive the MainRole.
  MainRole(const Scan& scan, const std::vector<RoleMention>& roles);

  // The mention of the main role in the figure's own section, the last before it; null where the section
  // names another role before the figure or none, and where the article has no main role.
  const RoleMention* of(const Figure& figure) const;

 private:
  std::uint32_t section_of(const RoleMention& role) const;
  const RoleMention* of_title() const;
  bool stands_in_line_of_facts(const Figure& figure) const;

  const Scan& scan_;
  const std::vector<RoleMention>& roles_;
  const RoleMention* title_ = nullptr;
  std::vector<bool>
      foreign_;  // for each role, whether its section names another up to it; empty: no main role
};

}  // namespace careerfacts
