#include "tests/support/claims.h"

#include "extract/extract.h"
#include "ingest/ingest.h"

namespace careerfacts::test {

Claims claims_of(const std::vector<Article>& articles) {
  static const Rulebook rulebook = Rulebook::builtin();
  Claims claims;
  for (const Article& article : articles) {
    const ExtractedDocument found = extract(ingest(article.path, article.text), rulebook);
    const std::size_t number = claims.documents.size();
    for (const Mention& mention : found.mentions)
      if (mention.kind() <= Kind::percentage)
        claims.claims.push_back({fact_of(mention, found.sha256).key, number, mention});
    claims.documents.push_back({article.path, found.sha256, found.title, article.published,
                                article.copy_of < number ? article.copy_of : number});
  }
  return claims;
}

}  // namespace careerfacts::test
