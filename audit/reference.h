// Official figures to compare with: the built-in tables of audit/reference, and those that a user gives.
//
// Built once, then read by any number of threads. Rows hold views into texts that the Reference owns or that
// are compiled in; they live as long as it does. What the figures mean: audit/reference/README.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

// The publisher of most rows of audit/reference.
inline constexpr std::string_view kLaborStatistics = "U.S. Bureau of Labor Statistics";

enum class Metric : std::uint8_t {
  employment_change,  // percent, from the start of the edition's ten years to their end
  annual_openings,    // jobs a year, growth and replacement
  median_annual,      // this and the next: US dollars, unless the row's currency says otherwise
  mean_annual,
  p10_annual,
  p25_annual,
  p75_annual,
  p90_annual,
  median_hourly,
  mean_hourly,
  held_degree,  // percent of workers of 25 and older who hold a master's degree or higher
  percentage,   // of an OfficialFigure only: its population says of what
};
inline constexpr std::size_t kMetrics = 12;
std::string_view to_word(Metric metric);  // "employment_change" …: of schemas/reference.schema.json
std::optional<Metric> metric_from(std::string_view word);
std::string_view name_of(Metric metric);  // for people: "employment change", "median wage a year"

// What a row of the projections covers; a profile joins several occupations, a group holds them.
enum class RowKind : std::uint8_t { occupation, profile, group, total };

struct ReferenceRow {
  std::string_view publisher;   // the body's listed name
  std::string_view table;       // "Employment Projections"
  std::string_view edition;     // "2021-31", "May 2024"
  std::string_view released;    // YYYY-MM or YYYY-MM-DD; sorts
  std::string_view soc;         // SOC code as the edition has it; of a profile several, joined by ';'
  std::string_view occupation;  // as the edition has it
  std::string_view currency;    // of wages
  std::string_view outlook;     // of employment_change, where the edition has it: "Much faster than average"
  Metric metric{};
  RowKind kind{};
  int start_year = 0;  // of wages both are the year of the survey
  int end_year = 0;
  double value = 0;
  bool or_more = false;  // top-coded: at least the value
};

// A figure of its own, about people rather than an occupation.
struct OfficialFigure {
  enum class Kind : std::uint8_t { share, change, yearly_change, pay };
  ReferenceRow row;  // occupation: the population; metric: none
  Kind kind{};
  bool is_median = false;                // of pay
  std::vector<std::string_view> needs;   // words of which each must stand by the figure: "a|b"
  std::vector<std::string_view> unless;  // words that tell of another population
};

// A series of projections.
struct Edition {
  std::string_view name;      // "2021-31"
  std::string_view released;  // YYYY-MM-DD
  int start_year = 0;
  int end_year = 0;
};

struct OutlookBand {
  std::string_view edition;
  std::string_view phrase;  // "much faster"
  std::optional<double> from, to;
};

class Reference {
 public:
  // The tables of the program.
  static Reference built_in();

  // Adds the rows of a user's CSV file (schemas/reference.schema.json). Throws Error(io) with
  // file:line:column where the file is not of that shape. They stand beside the built-in ones.
  void add_csv(const std::string& file, std::string text);

  // All rows, by SOC code, metric, end year, edition.
  std::span<const ReferenceRow> rows() const { return rows_; }
  // Those of just this code and metric.
  std::span<const ReferenceRow> rows_of(std::string_view soc, Metric metric) const;
  // The year of the newest survey of wages; 0: there is none.
  int newest_survey() const;
  // Rows of profiles that join this occupation with others.
  std::vector<const ReferenceRow*> profiles_with(std::string_view soc, Metric metric) const;

  // Has this body rows here? By its listed name.
  bool has_rows_of(std::string_view publisher) const;

  // The codes that an occupation of the 2018 SOC had in an edition's classification; itself where it kept it.
  std::vector<std::string_view> codes_in(std::string_view soc, std::string_view edition) const;

  std::span<const Edition> editions() const { return editions_; }  // oldest first
  std::span<const OutlookBand> outlook_bands() const { return bands_; }
  std::span<const OfficialFigure> official() const { return official_; }

  // Other names of occupations: titles that official lists put under one code.
  struct Name {
    std::string_view name;
    std::string_view soc;
  };
  std::span<const Name> direct_titles() const { return direct_titles_; }

 private:
  struct History {
    std::string_view soc, edition, then;
  };
  void index();

  std::vector<ReferenceRow> rows_;
  std::vector<std::uint32_t> profiles_;  // of rows_
  std::vector<std::string_view> publishers_;
  std::vector<Edition> editions_;
  std::vector<OutlookBand> bands_;
  std::vector<OfficialFigure> official_;
  std::vector<Name> direct_titles_;
  std::vector<History> history_;
  std::vector<std::unique_ptr<const std::string>> texts_;  // of users' files
};

}  // namespace careerfacts
