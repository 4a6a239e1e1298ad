#include "audit/pay_bounds.h"

#include <charconv>
#include <map>
#include <string>

#include "audit/embedded_tables.h"
#include "base/error.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

double number_of(const std::string& file, const TsvRow& row, std::size_t cell) {
  const std::string_view text = row.cells[cell];
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size())
    throw Error(ErrorKind::rulebook, file + ":" + std::to_string(row.line),
                "\"" + std::string(text) + "\" is no number");
  return value;
}

const std::map<std::string_view, PayBounds>& dollars() {
  static const std::map<std::string_view, PayBounds> table = [] {
    std::map<std::string_view, PayBounds> map;
    const std::string file = "audit/tables/pay_bounds.tsv";
    read_tsv(file, embedded_table("tables/pay_bounds.tsv"), {"period", "least", "most"},
             [&](const TsvRow& row) {
               map[row.cells[0]] = {number_of(file, row, 1), number_of(file, row, 2)};
             });
    return map;
  }();
  return table;
}

const std::map<std::string_view, double>& units() {
  static const std::map<std::string_view, double> table = [] {
    std::map<std::string_view, double> map;
    const std::string file = "audit/tables/currency_units.tsv";
    read_tsv(file, embedded_table("tables/currency_units.tsv"), {"currency", "units"},
             [&](const TsvRow& row) { map[row.cells[0]] = number_of(file, row, 1); });
    return map;
  }();
  return table;
}

}  // namespace

std::optional<PayBounds> pay_bounds(std::string_view currency, Period period) {
  const auto unit = units().find(currency);
  const auto bounds = dollars().find(to_word(period));
  if (unit == units().end() || bounds == dollars().end()) return std::nullopt;
  return PayBounds{bounds->second.least * unit->second, bounds->second.most * unit->second};
}

}  // namespace careerfacts
