#include "cli/summary.h"

#include <algorithm>

#include "base/decimals.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "publish/mention_text.h"

namespace careerfacts::cli {
namespace {

using Align = Table::Align;

constexpr std::size_t kRoles = 15;  // rows of the pay table
constexpr std::size_t kIndent = 2;

std::string count(std::size_t number) { return grouped(static_cast<double>(number)); }

std::string plural(std::size_t number, const std::string& one, const std::string& many) {
  return count(number) + " " + (number == 1 ? one : many);
}

void heading(Output& out, const std::string& text) {
  out.write("\n");
  out.styled(Style::bold, text);
  out.write("\n\n");
}

void print_kinds(const Summary& stored, Output& out) {
  Table table({{"kind"}, {"facts", Align::right}, {"mentions", Align::right}});
  KindCount all;
  for (std::size_t i = 0; i < stored.kinds.size(); ++i) {
    const KindCount& kind = stored.kinds[i];
    table.row({std::string(to_word(static_cast<Kind>(i))), count(kind.facts), count(kind.mentions)});
    all.facts += kind.facts;
    all.mentions += kind.mentions;
  }
  table.row({"all", count(all.facts), count(all.mentions)});
  out.write(table.print(kIndent));
}

// Pay is told without cents where it is large.
std::string pay(double value) {
  return grouped(value >= 1000 ? static_cast<double>(static_cast<long long>(value + 0.5)) : value);
}

void print_pay(const std::vector<RolePay>& pays, Output& out) {
  Table table({{"role", Align::left, 40},
               {"currency"},
               {"a"},
               {"facts", Align::right},
               {"lowest", Align::right},
               {"median", Align::right},
               {"highest", Align::right}});
  std::size_t shown = 0;
  for (const RolePay& role : pays) {
    if (role.role.empty() || shown == kRoles) continue;
    ++shown;
    table.row({role.role, role.currency.empty() ? "?" : role.currency,
               role.period == Period::none ? "?" : std::string(to_word(role.period)), count(role.facts),
               pay(role.min), pay(role.median), pay(role.max)});
  }
  if (table.empty()) return;
  const auto named = static_cast<std::size_t>(
      std::count_if(pays.begin(), pays.end(), [](const RolePay& role) { return !role.role.empty(); }));
  heading(out, shown < named ? "Pay by role, the " + count(shown) + " of " + count(named) + " with most facts"
                             : "Pay by role");
  out.write(table.print(kIndent));
}

void print_diagnostics(const Summary& stored, const Diagnostics& diagnostics, Output& out) {
  if (stored.diagnostics.empty()) return;
  heading(out, "What was imperfect");
  Table table({{"code"},
               {"severity"},
               {"count", Align::right},
               {"documents", Align::right},
               {"first in this run", Align::left, 60}});
  for (const DiagnosticCount& row : stored.diagnostics) {
    const auto group = diagnostics.groups().find(row.code);
    table.row({row.code, std::string(to_word(row.severity)), count(row.count), count(row.documents),
               group == diagnostics.groups().end() ? "" : group->second.first.front().path});
  }
  out.write(table.print(kIndent));
}

}  // namespace

void print_summary(const RunReport& report, const Diagnostics& diagnostics, Output& out) {
  const RunCounts& counts = report.counts;
  if (report.reextracted && counts.documents == 0 && diagnostics.unusable() == 0)
    out.write("Nothing is stale: this version and these rules have read all of it.\n");
  else
    out.write("Read " + plural(report.files, "file", "files") + " (" + human_size(report.bytes) +
              "): " + count(counts.added) + " new, " + count(counts.replaced) + " changed, " +
              count(counts.unchanged) + " unchanged, " + count(diagnostics.unusable()) + " not usable.\n");
  out.write(report.database + " holds " + plural(report.stored.documents, "document", "documents") +
            (report.stored.documents == 1 ? ", which names " : ", which name ") +
            plural(report.stored.sources, "source", "sources") + ".\n");
  out.write("Run " + std::to_string(counts.run) + ": " + plural(counts.facts_added, "fact", "facts") +
            " new, " + count(counts.facts_removed) + " gone" +
            (counts.replaced > 0 ? ", " + count(counts.facts_kept) + " kept" : "") +
            (counts.removed > 0
                 ? "; " + plural(counts.removed, "document is", "documents are") + " no longer there and " +
                       (counts.removed == 1 ? "was" : "were") + " removed"
                 : "") +
            ".\n\n");
  print_kinds(report.stored, out);
  if (report.stored.chrome > 0 && !report.includes_chrome)
    out.write("\n  " + plural(report.stored.chrome, "mention", "mentions") +
              " in page chrome (navigation, related articles …) " +
              (report.stored.chrome == 1 ? "is" : "are") + " not counted.\n");
  print_pay(report.stored.pay, out);
  print_diagnostics(report.stored, diagnostics, out);
  out.write("\n" + with_decimals(report.seconds, 2) + " s, " + rate(report.bytes, report.seconds) + "\n");
}

}  // namespace careerfacts::cli
