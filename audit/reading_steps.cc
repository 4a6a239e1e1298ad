#include <algorithm>
#include <cstddef>

#include "audit/claim_reading.h"

namespace careerfacts {
namespace {

std::string_view words_of(Fit fit) {
  switch (fit) {
    case Fit::none:
      return "no official occupation";
    case Fit::same:
      return "an official occupation";
    case Fit::alternate:
      return "a title that is counted among others";
    case Fit::nearest:
      return "no official occupation of its own; the nearest";
    case Fit::field:
      return "a field, no occupation; the nearest";
    case Fit::heading:
      return "named in a heading only; the nearest";
    case Fit::everyone:
      return "all occupations";
  }
  return {};
}

std::string_view words_of(Publisher publisher) {
  switch (publisher) {
    case Publisher::none:
      return "nobody is named";
    case Publisher::vague:
      return "a source is only hinted at";
    case Publisher::tabled:
      return "its figures are in the tables";
    case Publisher::other_official:
      return "official, with few figures in the tables or none";
    case Publisher::job_site:
      return "a job site";
    case Publisher::other:
      return "its figures are in no table";
  }
  return {};
}

}  // namespace

std::vector<std::string> reading_steps(const ClaimReading& reading) {
  std::vector<std::string> steps;
  std::string measure(kMeasureWords.at(static_cast<std::size_t>(reading.measure)));
  std::replace(measure.begin(), measure.end(), '_', ' ');
  steps.push_back("measures: " + measure + (reading.is_yearly ? ", a year" : ""));
  std::string of = "of: " + (reading.occupation.empty() ? std::string("nobody in particular")
                                                        : "\"" + reading.occupation + "\"");
  of += ", " + std::string(words_of(reading.fit));
  for (std::size_t i = 0; i < reading.socs.size(); ++i) of += (i == 0 ? " " : ", ") + reading.socs[i];
  steps.push_back(std::move(of));
  std::string when = "when: ";
  if (reading.end_year != 0)
    when += (reading.start_year != 0 ? std::to_string(reading.start_year) + " to " : "to ") +
            std::to_string(reading.end_year);
  else if (reading.year != 0)
    when += (reading.is_may ? "May " : "") + std::to_string(reading.year);
  else
    when += reading.is_decade ? "a decade, without years" : "no years";
  when += reading.date.empty() ? "; the article has no date" : "; the article is of " + reading.date;
  steps.push_back(std::move(when));
  steps.push_back("says who: " + (reading.body.empty() ? std::string() : reading.body + ", ") +
                  std::string(words_of(reading.publisher)));
  return steps;
}

}  // namespace careerfacts
