#include "extract/credential_context.h"

#include <algorithm>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kNear = 3;        // words beside a name
constexpr std::uint32_t kIntroduced = 6;  // words between "certifications" and "such as" or the colon

}  // namespace

bool CredentialContext::is_noun(std::uint32_t i) const {
  static const KeySet kNouns{"certification", "certificate", "exam",     "examination",   "license",
                             "licence",       "credential",  "program",  "charterholder", "charter",
                             "qualification", "designation", "licensure"};
  return kNouns.contains(token(i));
}

CredentialContext::CredentialContext(const Scan& scan) : scan_(scan), cued_(scan.blocks.size(), false) {
  std::size_t block = 0;
  for (const CueHit& cue : scan.cues(Feature::credential_cue)) {
    while (scan.blocks[block].tokens.last <= cue.at.first) ++block;
    if (cue.value == 1) cued_[block] = true;
  }
}

bool CredentialContext::names_issuer(std::uint32_t block, TokenRange at) const {
  const TokenRange range = scan_.sentence_at(block, at.first);
  if (at.first >= range.first + 2 && token(at.first - 1).is('(') && token(at.first - 2).all_upper &&
      token(at.last - 1).all_upper)
    return true;
  const std::uint32_t first = at.first >= range.first + 2 ? at.first - 2 : range.first;
  for (const CueHit& cue : scan_.cues(Feature::credential_cue, {first, at.first}))
    if (cue.value == 0 && cue.place == Place::before && cue.at.last == at.first) return true;
  return false;
}

bool CredentialContext::beside(std::uint32_t block, TokenRange at) const {
  const TokenRange range = scan_.sentence_at(block, at.first);
  const std::uint32_t first = at.first >= range.first + kNear ? at.first - kNear : range.first;
  const std::uint32_t last = std::min(at.last + kNear, range.last);
  for (const CueHit& cue : scan_.cues(Feature::credential_cue, {first, last})) {
    if (cue.value != 1 || cue.at.last > last) continue;
    if (cue.at.last <= at.first ? cue.place != Place::after
                                : cue.at.first >= at.last && cue.place != Place::before)
      return true;
  }
  return false;
}

bool CredentialContext::has_noun(TokenRange range, Noun noun) const {
  static const KeySet kExams{"exam", "examination"};
  for (const CueHit& cue : scan_.cues(Feature::credential_cue, range)) {
    if (cue.value != 1 || cue.place != Place::any) continue;
    if (noun == Noun::any) return true;
    const std::uint32_t word = cue.at.last - 1;
    if (kExams.contains(token(word))) continue;
    if (noun == Noun::credential || scan_.word(word).ends_with('s') || scan_.word(word).ends_with('S'))
      return true;
  }
  return false;
}

bool CredentialContext::has_noun(std::uint32_t block, Noun noun) const {
  return cued_[block] && has_noun(scan_.blocks[block].tokens, noun);
}

bool CredentialContext::in_sentence(std::uint32_t block, TokenRange at) const {
  const TokenRange sentence = scan_.sentence_at(block, at.first);
  return has_noun({sentence.first, at.first}, Noun::any) || has_noun({at.last, sentence.last}, Noun::any);
}

// The colon, bracket or "such as" that opens the list in which `i` stands; `i` itself where none does.
std::uint32_t CredentialContext::introducer(std::uint32_t block, std::uint32_t i, bool surely) const {
  if (!cued_[block]) return i;
  static const KeySet kOpeners{"such", "like", "including", "includes", "include", "e"};
  const TokenRange sentence = scan_.sentence_at(block, i);
  for (std::uint32_t at = i; at > sentence.first; --at) {
    const std::uint32_t before = at - 1;
    if (token(before).is(')')) {  // what is in brackets is an aside
      std::uint32_t open = before;
      while (open > sentence.first && !token(open).is('(')) --open;
      at = open + 1;
      continue;
    }
    if (!token(before).is(':') && !token(before).is('(') && !kOpeners.contains(token(before))) continue;
    const std::uint32_t first =
        before >= sentence.first + kIntroduced ? before - kIntroduced : sentence.first;
    const bool labels =
        token(before).is(':') && before > sentence.first && has_noun({before - 1, before}, Noun::credential);
    if (labels || has_noun({first, before}, surely ? Noun::credentials : Noun::any)) return before;
  }
  return i;
}

bool CredentialContext::listed(std::uint32_t block, std::uint32_t i, bool surely) const {
  if (introducer(block, i, surely) != i) return true;
  const Block& place = scan_.document->blocks[block];
  if (place.kind == BlockKind::cell) return header_of_cell(block, surely ? Noun::credential : Noun::any);
  if (place.kind != BlockKind::list_item || (surely && i != scan_.blocks[block].tokens.first)) return false;
  const Noun noun = surely ? Noun::credentials : Noun::any;
  for (const std::uint32_t above : {place.lead, place.parent})
    if (above != kNone && has_noun(above, noun)) return true;
  return nearest_heading(block, noun);
}

bool CredentialContext::nearest_heading(std::uint32_t block, Noun noun) const {
  const Document& document = *scan_.document;
  const std::uint32_t heading = document.sections[document.blocks[block].section].heading;
  return heading != kNone && heading != block && has_noun(heading, noun);
}

bool CredentialContext::header_of_cell(std::uint32_t block, Noun noun) const {
  const Document& document = *scan_.document;
  const Block& cell = document.blocks[block];
  if (cell.table == kNone) return false;
  const Table& table = document.tables[cell.table];
  for (std::uint32_t b = table.first_block;
       b < table.last_block && document.blocks[b].row < table.header_rows; ++b)
    if (cued_[b] && b != block && document.blocks[b].column == cell.column && has_noun(b, noun)) return true;
  return false;
}

bool CredentialContext::under_heading(std::uint32_t block) const {
  const Document& document = *scan_.document;
  for (std::uint32_t s = document.blocks[block].section;; s = document.sections[s].parent) {
    const std::uint32_t heading = document.sections[s].heading;
    if (heading != kNone && heading != block && has_noun(heading, Noun::any)) return true;
    if (s == 0) return false;
  }
}

bool CredentialContext::refused(std::uint32_t block, TokenRange at) const {
  const std::uint32_t last = std::min(at.first + kLongestPhrase, scan_.blocks[block].tokens.last);
  std::vector<Hit> hits;
  scan_.rules->lexicon_beside.find_at(scan_.tokens, at.first, last, hits);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const Hit& hit) { return hit.list == ListKind::cue && hit.last >= at.last; });
}

TokenRange CredentialContext::name_of_list(std::uint32_t block, std::uint32_t i) const {
  const std::uint32_t colon = introducer(block, i, true);
  const TokenRange sentence = scan_.sentence_at(block, i);
  if (colon == i || colon < sentence.first + 2 || !is_noun(colon - 1)) return {};
  const std::uint32_t noun = colon - 1;
  std::uint32_t begin = noun;
  const auto names = [&](std::uint32_t t) {
    return (token(t).is_word() && token(t).upper_first) || token(t).is('(') || token(t).is(')') ||
           (token(t).is_number() && !token(t).space_before) || scan_.word(t) == "²";
  };
  while (begin > sentence.first && names(begin - 1) && noun - begin < kIntroduced) --begin;
  while (begin < noun && token(begin).is(')')) ++begin;
  return {begin, noun};
}

}  // namespace careerfacts
