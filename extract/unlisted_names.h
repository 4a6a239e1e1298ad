// Whether capitalised words that no list knows may name a body that speaks ("Harrowgate says"), and not a
// person, a place, a job, a topic or the first word of a sentence. Asked only about names that stand where a
// source would stand.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/scan.h"
#include "extract/source_names.h"

namespace careerfacts {

class UnlistedNames {
 public:
  // Where the name stands: before or behind a verb of speech; before its survey; beside words that say that
  // it is a body.
  enum class Slot : std::uint8_t { speaker, owner, vouched };

  UnlistedNames(const Scan& scan, const SourceNames& names);  // REQUIRES: outlived by both

  // The part of `name` that names a body, or nothing: without "Recruiter" at the begin of a sentence, and
  // without what belongs to it ("Larkspur's Jane Roe").
  std::optional<TokenRange> body_in(std::uint32_t block, TokenRange sentence, TokenRange name, Slot slot);

  // "PL" in "PL-300": whether a number goes on with what ends at `behind`.
  bool is_code(std::uint32_t behind, std::uint32_t end) const;
  // Whether the words of a name are a place, a month, a topic …, and no name of a body.
  bool is_other_word(TokenRange name);

  // The words that say what a body is and end just before `token`: "recruitment firm", "the job board".
  bool vouched_before(TokenRange sentence, std::uint32_t token) const;
  // "Larkspur, a firm of recruiters, says": the same, between two commas; `between` is from comma to comma.
  bool vouched_between(TokenRange between) const;

 private:
  enum Kind : unsigned { person = 1, place = 2, no_body = 4 };

  unsigned kinds_at(std::uint32_t token, std::uint32_t last, std::uint32_t* end);
  bool is_site(TokenRange name) const;
  std::uint32_t without_opening(TokenRange name);
  bool is_title_case(TokenRange sentence) const;
  bool is_person(std::uint32_t block, TokenRange sentence, TokenRange name);
  bool is_followed_as_person(std::uint32_t block, TokenRange sentence, std::uint32_t after) const;
  bool is_meant_by_pronoun(std::uint32_t block, TokenRange sentence, std::uint32_t after) const;
  bool opens_sentence(TokenRange sentence, std::uint32_t token) const;
  bool stands_in_lower_case(std::uint64_t key);
  bool is_surname(std::uint64_t key);
  bool holds_title(std::uint32_t block, TokenRange name) const;
  void learn_surnames();

  const Scan& scan_;
  const SourceNames& names_;
  std::vector<Hit> hits_;    // of one token, kept for its memory
  bool learned_ = false;     // surnames_
  std::size_t asked_ = 0;    // times stands_in_lower_case() was
  std::vector<bool> lower_;  // set for the keys of words that stand in small letters, once it pays
  std::vector<std::uint64_t> surnames_;  // last words of names of people, sorted
};

}  // namespace careerfacts
