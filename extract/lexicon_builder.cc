#include "extract/lexicon_builder.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <type_traits>

#include "base/check.h"

namespace careerfacts {
namespace {

template <class Part>
void append(std::span<const Part> part, LexiconImage& image) {
  static_assert(std::is_trivially_copyable_v<Part>);
  if (part.empty()) return;
  const std::size_t from = image.size();
  image.resize(from + cache_lines(part.size_bytes()));
  std::memcpy(image[from].bytes.data(), part.data(), part.size_bytes());
}

}  // namespace

void LexiconBuilder::expect(std::size_t phrases) {
  constexpr std::size_t kUsual = 3;  // tokens of a phrase
  phrases_.reserve(phrases_.size() + phrases);
  keys_.reserve(keys_.size() + phrases * kUsual);
}

void LexiconBuilder::add(std::string_view phrase, const LexiconEntry& entry) {
  tokens_.clear();
  tokenize(phrase, 0, phrase.size(), tokens_);
  if (tokens_.empty()) return;
  const std::size_t first = keys_.size();
  for (std::size_t i = 0; i < tokens_.size(); ++i)
    if (!joins_words(tokens_[i]) || i == 0 || i + 1 == tokens_.size()) keys_.push_back(tokens_[i].key);
  phrases_.push_back({keys_[first], static_cast<std::uint32_t>(first),
                      static_cast<std::uint32_t>(keys_.size() - first), entry});
}

// By first key, and by the whole phrase below it; the same phrases in the order of the last added first.
void LexiconBuilder::sort_phrases() {
  const auto rest = [this](const Phrase& phrase) {
    return std::span(keys_).subspan(phrase.first_key + 1, phrase.n_keys - 1);
  };
  std::sort(phrases_.begin(), phrases_.end(), [&](const Phrase& a, const Phrase& b) {
    if (a.start != b.start) return a.start < b.start;
    const auto left = rest(a), right = rest(b);
    if (std::ranges::equal(left, right)) return a.first_key > b.first_key;
    return std::ranges::lexicographical_compare(left, right);
  });
}

// In the order in which they were added, which is that of their keys.
void LexiconBuilder::fill_bits() {
  const std::uint64_t hyphen = word_key("-");
  start_lines_.assign(StartBits::lines_for(phrases_.size() / 4), {});  // a word starts some four
  for (const Phrase& phrase : phrases_) {
    if (phrase.n_keys == 1) {
      StartBits::add(start_lines_, phrase.start);
      continue;
    }
    StartBits::add(start_lines_, phrase.start, keys_[phrase.first_key + 1]);
    StartBits::add(start_lines_, phrase.start, hyphen);  // "full-stack" for "full stack"
    last_of_several_.add(keys_[phrase.first_key + phrase.n_keys - 1]);
  }
}

LexiconImage LexiconBuilder::finish() {
  fill_bits();
  sort_phrases();
  std::size_t starts = 0;
  for (std::size_t i = 0; i < phrases_.size(); ++i)
    starts += i == 0 || phrases_[i].start != phrases_[i - 1].start;
  n_starts_ = 1;
  while (n_starts_ * 2 < starts * 3) n_starts_ *= 2;
  nodes_.reserve(n_starts_ + keys_.size());
  nodes_.resize(n_starts_);
  for (auto begin = phrases_.begin(); begin != phrases_.end();) {
    const std::uint64_t key = begin->start;
    const auto end =
        std::find_if(begin, phrases_.end(), [&](const Phrase& phrase) { return phrase.start != key; });
    const std::size_t node = start_index(key);
    nodes_[node].key = key;
    build(node, begin, end, 1);
    begin = end;
  }
  phrases_ = {};
  keys_ = {};
  tokens_ = {};
  return image();
}

LexiconImage LexiconBuilder::image() const {
  const std::array<LexiconParts, 1> parts{{{n_starts_, start_lines_.size(), nodes_.size(), entries_.size()}}};
  LexiconImage image;
  append<LexiconParts>(parts, image);
  append<StartLine>(start_lines_, image);
  append<KeyBits>(std::span(&last_of_several_, 1), image);
  append<LexiconNode>(nodes_, image);
  append<LexiconEntry>(entries_, image);
  return image;
}

// Fills a node with the phrases that lead to it, whose first `depth` keys are the same.
void LexiconBuilder::build(std::size_t node, Phrases::iterator begin, Phrases::iterator end,
                           std::uint32_t depth) {
  const auto children = std::find_if(begin, end, [&](const Phrase& phrase) { return phrase.n_keys > depth; });
  constexpr std::ptrdiff_t kMost = std::numeric_limits<std::uint16_t>::max();
  CHECK(end - begin <= kMost);
  nodes_[node].n_entries = static_cast<std::uint16_t>(children - begin);
  if (children - begin == 1) {
    nodes_[node].entry = begin->entry;
  } else {
    nodes_[node].entry.entry = static_cast<std::uint32_t>(entries_.size());
    for (auto phrase = begin; phrase != children; ++phrase) entries_.push_back(phrase->entry);
    std::stable_sort(entries_.end() - (children - begin), entries_.end(),
                     [](const LexiconEntry& a, const LexiconEntry& b) {
                       const auto rank = [](const LexiconEntry& entry) {
                         return entry.list == ListKind::cue ? 0 : 1 + static_cast<int>(entry.list);
                       };
                       return rank(a) < rank(b);
                     });
  }

  const std::size_t first_child = nodes_.size();
  nodes_[node].first_child = static_cast<std::uint32_t>(first_child);
  const auto key_of = [&](Phrases::iterator phrase) { return keys_[phrase->first_key + depth]; };
  for (auto phrase = children; phrase != end; ++phrase) {
    if (phrase != children && key_of(phrase) == nodes_.back().key) continue;
    nodes_.emplace_back().key = key_of(phrase);
    nodes_[node].next_bits |= LexiconNode::next_bit(key_of(phrase));
  }
  const std::size_t last_child = nodes_.size();
  nodes_[node].n_children = static_cast<std::uint16_t>(last_child - first_child);
  auto from = children;
  for (std::size_t child = first_child; child < last_child; ++child) {
    auto to = from;
    while (to != end && key_of(to) == nodes_[child].key) ++to;
    build(child, from, to, depth + 1);
    from = to;
  }
}

// Where the node of a first token is, or the free place where it would be.
std::size_t LexiconBuilder::start_index(std::uint64_t key) const {
  const std::size_t mask = n_starts_ - 1;
  std::size_t i = static_cast<std::size_t>(key) & mask;
  while (!nodes_[i].is_free() && nodes_[i].key != key) i = (i + 1) & mask;
  return i;
}

}  // namespace careerfacts
