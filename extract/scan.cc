#include "extract/scan.h"

#include <algorithm>
#include <array>

#include "extract/sentences.h"

namespace careerfacts {

std::string_view Scan::text(TokenRange range) const {
  if (range.empty()) return {};
  return std::string_view(document->text)
      .substr(tokens[range.first].begin, tokens[range.last - 1].end - tokens[range.first].begin);
}

std::string_view Scan::word(std::uint32_t token) const {
  return std::string_view(document->text)
      .substr(tokens[token].begin, tokens[token].end - tokens[token].begin);
}

TextSpan Scan::span(TokenRange range) const {
  return {tokens[range.first].begin, tokens[range.last - 1].end};
}

std::uint32_t Scan::sentence_index(std::uint32_t block, std::uint32_t token) const {
  const auto begin = sentences.begin() + blocks[block].first_sentence;
  const auto end = sentences.begin() + blocks[block].last_sentence;
  const auto after =
      std::upper_bound(begin, end, token, [](std::uint32_t t, const TokenRange& r) { return t < r.first; });
  return static_cast<std::uint32_t>(after - sentences.begin()) - (after == begin ? 0 : 1);
}

TokenRange Scan::sentence_at(std::uint32_t block, std::uint32_t token) const {
  const ScannedBlock& here = blocks[block];
  const std::uint32_t index = sentence_index(block, token);
  return index < here.last_sentence && sentences[index].first <= token ? sentences[index] : here.tokens;
}

std::uint32_t Scan::hit_from(std::uint32_t block, std::uint32_t token) const {
  const auto begin = hits.begin() + blocks[block].first_hit, end = hits.begin() + blocks[block].last_hit;
  const auto at =
      std::lower_bound(begin, end, token, [](const Hit& h, std::uint32_t t) { return h.first < t; });
  return static_cast<std::uint32_t>(at - hits.begin());
}

void CueList::index(std::size_t tokens) {
  first_from_.clear();
  std::uint32_t cue = 0;
  for (std::size_t from = 0; from <= tokens; from += kStride) {
    while (cue < all_.size() && all_[cue].at.first < from) ++cue;
    first_from_.push_back(cue);
  }
}

std::span<const CueHit> CueList::in(TokenRange range) const {
  const auto first = all_.begin() + first_from_[range.first / kStride];
  auto begin = first;
  while (begin != all_.end() && begin->at.first < range.first) ++begin;
  auto end = begin;
  while (end != all_.end() && end->at.first < range.last) ++end;
  return {begin, end};
}

const CueHit* Scan::last_cue(Feature feature, TokenRange range) const {
  const CueHit* best = nullptr;
  for (const CueHit& cue : cues(feature, range)) {
    if (cue.at.last > range.last) continue;
    if (best == nullptr || cue.at.last > best->at.last ||
        (cue.at.last == best->at.last && cue.at.first < best->at.first))
      best = &cue;
  }
  return best;
}

const CueHit* Scan::first_cue(Feature feature, TokenRange range) const {
  const CueHit* best = nullptr;
  for (const CueHit& cue : cues(feature, range)) {
    if (best != nullptr && cue.at.first > best->at.first) break;
    if (cue.at.last > range.last) continue;
    if (best == nullptr || cue.at.last > best->at.last) best = &cue;
  }
  return best;
}

Scan scan(const Document& document, const CompiledRules& rules) {
  Scan result;
  result.document = &document;
  result.rules = &rules;
  result.tokens.reserve(document.text.size() / 5);
  result.blocks.resize(document.blocks.size());
  std::vector<Hit> found;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    ScannedBlock& scanned = result.blocks[b];
    scanned.tokens.first = static_cast<std::uint32_t>(result.tokens.size());
    scanned.first_hit = static_cast<std::uint32_t>(result.hits.size());
    scanned.first_sentence = static_cast<std::uint32_t>(result.sentences.size());
    if (block.kind != BlockKind::code) {
      tokenize(document.text, block.span.begin, block.span.end, result.tokens, &rules.currencies.glued());
      const auto last = static_cast<std::uint32_t>(result.tokens.size());
      found.clear();
      rules.lexicon.find(result.tokens, scanned.tokens.first, last, found);
      for (const Hit& hit : found) {
        if (hit.list == ListKind::cue) {
          const Cue& cue = rules.cues[hit.entry];
          result.all_cues[static_cast<std::size_t>(cue.feature)].add(
              {cue.place, cue.value, cue.rule, {hit.first, hit.last}});
        } else {
          result.hits.push_back(hit);
        }
      }
      split_sentences(document.text, result.tokens, {scanned.tokens.first, last}, result.sentences);
    }
    scanned.tokens.last = static_cast<std::uint32_t>(result.tokens.size());
    scanned.last_hit = static_cast<std::uint32_t>(result.hits.size());
    scanned.last_sentence = static_cast<std::uint32_t>(result.sentences.size());
  }
  for (CueList& cues : result.all_cues) cues.index(result.tokens.size());
  return result;
}

}  // namespace careerfacts
