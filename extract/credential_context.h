// What the words around a name say about whether it is a credential.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/scan.h"

namespace careerfacts {

class CredentialContext {
 public:
  // REQUIRES: `scan` outlives this.
  explicit CredentialContext(const Scan& scan);

  // "certification", "exam", "license" …: what a credential is called.
  bool is_noun(std::uint32_t token) const;

  // Is there any cue in the block?
  bool has_cue(std::uint32_t block) const { return cued_[block]; }

  // A cue of its sentence within three words before or after `at`.
  bool beside(std::uint32_t block, TokenRange at) const;

  // A credential noun in its sentence.
  bool in_sentence(std::uint32_t block, TokenRange at) const;

  // It stands in an enumeration of credentials: "Certifications: A, B and C", "certifications such as A",
  // a cell under "Certification", an item of a list that a sentence with such a noun leads to, or a list
  // under a heading that has one.
  bool listed(std::uint32_t block, std::uint32_t token) const { return listed(block, token, false); }

  // The same, and the words leave no doubt that it lists credentials by name: a plural ("certifications such
  // as"), a colon behind the noun, a column of them.
  bool surely_listed(std::uint32_t block, std::uint32_t token) const { return listed(block, token, true); }

  // A heading above has a credential noun.
  bool under_heading(std::uint32_t block) const;

  // Words before it that lead to who grants a credential: "from CFI", "CPT (NHA)".
  bool names_issuer(std::uint32_t block, TokenRange at) const;

  // Words that are never a credential, though they are written like one ("MBA", "SQL").
  bool refused(std::uint32_t block, TokenRange at) const;

  // "Acme Institute Certifications: A, B": the words before the noun; empty where there are none.
  TokenRange name_of_list(std::uint32_t block, std::uint32_t token) const;

 private:
  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }
  enum class Noun : std::uint8_t { any, credential, credentials };  // exams too; no exams; and in the plural
  bool listed(std::uint32_t block, std::uint32_t token, bool surely) const;
  bool has_noun(TokenRange range, Noun noun) const;
  bool has_noun(std::uint32_t block, Noun noun) const;
  bool nearest_heading(std::uint32_t block, Noun noun) const;
  bool header_of_cell(std::uint32_t block, Noun noun) const;
  std::uint32_t introducer(std::uint32_t block, std::uint32_t token, bool surely) const;

  const Scan& scan_;
  std::vector<bool> cued_;  // by block: whether it has a word that speaks of credentials
};

}  // namespace careerfacts
