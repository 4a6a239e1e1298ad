// The sentence whose sources are being bound, and what every way to bind them needs: adding one, its name
// with those of its partners, its year.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extract/scan.h"
#include "extract/source_binding.h"
#include "extract/source_names.h"

namespace careerfacts {

class SourceSentence {
 protected:
  // REQUIRES: all outlive it.
  SourceSentence(const Scan& scan, const SourceNames& names, std::span<const std::uint32_t> figures,
                 std::uint32_t block, std::vector<BoundSource>& bounds)
      : scan_(scan),
        names_(names),
        figures_(figures),
        block_(block),
        bounds_(bounds),
        cues_left_(scan.cues(Feature::citing, scan.blocks[block].tokens)),
        names_left_(names.in(block)) {}

  // Takes up the next sentence of the block. Gives whether it has a cue or a name, without which nothing is
  // bound.
  bool start(TokenRange sentence);
  // Orders the sources by place, and drops what a name in the same clause overrules; nothing where there is
  // but one.
  void finish_sentence();

  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }
  // The first name of the sentence that begins at `i` or behind it, or null; the one that begins at `i`.
  const SourceName* name_from(std::uint32_t i) const;
  const SourceName* name_at(std::uint32_t i) const;
  bool is_possessive(std::uint32_t i) const { return scan_.is_possessive(i); }
  // Whether the last figure of the sentence before `end` is a percentage.
  bool is_percent_before(std::uint32_t end) const;

  // A name that two cues bind is bound once: "a 2022 study by X found"; only a label may come on top.
  void add(Binding binding, TokenRange at, SourceFound source);
  // Who says so without a name: "experts say".
  void add_vague(const CueHit& cue);
  // Whether the sentence has a named source already; the last of them takes `year` where it has none.
  bool date_last_named(std::optional<int> year);
  // `name` speaks, and `cue` is its verb.
  void add_subject(const SourceName& name, TokenRange cue);

  SourceFound source(const SourceName& name, std::optional<int> year) const;
  // "the Bureau of Labor Statistics and Salary.com"
  TokenRange with_partners(const SourceName& name) const;
  // The year that stands before a name and its cue, between them, or just behind the name.
  std::optional<int> year_of(TokenRange at) const;

  const Scan& scan_;
  const SourceNames& names_;
  std::span<const std::uint32_t> figures_;  // FigureTokens::block
  std::uint32_t block_;
  TokenRange sentence_;
  std::span<const CueHit> cues_;       // of the sentence, of Feature::citing
  std::span<const SourceName> named_;  // names that begin in it
  std::size_t first_of_sentence_ = 0;
  std::vector<BoundSource>& bounds_;  // those of the sentence begin at first_of_sentence_

 private:
  bool is_of_page(std::uint32_t i) const;
  bool asks_own(TokenRange cue) const;
  bool is_group(TokenRange cue) const;
  bool is_of_share(std::uint32_t i) const;
  TokenRange with_year(TokenRange cue) const;
  std::optional<int> year_behind(std::uint32_t verb) const;
  std::optional<int> year_of_work(std::uint32_t name) const;
  bool is_relative(std::uint32_t name) const;
  bool is_thrown_in(std::uint32_t name, std::uint32_t behind) const;
  void drop_vague_beside_same();

  std::span<const CueHit> cues_left_;  // of the block, from the next sentence on
  std::span<const SourceName> names_left_;
};

}  // namespace careerfacts
