// Credentials of the gazetteer in a text, where what stands around them lets them be credentials.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "extract/credential_context.h"
#include "extract/credential_country.h"
#include "extract/scan.h"

namespace careerfacts {

// A place that may be a mention.
struct CredentialCandidate {
  static constexpr std::uint32_t kOpen = CredentialNames::kUnknown;  // no credential of the gazetteer

  TokenRange at;
  std::uint32_t credential = kOpen;
  bool is_abbreviation = false;
  std::string_view issuer;
  std::string_view rule;
  std::string_view alias;           // says less than the credential's name: "NASM certification"
  std::string_view learned;         // name that the document gives an abbreviation
  std::string_view abbreviation{};  // of an open name, in brackets behind it
};

// What the document has told of credentials so far.
struct KnownCredentials {
  struct Learned {
    std::string_view name;
    std::string_view issuer;
  };
  std::unordered_set<std::uint32_t> settled;                        // credentials that it speaks of
  std::unordered_map<std::string_view, std::uint32_t> spelled_out;  // abbreviation → the one of that name
  std::unordered_map<std::string_view, Learned> learned;            // abbreviation → name that no list has
  std::set<std::pair<std::uint32_t, std::uint32_t>> lists;          // lists with credentials as item heads
};

// The list in which a block is an item; {kNone, kNone} where it is none.
std::pair<std::uint32_t, std::uint32_t> list_of_item(const Document& document, std::uint32_t block);

class ListedCredentials {
 public:
  // REQUIRES: all outlive this.
  ListedCredentials(const Scan& scan, const CredentialContext& context, KnownCredentials& known);

  // Whether a block may have any.
  bool may_be_in(std::uint32_t block) const { return first_of_block_[block] < first_of_block_[block + 1]; }

  // Appends those of a block, in text order. They may overlap.
  void find(std::uint32_t block, std::vector<CredentialCandidate>& found);

 private:
  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }
  bool exists(std::uint32_t i) const { return range_.contains(i); }
  bool is_dash(std::uint32_t i) const { return token(i).is('-') || scan_.word(i) == "—"; }
  const Credential& credential(const CredentialSurface& s) const { return rules_.credentials[s.credential]; }

  TokenRange with_noun(TokenRange at, const CredentialSurface& surface) const;
  bool has_noun_behind(TokenRange at) const;
  TokenRange without_issuer(TokenRange at, const CredentialSurface& surface) const;
  std::string_view own_alias(const CredentialSurface& surface) const;
  bool is_exact(const CredentialSurface& surface, TokenRange at) const;
  bool accepts_abbreviation(const CredentialSurface& surface, TokenRange at) const;
  bool accepts_name(const CredentialSurface& surface, TokenRange at) const;
  bool has_cue(const CredentialSurface& surface, TokenRange at) const;
  bool abbreviated_beside(TokenRange at, std::uint32_t credential) const;
  bool inside_publisher(TokenRange at) const;
  bool is_publisher(TokenRange at) const;
  bool is_title(TokenRange at) const;
  bool is_person(TokenRange at) const;
  bool is_people(const CredentialSurface& surface, TokenRange at) const;
  void note_expansion(const CredentialSurface& surface, TokenRange at, bool accepted);
  bool is_doubtful(const CredentialSurface& surface, TokenRange at) const;
  bool is_proper(TokenRange at) const;
  bool heads_list_of_credentials(TokenRange at) const;
  bool is_shared(const CredentialSurface& surface, TokenRange at) const;
  bool fits_issuers(const CredentialSurface& surface, TokenRange at) const;
  bool issuer_is_known(const Credential& credential) const;
  struct OfCountry {
    std::uint32_t credential = CredentialCandidate::kOpen;  // none
    bool safe = false;                                      // the abbreviation needs no cue
  };
  OfCountry of_country(const CredentialSurface& surface, TokenRange at) const;
  bool inside_body(TokenRange at) const;
  bool is_sure_title(TokenRange at) const;
  void accept_neighbours(std::vector<CredentialCandidate>& found);
  bool in_one_row(TokenRange a, TokenRange b) const;

  const Scan& scan_;
  const CompiledRules& rules_;
  const CredentialContext& context_;
  KnownCredentials& known_;
  CredentialCountry country_;
  std::vector<std::uint32_t> first_of_block_;  // into hits_, one more than there are blocks
  std::vector<std::uint32_t> hits_;  // of Scan::hits: those of credentials, but for words in other letters
  std::uint32_t block_ = 0;
  TokenRange range_;
  std::uint32_t bracket_of_job_ =
      CredentialCandidate::kOpen;              // the token behind "Certified Medical Assistants ("
  std::vector<CredentialCandidate> doubtful_;  // abbreviations that only their neighbours can speak for
};

}  // namespace careerfacts
