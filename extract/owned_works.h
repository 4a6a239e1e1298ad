// Whose a survey, report or index is: "Larkspur's 2024 Work Index", "the institute's Pay Census", "in its
// 2023 salary survey". The owner is the source, and the year of the work is the source's.
#pragma once

#include "extract/unlisted_binding.h"

namespace careerfacts {

class OwnedWorkBinder : protected UnlistedBinder {
 protected:
  using UnlistedBinder::UnlistedBinder;

  // "In its 2023 salary survey", "…, its latest survey shows": of the body that its sentence names before it,
  // or the sentence before that says nothing else of a source.
  void bind_own_work(TokenRange cue);
  // "according to Larkspur's Cost of Hiring Report 2024": Larkspur says so, in the year behind its work.
  bool bind_owner_after_cue(TokenRange cue, Binding binding, const SourceName& name);
  // Whose work a name is: "Deloitte's State of AI", "LinkedIn … its 2022 Jobs on the Rise list".
  const SourceName* owner_of(const SourceName& name) const;
  // Whether more than "'s" and a year parts an owner from its work.
  bool is_named_before(const SourceName& owner, const SourceName& work) const;
  // "Larkspur's 2024 Work Index found": the work is listed, or called an index, and its owner says so.
  void bind_owner(const SourceName& work, const SourceName& owner, TokenRange cue);
  // Whether it is the work of a source that is bound already, which then takes its year.
  bool is_work_of_another(const SourceName& name);

 private:
  const SourceName* owner_named_before(std::uint32_t noun) const;
};

}  // namespace careerfacts
