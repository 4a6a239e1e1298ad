#include "extract/lexicon.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kBatch = 256;  // tokens sifted at once
constexpr std::size_t kAhead = 6;      // candidates whose nodes are on their way from memory

// Takes the parts of an image off its front, one after another.
class PartReader {
 public:
  explicit PartReader(std::span<const CacheLine> image) : rest_(image) {}

  template <class Part>
  std::span<const Part> take(std::size_t n) {
    static_assert(alignof(Part) <= alignof(CacheLine));
    const std::size_t lines = cache_lines(n * sizeof(Part));
    CHECK(lines <= rest_.size());
    const std::span<const Part> part(reinterpret_cast<const Part*>(rest_.data()), n);
    rest_ = rest_.subspan(lines);
    return part;
  }

 private:
  std::span<const CacheLine> rest_;
};

}  // namespace

Lexicon::Lexicon(LexiconImage image) : Lexicon(std::span<const CacheLine>(image)) { own_ = std::move(image); }

Lexicon::Lexicon(std::span<const CacheLine> image) : image_(image) {
  PartReader reader(image);
  const LexiconParts parts = reader.take<LexiconParts>(1).front();
  n_starts_ = parts.starts;
  start_bits_ = StartBits(reader.take<StartLine>(parts.start_lines));
  last_of_several_ = &reader.take<KeyBits>(1).front();
  nodes_ = reader.take<LexiconNode>(parts.nodes);
  entries_ = reader.take<LexiconEntry>(parts.entries);
}

const LexiconNode& Lexicon::start_node(std::uint64_t key) const {
  const std::size_t mask = n_starts_ - 1;
  std::size_t i = static_cast<std::size_t>(key) & mask;
  while (!nodes_[i].is_free() && nodes_[i].key != key) i = (i + 1) & mask;
  return nodes_[i];
}

const LexiconNode* Lexicon::child(const LexiconNode& node, std::uint64_t key) const {
  if ((node.next_bits & LexiconNode::next_bit(key)) == 0) return nullptr;
  const LexiconNode* const begin = nodes_.data() + node.first_child;
  const LexiconNode* const end = begin + node.n_children;
  // Keys are hashes: how large one is tells about where it stands.
  const LexiconNode* at = begin + ((key >> 32) * node.n_children >> 32);
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
    const LexiconNode& node = nodes_[static_cast<std::size_t>(tokens[i].key) & (n_starts_ - 1)];
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
      const LexiconNode& node = start_node(tokens[i].key);
      if (next < *end &&
          ((node.next_bits & LexiconNode::next_bit(tokens[next].key)) != 0 || joins_words(tokens[next])))
        find_from(node, tokens, i, *end, hits);
      else
        for (const LexiconEntry& entry : entries_of(node)) hits.push_back(hit_of(entry, i, next));
    }
  }
}

void Lexicon::find_at(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                      std::vector<Hit>& hits) const {
  if (!nodes_.empty()) find_from(start_node(tokens[first].key), tokens, first, last, hits);
}

// The phrases that begin with the token `first`, whose node is given.
void Lexicon::find_from(const LexiconNode& start, const std::vector<Token>& tokens, std::uint32_t first,
                        std::uint32_t last, std::vector<Hit>& hits) const {
  const LexiconNode* node = &start;
  std::uint32_t next = first + 1;
  const auto skip_hyphens = [&] {  // they join words on both sides: "full-stack"; elsewhere they are dashes
    while (next + 1 < last && joins_words(tokens[next]) && !tokens[next].space_before &&
           !tokens[next + 1].space_before)
      ++next;
  };
  const auto put = [&](const LexiconEntry& entry, std::uint32_t end) {
    hits.push_back(hit_of(entry, first, end));
  };
  struct Longest {
    const LexiconNode* node;
    std::uint32_t last;
  };
  std::array<Longest, kListKinds> longest;
  unsigned found = 0;  // bit by list
  for (std::uint32_t end = first + 1; node != nullptr; end = next) {
    for (const LexiconEntry& entry : entries_of(*node)) {
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
      for (const LexiconEntry& entry : entries_of(*longest[list].node))
        if (static_cast<std::size_t>(entry.list) == list) put(entry, longest[list].last);
}

}  // namespace careerfacts
