#include "audit/read_claims.h"

#include <string>
#include <unordered_map>

namespace careerfacts {
namespace {

bool is_figure(const Mention& mention) {
  return mention.kind() == Kind::salary || mention.kind() == Kind::percentage;
}

}  // namespace

Claims read_claims(Reader& reader, bool include_chrome) {
  Claims claims;
  std::unordered_map<std::string, std::size_t> origins;  // numbers, by the path of the first of the copies
  reader.all_documents([&](const StoredDocument& document, const std::vector<Citation>& citations) {
    const std::size_t number = claims.documents.size();
    const std::string& origin = citations.empty() ? document.path : citations.front().origin;
    claims.documents.push_back({document.path, document.sha256, document.title, document.published,
                                origins.try_emplace(origin, origins.size()).first->second});
    for (const Citation& citation : citations) {
      if (!is_figure(citation.mention) || (citation.mention.chrome && !include_chrome)) continue;
      claims.claims.push_back({citation.fact, number, citation.mention});
    }
    return true;
  });
  return claims;
}

}  // namespace careerfacts
