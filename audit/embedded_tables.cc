#include "audit/embedded_tables.h"

#include <cstddef>

#include "base/check.h"

namespace careerfacts {

struct EmbeddedFile {  // as cmake/embed.cmake writes it
  const char* name;
  const char* begin;
  const char* end;
};
extern const EmbeddedFile audit_data_files[];
extern const unsigned audit_data_count;

std::string_view embedded_table(std::string_view name) {
  for (unsigned i = 0; i < audit_data_count; ++i) {
    const EmbeddedFile& file = audit_data_files[i];
    if (file.name == name) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  }
  CHECK(false);
}

}  // namespace careerfacts
