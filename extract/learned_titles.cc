#include "extract/learned_titles.h"

#include <algorithm>

namespace careerfacts {

void LearnedTitles::learn(std::uint32_t block, std::uint32_t abbreviation, const RoleMention& title) {
  const ScannedBlock& scanned = scan_.blocks[block];
  for (std::uint32_t h = scan_.hit_from(block, abbreviation);
       h < scanned.last_hit && scan_.hits[h].first == abbreviation; ++h)
    if (scan_.hits[h].list == ListKind::title && scan_.hits[h].last == abbreviation + 1) return;
  meanings_.emplace(scan_.tokens[abbreviation].key, Meaning{title.name, title.soc_code});
}

void LearnedTitles::find(const std::vector<TokenRange>& taken, const TitleEvidence& evidence,
                         std::vector<RoleMention>& found) const {
  if (meanings_.empty()) return;
  std::vector<RoleMention> learned;
  auto known = found.cbegin();
  auto name = taken.cbegin();
  std::uint32_t block = 0;
  for (const std::uint32_t i : scan_.capitals) {
    if (!scan_.tokens[i].all_upper) continue;
    const auto meaning = meanings_.find(scan_.tokens[i].key);
    if (meaning == meanings_.end()) continue;
    while (scan_.blocks[block].tokens.last <= i) ++block;
    while (known != found.cend() && known->at.last <= i) ++known;
    while (name != taken.cend() && name->last <= i) ++name;
    if ((known != found.cend() && known->at.contains(i)) || (name != taken.cend() && name->contains(i)))
      continue;
    if (!evidence.stands_for_people(block, {i, i + 1})) continue;
    learned.push_back({{i, i + 1}, block, meaning->second.name, meaning->second.soc_code, "role.learned"});
  }
  const auto middle = static_cast<std::ptrdiff_t>(found.size());
  found.insert(found.end(), std::make_move_iterator(learned.begin()), std::make_move_iterator(learned.end()));
  std::inplace_merge(found.begin(), found.begin() + middle, found.end(),
                     [](const RoleMention& a, const RoleMention& b) { return a.at.first < b.at.first; });
}

}  // namespace careerfacts
