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
  append_mention_csv(out, fact.example.document, fact.example.document_sha256, fact.example.mention);
}

}  // namespace careerfacts
