#include "audit/check_citation.h"

#include <string>
#include <string_view>

#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::size_t kShownBytes = 40;

// What stands there now, in one short line.
std::string shown(std::string_view bytes) {
  std::size_t end = std::min(bytes.size(), kShownBytes);
  while (end > 0 && end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xc0U) == 0x80U) --end;
  std::string text(bytes.substr(0, end));
  if (find_invalid_utf8(text) < text.size()) return "something that is not UTF-8";
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return "\"" + text + (end < bytes.size() ? "…" : "") + "\"";
}

Finding broken(std::string reason) {
  return {Check::citation, Verdict::broken_citation, std::move(reason), {}, Obstacle::none};
}

}  // namespace

std::optional<Finding> check_citation(const Claim& claim, const CitedFile& file) {
  const Mention& mention = claim.mention;
  if (file.holds(mention)) return std::nullopt;
  if (!file.problem().empty()) return broken("cannot be read again: " + file.problem());
  if (file.bytes(mention.span).size() < mention.span.size())
    return broken("the file has changed and ends before the cited bytes do");
  return broken("the file has changed: " + shown(file.bytes(mention.span)) + " stands there now, not " +
                shown(mention.quote));
}

}  // namespace careerfacts
