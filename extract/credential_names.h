// What the list of credentials tells about names that are not in it: which issuer a name's first word or an
// issuer's own name means, and which listed credential is written in other signs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace careerfacts {

struct Credential;
struct CredentialSurface;

class CredentialNames {
 public:
  static constexpr std::uint32_t kUnknown = 0xffffffff;

  // REQUIRES: the views in both lists outlive this.
  void build(const std::vector<Credential>& credentials, const std::vector<CredentialSurface>& surfaces);

  // The credential whose name or alias has these words, whatever signs stand between them:
  // "aws certified security — specialty". kUnknown where there is none.
  std::uint32_t credential(std::string_view name) const;

  // The one credential of the issuer whose initials these are: "MIAAA", Microsoft → Microsoft Identity and
  // Access Administrator Associate. kUnknown where none or several have them.
  std::uint32_t by_initials(std::string_view initials, std::string_view issuer) const;

  // The issuer whose credentials begin with this word ("CompTIA", "Azure", "SnowPro"); empty where none or
  // several have them.
  std::string_view vendor(std::uint64_t first_word) const;

  // The issuer as it is listed: "ISACA", "Sales Force" → "Salesforce"; empty where it is not listed.
  std::string_view issuer(std::string_view name) const;

  // The listed issuer's name as `text` writes it: "(ISC)²" where it never says "ISC2".
  std::string_view issuer_as_written(std::string_view issuer, std::string_view text) const;

 private:
  std::unordered_map<std::string, std::uint32_t> by_words_;
  std::unordered_map<std::string_view, std::vector<std::pair<std::string_view, std::uint32_t>>>
      names_of_;                                                 // by issuer
  std::unordered_map<std::uint64_t, std::string_view> vendors_;  // by token key
  std::unordered_map<std::string, std::string_view> issuers_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> other_names_;  // by issuer
};

}  // namespace careerfacts
