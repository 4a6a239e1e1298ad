// Binds sources whose names no list knows, where they stand as a source would: before or behind a verb of
// speech, before a survey of theirs, in brackets or behind a dash at the end of a claim.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/source_sentence.h"
#include "extract/unlisted_names.h"

namespace careerfacts {

class UnlistedBinder : protected SourceSentence {
 protected:
  UnlistedBinder(const Scan& scan, const SourceNames& names, UnlistedNames& unlisted,
                 std::span<const std::uint32_t> figures, std::uint32_t block,
                 std::vector<BoundSource>& bounds)
      : SourceSentence(scan, names, figures, block, bounds), unlisted_(unlisted) {}

  // Behind "for May 2025", "in late 2024", or `i` where none stands there.
  std::uint32_t behind_date(std::uint32_t i, std::uint32_t end) const;
  // Behind ", meanwhile,", or `i` where no such aside stands there.
  std::uint32_t behind_aside(std::uint32_t i, std::uint32_t end) const;
  // "Larkspur says": `least` is what the verb asks of a name.
  void bind_unlisted_subject(const SourceName& name, TokenRange cue, Trust least);
  // "Larkspur" in "Larkspur, a Leeds agency, says".
  const SourceName* subject_before_apposition(TokenRange cue) const;
  // ", says Larkspur", "Per Larkspur, …", "(per Larkspur)": in a clause of their own.
  void bind_beside(TokenRange cue);
  // "Larkspur's 2024 survey", "a Larkspur survey", "a poll of 500 firms by Larkspur"; the survey is the cue.
  void bind_work(const CueHit& cue);
  // Whether a name in brackets is a source: with a year or its report, or alone behind a percentage.
  bool names_source_alone(const SourceName& name, TokenRange bracket, std::optional<int> year) const;
  // "Some 61% of firms hire juniors – Larkspur"
  void bind_signature();
  // "(Larkspur, 2024)" behind the full stop
  void bind_lone_name();
  // "Glassdoor says $60,000; Payscale, $62,000"
  void bind_gapped_names();

  UnlistedNames& unlisted_;

 private:
  using Slot = UnlistedNames::Slot;

  void bind_maker(TokenRange cue);
  bool bind_of_subject(const SourceName& work);
  bool follows_year(std::uint32_t i) const;
  bool owns(const SourceName& name, const CueHit& work) const;
  bool stands_with(const SourceName& name, const CueHit& work) const;
  const SourceName* possessor_of(const SourceName& name) const;
  bool speaks_for_one(TokenRange cue) const;
  bool is_plural_noun(TokenRange cue) const;
  bool is_linked(TokenRange name) const;
  bool is_bracketed_number(std::uint32_t i) const;
  bool is_adverb(std::uint32_t i) const;
  bool closes_quotation(std::uint32_t i) const;
};

}  // namespace careerfacts
