#include "publish/report.h"

#include <array>
#include <cstdio>
#include <vector>

#include "base/content_hash.h"
#include "publish/html.h"
#include "publish/json_writer.h"
#include "publish/mention_text.h"
#include "publish/report_page.h"

namespace careerfacts {
namespace {

using Write = std::function<void(std::string_view)>;

std::string count(std::size_t number) { return grouped(static_cast<double>(number)); }

std::string plural(std::size_t number, const std::string& noun) {
  return count(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string share(std::size_t part, std::size_t whole) {
  if (whole == 0) return "–";
  char text[16];
  std::snprintf(text, sizeof text, "%.0f%%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return text;
}

std::string cell(const std::string& text) { return "<td>" + html(text) + "</td>"; }
std::string number_cell(const std::string& text) { return "<td class=\"number\">" + html(text) + "</td>"; }

const Attribution* attribution_of(const Mention& mention) {
  if (const auto* salary = std::get_if<SalaryFields>(&mention.fields)) return &salary->attribution;
  if (const auto* percentage = std::get_if<PercentageFields>(&mention.fields))
    return &percentage->attribution;
  return nullptr;
}

std::string_view grade_of(const Mention& mention) {
  const Attribution* attribution = attribution_of(mention);
  return attribution == nullptr ? std::string_view() : to_word(attribution->grade);
}

// What the fact says, without who says so: that is told of each citation.
std::string says(const CitedFact& fact) {
  Mention mention = fact.example.mention;
  if (auto* salary = std::get_if<SalaryFields>(&mention.fields)) salary->attribution = {};
  if (auto* percentage = std::get_if<PercentageFields>(&mention.fields)) percentage->attribution = {};
  return describe(mention);
}

std::string source_of(const Mention& mention) {
  const Attribution* attribution = attribution_of(mention);
  if (attribution == nullptr || attribution->grade == SourceGrade::none) return "";
  std::string text = attribution->grade == SourceGrade::vague ? "only hinted at" : attribution->source;
  if (attribution->year) text += " (" + std::to_string(*attribution->year) + ")";
  return text;
}

// The sentence with the quote marked, where it stands in it as it is.
std::string marked(const Mention& mention) {
  const std::size_t at = mention.quote.empty() ? std::string::npos : mention.context.find(mention.quote);
  if (at == std::string::npos) return html(mention.context) + " <mark>" + html(mention.quote) + "</mark>";
  const std::string_view context = mention.context;
  return html(context.substr(0, at)) + "<mark>" + html(mention.quote) + "</mark>" +
         html(context.substr(at + mention.quote.size()));
}

std::string place(const Citation& citation) {
  const Mention& mention = citation.mention;
  return citation.document + ":" + std::to_string(mention.line) + ":" + std::to_string(mention.column) +
         ", bytes " + std::to_string(mention.span.begin) + "-" + std::to_string(mention.span.end);
}

// What is counted of all facts, listed or not.
struct Figures {
  std::array<std::size_t, 3> by_grade{};  // salaries and percentages by their example's SourceGrade
  std::size_t all = 0;                    // salaries and percentages
  std::size_t several = 0;                // of these: of more than one origin

  void add(const CitedFact& fact) {
    const Attribution* attribution = attribution_of(fact.example.mention);
    if (attribution == nullptr) return;
    ++all;
    ++by_grade[static_cast<std::size_t>(attribution->grade)];
    if (fact.origin_count > 1) ++several;
  }
  std::size_t of(SourceGrade grade) const { return by_grade[static_cast<std::size_t>(grade)]; }
};

std::string from_hex(std::string_view digits) {
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
  return bytes;
}

// No network, and no script but the page's own: what an article says can do nothing here.
std::string head(const ReportOptions& options) {
  const std::string hash = base64(from_hex(sha256_hex(kReportScript)));
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" +
      hash +
      "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>" +
      html(options.title) + "</title>\n<style>";
  out += kReportStyle;
  out += "</style>\n</head>\n<body>\n<h1>" + html(options.title) + "</h1>\n";
  return out;
}

std::string counts(const Summary& summary) {
  std::string out = "<p>" + plural(summary.documents, "document");
  if (summary.unread > 0) out += " (" + count(summary.unread) + " of them could not be read by the last run)";
  out += ", which name " + plural(summary.sources, "source") +
         ".</p>\n<table>\n<thead><tr><th>kind</th>"
         "<th class=\"number\">facts</th><th class=\"number\">mentions</th></tr></thead>\n<tbody>\n";
  KindCount all;
  for (std::size_t i = 0; i < summary.kinds.size(); ++i) {
    out += "<tr>" + cell(std::string(to_word(static_cast<Kind>(i)))) +
           number_cell(count(summary.kinds[i].facts)) + number_cell(count(summary.kinds[i].mentions)) +
           "</tr>\n";
    all.facts += summary.kinds[i].facts;
    all.mentions += summary.kinds[i].mentions;
  }
  out += "<tr><td>all</td>" + number_cell(count(all.facts)) + number_cell(count(all.mentions)) +
         "</tr>\n</tbody>\n</table>\n";
  if (summary.chrome > 0)
    out += "<p class=\"dim\">" + plural(summary.chrome, "mention") +
           " in page chrome (navigation, related articles …) not counted.</p>\n";
  return out;
}

std::string coverage(const Figures& figures) {
  std::string out =
      "<h2>Who says so?</h2>\n<p>Of the salaries and percentages. What has no source cannot be checked "
      "against one.</p>\n"
      "<table>\n<tbody>\n";
  const auto row = [&](const std::string& what, std::size_t number) {
    out += "<tr>" + cell(what) + number_cell(count(number)) + number_cell(share(number, figures.all)) +
           "</tr>\n";
  };
  row("with a named source", figures.of(SourceGrade::named));
  row("with a source that is only hinted at", figures.of(SourceGrade::vague));
  row("without a source", figures.of(SourceGrade::none));
  row("stated by more than one independent article", figures.several);
  return out + "</tbody>\n</table>\n";
}

std::string problems(const Summary& summary) {
  if (summary.diagnostics.empty()) return "";
  std::string out =
      "<h2>What was imperfect</h2>\n<table>\n<thead><tr><th>code</th><th>severity</th><th "
      "class=\"number\">count</th>"
      "<th class=\"number\">documents</th></tr></thead>\n<tbody>\n";
  for (const DiagnosticCount& row : summary.diagnostics)
    out += "<tr>" + cell(row.code) + cell(std::string(to_word(row.severity))) +
           number_cell(count(row.count)) + number_cell(count(row.documents)) + "</tr>\n";
  return out + "</tbody>\n</table>\n";
}

std::string pay(const Summary& summary) {
  constexpr std::size_t kRoles = 25;
  std::string rows;
  std::size_t shown = 0;
  for (const RolePay& role : summary.pay) {
    if (role.role.empty() || shown == kRoles) continue;
    ++shown;
    rows += "<tr>" + cell(role.role) + cell(role.currency.empty() ? "?" : role.currency) +
            cell(role.period == Period::none ? "?" : std::string(to_word(role.period))) +
            number_cell(count(role.facts)) + number_cell(grouped(role.min)) +
            number_cell(grouped(role.median)) + number_cell(grouped(role.max)) + "</tr>\n";
  }
  if (shown == 0) return "";
  return "<h2>Pay by role</h2>\n<p>The " + count(shown) +
         " roles with most facts: what articles say, not what is true.</p>\n<div "
         "class=\"scroll\"><table>\n<thead><tr>"
         "<th>role</th><th>currency</th><th>a</th><th class=\"number\">facts</th><th "
         "class=\"number\">lowest</th>"
         "<th class=\"number\">median</th><th class=\"number\">highest</th></tr></thead>\n<tbody>\n" +
         rows + "</tbody>\n</table></div>\n";
}

constexpr std::string_view kFilter =
    "<form id=\"filter\" hidden>\n<input type=\"search\" name=\"words\" placeholder=\"words\" "
    "aria-label=\"words\">\n"
    "<select name=\"kind\" aria-label=\"kind\"><option value=\"\">all kinds</option><option>salary</option>"
    "<option>percentage</option><option>role</option><option>certification</option></select>\n"
    "<select name=\"grade\" aria-label=\"source\"><option value=\"\">any source</option>"
    "<option value=\"named\">named source</option><option value=\"vague\">hinted at</option>"
    "<option value=\"none\">no source</option></select>\n"
    "<label><input type=\"checkbox\" name=\"several\"> several articles</label>\n<span id=\"shown\" "
    "class=\"dim\"></span>\n"
    "</form>\n";

std::string citation_item(const Citation& citation) {
  const std::string source = source_of(citation.mention);
  std::string out = "<li>" + marked(citation.mention);
  if (!source.empty()) out += " <span class=\"dim\">Source: " + html(source) + "</span>";
  return out + "<div class=\"place\">" + html(place(citation)) + "</div></li>\n";
}

std::string fact_row(Reader& reader, const CitedFact& fact, const ReportOptions& options) {
  std::string out =
      "<tr id=\"" + fact_id(fact.fact.key) + "\" data-kind=\"" + std::string(to_word(fact.fact.kind)) +
      "\" data-grade=\"" + std::string(grade_of(fact.example.mention)) + "\" data-origins=\"" +
      std::to_string(fact.origin_count) + "\">" + cell(std::string(to_word(fact.fact.kind))) + "<td>" +
      html(says(fact)) + "\n<details><summary>" + plural(fact.citation_count, "citation") + " in " +
      plural(fact.document_count, "document") + "</summary>\n<ol>\n";
  std::size_t listed = 0, more = 0;
  for (const Citation& citation : reader.citations(fact.fact.key)) {
    if (citation.mention.chrome) continue;
    if (listed == options.citations_of_fact) {
      ++more;
    } else {
      out += citation_item(citation);
      ++listed;
    }
  }
  out += "</ol>\n";
  if (more > 0)
    out += "<p class=\"dim\">and " + count(more) + " more: careerfacts show " + fact_id(fact.fact.key) +
           "</p>\n";
  return out + "</details></td>" + cell(source_of(fact.example.mention)) + "</tr>\n";
}

}  // namespace

void write_report(Reader& reader, const ReportOptions& options, const Write& write) {
  Figures figures;
  std::vector<CitedFact> listed;
  std::size_t facts = 0;
  reader.facts({}, [&](const CitedFact& fact) {
    figures.add(fact);
    if (++facts <= options.facts) listed.push_back(fact);
    return true;
  });
  const Summary summary = reader.summary();
  write(head(options));
  write(counts(summary));
  write(coverage(figures));
  write(problems(summary));
  write(pay(summary));
  write("<h2>Facts</h2>\n");
  if (facts > listed.size())
    write("<p>The first " + count(listed.size()) + " of " + count(facts) +
          ", by kind and name; the database has all of them.</p>\n");
  write(kFilter);
  write(
      "<div class=\"scroll\"><table "
      "id=\"facts\">\n<thead><tr><th>kind</th><th>says</th><th>source</th></tr></thead>\n"
      "<tbody>\n");
  for (const CitedFact& fact : listed) write(fact_row(reader, fact, options));
  write("</tbody>\n</table></div>\n<p class=\"dim\">Made by careerfacts " + html(options.program_version) +
        ". A quote stands at the bytes that are named; 'careerfacts verify' reads the files "
        "again.</p>\n<script>");
  write(kReportScript);
  write("</script>\n</body>\n</html>\n");
}

}  // namespace careerfacts
