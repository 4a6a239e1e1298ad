#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "audit/csv_rows.h"
#include "audit/read_reference.h"
#include "base/error.h"

namespace careerfacts {
namespace {

// The columns of schemas/reference.schema.json; the first six must be there.
constexpr std::array<std::string_view, 10> kColumns = {"publisher", "edition",  "occupation", "metric",
                                                       "value",     "soc_code", "start_year", "end_year",
                                                       "released",  "currency"};
enum Column {
  publisher,
  edition,
  occupation,
  metric,
  value,
  soc_code,
  start_year,
  end_year,
  released,
  currency
};
constexpr std::size_t kRequired = 6;

[[noreturn]] void refuse(const std::string& file, const CsvPlace& place, const std::string& why) {
  throw Error(ErrorKind::io, file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column),
              why);
}

std::string list_of(std::size_t n) {
  std::string words;
  for (std::size_t i = 0; i < n; ++i) words += (i == 0 ? "" : ", ") + std::string(kColumns[i]);
  return words;
}

std::optional<double> number(std::string_view text) {
  double result = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), result, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(result)) return std::nullopt;
  return result;
}

bool is_soc(std::string_view text) {
  return text.size() == 7 && text[2] == '-' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

}  // namespace

void read_reference_csv(const std::string& file, std::string_view text, std::vector<ReferenceRow>& rows) {
  std::array<std::optional<std::size_t>, kColumns.size()> at{};
  bool in_header = true;
  std::vector<ReferenceRow> read;
  read_csv(file, text, [&](const std::vector<CsvCell>& cells) {
    if (in_header) {
      in_header = false;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = std::find(kColumns.begin(), kColumns.end(), cells[i].text);
        if (column == kColumns.end())
          refuse(file, cells[i].place,
                 "no column is called \"" + std::string(cells[i].text) + "\"; they are " +
                     list_of(kColumns.size()));
        auto& place = at[static_cast<std::size_t>(column - kColumns.begin())];
        if (place) refuse(file, cells[i].place, "the column \"" + std::string(*column) + "\" stands twice");
        place = i;
      }
      for (std::size_t i = 0; i < kRequired; ++i)
        if (!at[i])
          refuse(file, {1, 1},
                 "the column \"" + std::string(kColumns[i]) +
                     "\" is missing; a file of reference figures has " + list_of(kRequired));
      return;
    }
    const auto cell = [&](Column column) -> const CsvCell* {
      return at[column] ? &cells[*at[column]] : nullptr;
    };
    const auto words = [&](Column column) { return cell(column) ? cell(column)->text : std::string_view(); };
    for (const Column column : {publisher, edition, occupation})
      if (words(column).empty())
        refuse(file, cell(column)->place,
               "the column \"" + std::string(kColumns[column]) + "\" must not be empty");
    ReferenceRow row;
    row.publisher = words(publisher);
    row.table = std::string_view(row.publisher);
    row.edition = words(edition);
    row.occupation = words(occupation);
    row.soc = words(soc_code);
    row.released = words(released);
    row.currency = words(currency).empty() ? std::string_view("USD") : words(currency);
    if (!is_soc(row.soc))
      refuse(file, cell(soc_code)->place,
             "\"" + std::string(row.soc) + "\" is no SOC code; write it as 15-1252");
    const auto known = metric_from(words(metric));
    if (!known) {
      std::string all;
      for (std::size_t i = 0; i < kMetrics; ++i)
        all += (i == 0 ? "" : ", ") + std::string(to_word(static_cast<Metric>(i)));
      refuse(file, cell(metric)->place,
             "\"" + std::string(words(metric)) + "\" is no metric; they are " + all);
    }
    row.metric = *known;
    const auto figure = number(words(value));
    if (!figure)
      refuse(file, cell(value)->place,
             "\"" + std::string(words(value)) + "\" is no number; write it as 112590 or 35.8");
    row.value = *figure;
    for (const auto& [column, year] :
         {std::pair{start_year, &row.start_year}, std::pair{end_year, &row.end_year}}) {
      if (words(column).empty()) continue;
      const auto read_year = number(words(column));
      if (!read_year || *read_year < 1900 || *read_year > 2200)
        refuse(file, cell(column)->place, "\"" + std::string(words(column)) + "\" is no year");
      *year = static_cast<int>(*read_year);
    }
    if (row.end_year == 0)
      refuse(file, cells.front().place,
             "the row has no end_year: the year of the survey, or the last of a projection");
    if (row.start_year == 0)
      row.start_year = row.metric == Metric::employment_change ? row.end_year - 10 : row.end_year;
    read.push_back(row);
  });
  if (in_header)
    refuse(file, {1, 1}, "the file is empty; its first line must name the columns " + list_of(kRequired));
  rows.insert(rows.end(), read.begin(), read.end());
}

}  // namespace careerfacts
