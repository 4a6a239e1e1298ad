#include "audit/pay_bounds.h"

#include <map>

#include "audit/audit_data.h"

namespace careerfacts {
namespace {

const std::map<std::string_view, PayBounds>& dollars() {
  static const std::map<std::string_view, PayBounds> table = [] {
    std::map<std::string_view, PayBounds> map;
    read_audit_data("vocabulary/pay_bounds.tsv", {"period", "least", "most"}, [&](const TsvRow& row) {
      map[row.cells[0]] = {data_number(row.cells[1]), data_number(row.cells[2])};
    });
    return map;
  }();
  return table;
}

const std::map<std::string_view, double>& units() {
  static const std::map<std::string_view, double> table = [] {
    std::map<std::string_view, double> map;
    read_audit_data("vocabulary/currency_units.tsv", {"currency", "units"},
                    [&](const TsvRow& row) { map[row.cells[0]] = data_number(row.cells[1]); });
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
