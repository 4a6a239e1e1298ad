// The years that a change spans, as a text states them: "from 2020 to 2030", "2021-31", "through 2031",
// "from April to August 2025", "since 2019".
#pragma once

#include <optional>

#include "extract/scan.h"

namespace careerfacts {

struct Years {
  std::optional<int> start;
  std::optional<int> end;
  bool any() const { return start || end; }
};

class YearReader {
 public:
  // REQUIRES: `scan` outlives the reader.
  explicit YearReader(const Scan& scan) : scan_(scan) {}

  // The first years in `range`; a span that begins in it may end before token `limit`.
  Years in(TokenRange range, std::uint32_t limit) const;

  // The year that the words from `token` on compare with: "in 2021", "its 2019 level", behind "than". 0:
  // none.
  int compared(std::uint32_t token, std::uint32_t limit) const;

  // "over the same decade": the years are those of the figure before.
  bool same_years(TokenRange range) const;

 private:
  int year_at(std::uint32_t token) const;  // 0: none
  bool is_word_of_date(std::uint32_t token) const;
  bool is_month(std::uint32_t token) const;
  std::uint32_t begin_of_date(std::uint32_t year, std::uint32_t first) const;
  bool dates_another(std::uint32_t token) const;
  bool is_compared(std::uint32_t date, std::uint32_t year, std::uint32_t first) const;
  bool is_record(std::uint32_t since, std::uint32_t first) const;
  bool follows_from(std::uint32_t in) const;
  std::optional<int> end_after_to(std::uint32_t token, std::uint32_t limit) const;
  int year_behind(std::uint32_t token, std::uint32_t limit) const;
  int end_of_span(std::uint32_t year, std::uint32_t limit) const;

  const Scan& scan_;
};

}  // namespace careerfacts
