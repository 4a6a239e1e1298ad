#include "extract/attribution.h"

#include <algorithm>
#include <array>

namespace careerfacts {
namespace {

constexpr std::uint32_t kReach = 6;          // tokens between a cue and its source
constexpr std::uint32_t kLongestCarry = 64;  // sources looked back at for what "the same report" means
constexpr std::uint32_t kLongestName = 9;    // tokens of a name that no list knows

int digits_value(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
    if (value > 9999) return -1;
  }
  return value;
}

bool is_article(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kWords{
      "the", "a", "an", "its", "our", "recent", "latest", "annual", "new", "their", "national", "this"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_year(int value) { return value >= 1990 && value <= 2040; }

}  // namespace

Attributor::Attributor(const Scan& scan) : scan_(scan) {
  for (std::uint32_t b = 0; b < scan_.blocks.size(); ++b) {
    first_of_block_.push_back(static_cast<std::uint32_t>(bound_.size()));
    for (std::uint32_t h = scan_.blocks[b].first_hit; h < scan_.blocks[b].last_hit; ++h)
      if (scan_.hits[h].list == ListKind::publisher &&
          publisher_from(b, scan_.hits[h].first) == &scan_.hits[h])
        names_.push_back({scan_.hits[h].first, scan_.hits[h].last});
    find_bound(b);
  }
  first_of_block_.push_back(static_cast<std::uint32_t>(bound_.size()));
}

// The publisher whose name starts at `token`, when its case allows it.
const Hit* Attributor::publisher_from(std::uint32_t block, std::uint32_t token) const {
  const auto from = std::lower_bound(scan_.hits.begin() + scan_.blocks[block].first_hit,
                                     scan_.hits.begin() + scan_.blocks[block].last_hit, token,
                                     [](const Hit& h, std::uint32_t t) { return h.first < t; });
  for (auto at = from; at != scan_.hits.begin() + scan_.blocks[block].last_hit && at->first == token; ++at) {
    const Hit& hit = *at;
    if (hit.list != ListKind::publisher) continue;
    const PublisherSurface& surface = scan_.rules->publishers[hit.entry];
    const std::string_view text = scan_.text({hit.first, hit.last});
    if (surface.exact_case && text != surface.surface) continue;
    if (!scan_.tokens[token].upper_first && surface.surface[0] >= 'A' && surface.surface[0] <= 'Z') continue;
    return &hit;
  }
  return nullptr;
}

std::optional<int> Attributor::year_in(TokenRange range) const {
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (scan_.tokens[i].is_number()) {
      const int value = digits_value(scan_.word(i));
      if (is_year(value)) return value;
    }
  return std::nullopt;
}

// The source that starts at or shortly after `token`: a publisher of the list or, with `any_name`, a run of
// capitalised words.
std::optional<SourceFound> Attributor::source_at(std::uint32_t block, std::uint32_t token, TokenRange within,
                                                 bool any_name) const {
  for (std::uint32_t i = token; i < within.last && i < token + kReach; ++i) {
    if (const Hit* hit = publisher_from(block, i)) {
      const PublisherSurface& surface = scan_.rules->publishers[hit->entry];
      SourceFound found;
      found.grade = SourceGrade::named;
      found.name = scan_.text({hit->first, hit->last});
      found.canonical = surface.name;
      found.at = scan_.span({hit->first, hit->last});
      const std::uint32_t year_end = std::min(within.last, hit->last + 3);
      found.year = year_in({token, hit->first});
      if (!found.year) found.year = year_in({hit->last, year_end});
      return found;
    }
    const Token& here = scan_.tokens[i];
    if (here.is('.') || here.is(';') || here.is('!')) break;
    if (!any_name) continue;
    // An unknown name follows its cue at once, or after an article, a year or an adjective of reports.
    if (here.is_word() && !here.upper_first && !is_article(scan_.word(i))) any_name = false;
    if (any_name && here.is_word() && here.upper_first && i > within.first) {
      std::uint32_t last = i + 1;
      while (last < within.last && last < i + kLongestName) {
        const Token& next = scan_.tokens[last];
        const bool joins = next.is('&') || scan_.word(last) == "of" || scan_.word(last) == "for" ||
                           scan_.word(last) == "and" || scan_.word(last) == "the" || next.is('.');
        if (next.is_word() && next.upper_first) {
          ++last;
        } else if (joins && last + 1 < within.last && scan_.tokens[last + 1].is_word() &&
                   scan_.tokens[last + 1].upper_first &&
                   !(next.is('.') && scan_.tokens[last + 1].space_before)) {
          last += 2;
        } else {
          break;
        }
      }
      SourceFound found;
      found.grade = SourceGrade::named;
      found.name = scan_.text({i, last});
      found.at = scan_.span({i, last});
      found.year = year_in({token, std::min(within.last, last + 3)});
      return found;
    }
    if (here.is(',') || here.is(':')) break;
  }
  return std::nullopt;
}

// The publisher whose name ends at or shortly before `token`: "BLS data … shows", "the Bureau projects".
std::optional<SourceFound> Attributor::source_before(std::uint32_t block, std::uint32_t token,
                                                     TokenRange within) const {
  for (std::uint32_t back = 1; back <= kReach && token >= within.first + back; ++back) {
    const std::uint32_t i = token - back;
    if (scan_.tokens[i].is(';') || scan_.tokens[i].is(':')) break;
    if (const Hit* hit = publisher_from(block, i); hit != nullptr && hit->last <= token) {
      SourceFound found;
      found.grade = SourceGrade::named;
      found.name = scan_.text({hit->first, hit->last});
      found.canonical = scan_.rules->publishers[hit->entry].name;
      found.at = scan_.span({hit->first, hit->last});
      found.year = year_in({std::max(within.first, hit->first >= 3 ? hit->first - 3 : 0), token});
      return found;
    }
  }
  return std::nullopt;
}

void Attributor::find_bound(std::uint32_t block) {
  const ScannedBlock& scanned = scan_.blocks[block];
  for (std::uint32_t s = scanned.first_sentence; s < scanned.last_sentence; ++s) {
    const TokenRange sentence = scan_.sentences[s];
    const bool introduces = scan_.tokens[sentence.last - 1].is(':');
    const auto add = [&](SourceFound source, TokenRange at) -> Bound& {
      bound_.push_back({block, sentence, at, std::move(source), false, false, introduces});
      return bound_.back();
    };
    for (std::uint32_t c = scan_.cue_from(block, sentence.first); c < scanned.last_cue; ++c) {
      const CueHit& cue = scan_.cues[c];
      if (cue.at.first >= sentence.last) break;
      if (cue.feature != Feature::citing || cue.at.last > sentence.last) continue;
      switch (static_cast<Citing>(cue.value)) {
        case Citing::before_source:
          if (auto source = source_at(block, cue.at.last, sentence, true)) add(std::move(*source), cue.at);
          break;
        case Citing::after_source:
          if (auto source = source_before(block, cue.at.first, sentence)) add(std::move(*source), cue.at);
          break;
        case Citing::label:
          if (auto source = source_at(block, cue.at.last, sentence, true))
            add(std::move(*source), cue.at).label = true;
          break;
        case Citing::vague: {
          SourceFound source;
          source.grade = SourceGrade::vague;
          source.at = scan_.span(cue.at);
          add(std::move(source), cue.at);
          break;
        }
        case Citing::same: {
          SourceFound source;  // filled from the sentence before when it is asked for
          add(std::move(source), cue.at);
          break;
        }
      }
    }
    // "(Glassdoor, 2024)", "([BLS](…))": a publisher alone in brackets.
    for (std::uint32_t i = sentence.first; i + 2 < sentence.last; ++i) {
      if (!scan_.tokens[i].is('(') && !scan_.tokens[i].is('[')) continue;
      const Hit* hit = publisher_from(block, i + 1);
      if (hit == nullptr) continue;
      std::uint32_t close = hit->last;
      while (close < sentence.last && close < hit->last + 8 && !scan_.tokens[close].is(')') &&
             !scan_.tokens[close].is(']'))
        ++close;
      if (close >= sentence.last || close >= hit->last + 8) continue;
      SourceFound source;
      source.grade = SourceGrade::named;
      source.name = scan_.text({hit->first, hit->last});
      source.canonical = scan_.rules->publishers[hit->entry].name;
      source.at = scan_.span({hit->first, hit->last});
      source.year = year_in({hit->last, close});
      add(std::move(source), {i, close + 1}).bracketed = true;
    }
  }
}

// Index of the first source that is bound in the sentence or after it.
std::uint32_t Attributor::first_in_sentence(std::uint32_t block, TokenRange sentence) const {
  const auto begin = bound_.begin() + first_of_block_[block],
             end = bound_.begin() + first_of_block_[block + 1];
  const auto at = std::lower_bound(begin, end, sentence.first,
                                   [](const Bound& b, std::uint32_t t) { return b.sentence.first < t; });
  return static_cast<std::uint32_t>(at - bound_.begin());
}

const Attributor::Bound* Attributor::in_sentence(std::uint32_t block, TokenRange sentence,
                                                 TokenRange figure) const {
  const Bound* best = nullptr;
  for (std::uint32_t i = first_in_sentence(block, sentence); i < first_of_block_[block + 1]; ++i) {
    const Bound& bound = bound_[i];
    if (bound.sentence.first != sentence.first) break;
    if (bound.source.grade == SourceGrade::none) continue;
    if (bound.bracketed && bound.at.first < figure.first) continue;  // it spoke of what stood before it
    const bool better =
        best == nullptr ||
        (bound.source.grade == SourceGrade::named && best->source.grade == SourceGrade::vague) ||
        (bound.bracketed && !best->bracketed);
    if (better) best = &bound;
  }
  return best;
}

const Attributor::Bound* Attributor::of_whole_block(std::uint32_t block) const {
  for (std::uint32_t i = first_of_block_[block]; i < first_of_block_[block + 1]; ++i)
    if (bound_[i].source.grade != SourceGrade::none) return &bound_[i];
  return nullptr;
}

SourceFound Attributor::source_of(std::uint32_t block, TokenRange figure) const {
  const Document& document = *scan_.document;
  const TokenRange sentence = scan_.sentence_at(block, figure.first);
  if (const Bound* bound = in_sentence(block, sentence, figure)) return bound->source;

  // "The same report …": the source of the sentence before, or of the end of the block before.
  const std::uint32_t here_first = first_in_sentence(block, sentence);
  bool goes_on = false;
  std::uint32_t here_last = here_first;
  for (; here_last < first_of_block_[block + 1] && bound_[here_last].sentence.first == sentence.first;
       ++here_last)
    goes_on = goes_on || bound_[here_last].source.grade == SourceGrade::none;
  if (goes_on) {
    for (std::uint32_t i = here_last; i-- > 0;) {
      const Bound& bound = bound_[i];
      if (bound.block + 2 < block || here_last - i > kLongestCarry) break;
      if (bound.source.grade != SourceGrade::none && bound.at.first < figure.first) return bound.source;
    }
  }

  const Block& here = document.blocks[block];
  if (here.kind == BlockKind::cell) {
    const Table& table = document.tables[here.table];
    // A Source column speaks for its row.
    std::uint32_t row_begin = block;
    while (row_begin > table.first_block && document.blocks[row_begin - 1].row == here.row) --row_begin;
    for (std::uint32_t b = row_begin; b < table.last_block && document.blocks[b].row == here.row; ++b) {
      if (b == block) continue;
      const Bound* bound = of_whole_block(b);
      if (bound != nullptr && bound->bracketed) return bound->source;
      for (std::uint32_t header = table.first_block;
           header < table.last_block && document.blocks[header].row < table.header_rows; ++header) {
        if (document.blocks[header].column != document.blocks[b].column) continue;
        if (!to_lower(document.at(document.blocks[header])).starts_with("source")) continue;
        if (scan_.blocks[b].tokens.empty()) continue;
        if (auto source = source_at(b, scan_.blocks[b].tokens.first, scan_.blocks[b].tokens, false))
          return *source;
      }
    }
    if (table.note != kNone) {
      const Bound* bound = of_whole_block(table.note);
      if (bound != nullptr && bound->label) return bound->source;
    }
  }
  if (here.lead != kNone) {
    const Bound* bound = of_whole_block(here.lead);
    if (bound != nullptr && bound->introduces) return bound->source;
  }
  return {};
}

}  // namespace careerfacts
