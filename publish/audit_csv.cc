#include "publish/audit_csv.h"

#include "audit/voices.h"
#include "publish/audit_json.h"
#include "publish/audit_words.h"
#include "publish/csv.h"
#include "publish/mention_text.h"

namespace careerfacts {

void append_audited_claim_csv_header(std::string& out) {
  out +=
      "verdict,document,line,column,start,end,kind,quote,claim,source_grade,source,reason,findings,evidence,"
      "fact_id\r\n";
}

void append_audited_claim_csv(std::string& out, const Claims& claims, const AuditedClaim& audited) {
  const Claim& claim = claims.claims[audited.claim];
  const Mention& mention = claim.mention;
  const Attribution& by = attribution_of(claim);
  std::string findings;
  std::string evidence;
  const auto add = [](std::string& to, const std::string& part) { to += (to.empty() ? "" : " | ") + part; };
  for (const Finding& finding : audited.findings) {
    add(findings, std::string(to_word(finding.check)) + ": " + std::string(to_word(finding.verdict)));
    for (const std::string& line : describe_evidence(evidence_json(claims, finding))) add(evidence, line);
  }
  CsvRow row(out);
  row.word(to_word(audited.verdict));
  row.text(claims.document_of(claim).path);
  row.number(mention.line);
  row.number(mention.column);
  row.number(mention.span.begin);
  row.number(mention.span.end);
  row.word(to_word(mention.kind()));
  row.text(mention.quote);
  row.text(describe(mention));
  row.word(to_word(by.grade));
  row.text(by.source);
  row.text(reason_of(audited));
  row.word(findings);
  row.text(evidence);
  row.word(fact_id(claim.fact));
  row.end();
}

}  // namespace careerfacts
