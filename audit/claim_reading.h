// A claim as the checks need it: what is measured, of which occupation, when, and who says so.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/claim.h"
#include "audit/vocabulary.h"

namespace careerfacts {

// What the figure measures, as official series part it. change_subject.h is for claims against each other.
enum class Measure : std::uint8_t {
  employment_change,  // of jobs, over years to come
  past_employment,    // of jobs, over years gone by
  postings,           // of advertised jobs
  required_degree,    // share of jobs that ask for a degree or a credential
  held_degree,        // share of workers who have a degree
  employers,          // share of employers that say or do something
  pay,                // an amount of pay
  starting_pay,       // … of those who begin
  pay_change,
  other
};

// Who is named for the figure, as far as it decides what can be compared.
enum class Publisher : std::uint8_t {
  none,
  vague,
  tabled,  // whose rows the tables hold: the Bureau of Labor Statistics, and who a user's file names
  other_official,
  job_site,
  other
};

// How the official occupation stands to what the claim names.
enum class Fit : std::uint8_t {
  none,       // no official occupation
  same,       // the occupation itself, or an official title of it
  alternate,  // a title that is counted among others of an occupation
  nearest,    // it has none of its own (vocabulary/nearest.tsv): these are nearest
  field,      // only a field is named: these are nearest
  heading,    // of pay: only a heading above names an occupation or a field
  everyone    // all occupations, all workers
};

struct ClaimReading {
  Measure measure = Measure::other;
  Publisher publisher = Publisher::none;
  std::string body;  // the listed name of the body behind the named source, or the name itself; empty
  Fit fit = Fit::none;
  std::vector<std::string> socs;  // of the occupation, the usual one first
  std::string occupation;         // what the claim names, for people
  int start_year = 0;             // of a change; 0: not stated
  int end_year = 0;
  int year = 0;                     // of a figure of pay: of its survey, or in the words by it; 0: none
  bool is_may = false;              // that year is told as a survey's: "May 2024"
  bool is_group = false;            // "computer and information technology occupations"
  bool is_yearly = false;           // a change a year
  bool is_decade = false;           // over ten years, in words
  std::vector<Metric> percentiles;  // that the words name
  std::vector<Meaning> outlook;     // phrases of the outlook by the figure
  std::string date;                 // of the article, as YYYY or longer; empty: not known
};

// The words of vocabulary/series.tsv, in the order of Measure.
inline constexpr std::array<std::string_view, 10> kMeasureWords = {
    "employment_change", "past_employment", "postings", "required_degree", "held_degree", "employers", "pay",
    "starting_pay",      "pay_change",      "other"};

// How a claim was read, a line each, for people: what it measures, of whom, when, and who says so.
std::vector<std::string> reading_steps(const ClaimReading& reading);

// May the claim be about this row? Of the body that it names; of any body where it names none.
inline bool may_be_of(const ReferenceRow& row, const ClaimReading& reading) {
  return reading.publisher != Publisher::tabled || row.publisher == reading.body;
}

// The newest row of an occupation and metric that the claim may be about; null: there is none.
inline const ReferenceRow* newest_row(const Reference& reference, std::string_view soc, Metric metric,
                                      const ClaimReading& reading) {
  const ReferenceRow* last = nullptr;
  for (const ReferenceRow& row : reference.rows_of(soc, metric))
    if (may_be_of(row, reading)) last = &row;
  return last;
}

// Reads claims. Immutable after it was made; holds references to both arguments.
class ClaimReader {
 public:
  ClaimReader(const Reference& reference, const Vocabulary& vocabulary);
  ClaimReading read(const Claim& claim, const ClaimDocument& document) const;

 private:
  struct Body {
    std::string name;
    std::string kind;
    std::string parent;
  };
  void read_publisher(const Attribution& attribution, ClaimReading& reading) const;
  void read_heading(const Mention& mention, ClaimReading& reading) const;
  void read_occupation(const RoleReference& role, const struct ClaimText& text, const Mention& mention,
                       ClaimReading& reading) const;

  const Reference& reference_;
  const Vocabulary& vocabulary_;
  std::vector<Body> bodies_;  // by name
};

}  // namespace careerfacts
