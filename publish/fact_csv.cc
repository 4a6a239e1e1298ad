#include "publish/fact_csv.h"

#include "publish/document_count.h"
#include "publish/mention_csv.h"

namespace careerfacts {
namespace {

void append_row(std::string& out, FactKey fact, std::size_t citations, std::size_t documents,
                const Citation& citation) {
  out += fact_id(fact) + ',' + std::to_string(citations) + ',' + std::to_string(documents) + ',';
  ExtractedDocument document;
  document.path = citation.document;
  document.sha256 = citation.document_sha256;
  append_mention_csv(out, document, citation.mention);
}

}  // namespace

void append_fact_csv_header(std::string& out) {
  out += "id,citation_count,document_count,";
  append_mention_csv_header(out);
}

void append_fact_csv(std::string& out, const CitedFact& fact) {
  append_row(out, fact.fact.key, fact.citation_count, fact.document_count, fact.example);
}

void append_fact_csv(std::string& out, const Fact& fact, const std::vector<Citation>& citations) {
  const std::size_t documents = document_count(citations);
  for (const Citation& citation : citations) append_row(out, fact.key, citations.size(), documents, citation);
}

}  // namespace careerfacts
