// Proper names of credentials that no list has: "Acme Certified Widget Engineer - Associate", "Certified
// Widget Professional", "Acme Widget Design Professional Certificate", "journeyman plumber license".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/credential_context.h"
#include "extract/scan.h"

namespace careerfacts {

struct OpenCredential {
  TokenRange at;
  std::string_view issuer;
  std::string_view rule;
  bool is_abbreviation = false;
};

class OpenCredentials {
 public:
  // REQUIRES: both outlive this.
  OpenCredentials(const Scan& scan, const CredentialContext& context)
      : scan_(scan), rules_(*scan.rules), context_(context) {}

  // Appends those of a block, in no order; they may overlap.
  void find(std::uint32_t block, std::vector<OpenCredential>& found);

 private:
  void find_in(std::uint32_t block, std::vector<OpenCredential>& found);  // in range_
  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }
  bool exists(std::uint32_t i) const { return range_.contains(i); }
  bool capital(std::uint32_t i) const { return exists(i) && token(i).is_word() && token(i).upper_first; }
  bool in_heading() const;
  bool is_head(std::uint32_t i) const;
  bool is_singular(std::uint32_t i) const;
  bool titled_from(std::uint32_t i) const;
  bool is_name(TokenRange at) const;
  bool starts_item(std::uint32_t i) const;
  bool ends_item(std::uint32_t i) const;
  std::uint32_t name_end(std::uint32_t i) const;
  bool ends_other_name(std::uint32_t i) const;
  std::uint32_t name_begin(std::uint32_t i) const;
  std::string_view issuer_of(TokenRange at) const;

  void certified(std::uint32_t i);
  void certificate(std::uint32_t i);
  bool named_permit(std::uint32_t i);
  std::uint32_t graded_end(std::uint32_t i) const;
  std::uint32_t certificate_of_end(std::uint32_t i) const;
  void examination(std::uint32_t i);
  bool is_coined(TokenRange at) const;
  void diploma(std::uint32_t i);
  void license(std::uint32_t i);
  void listed_name(std::uint32_t i);
  void listed_abbreviation(std::uint32_t i);

  const Scan& scan_;
  const CompiledRules& rules_;
  const CredentialContext& context_;
  std::vector<OpenCredential>* found_ = nullptr;
  std::uint32_t block_ = 0;
  TokenRange range_;
};

// The issuer that the text names before a list of its credentials; empty where it names none.
std::string_view issuer_of_list(const Scan& scan, const CredentialContext& context, std::uint32_t block,
                                std::uint32_t token);

}  // namespace careerfacts
