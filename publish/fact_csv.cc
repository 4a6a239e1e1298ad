#include "publish/fact_csv.h"

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

}  // namespace

void append_fact_csv_header(std::string& out) {
  out += "id,citation_count,document_count,";
  append_mention_csv_header(out);
  append_cell(out, "origin_count");
}

void append_fact_csv(std::string& out, const CitedFact& fact) {
  out += fact_id(fact.fact.key) + ',' + std::to_string(fact.citation_count) + ',' +
         std::to_string(fact.document_count) + ',';
  append_mention_csv(out, fact.example.document, fact.example.document_sha256, fact.example.mention);
  append_cell(out, std::to_string(fact.origin_count));
}

}  // namespace careerfacts
