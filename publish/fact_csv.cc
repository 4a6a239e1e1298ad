#include "publish/fact_csv.h"

#include "publish/mention_csv.h"

namespace careerfacts {

void append_fact_csv_header(std::string& out) {
  out += "id,citation_count,document_count,";
  append_mention_csv_header(out);
}

void append_fact_csv(std::string& out, const CitedFact& fact) {
  out += fact_id(fact.fact.key) + ',' + std::to_string(fact.citation_count) + ',' +
         std::to_string(fact.document_count) + ',';
  ExtractedDocument document;
  document.path = fact.example.document;
  document.sha256 = fact.example.document_sha256;
  append_mention_csv(out, document, fact.example.mention);
}

}  // namespace careerfacts
