#include "extract/extract.h"

#include <algorithm>

#include "extract/attribution.h"
#include "extract/certifications.h"
#include "extract/citation.h"
#include "extract/figure_context.h"
#include "extract/money.h"
#include "extract/percent.h"
#include "extract/percentage.h"
#include "extract/plain_number_cells.h"
#include "extract/resolve.h"
#include "extract/roles.h"
#include "extract/salary.h"
#include "extract/scan.h"

namespace careerfacts {
namespace {

// All amounts and percentages of a document, in order, as figures that shut each other's clauses off.
struct Figures {
  std::vector<Figure> all;
  std::vector<MoneyExpression> money;
  std::vector<std::size_t> money_at;  // index into all
  std::vector<PercentExpression> percents;
  std::vector<std::size_t> percent_at;
};

Figures find_figures(const Scan& scan) {
  Figures figures;
  const std::string_view text = scan.document->text;
  for (std::uint32_t b = 0; b < scan.blocks.size(); ++b) {
    const TokenRange range = scan.blocks[b].tokens;
    if (range.empty()) continue;
    const std::vector<PercentExpression> percents = find_percents(text, scan.tokens, range.first, range.last);
    std::vector<MoneyExpression> money = find_money(text, scan.tokens, range.first, range.last, *scan.rules,
                                                    {.plain_numbers = holds_plain_pay(scan, b)});
    std::size_t m = 0;
    const auto add_money = [&](const MoneyExpression& expression) {
      figures.money_at.push_back(figures.all.size());
      figures.money.push_back(expression);
      figures.all.push_back({b, {expression.first, expression.last}});
    };
    for (const PercentExpression& percent : percents) {
      while (m < money.size() && money[m].first < percent.first) {
        if (money[m].last <= percent.first) add_money(money[m]);
        ++m;
      }
      figures.percent_at.push_back(figures.all.size());
      figures.percents.push_back(percent);
      figures.all.push_back({b, {percent.first, percent.last}});
      while (m < money.size() && money[m].first < percent.last) ++m;
    }
    for (; m < money.size(); ++m) add_money(money[m]);
  }
  return figures;
}

// Turns what the extractors found, in tokens, into what is cited, in bytes.
class MentionWriter {
 public:
  explicit MentionWriter(const Scan& scan) : scan_(scan), document_(*scan.document) {}

  void add(const SalaryMention& found) {
    SalaryFields fields;
    fields.bounds = found.bounds;
    fields.currency = found.currency;
    fields.period = found.period;
    fields.statistic = found.statistic;
    fields.pay = found.pay;
    fields.level = found.level;
    fields.role = role(found.role);
    fields.attribution = attribution(found.source);
    push(found.block, found.at, found.rule, std::move(fields));
  }

  void add(const PercentageMention& found) {
    PercentageFields fields;
    fields.bounds = found.bounds;
    fields.sense = found.sense;
    fields.direction = found.direction;
    fields.start_year = found.start_year;
    fields.end_year = found.end_year;
    fields.subject = scan_.text(found.subject);
    fields.role = role(found.role);
    fields.attribution = attribution(found.source);
    push(found.block, found.at, found.rule, std::move(fields));
  }

  void add(const RoleMention& found) {
    push(found.block, found.at, found.rule, RoleFields{found.name, std::string(found.soc_code)});
  }

  void add(const CertificationMention& found) {
    push(found.block, found.at, found.rule,
         CertificationFields{found.name, std::string(found.abbreviation), std::string(found.issuer)});
  }

  std::vector<Mention> finish() {
    std::stable_sort(pending_.begin(), pending_.end(),
                     [](const Pending& a, const Pending& b) { return a.at.first < b.at.first; });
    LineCounter lines(document_);
    std::vector<Mention> mentions;
    mentions.reserve(pending_.size());
    for (Pending& pending : pending_) {
      Mention& mention = mentions.emplace_back(std::move(pending.mention));
      cite(document_, scan_.span(pending.at), lines, mention);
    }
    resolve_overlaps(mentions);
    return mentions;
  }

 private:
  struct Pending {
    TokenRange at;
    Mention mention;
  };

  template <class Fields>
  void push(std::uint32_t block, TokenRange at, std::string_view rule, Fields fields) {
    Mention mention;
    mention.context = context_around(scan_, block, at);
    mention.section = section_of(document_, block);
    mention.chrome = document_.blocks[block].chrome;
    mention.rule = rule;
    mention.fields = std::move(fields);
    pending_.push_back({at, std::move(mention)});
  }

  RoleReference role(const RoleMention* found) const {
    if (found == nullptr) return {};
    return {found->name, std::string(found->soc_code), document_.map.to_raw(scan_.span(found->at))};
  }

  Attribution attribution(const SourceFound& found) const {
    Attribution result;
    result.grade = found.grade;
    result.source = found.name;
    result.canonical = found.canonical;
    result.year = found.year;
    if (found.at && found.grade != SourceGrade::none) result.citation = document_.map.to_raw(*found.at);
    return result;
  }

  const Scan& scan_;
  const Document& document_;
  std::vector<Pending> pending_;
};

// Names that hold no titles: credentials and publishers, in order.
std::vector<TokenRange> names_in(const std::vector<CertificationMention>& certifications,
                                 const Attributor& attributor) {
  std::vector<TokenRange> taken = attributor.publisher_names();
  for (const CertificationMention& certification : certifications) taken.push_back(certification.at);
  std::sort(taken.begin(), taken.end(),
            [](const TokenRange& a, const TokenRange& b) { return a.first < b.first; });
  return taken;
}

}  // namespace

ExtractedDocument extract(const Document& document, const Rulebook& rulebook) {
  ExtractedDocument result;
  result.path = document.path;
  result.sha256 = document.sha256;
  result.bytes = document.raw.size();
  result.encoding = document.encoding;
  result.title = document.metadata.title;
  result.diagnostics = document.diagnostics;
  if (document.blocks.empty()) return result;

  const Scan scanned = scan(document, rulebook.compiled());
  const Figures figures = find_figures(scanned);
  const Attributor attributor(scanned);
  const std::vector<CertificationMention> certifications = find_certifications(scanned);
  const std::vector<RoleMention> roles = find_roles(scanned, names_in(certifications, attributor));

  MentionWriter writer(scanned);
  for (const auto& found : find_salaries(scanned, figures.money, figures.money_at, figures.all, roles,
                                         certifications, attributor))
    writer.add(found);
  for (const auto& found :
       find_percentages(scanned, figures.percents, figures.percent_at, figures.all, roles, attributor))
    writer.add(found);
  for (const CertificationMention& found : certifications) writer.add(found);
  for (const RoleMention& found : roles) writer.add(found);
  result.mentions = writer.finish();
  return result;
}

}  // namespace careerfacts
