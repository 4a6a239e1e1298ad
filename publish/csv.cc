#include "publish/csv.h"

#include <algorithm>
#include <array>

#include "ingest/utf8.h"
#include "publish/number.h"

namespace careerfacts {
namespace {

// What starts a formula; the full-width signs are read as the plain ones.
constexpr std::array<std::string_view, 11> kFormula{"=",  "+",  "-",  "@",  "\t", "\r",
                                                    "\n", "＝", "＋", "－", "＠"};

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

std::string mended(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const std::size_t valid_end = find_invalid_utf8(value, at);
    text += value.substr(at, valid_end - at);
    at = valid_end;
    if (at < value.size()) text += kReplacement;
  }
  return text;
}

void append_cell(std::string& out, std::string_view value, bool defuse) {
  const bool quoted = defuse || value.find_first_of("\",\r\n") != std::string_view::npos ||
                      value.starts_with(' ') || value.ends_with(' ');
  if (!quoted) {
    out += value;
    return;
  }
  out += '"';
  if (defuse) out += '\'';
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void CsvRow::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

void CsvRow::text(std::string_view value) {
  if (find_invalid_utf8(value) < value.size()) return text(mended(value));
  separate();
  append_cell(out_, value, std::any_of(kFormula.begin(), kFormula.end(), [value](std::string_view sign) {
                return value.starts_with(sign);
              }));
}

void CsvRow::word(std::string_view value) {
  separate();
  append_cell(out_, value, false);
}

void CsvRow::number(double value) {
  separate();
  append_number(out_, value);
}

void CsvRow::number(std::optional<double> value) { value ? number(*value) : empty(); }

void CsvRow::number(std::optional<int> value) { value ? number(static_cast<double>(*value)) : empty(); }

void CsvRow::number(std::size_t value) {
  separate();
  append_number(out_, value);
}

void CsvRow::empty(std::size_t cells) {
  for (std::size_t i = 0; i < cells; ++i) separate();
}

void CsvRow::end() { out_ += "\r\n"; }

}  // namespace careerfacts
