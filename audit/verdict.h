// What an audit may say of a claim: a closed list (audit/README.md tells when each is given).
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace careerfacts {

// Worst first: a claim's overall verdict is the first of those that its findings give.
enum class Verdict {
  broken_citation,
  contradicted,
  no_such_series,
  implausible,
  disputed,
  relabelled,
  superseded,
  plausible,
  corroborated,
  supported,
  uncheckable,
};

// Which check gave a finding: one for each file check_*.h.
enum class Check { citation, attribution, projection, wage, outlook, official, comparison, sense };

// Why a check could not be made. Counted in the report's coverage.
enum class Obstacle {
  none,
  no_publisher,    // nobody is named, and the figure cannot be compared without
  private_source,  // the named source publishes nothing official to compare with
  no_occupation,   // no occupation is named, or no official one corresponds
  no_period,       // of pay: by the year or the hour is not plain
  not_comparable,  // official figures exist, of another kind: bonus, total pay, starting pay, another group
  other_country,   // the tables are of the United States
  no_comparable_row,  // the tables have no row for this occupation, metric and period
  no_official_series  // nobody official measures this: shares of employers, postings, pass rates
};

// The words of the contract: "broken_citation" … and "no publisher" … for people.
std::string_view to_word(Verdict verdict);
std::string_view to_word(Check check);
std::string_view to_word(Obstacle obstacle);

std::optional<Verdict> verdict_from(std::string_view word);
// All of them, worst first.
std::span<const std::string_view> verdict_words();

}  // namespace careerfacts
