#include "extract/scan.h"

#include <algorithm>
#include <array>

#include "extract/money.h"
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

bool Scan::begins_title(std::uint32_t block, TokenRange words) const {
  for (std::uint32_t h = hit_from(block, words.first);
       h < blocks[block].last_hit && hits[h].first == words.first; ++h)
    if (hits[h].list == ListKind::title && hits[h].last > words.last) return true;
  return false;
}

bool Scan::is_possessive(std::uint32_t token) const { return tokens[token].is('\'') || word(token) == "'s"; }

void CueList::start(std::size_t tokens) {
  constexpr std::size_t kUsual = 16;  // tokens a cue
  all_.reserve(tokens / kUsual);
  first_from_.reserve(tokens / kStride + 1);
}

void CueList::finish(std::size_t tokens) {
  first_from_.resize(tokens / kStride + 1, static_cast<std::uint32_t>(all_.size()));
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

namespace {

// Notes the tokens that something may begin with, while they are in the nearest cache.
void note_anchors(TokenRange range, Scan& scan) {
  constexpr std::uint32_t kBatch = 64;
  std::array<std::uint32_t, kBatch> capitals;
  for (std::uint32_t begin = range.first; begin < range.last; begin += kBatch) {
    std::size_t n = 0;
    for (std::uint32_t i = begin; i < std::min(range.last, begin + kBatch); ++i) {
      const Token& token = scan.tokens[i];
      capitals[n] = i;  // without branches: capitals come as they like
      n += static_cast<std::size_t>(token.is_word() & token.upper_first);
      if (!(static_cast<unsigned>(token.is_number()) |
            static_cast<unsigned>(scan.rules->figure_words.may_hold(token.key))))
        continue;
      if (anchors_money(token, *scan.rules)) scan.money_anchors.push_back(i);
      if (scan.rules->amount_words.may_begin(AmountWord::percent, token)) scan.percent_anchors.push_back(i);
    }
    scan.capitals.insert(scan.capitals.end(), capitals.begin(),
                         capitals.begin() + static_cast<std::ptrdiff_t>(n));
  }
}

// Deals what was found in all blocks out to the block and the list that it belongs to.
void deal(const std::vector<Hit>& found, Scan& scan) {
  for (CueList& cues : scan.all_cues) cues.start(scan.tokens.size());
  auto hit = found.begin();
  for (ScannedBlock& block : scan.blocks) {
    block.first_hit = static_cast<std::uint32_t>(scan.hits.size());
    for (; hit != found.end() && hit->first < block.tokens.last; ++hit)
      if (hit->list == ListKind::cue)
        scan.all_cues[static_cast<std::size_t>(hit->feature)].add(
            {hit->place, hit->value, hit->entry, {hit->first, hit->last}});
      else
        scan.hits.push_back(*hit);
    block.last_hit = static_cast<std::uint32_t>(scan.hits.size());
  }
  for (CueList& cues : scan.all_cues) cues.finish(scan.tokens.size());
}

}  // namespace

Scan scan(const Document& document, const CompiledRules& rules) {
  Scan result;
  result.document = &document;
  result.rules = &rules;
  result.tokens.reserve(document.text.size() / 5);
  result.blocks.resize(document.blocks.size());
  result.capitals.reserve(document.text.size() / 20);
  std::vector<std::uint32_t> ends;  // of the blocks, in tokens
  ends.reserve(document.blocks.size());
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    ScannedBlock& scanned = result.blocks[b];
    scanned.tokens.first = static_cast<std::uint32_t>(result.tokens.size());
    scanned.first_sentence = static_cast<std::uint32_t>(result.sentences.size());
    if (block.kind != BlockKind::code)
      tokenize(document.text, block.span.begin, block.span.end, result.tokens, &rules.currencies.glued());
    scanned.tokens.last = static_cast<std::uint32_t>(result.tokens.size());
    note_anchors(scanned.tokens, result);
    split_sentences(document.text, result.tokens, scanned.tokens, result.sentences);
    scanned.last_sentence = static_cast<std::uint32_t>(result.sentences.size());
    ends.push_back(scanned.tokens.last);
  }
  std::vector<Hit> found;
  found.reserve(result.tokens.size());
  if (!ends.empty()) rules.lexicon.find(result.tokens, 0, ends, found);
  deal(found, result);
  return result;
}

}  // namespace careerfacts
