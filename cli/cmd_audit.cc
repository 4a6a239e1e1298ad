// careerfacts audit: is it true, who says so, and what was not checked?
#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "audit/audit.h"
#include "audit/check_citation.h"
#include "audit/read_claims.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/find_fact.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/run_time.h"
#include "extract/tsv.h"
#include "ingest/source.h"
#include "publish/audit_csv.h"
#include "publish/audit_json.h"
#include "publish/audit_sarif.h"
#include "publish/audit_text.h"
#include "publish/json_writer.h"
#include "store/finding_writer.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts audit [OPTIONS]

Checks every salary and percentage in the database: do the cited bytes still say it, does the named publisher publish
such a figure, do official figures agree, do other articles, and does it make sense at all? Prints what was checked and
what was not, and why; then every claim with its verdict, worst first. The findings are stored in the database, where
'show' finds them. Cited files are read again: run it from the folder that 'ingest' was run from.

Options:
  --db FILE         the database (facts.db)
  --reference FILE  a CSV file of more official figures, described in schemas/reference.schema.json; may be given
                    several times
  --include-chrome  with what stands in page chrome: navigation, related articles, share lines
  --without-files   does not read the cited files again: for a database whose articles are elsewhere
  --fail-on LIST    exit status 1 when a claim has one of these verdicts: contradicted,disputed
  --explain FACT    only this fact (its id or the beginning of it), with each step of the comparison; nothing is
                    stored
  --format FORMAT   text:  for people (the default)
                    jsonl: one JSON object a line, described in schemas/audit.schema.json, by document and place
                    csv:   RFC 4180, worst first; spreadsheet formulas are defused
                    sarif: SARIF 2.1.0 for editors and code hosts, only what wants a look
  --out FILE        writes there instead of to standard output; what was there before stays until all is written
  --help            this text

Verdicts, worst first:
  broken_citation   the cited bytes no longer say it, or the file is gone
  contradicted      a comparable official figure has another value
  no_such_series    the publisher that is named publishes no such figure
  implausible       outside the official distribution, or impossible in itself
  disputed          comparable claims disagree, and no reference settles it
  relabelled        an official figure fits, but for another occupation or scope
  superseded        right for its edition; a newer one says otherwise
  plausible         a pay range within the official distribution
  corroborated      independent articles agree; there is nothing official to compare with
  supported         a comparable official figure agrees, and is current
  uncheckable       none of these could be tried; the reason says why

Exit status: 0 all well; 1 a citation is broken, or a claim has a verdict of --fail-on; 2 the database cannot be used,
a reference file is wrong, or the options are.

Examples:
  careerfacts audit
  careerfacts audit --fail-on contradicted,no_such_series --format sarif --out audit.sarif
  careerfacts audit --explain 9b92
)";

struct Arguments {
  std::string database = "facts.db";
  std::vector<std::string> references;
  std::vector<std::string> fail_on;
  std::string explain;
  std::string format = "text";
  std::string out;
  bool include_chrome = false;
  bool without_files = false;
};

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  Options options("audit");
  options.text("db", arguments.database);
  options.texts("reference", arguments.references);
  options.texts("fail-on", arguments.fail_on);
  options.text("explain", arguments.explain);
  options.choice("format", arguments.format, {"text", "jsonl", "csv", "sarif"});
  options.text("out", arguments.out);
  options.flag("include-chrome", arguments.include_chrome);
  options.flag("without-files", arguments.without_files);
  options.parse(words);
  if (!arguments.explain.empty() && arguments.format != "text")
    throw Error(ErrorKind::usage, "--explain", "is for people to read: leave --format out");
  return arguments;
}

// "contradicted,disputed". Throws Error(usage) for a word that is no verdict.
std::set<Verdict> read_verdicts(const std::vector<std::string>& lists) {
  std::set<Verdict> verdicts;
  for (const std::string& list : lists) {
    const std::vector<std::string_view> words = split(list, ',');
    if (words.empty())
      throw Error(ErrorKind::usage, "--fail-on", "needs verdicts; see 'careerfacts audit --help'");
    for (const std::string_view word : words) {
      const std::optional<Verdict> verdict = verdict_from(word);
      if (!verdict) {
        const std::string_view meant = closest(word, {verdict_words().begin(), verdict_words().end()});
        throw Error(ErrorKind::usage, "--fail-on",
                    "'" + std::string(word) + "' is no verdict" +
                        (meant.empty() ? "" : "; did you mean '" + std::string(meant) + "'?") +
                        "; see 'careerfacts audit --help'");
      }
      verdicts.insert(*verdict);
    }
  }
  return verdicts;
}

Reference read_reference(const std::vector<std::string>& files) {
  Reference reference = Reference::built_in();
  for (const std::string& file : files) {
    const RawFile raw = read_source({file, {}});
    for (const Diagnostic& diagnostic : raw.diagnostics)
      if (diagnostic.severity == Severity::error) throw Error(ErrorKind::io, file, diagnostic.message);
    reference.add_csv(file, raw.bytes);
  }
  return reference;
}

// What is found in the cited files.
struct CitedFiles {
  CitationFindings broken;
  std::vector<Utf16Region> regions;  // one a claim, only where they are wanted
};

CitedFiles read_cited_files(const Claims& claims, bool with_regions) {
  CitedFiles cited;
  std::optional<CitedFile> file;
  std::size_t document = claims.documents.size();
  for (std::size_t i = 0; i < claims.claims.size(); ++i) {
    const Claim& claim = claims.claims[i];
    if (claim.document != document) {
      document = claim.document;
      file.emplace(claims.documents[document].path, claims.documents[document].sha256);
    }
    if (std::optional<Finding> finding = check_citation(claim, *file))
      cited.broken.emplace(i, std::move(*finding));
    if (with_regions) cited.regions.push_back(utf16_region(claim.mention, file->bytes()));
  }
  return cited;
}

// The same where nothing is read.
CitedFiles stored_places(const Claims& claims, bool with_regions) {
  CitedFiles cited;
  if (with_regions)
    for (const Claim& claim : claims.claims) cited.regions.push_back(utf16_region(claim.mention, {}));
  return cited;
}

std::string options_as_json(const Arguments& arguments) {
  std::string text;
  JsonWriter json(text);
  json.text("command", "audit");
  json.texts("reference", arguments.references);
  json.flag("include_chrome", arguments.include_chrome);
  json.flag("without_files", arguments.without_files);
  json.end_line();
  text.pop_back();
  return text;
}

// A database that cannot be written to is audited all the same.
void store_findings(const Arguments& arguments, const std::string& started_at, const Claims& claims,
                    const std::vector<AuditedClaim>& audited, Output& err) {
  std::vector<StoredFinding> findings;
  for (const AuditedClaim& one : audited) {
    const Claim& claim = claims.claims[one.claim];
    for (const Finding& finding : one.findings)
      findings.push_back({claim.fact, claims.document_of(claim).path, claim.mention.span,
                          std::string(to_word(finding.check)), std::string(to_word(finding.verdict)),
                          finding.reason, finding.evidence.empty() ? "" : evidence_json(claims, finding)});
  }
  try {
    replace_findings(arguments.database,
                     {std::string(program_version()), "", options_as_json(arguments), started_at}, now(),
                     findings);
  } catch (const Error& error) {
    err.write(visible("careerfacts: warning: the findings are not stored: " + std::string(error.what())) +
              "\n");
  }
}

void write_text(const Claims& claims, const std::vector<AuditedClaim>& audited, Output& out) {
  std::string text;
  append_coverage_text(text, coverage_of(audited), claims.documents.size());
  out.write(text);
  if (!audited.empty()) out.write("\n");
  const std::size_t columns = out.is_terminal() ? static_cast<std::size_t>(out.columns()) : 0;
  for (const std::size_t index : worst_first(audited)) {
    if (out.closed()) return;
    text.clear();
    append_audited_claim_text(text, claims, audited[index], columns);
    out.write(visible(text));
  }
}

void write_lines(const std::string& format, const Claims& claims, const std::vector<AuditedClaim>& audited,
                 Output& out) {
  std::string text;
  if (format == "csv") append_audited_claim_csv_header(text);
  out.write(text);
  const std::vector<std::size_t> order = worst_first(audited);
  for (std::size_t i = 0; i < audited.size() && !out.closed(); ++i) {
    text.clear();
    if (format == "csv")
      append_audited_claim_csv(text, claims, audited[order[i]]);
    else
      append_audited_claim_json(text, claims, audited[i]);
    out.write(text);
  }
}

void write_report(const Arguments& arguments, const Claims& claims, const std::vector<AuditedClaim>& audited,
                  const CitedFiles& cited, Output& out) {
  if (arguments.format == "text") return write_text(claims, audited, out);
  if (arguments.format != "sarif") return write_lines(arguments.format, claims, audited, out);
  std::string text;
  append_audit_sarif(text, claims, audited, cited.regions, program_version());
  out.write(text);
}

// Every claim of one fact, step by step.
void write_explanation(FactKey fact, const Claims& claims, const std::vector<AuditedClaim>& audited,
                       const Reference& reference, Output& out) {
  std::size_t shown = 0;
  for (const AuditedClaim& one : audited) {
    if (claims.claims[one.claim].fact != fact) continue;
    std::string text = shown++ > 0 ? "\n" : "";
    append_audited_claim_text(text, claims, one, 0);
    const std::string steps = explain(one.claim, claims, reference);
    text += steps;
    if (!steps.empty() && !steps.ends_with('\n')) text += '\n';
    for (const Finding& finding : one.findings) {
      text += "  " + std::string(to_word(finding.check)) + ": " + std::string(to_word(finding.verdict)) +
              ": " + finding.reason + "\n";
      for (const std::string& line : describe_evidence(evidence_json(claims, finding)))
        text += "    · " + line + "\n";
    }
    out.write(visible(text));
  }
  if (shown == 0)
    throw Error(ErrorKind::usage, "--explain",
                "this fact is no salary or percentage, or stands in page chrome only (--include-chrome)");
}

Exit run(const std::vector<std::string>& words, Console& console) {
  const Arguments arguments = read_arguments(words);
  const std::set<Verdict> fail_on = read_verdicts(arguments.fail_on);
  const std::string started_at = now();
  const Reference reference = read_reference(arguments.references);
  std::optional<FactKey> explained;
  const Claims claims = [&] {
    Reader reader(arguments.database);
    if (!arguments.explain.empty()) explained = find_fact(reader, arguments.explain);
    return read_claims(reader, arguments.include_chrome);
  }();
  const bool with_regions = arguments.format == "sarif";
  const CitedFiles cited =
      arguments.without_files ? stored_places(claims, with_regions) : read_cited_files(claims, with_regions);
  const std::vector<AuditedClaim> audited = audit(claims, reference, cited.broken);

  std::optional<OutputFile> file;
  if (!arguments.out.empty()) file.emplace(arguments.out);
  Output& out = file ? file->out() : console.out;
  if (explained)
    write_explanation(*explained, claims, audited, reference, out);
  else
    write_report(arguments, claims, audited, cited, out);
  if (file)
    file->commit();
  else
    out.flush();
  if (!explained) store_findings(arguments, started_at, claims, audited, console.err);

  const bool failed = std::any_of(audited.begin(), audited.end(), [&](const AuditedClaim& one) {
    return one.verdict == Verdict::broken_citation || fail_on.contains(one.verdict);
  });
  return failed && !explained ? Exit::look : Exit::ok;
}

}  // namespace

Command audit_command() {
  return {"audit", "is it true, who says so, and what was not checked?", kHelp, run};
}

}  // namespace careerfacts::cli
