#include "store/canonical_name.h"

namespace careerfacts {
namespace {

bool is_space(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string canonical_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  bool gap = false;
  for (const char c : name) {
    if (is_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += lower(c);
  }
  return out;
}

}  // namespace careerfacts
