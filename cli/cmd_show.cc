// careerfacts show FACT_ID: one fact, and every place that states it, read again from the files.
#include <algorithm>
#include <optional>

#include "audit/cited_file.h"
#include "audit/verdict.h"
#include "cli/command.h"
#include "cli/find_fact.h"
#include "cli/options.h"
#include "publish/audit_json.h"
#include "publish/mention_text.h"
#include "store/reader.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts show FACT_ID [OPTIONS]

Shows one fact and every citation of it: where it stands, the rule that found it, who says so, the line of the file
with the cited bytes marked ⟦like this⟧, and what the last 'audit' found out about it, with the evidence. FACT_ID is
an id as 'facts' prints it, or the beginning of one.

Options:
  --db FILE         the database (facts.db)
  --help            this text

Exit status: 0 all well; 1 a citation no longer holds: its file is gone or says something else; 2 there is no such
fact, the database cannot be used, or the options are wrong.

Examples:
  careerfacts show 9b928a2b92a28309
  careerfacts show 9b92 --db pay.db
)";

constexpr std::size_t kContextBytes = 160;  // of the line, on either side

// What the fact says, without what one citation adds to it.
std::string says(Mention mention) {
  if (auto* salary = std::get_if<SalaryFields>(&mention.fields)) salary->attribution = {};
  if (auto* percentage = std::get_if<PercentageFields>(&mention.fields)) percentage->attribution = {};
  return describe(mention);
}

std::string bytes_text(RawSpan span) {
  return "bytes " + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

std::string plural(std::size_t number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

void write_field(Output& out, const std::string& name, const std::string& value) {
  out.styled(Style::dim, "   " + name + std::string(9 - name.size(), ' '));
  out.write(value + "\n");
}

void write_attribution(Output& out, const Attribution& attribution) {
  if (attribution.grade == SourceGrade::none) return;
  std::string text = attribution.grade == SourceGrade::named ? attribution.source : "vague, none is named";
  if (!attribution.canonical.empty() && attribution.canonical != attribution.source)
    text += ", which is " + attribution.canonical;
  if (attribution.year) text += ", " + std::to_string(*attribution.year);
  if (attribution.citation) text += " (" + bytes_text(*attribution.citation) + ")";
  write_field(out, "source", text);
}

void write_role(Output& out, const RoleReference& role) {
  if (role.name.empty() || !role.citation) return;
  write_field(out, "role", role.name + " (" + bytes_text(*role.citation) + ")");
}

void write_fields(Output& out, const Mention& mention) {
  std::string section;
  for (const std::string& heading : mention.section) section += (section.empty() ? "" : " › ") + heading;
  if (!section.empty()) write_field(out, "section", section);
  if (const auto* salary = std::get_if<SalaryFields>(&mention.fields)) {
    write_role(out, salary->role);
    write_attribution(out, salary->attribution);
  }
  if (const auto* percentage = std::get_if<PercentageFields>(&mention.fields)) {
    write_role(out, percentage->role);
    write_attribution(out, percentage->attribution);
  }
  if (mention.chrome) write_field(out, "chrome", "it stands in navigation, share lines or the like");
}

// What the article says of itself.
void write_document(Output& out, const StoredDocument& document) {
  std::string text = document.title;
  const auto add = [&](const std::string& before, const std::string& what) {
    if (!what.empty()) text += (text.empty() ? "" : ", ") + before + what;
  };
  add("by ", document.author);
  add("", document.publisher);
  add("", document.published);
  add("updated ", document.updated);
  if (!text.empty()) write_field(out, "article", text);
}

// The line of the file where it can be shown, else what was stored of it.
void write_line(Output& out, const Mention& mention, const CitedFile& file) {
  CitedFile::Line line;
  if (file.holds(mention)) line = file.line(mention.span, kContextBytes);
  if (line.marked.empty()) {
    const std::size_t at = mention.context.find(mention.quote);
    line.before = mention.context.substr(0, at);
    if (at != std::string::npos) {
      line.marked = mention.quote;
      line.after = mention.context.substr(at + mention.quote.size());
    }
  }
  out.write("   " + line.before);
  if (!line.marked.empty()) out.styled(Style::marked, "⟦" + line.marked + "⟧");
  out.write(line.after + "\n");
}

// What the last audit found out about the citation, with what it rests on.
void write_findings(Output& out, const Citation& citation, const std::vector<StoredFinding>& findings) {
  for (const StoredFinding& finding : findings) {
    if (finding.document != citation.document || finding.span != citation.mention.span) continue;
    write_field(out, "audit", finding.verdict + ", by " + finding.check + ": " + finding.reason);
    for (const std::string& line : describe_evidence(finding.evidence)) write_field(out, "", "· " + line);
  }
}

// True when the citation holds.
bool write_citation(Output& out, std::size_t number, const Citation& citation, const CitedFile& file,
                    const std::optional<StoredDocument>& document,
                    const std::vector<StoredFinding>& findings) {
  const Mention& mention = citation.mention;
  out.write("\n");
  out.styled(Style::bold, std::to_string(number) + ". " + citation.document + ":" +
                              std::to_string(mention.line) + ":" + std::to_string(mention.column));
  out.write("  " + bytes_text(mention.span) + "  rule " + mention.rule + "\n");
  if (document) write_document(out, *document);
  write_fields(out, mention);
  write_line(out, mention, file);
  write_findings(out, citation, findings);
  if (file.holds(mention)) return true;
  write_field(
      out, "broken",
      file.problem().empty() ? "the file has changed: these bytes are no longer the quote" : file.problem());
  return false;
}

Exit run(const std::vector<std::string>& words, Console& console) {
  std::string database = "facts.db";
  std::vector<std::string> ids;
  Options options("show");
  options.text("db", database);
  options.operands(ids, 1, 1, "FACT_ID");
  options.parse(words);

  Reader reader(database);
  const CitedFact fact = reader.fact(find_fact(reader, ids.front())).value();
  Output& out = console.out;
  out.styled(Style::bold, fact_id(fact.fact.key));
  out.write("  " + std::string(to_word(fact.fact.kind)) + "\n");
  out.write("   " + says(fact.example.mention) + "\n");
  out.write(
      "   stated " + plural(fact.citation_count, "time") + " in " + plural(fact.document_count, "document") +
      (fact.origin_count < fact.document_count ? " of " + plural(fact.origin_count, "origin") : "") + "\n");

  std::vector<StoredFinding> findings = reader.findings(fact.fact.key);
  std::stable_sort(findings.begin(), findings.end(), [](const StoredFinding& a, const StoredFinding& b) {
    return verdict_from(a.verdict) < verdict_from(b.verdict);  // worst first
  });
  bool all_hold = true;
  std::optional<CitedFile> file;  // citations come by document
  std::size_t number = 0;
  for (const Citation& citation : reader.citations(fact.fact.key)) {
    if (!file || file->path() != citation.document) file.emplace(citation.document, citation.document_sha256);
    if (!write_citation(out, ++number, citation, *file, reader.document(citation.document), findings))
      all_hold = false;
  }
  out.flush();
  return all_hold ? Exit::ok : Exit::look;
}

}  // namespace

Command show_command() { return {"show", "one fact with its citations, marked in their lines", kHelp, run}; }

}  // namespace careerfacts::cli
