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

// A condition on the table `fact`: is it cited outside chrome, or at all?
constexpr const char* kIsCounted =
    " EXISTS (SELECT 1 FROM citation JOIN passage ON passage.id = citation.passage_id "
    "WHERE citation.fact_number = fact.number AND passage.chrome <= ?) ";

std::vector<RolePay> pay_by_role(SQLite::Database& database, bool include_chrome) {
  SQLite::Statement rows(
      database,
      std::string("SELECT role, currency, period, coalesce(min, max), coalesce(max, min), "
                  "  (coalesce(min, max) + coalesce(max, min)) / 2 AS midpoint "
                  "FROM fact WHERE kind = 'salary' AND role IS NOT NULL AND pay IN ('none', 'base', 'total') "
                  "  AND coalesce(min, max) IS NOT NULL AND") +
          kIsCounted + "ORDER BY role, currency, period, midpoint");
  rows.bind(1, highest_chrome(include_chrome));
  std::vector<RolePay> table;
  std::vector<double> midpoints;  // of the last row of the table
  const auto close_row = [&] {
    if (table.empty()) return;
    table.back().facts = midpoints.size();
    table.back().median = median(midpoints);
    midpoints.clear();
  };
  while (rows.executeStep()) {
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
  SQLite::Statement kinds(
      database,
      "SELECT kind, count(DISTINCT fact.number), count(citation.id) FROM fact "
      "JOIN citation ON citation.fact_number = fact.number "
      "JOIN passage ON passage.id = citation.passage_id WHERE passage.chrome <= ? GROUP BY kind");
  kinds.bind(1, highest_chrome(include_chrome));
  while (kinds.executeStep())
    if (const auto kind = from_word<Kind>(text_at(kinds, 0)))
      summary.kinds[static_cast<std::size_t>(*kind)] = {number_at(kinds, 1), number_at(kinds, 2)};
  summary.chrome = count(database,
                         "SELECT count(*) FROM citation JOIN passage ON passage.id = citation.passage_id "
                         "WHERE passage.chrome > 0");
  summary.pay = pay_by_role(database, include_chrome);
  summary.diagnostics = diagnostics_by_code(database);
  return summary;
}

}  // namespace careerfacts
