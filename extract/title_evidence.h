// Is a title of the gazetteer one where it stands? What its policy asks for, looked for in the words around.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/scan.h"
#include "extract/short_titles.h"
#include "extract/title_words.h"

namespace careerfacts {

class TitleEvidence {
 public:
  // REQUIRES: all outlive it.
  TitleEvidence(const Scan& scan, const TitleWords& words, const ShortTitles& short_titles);

  bool accepts(const Title& title, std::uint32_t block, TokenRange at) const;

  // A cell, the lead of a list item, a level before it, or words around it that only a title has.
  bool in_title_position(std::uint32_t block, TokenRange at) const;

  // "a key driver of": words beside it that no title has.
  bool is_refused(std::uint32_t block, TokenRange at) const;

  // "the National Nurse Survey": part of the name of a body, a report or a law.
  bool is_inside_name(std::uint32_t block, TokenRange at) const;

  bool is_plural(std::uint32_t token) const;

  // Do capitals whose meaning is known name people here, and no field ("PM software"), place or time?
  bool stands_for_people(std::uint32_t block, TokenRange at) const;

 private:
  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }
  bool names_people(std::uint32_t block, TokenRange at) const;
  bool ends_name(std::uint32_t token) const;
  bool is_money(std::uint32_t token, std::uint32_t last) const;
  bool labels_amount(std::uint32_t token, std::uint32_t last) const;
  bool heads(std::uint32_t block, TokenRange at) const;
  bool is_common_noun(std::uint32_t block, TokenRange at) const;
  bool takes_verb(std::uint32_t first, std::uint32_t noun) const;
  bool is_of(std::uint32_t block, std::uint32_t token) const;
  bool has_determiner(std::uint32_t first, std::uint32_t token) const;
  bool goes_on_without_noun(std::uint32_t token, std::uint32_t last) const;
  bool is_named_in_full(TokenRange at) const;
  bool earns(std::uint32_t block, TokenRange at) const;
  bool is_settled(const Title& title, std::uint32_t block, TokenRange at) const;
  bool is_code(std::uint32_t token) const;
  bool is_place_or_time(std::uint32_t block, TokenRange at) const;

  const Scan& scan_;
  const TitleWords& words_;
  const ShortTitles& short_titles_;
  std::vector<std::uint64_t> heads_;  // the last words of longer titles in the document, sorted
};

}  // namespace careerfacts
