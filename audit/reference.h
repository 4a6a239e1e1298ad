// Official figures to compare with: the built-in tables of audit/reference, and those that a user gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

enum class Metric : std::uint8_t {
  employment_change,  // percent over the years of the edition, start to end
  annual_openings,    // jobs
  mean_annual,
  median_annual,
  p10_annual,
  p25_annual,
  p75_annual,
  p90_annual,  // currency units
  mean_hourly,
  median_hourly,
  attainment,  // percent of workers 25 and older with that level of education
  other,       // told by `population`
};

struct ReferenceRow {
  std::string_view publisher;   // canonical name, as in publishers.tsv
  std::string_view table;       // "BLS Employment Projections"
  std::string_view edition;     // "2021-31", "May 2024"
  std::string_view released;    // YYYY-MM or YYYY-MM-DD
  std::string_view soc;         // 2018 SOC code as the edition has it; several joined by ';'; may be empty
  std::string_view occupation;  // or the population that the figure is about
  Metric metric{};
  std::optional<int> start_year;
  std::optional<int> end_year;
  double value = 0;
  bool or_more = false;  // top-coded: the value is at least this
};

class Reference {
 public:
  // The tables of the program.
  static Reference built_in();

  // Adds the rows of a user's CSV file (schemas/reference.schema.json). Throws Error(io) with
  // file:line:column where the file is not of that shape.
  void add_csv(const std::string& file, std::string_view text);

 private:
  std::vector<ReferenceRow> rows_;
};

}  // namespace careerfacts
