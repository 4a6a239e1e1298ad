#include "audit/audit_data.h"

#include <charconv>

#include "base/check.h"
#include "base/embedded_file.h"

namespace careerfacts {

extern const EmbeddedFile audit_embedded_files[];  // cmake/embed.cmake
extern const unsigned audit_embedded_count;

namespace {

std::string_view text_of(std::string_view name) {
  for (unsigned i = 0; i < audit_embedded_count; ++i)
    if (audit_embedded_files[i].name == name) return audit_embedded_files[i].text();
  CHECK(false);
}

}  // namespace

void read_audit_data(const std::string& name, const std::vector<std::string_view>& columns,
                     const std::function<void(const TsvRow&)>& row) {
  read_tsv(name, text_of(name), columns, row);
}

double data_number(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  CHECK(error == std::errc() && end == cell.data() + cell.size());
  return value;
}

}  // namespace careerfacts
