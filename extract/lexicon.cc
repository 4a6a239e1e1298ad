#include "extract/lexicon.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "base/check.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kBatch = 256;  // tokens sifted at once
constexpr std::size_t kAhead = 6;      // candidates whose nodes are on their way from memory

std::uint64_t next_bit(std::uint64_t key) { return std::uint64_t{1} << (key % 64); }

bool joins(const Token& hyphen) { return hyphen.is('-'); }

}  // namespace

void Lexicon::expect(std::size_t phrases) {
  constexpr std::size_t kUsual = 3;  // tokens of a phrase
  phrases_.reserve(phrases_.size() + phrases);
  keys_.reserve(keys_.size() + phrases * kUsual);
}

void Lexicon::add(std::string_view phrase, const Entry& entry) {
  CHECK(nodes_.empty());
  tokens_.clear();
  tokenize(phrase, 0, phrase.size(), tokens_);
  if (tokens_.empty()) return;
  const std::size_t first = keys_.size();
  for (std::size_t i = 0; i < tokens_.size(); ++i)
    if (!joins(tokens_[i]) || i == 0 || i + 1 == tokens_.size()) keys_.push_back(tokens_[i].key);
  phrases_.push_back({keys_[first], static_cast<std::uint32_t>(first),
                      static_cast<std::uint32_t>(keys_.size() - first), entry});
}

// By first key, and by the whole phrase below it; the same phrases in the order of the last added first.
// Buckets by the highest bits of the first key leave little to compare.
void Lexicon::sort_phrases() {
  struct Row {
    std::uint64_t start;
    std::uint64_t next;  // the second key; 0 where there is none
    std::uint32_t phrase;
  };
  constexpr unsigned kBucketBits = 16;
  std::vector<std::uint32_t> bucket_end((std::size_t{1} << kBucketBits) + 1, 0);
  const auto bucket = [](std::uint64_t key) { return static_cast<std::size_t>(key >> (64 - kBucketBits)); };
  for (const Phrase& phrase : phrases_) ++bucket_end[bucket(phrase.start) + 1];
  std::partial_sum(bucket_end.begin(), bucket_end.end(), bucket_end.begin());
  std::vector<Row> rows(phrases_.size());
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    const Phrase& phrase = phrases_[i];
    rows[bucket_end[bucket(phrase.start)]++] = {phrase.start,
                                                phrase.n_keys > 1 ? keys_[phrase.first_key + 1] : 0, i};
  }
  const auto rest = [this](const Row& row) {
    const Phrase& phrase = phrases_[row.phrase];
    return std::span(keys_).subspan(phrase.first_key + 1, phrase.n_keys - 1);
  };
  const auto before = [&](const Row& a, const Row& b) {
    if (a.start != b.start) return a.start < b.start;
    if (a.next != b.next) return a.next < b.next;
    const auto left = rest(a), right = rest(b);
    if (!std::ranges::equal(left, right)) return std::ranges::lexicographical_compare(left, right);
    return a.phrase > b.phrase;
  };
  for (auto begin = rows.begin(); begin != rows.end();) {
    const auto end = rows.begin() + bucket_end[bucket(begin->start)];
    std::sort(begin, end, before);
    begin = end;
  }
  Phrases sorted;
  sorted.reserve(rows.size());
  for (const Row& row : rows) sorted.push_back(phrases_[row.phrase]);
  phrases_ = std::move(sorted);
}

// In the order in which they were added, which is that of their keys.
void Lexicon::fill_bits() {
  const std::uint64_t hyphen = word_key("-");
  start_bits_ = StartBits(phrases_.size() / 4);  // a word starts some four
  for (const Phrase& phrase : phrases_) {
    if (phrase.n_keys == 1) {
      start_bits_.add(phrase.start);
      continue;
    }
    start_bits_.add(phrase.start, keys_[phrase.first_key + 1]);
    start_bits_.add(phrase.start, hyphen);  // "full-stack" for "full stack"
    last_of_several_.add(keys_[phrase.first_key + phrase.n_keys - 1]);
  }
}

void Lexicon::finish() {
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
}

// Fills a node with the phrases that lead to it, whose first `depth` keys are the same.
void Lexicon::build(std::size_t node, Phrases::iterator begin, Phrases::iterator end, std::uint32_t depth) {
  const auto children = std::find_if(begin, end, [&](const Phrase& phrase) { return phrase.n_keys > depth; });
  constexpr std::ptrdiff_t kMost = std::numeric_limits<std::uint16_t>::max();
  CHECK(end - begin <= kMost);
  nodes_[node].n_entries = static_cast<std::uint16_t>(children - begin);
  if (children - begin == 1) {
    nodes_[node].entry = begin->entry;
  } else {
    nodes_[node].entry.entry = static_cast<std::uint32_t>(entries_.size());
    for (auto phrase = begin; phrase != children; ++phrase) entries_.push_back(phrase->entry);
    std::stable_sort(entries_.end() - (children - begin), entries_.end(), [](const Entry& a, const Entry& b) {
      const auto rank = [](const Entry& entry) {
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
    nodes_[node].next_bits |= next_bit(key_of(phrase));
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
std::size_t Lexicon::start_index(std::uint64_t key) const {
  const std::size_t mask = n_starts_ - 1;
  std::size_t i = static_cast<std::size_t>(key) & mask;
  while (!nodes_[i].is_free() && nodes_[i].key != key) i = (i + 1) & mask;
  return i;
}

const Lexicon::Node* Lexicon::child(const Node& node, std::uint64_t key) const {
  if ((node.next_bits & next_bit(key)) == 0) return nullptr;
  const Node* const begin = nodes_.data() + node.first_child;
  const Node* const end = begin + node.n_children;
  // Keys are hashes: how large one is tells about where it stands.
  const Node* at = begin + ((key >> 32) * node.n_children >> 32);
  while (at != begin && (at - 1)->key >= key) --at;
  while (at != end && at->key < key) ++at;
  return at != end && at->key == key ? at : nullptr;
}

void Lexicon::find(const std::vector<Token>& tokens, std::uint32_t first, std::span<const std::uint32_t> ends,
                   std::vector<Hit>& hits) const {
  const std::uint32_t last = ends.back();
  if (nodes_.empty() || first >= last) return;
  const auto prefetch = [&](std::uint32_t i) {
    __builtin_prefetch(&nodes_[static_cast<std::size_t>(tokens[i].key) & (n_starts_ - 1)]);
  };
  // Where the child for the next token should be, once the node itself is near.
  const auto prefetch_child = [&](std::uint32_t i) {
    const Node& node = nodes_[static_cast<std::size_t>(tokens[i].key) & (n_starts_ - 1)];
    if (i + 1 < last)
      __builtin_prefetch(nodes_.data() + node.first_child +
                         ((tokens[i + 1].key >> 32) * node.n_children >> 32));
  };
  auto end = ends.begin();
  std::array<std::uint32_t, kBatch> candidates;
  for (std::uint32_t begin = first; begin < last; begin += kBatch) {
    // A pass of its own, without branches: which tokens may start a phrase.
    const std::uint32_t stop = std::min(last, begin + kBatch);
    std::size_t n = 0;
    for (std::uint32_t i = begin; i < stop; ++i) {
      const std::uint64_t key = tokens[i].key, next = i + 1 < last ? tokens[i + 1].key : 0;
      candidates[n] = i;
      n += static_cast<std::size_t>(start_bits_.may_start(key, next));
    }
    for (std::size_t c = 0; c < std::min(n, kAhead); ++c) prefetch(candidates[c]);
    for (std::size_t c = 0; c < n; ++c) {
      if (c + kAhead < n) prefetch(candidates[c + kAhead]);
      if (c + kAhead / 2 < n) prefetch_child(candidates[c + kAhead / 2]);
      const std::uint32_t i = candidates[c], next = i + 1;
      while (*end <= i) ++end;
      const Node& node = nodes_[start_index(tokens[i].key)];
      if (next < *end && ((node.next_bits & next_bit(tokens[next].key)) != 0 || joins(tokens[next])))
        find_from(node, tokens, i, *end, hits);
      else
        for (const Entry& entry : entries_of(node)) hits.push_back(hit_of(entry, i, next));
    }
  }
}

void Lexicon::find_at(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                      std::vector<Hit>& hits) const {
  if (!nodes_.empty()) find_from(nodes_[start_index(tokens[first].key)], tokens, first, last, hits);
}

// The phrases that begin with the token `first`, whose node is given.
void Lexicon::find_from(const Node& start, const std::vector<Token>& tokens, std::uint32_t first,
                        std::uint32_t last, std::vector<Hit>& hits) const {
  const Node* node = &start;
  std::uint32_t next = first + 1;
  const auto skip_hyphens = [&] {  // they join words on both sides: "full-stack"; elsewhere they are dashes
    while (next + 1 < last && joins(tokens[next]) && !tokens[next].space_before &&
           !tokens[next + 1].space_before)
      ++next;
  };
  const auto put = [&](const Entry& entry, std::uint32_t end) { hits.push_back(hit_of(entry, first, end)); };
  struct Longest {
    const Node* node;
    std::uint32_t last;
  };
  std::array<Longest, kListKinds> longest;
  unsigned found = 0;  // bit by list
  for (std::uint32_t end = first + 1; node != nullptr; end = next) {
    for (const Entry& entry : entries_of(*node)) {
      if (entry.list == ListKind::cue) {
        put(entry, end);
      } else {
        longest[static_cast<std::size_t>(entry.list)] = {node, end};
        found |= 1U << static_cast<unsigned>(entry.list);
      }
    }
    skip_hyphens();
    if (next >= last) break;
    node = child(*node, tokens[next].key);
    ++next;
  }
  for (std::size_t list = 0; found != 0; ++list, found >>= 1)
    if ((found & 1) != 0)
      for (const Entry& entry : entries_of(*longest[list].node))
        if (static_cast<std::size_t>(entry.list) == list) put(entry, longest[list].last);
}

}  // namespace careerfacts
