#include "publish/fact_csv.h"

#include "publish/citation_counts.h"
#include "publish/mention_csv.h"

namespace careerfacts {
namespace {

// Adds a cell to the row that `out` ends in. Columns that came later stand last: programs may count on
// places.
void append_cell(std::string& out, const std::string& cell) {
  constexpr std::string_view kRowEnd = "\r\n";
  out.resize(out.size() - kRowEnd.size());
  out += ',' + cell;
  out += kRowEnd;
}

void append_row(std::string& out, FactKey fact, const CitationCounts& counts, const Citation& citation) {
  out +=
      fact_id(fact) + ',' + std::to_string(counts.citations) + ',' + std::to_string(counts.documents) + ',';
  ExtractedDocument document;
  document.path = citation.document;
  document.sha256 = citation.document_sha256;
  append_mention_csv(out, document, citation.mention);
  append_cell(out, std::to_string(counts.origins));
}

}  // namespace

void append_fact_csv_header(std::string& out) {
  out += "id,citation_count,document_count,";
  append_mention_csv_header(out);
  append_cell(out, "origin_count");
}

void append_fact_csv(std::string& out, const CitedFact& fact) {
  append_row(out, fact.fact.key, {fact.citation_count, fact.document_count, fact.origin_count}, fact.example);
}

void append_fact_csv(std::string& out, const Fact& fact, const std::vector<Citation>& citations) {
  const CitationCounts counts = counts_of(citations);
  for (const Citation& citation : citations) append_row(out, fact.key, counts, citation);
}

}  // namespace careerfacts
