#include "audit/read_reference.h"

#include <array>
#include <tuple>
#include <utility>

#include "audit/audit_data.h"

namespace careerfacts {
namespace {

int year(std::string_view text) { return static_cast<int>(data_number(text)); }

// "2021-31"
std::pair<int, int> years_of(std::string_view edition) {
  const int start = year(edition.substr(0, 4));
  return {start,
          start / 100 * 100 + year(edition.substr(5)) + (edition.substr(5) < edition.substr(2, 2) ? 100 : 0)};
}

void read(const std::string& name, const std::vector<std::string_view>& columns,
          const std::function<void(const std::vector<std::string_view>&)>& row) {
  read_audit_data(name, columns, [&](const TsvRow& read) { row(read.cells); });
}

ReferenceRow row_of_bureau(std::string_view table, std::string_view soc, std::string_view edition,
                           std::string_view occupation) {
  ReferenceRow row;
  row.publisher = kLaborStatistics;
  row.table = table;
  row.soc = soc;
  row.edition = edition;
  row.occupation = occupation;
  return row;
}

}  // namespace

void read_wages(std::vector<ReferenceRow>& rows) {
  // The columns from `median` on, in order.
  constexpr std::array kColumns = {Metric::median_annual, Metric::mean_annual, Metric::p10_annual,
                                   Metric::p25_annual,    Metric::p75_annual,  Metric::p90_annual,
                                   Metric::median_hourly, Metric::mean_hourly};
  constexpr std::string_view kOrMore = "≥";
  std::vector<std::pair<std::string_view, std::string_view>> releases;
  read("reference/wage_releases.tsv", {"release", "released"},
       [&](const auto& cells) { releases.emplace_back(cells[0], cells[1]); });
  read("reference/wages.tsv",
       {"soc", "release", "kind", "occupation", "median", "mean", "p10", "p25", "p75", "p90", "median_hourly",
        "mean_hourly"},
       [&](const auto& cells) {
         ReferenceRow row =
             row_of_bureau("Occupational Employment and Wage Statistics", cells[0], cells[1], cells[3]);
         for (const auto& [release, released] : releases)
           if (release == row.edition) row.released = released;
         row.kind = cells[2] == "detailed"  ? RowKind::occupation
                    : cells[2] == "total"   ? RowKind::total
                    : cells[2] == "profile" ? RowKind::profile
                                            : RowKind::group;
         row.currency = "USD";
         row.start_year = row.end_year = year(row.edition.substr(4));
         for (std::size_t i = 0; i < kColumns.size(); ++i) {
           std::string_view cell = cells[4 + i];
           if (cell.empty()) continue;
           row.or_more = cell.starts_with(kOrMore);
           if (row.or_more) cell.remove_prefix(kOrMore.size());
           row.metric = kColumns[i];
           row.value = data_number(cell);
           rows.push_back(row);
         }
       });
}

void read_projections(std::vector<ReferenceRow>& rows) {
  const std::vector<Edition> editions = read_editions();
  read("reference/projections.tsv",
       {"soc", "edition", "kind", "occupation", "change", "openings", "education", "outlook"},
       [&](const auto& cells) {
         ReferenceRow row = row_of_bureau("Employment Projections", cells[0], cells[1], cells[3]);
         for (const Edition& edition : editions)
           if (edition.name == row.edition) row.released = edition.released;
         const std::string_view kind = cells[2];
         row.kind = kind == "total"                               ? RowKind::total
                    : kind.starts_with("group")                   ? RowKind::group
                    : row.soc.find(';') != std::string_view::npos ? RowKind::profile
                                                                  : RowKind::occupation;
         row.outlook = cells[7];
         std::tie(row.start_year, row.end_year) = years_of(row.edition);
         row.metric = Metric::employment_change;
         row.value = data_number(cells[4]);
         rows.push_back(row);
         if (cells[5].empty()) return;
         row.metric = Metric::annual_openings;
         row.value = data_number(cells[5]) * 1000;
         rows.push_back(row);
       });
}

void read_attainment(std::vector<ReferenceRow>& rows) {
  read("reference/attainment.tsv",
       {"soc", "occupation", "less_than_high_school", "high_school", "some_college", "associate", "bachelor",
        "master", "doctoral", "master_or_higher"},
       [&](const auto& cells) {
         if (cells[9].empty()) return;
         ReferenceRow row = row_of_bureau("Employment Projections, table 5.3", cells[0], "2019", cells[1]);
         row.released = "2020-09";
         row.metric = Metric::held_degree;
         row.start_year = row.end_year = 2019;
         row.value = data_number(cells[9]);
         rows.push_back(row);
       });
}

std::vector<Edition> read_editions() {
  std::vector<Edition> editions;
  read("reference/editions.tsv", {"edition", "released", "all_occupations"}, [&](const auto& cells) {
    const auto [start, end] = years_of(cells[0]);
    editions.push_back({cells[0], cells[1], start, end});
  });
  return editions;
}

std::vector<OutlookBand> read_outlook_bands() {
  std::vector<OutlookBand> bands;
  read("reference/outlook_bands.tsv", {"edition", "phrase", "from", "to"}, [&](const auto& cells) {
    OutlookBand band{cells[0], cells[1], {}, {}};
    if (!cells[2].empty()) band.from = data_number(cells[2]);
    if (!cells[3].empty()) band.to = data_number(cells[3]);
    bands.push_back(band);
  });
  return bands;
}

std::vector<OfficialFigure> read_official() {
  std::vector<OfficialFigure> figures;
  read("reference/official.tsv",
       {"publisher", "table", "edition", "released", "population", "kind", "statistic", "start", "end",
        "value", "needs", "unless"},
       [&](const auto& cells) {
         OfficialFigure figure;
         ReferenceRow& row = figure.row;
         row.publisher = cells[0];
         row.table = cells[1];
         row.edition = cells[2];
         row.released = cells[3];
         row.occupation = cells[4];
         row.currency = "USD";
         row.start_year = year(cells[7]);
         row.end_year = year(cells[8]);
         row.value = data_number(cells[9]);
         using Kind = OfficialFigure::Kind;
         figure.kind = cells[5] == "share"           ? Kind::share
                       : cells[5] == "change"        ? Kind::change
                       : cells[5] == "yearly_change" ? Kind::yearly_change
                                                     : Kind::pay;
         figure.is_median = cells[6] == "median";
         row.metric = figure.kind != Kind::pay ? Metric::percentage
                      : figure.is_median       ? Metric::median_annual
                                               : Metric::mean_annual;
         figure.needs = split(cells[10], '&');
         figure.unless = split(cells[11], '|');
         figures.push_back(std::move(figure));
       });
  return figures;
}

void read_soc_history(
    const std::function<void(std::string_view soc, std::string_view edition, std::string_view then)>& give) {
  read("reference/soc_history.tsv", {"soc", "edition", "soc_then"},
       [&](const auto& cells) { give(cells[0], cells[1], cells[2]); });
}

void read_direct_titles(const std::function<void(std::string_view soc, std::string_view title)>& give) {
  read("reference/direct_titles.tsv", {"soc", "title"}, [&](const auto& cells) { give(cells[0], cells[1]); });
}

}  // namespace careerfacts
