#include "extract/extract.h"

#include <algorithm>
#include <optional>
#include <span>

#include "extract/attribution.h"
#include "extract/certifications.h"
#include "extract/citation.h"
#include "extract/figure_context.h"
#include "extract/fingerprint.h"
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

// Cuts those before the token `end` off the front.
std::span<const std::uint32_t> take_before(std::span<const std::uint32_t>& anchors, std::uint32_t end) {
  std::size_t n = 0;
  while (n < anchors.size() && anchors[n] < end) ++n;
  const std::span<const std::uint32_t> taken = anchors.first(n);
  anchors = anchors.subspan(n);
  return taken;
}

Figures find_figures(const Scan& scan) {
  Figures figures;
  const std::string_view text = scan.document->text;
  std::span<const std::uint32_t> of_money = scan.money_anchors, of_percent = scan.percent_anchors;
  std::vector<MoneyExpression> money;  // of a block
  for (std::uint32_t b = 0; b < scan.blocks.size(); ++b) {
    const TokenRange range = scan.blocks[b].tokens;
    const auto amounts = take_before(of_money, range.last), signs = take_before(of_percent, range.last);
    if (amounts.empty() && signs.empty()) continue;
    std::vector<PercentExpression> percents;
    if (!signs.empty())
      percents = find_percents(text, scan.tokens, range.first, range.last, *scan.rules, signs);
    money.clear();
    if (!amounts.empty())
      find_money(text, scan.tokens, range.first, range.last, *scan.rules, amounts, reading_of(scan, b),
                 money);
    std::size_t m = 0;
    const auto add_money = [&](const MoneyExpression& expression) {
      figures.money_at.push_back(figures.all.size());
      figures.money.push_back(expression);
      figures.all.push_back({b, {expression.first, expression.last}, false});
    };
    for (const PercentExpression& percent : percents) {
      while (m < money.size() && money[m].first < percent.first) {
        if (money[m].last <= percent.first) add_money(money[m]);
        ++m;
      }
      figures.percent_at.push_back(figures.all.size());
      figures.percents.push_back(percent);
      figures.all.push_back({b, {percent.first, percent.last}, true});
      while (m < money.size() && money[m].first < percent.last) ++m;
    }
    for (; m < money.size(); ++m) add_money(money[m]);
  }
  return figures;
}

// Of one document: what is written of it takes 2 KB each. An article has a hundred; 64 MiB of articles in one
// file have 850,000.
constexpr std::size_t kMostMentions = 1'000'000;

// All that was found in a document, in tokens.
struct Found {
  std::vector<SalaryMention> salaries;
  std::vector<PercentageMention> percentages;
  std::vector<RoleMention> roles;
  std::vector<CertificationMention> certifications;
};

// Turns what was found, in tokens, into what is cited, in bytes.
class MentionWriter {
 public:
  MentionWriter(const Scan& scan, const Found& found)
      : scan_(scan),
        document_(*scan.document),
        found_(found),
        lines_(document_),
        sections_(document_.sections.size()) {}

  std::vector<Mention> run() {
    std::vector<Contender> claims;
    claims.reserve(found_.salaries.size() + found_.percentages.size() + found_.roles.size() +
                   found_.certifications.size());
    const auto claim = [&](const auto& list, Kind kind) {
      for (std::size_t i = 0; i < list.size(); ++i)
        claims.push_back({scan_.span(list[i].at), kind, static_cast<std::uint32_t>(i)});
    };
    claim(found_.salaries, Kind::salary);
    claim(found_.percentages, Kind::percentage);
    claim(found_.roles, Kind::role);
    claim(found_.certifications, Kind::certification);
    resolve_overlaps(claims);
    is_cut_ = claims.size() > kMostMentions;
    if (is_cut_) claims.erase(claims.begin() + kMostMentions, claims.end());
    mentions_.reserve(claims.size());
    for (const Contender& winner : claims) switch (winner.kind) {
        case Kind::salary:
          write(found_.salaries[winner.index], winner.span);
          break;
        case Kind::percentage:
          write(found_.percentages[winner.index], winner.span);
          break;
        case Kind::role:
          write(found_.roles[winner.index], winner.span);
          break;
        case Kind::certification:
          write(found_.certifications[winner.index], winner.span);
          break;
      }
    return std::move(mentions_);
  }

  bool is_cut() const { return is_cut_; }  // were there more than are kept?

 private:
  template <class FoundMention>
  void write(const FoundMention& found, TextSpan span) {
    Mention& mention = mentions_.emplace_back();
    cite(document_, span, lines_, mention);
    mention.context = context_around(scan_, found.block, found.at);
    const Block& block = document_.blocks[found.block];
    std::optional<std::vector<std::string>>& section = sections_[block.section];
    if (!section) section = section_of(document_, block.section);
    mention.section = *section;
    if (document_.sections[block.section].heading == found.block) mention.section.pop_back();
    mention.chrome = block.chrome;
    mention.rule = found.rule;
    mention.fields = fields(found);
  }

  SalaryFields fields(const SalaryMention& found) const {
    SalaryFields fields;
    fields.bounds = found.bounds;
    fields.currency = found.currency;
    fields.period = found.period;
    fields.statistic = found.statistic;
    fields.pay = found.pay;
    fields.level = found.level;
    fields.role = role(found.role);
    fields.attribution = attribution(found.source);
    return fields;
  }

  PercentageFields fields(const PercentageMention& found) const {
    PercentageFields fields;
    fields.bounds = found.bounds;
    fields.sense = found.sense;
    fields.direction = found.direction;
    fields.start_year = found.start_year;
    fields.end_year = found.end_year;
    fields.subject = scan_.text(found.subject);
    fields.role = role(found.role);
    fields.attribution = attribution(found.source);
    return fields;
  }

  static RoleFields fields(const RoleMention& found) { return {found.name, std::string(found.soc_code)}; }

  static CertificationFields fields(const CertificationMention& found) {
    return {found.name, std::string(found.abbreviation), std::string(found.issuer)};
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
  const Found& found_;
  LineCounter lines_;
  std::vector<std::optional<std::vector<std::string>>> sections_;  // heading paths that were asked for
  std::vector<Mention> mentions_;
  bool is_cut_ = false;
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

ExtractedDocument extract(const Document& document, const Rulebook& rulebook, const ExtractOptions& options) {
  ExtractedDocument result;
  result.path = document.path;
  result.sha256 = document.sha256;
  result.bytes = document.raw.size();
  result.encoding = document.encoding;
  result.title = document.metadata.title;
  result.author = document.metadata.author;
  result.published = document.metadata.published;
  result.updated = document.metadata.updated;
  result.publisher = document.metadata.publisher;
  result.language = document.metadata.language;
  result.diagnostics = document.diagnostics;
  if (options.fingerprint) result.fingerprint.emplace();
  if (document.blocks.empty()) return result;

  const Scan scanned = scan(document, rulebook.compiled());
  if (options.fingerprint) result.fingerprint = fingerprint_of(scanned);
  const Figures figures = find_figures(scanned);
  const Attributor attributor(scanned, figures.all);
  Found found;
  found.certifications = find_certifications(scanned);
  found.roles = find_roles(scanned, names_in(found.certifications, attributor));
  found.salaries = find_salaries(scanned, figures.money, figures.money_at, figures.all, found.roles,
                                 found.certifications, attributor);
  found.percentages =
      find_percentages(scanned, figures.percents, figures.percent_at, figures.all, found.roles, attributor);
  MentionWriter writer(scanned, found);
  result.mentions = writer.run();
  if (writer.is_cut())
    result.diagnostics.push_back({Severity::warning,
                                  "too-many-mentions",
                                  "it holds more than " + std::to_string(kMostMentions) +
                                      " facts; the first of them are kept. Split the file if it is a "
                                      "collection of articles",
                                  {}});
  return result;
}

}  // namespace careerfacts
