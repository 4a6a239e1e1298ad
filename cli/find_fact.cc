#include "cli/find_fact.h"

#include <algorithm>
#include <vector>

#include "base/error.h"

namespace careerfacts::cli {

FactKey find_fact(Reader& reader, const std::string& prefix) {
  std::string id = prefix;
  std::transform(id.begin(), id.end(), id.begin(),
                 [](char c) { return 'A' <= c && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
  constexpr std::size_t kShown = 5;
  const std::vector<FactKey> keys = reader.keys_beginning_with(id, kShown + 1);
  if (keys.empty())
    throw Error(ErrorKind::usage, prefix, "no fact has this id; 'careerfacts facts' lists them");
  if (keys.size() > 1) {
    std::string ids;
    for (std::size_t i = 0; i < std::min(keys.size(), kShown); ++i)
      ids += (i > 0 ? ", " : "") + fact_id(keys[i]);
    throw Error(ErrorKind::usage, prefix,
                "several facts have an id that begins so: " + ids + (keys.size() > kShown ? " …" : "") +
                    "; give more digits");
  }
  return keys.front();
}

}  // namespace careerfacts::cli
