#include "audit/read_claims.h"

#include <string>
#include <unordered_map>

namespace careerfacts {
namespace {

// Documents of the same bytes have the same origin.
class Origins {
 public:
  std::size_t of(const StoredDocument& document) {
    return numbers_.try_emplace(document.sha256.empty() ? document.path : document.sha256, numbers_.size())
        .first->second;
  }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
};

bool is_figure(const Mention& mention) {
  return mention.kind() == Kind::salary || mention.kind() == Kind::percentage;
}

}  // namespace

Claims read_claims(Reader& reader, bool include_chrome) {
  Claims claims;
  Origins origins;
  reader.all_documents([&](const StoredDocument& document, const std::vector<Citation>& citations) {
    const std::size_t number = claims.documents.size();
    claims.documents.push_back(
        {document.path, document.sha256, document.title, document.published, origins.of(document)});
    for (const Citation& citation : citations) {
      if (!is_figure(citation.mention) || (citation.mention.chrome && !include_chrome)) continue;
      claims.claims.push_back({citation.fact, number, citation.mention});
    }
    return true;
  });
  return claims;
}

}  // namespace careerfacts
