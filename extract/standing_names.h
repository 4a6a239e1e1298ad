// Names that tell by where they stand who says so, without a cue: in brackets, before the colon of an item,
// in a line of their own, beside a figure.
#pragma once

#include <cstdint>

#include "extract/owned_works.h"

namespace careerfacts {

class StandingNameBinder : protected OwnedWorkBinder {
 protected:
  using OwnedWorkBinder::OwnedWorkBinder;

  // "(Glassdoor, 2024)", "([BLS](…))", "(Acme Pay Watch, 2025)": a name alone in brackets.
  void bind_brackets();
  // "Larkspur Institution: 39% of leaders say …": an item of a list of what bodies say.
  void bind_label_of_share();
  // A publisher beside a figure that no cue binds.
  void bind_bare_names();
  // "BLS, May 2024", "(Glassdoor, 2024)": a line of its own that is but a name and a date.
  void bind_caption();
  // "BLS" in "Bureau of Labor Statistics (BLS)".
  bool is_abbreviation_of_name_before(const SourceName& name, std::uint32_t bracket) const;

 private:
  std::uint32_t bracket_before(const SourceName& name) const;
  bool dealt_with(const SourceName& name) const;
  bool opens_with(const SourceName& name) const;
  bool ends_lead(const SourceName& name) const;
  bool heads_its_line(const SourceName& name) const;
};

}  // namespace careerfacts
