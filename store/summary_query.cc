#include "store/summary_query.h"

#include <algorithm>
#include <tuple>

#include <SQLiteCpp/Statement.h>

#include "store/rows.h"

namespace careerfacts {
namespace {

std::size_t count(SQLite::Database& database, const char* query) {
  return static_cast<std::size_t>(database.execAndGet(query).getInt64());
}

// REQUIRES: sorted, not empty.
double median(const std::vector<double>& values) {
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// Which facts are counted: those that are cited outside chrome, or all. Found in one walk through the
// citations in the order in which they lie, not by a search for each fact: a fifth of the time. A byte a
// fact.
class CountedFacts {
 public:
  CountedFacts(SQLite::Database& database, bool include_chrome, Summary& summary) {
    kinds_.resize(count(database, "SELECT coalesce(max(number), 0) + 1 FROM fact"), 0);
    SQLite::Statement facts(database, "SELECT number, kind FROM fact");
    while (facts.executeStep())
      if (const auto kind = from_word<Kind>(text_at(facts, 1)))
        kinds_[number_at(facts, 0)] = static_cast<unsigned char>(*kind) + 1;
    SQLite::Statement citations(database,
                                "SELECT fact_number, chrome FROM citation CROSS JOIN passage "
                                "ON passage.id = passage_id ORDER BY citation.id");
    const int highest = highest_chrome(include_chrome);
    while (citations.executeStep()) {
      const int chrome = citations.getColumn(1).getInt();
      if (chrome > 0) ++summary.chrome;
      const std::size_t number = number_at(citations, 0);
      if (chrome > highest || number >= kinds_.size() || kinds_[number] == 0) continue;
      KindCount& kind = summary.kinds[(kinds_[number] & kKind) - 1U];
      ++kind.mentions;
      if ((kinds_[number] & kCounted) == 0) ++kind.facts;
      kinds_[number] |= kCounted;
    }
  }
  bool has(std::size_t number) const { return (kinds_[number] & kCounted) != 0; }

 private:
  static constexpr unsigned char kCounted = 0x80;
  static constexpr unsigned char kKind = 0x7f;

  std::vector<unsigned char> kinds_;  // by number: 1 + kind, and whether it is counted
};

std::vector<RolePay> pay_by_role(SQLite::Database& database, const CountedFacts& counted) {
  SQLite::Statement rows(
      database,
      "SELECT role, currency, period, coalesce(min, max), coalesce(max, min), "
      "  (coalesce(min, max) + coalesce(max, min)) / 2 AS midpoint, number "
      "FROM fact WHERE kind = 'salary' AND role IS NOT NULL AND pay IN ('none', 'base', 'total') "
      "  AND coalesce(min, max) IS NOT NULL ORDER BY role, currency, period, midpoint");
  std::vector<RolePay> table;
  std::vector<double> midpoints;  // of the last row of the table
  const auto close_row = [&] {
    if (table.empty()) return;
    table.back().facts = midpoints.size();
    table.back().median = median(midpoints);
    midpoints.clear();
  };
  while (rows.executeStep()) {
    if (!counted.has(number_at(rows, 6))) continue;
    const std::string role = text_at(rows, 0);
    const std::string currency = text_at(rows, 1);
    const Period period = from_word<Period>(text_at(rows, 2)).value_or(Period::none);
    const double min = rows.getColumn(3).getDouble();
    const double max = rows.getColumn(4).getDouble();
    if (table.empty() || table.back().role != role || table.back().currency != currency ||
        table.back().period != period) {
      close_row();
      table.push_back({role, currency, period, 0, min, max, 0});
    }
    table.back().min = std::min(table.back().min, min);
    table.back().max = std::max(table.back().max, max);
    midpoints.push_back(rows.getColumn(5).getDouble());
  }
  close_row();
  std::stable_sort(table.begin(), table.end(),
                   [](const RolePay& a, const RolePay& b) { return a.facts > b.facts; });
  return table;
}

std::vector<DiagnosticCount> diagnostics_by_code(SQLite::Database& database) {
  SQLite::Statement rows(database,
                         "SELECT code, severity, count(*), count(DISTINCT document_id) FROM diagnostic "
                         "GROUP BY code, severity ORDER BY code, severity");
  std::vector<DiagnosticCount> table;
  while (rows.executeStep())
    table.push_back({text_at(rows, 0), from_word<Severity>(text_at(rows, 1)).value_or(Severity::warning),
                     number_at(rows, 2), number_at(rows, 3)});
  return table;
}

}  // namespace

Summary summarize(SQLite::Database& database, bool include_chrome) {
  Summary summary;
  summary.documents = count(database, "SELECT count(*) FROM document");
  summary.unread = count(database, "SELECT count(*) FROM document WHERE unread = 1");
  summary.sources =
      count(database, "SELECT count(DISTINCT coalesce(nullif(publisher, ''), name)) FROM source");
  const CountedFacts counted(database, include_chrome, summary);
  summary.pay = pay_by_role(database, counted);
  summary.diagnostics = diagnostics_by_code(database);
  return summary;
}

}  // namespace careerfacts
