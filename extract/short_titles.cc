#include "extract/short_titles.h"

#include <unordered_set>
#include <vector>

#include "extract/tsv.h"

namespace careerfacts {
namespace {

constexpr std::size_t kManyCodes = 8;  // different ones

}  // namespace

bool same_case(std::string_view text, std::string_view surface) {
  if (text == surface) return true;
  return text.size() == surface.size() + 1 && text.back() == 's' && text.substr(0, surface.size()) == surface;
}

ShortTitles::ShortTitles(const Scan& scan) {
  const CompiledRules& rules = *scan.rules;
  struct Count {
    std::size_t times = 0;
    std::size_t first = 0;
    const Title* title = nullptr;
  };
  std::unordered_map<std::string_view, Count> counts;
  for (const Hit& hit : scan.hits) {
    if (hit.list != ListKind::title) continue;
    const Title& title = rules.titles[hit.entry];
    if (!title.is_short || !same_case(scan.text({hit.first, hit.last}), title.surface)) continue;
    if (meanings_.emplace(&title, nullptr).second)
      for (const std::string_view name : split(title.names, '|')) counts.emplace(name, Count{});
  }
  if (meanings_.empty()) return;
  std::unordered_set<std::uint64_t> codes;
  for (const ScannedBlock& block : scan.blocks)
    if (block.tokens.last == block.tokens.first + 1)
      if (const Token& token = scan.tokens[block.tokens.first];
          token.all_upper && token.end == token.begin + 2)
        codes.insert(token.key);
  among_codes_ = codes.size() >= kManyCodes;
  for (std::size_t h = 0; h < scan.hits.size(); ++h) {
    const Hit& hit = scan.hits[h];
    if (hit.list != ListKind::title) continue;
    const auto count = counts.find(rules.titles[hit.entry].surface);
    if (count == counts.end()) continue;
    if (count->second.times++ == 0) {
      count->second.first = h;
      count->second.title = &rules.titles[hit.entry];
    }
  }
  for (auto& [title, meaning] : meanings_) {
    Count best;
    for (const std::string_view name : split(title->names, '|')) {
      const Count& count = counts.find(name)->second;
      if (count.times < best.times || count.times == 0) continue;
      if (count.times == best.times && count.first > best.first) continue;
      best = count;
      meaning = count.title;
    }
  }
}

const Title* ShortTitles::meaning(const Title& title) const {
  if (!title.is_short) return nullptr;
  const auto found = meanings_.find(&title);
  return found == meanings_.end() ? nullptr : found->second;
}

}  // namespace careerfacts
