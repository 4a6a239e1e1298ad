#include "extract/lexicon.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace careerfacts {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 12;
constexpr std::size_t kEdgeBits = std::size_t{1} << 21;  // 256 KB: stays in the cache, one bit in ten is set

constexpr std::size_t kStartBits = std::size_t{1} << 17;  // 16 KB; one bit in ten is set

std::uint64_t edge_key(std::uint32_t node, std::uint64_t key) {
  std::uint64_t h = key ^ (std::uint64_t{node} * 0x9E3779B97F4A7C15);
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9;
  h ^= h >> 32;
  return h == 0 ? 1 : h;
}

std::uint64_t next_bit(std::uint64_t key) { return std::uint64_t{1} << (key % 64); }
std::size_t bit_of(std::uint64_t edge) { return static_cast<std::size_t>(edge >> 40) & (kEdgeBits - 1); }

std::size_t start_bit(std::uint64_t key) { return static_cast<std::size_t>(key >> 20) & (kStartBits - 1); }

bool joins(const Token& hyphen) { return hyphen.is('-'); }

}  // namespace

Lexicon::Lexicon()
    : slots_(kFirstSlots),
      nodes_(1),
      edge_bits_(kEdgeBits / 64, 0),
      starts_(kFirstSlots),
      start_bits_(kStartBits / 64, 0) {}

// Where the key is, or the free place where it would be.
std::size_t Lexicon::start_index(const std::vector<Start>& starts, std::uint64_t key) {
  const std::size_t mask = starts.size() - 1;
  std::size_t i = static_cast<std::size_t>(key) & mask;
  while (starts[i].node != 0 && starts[i].key != key) i = (i + 1) & mask;
  return i;
}

Lexicon::Start& Lexicon::add_start(std::uint64_t key) {
  if (Start& known = starts_[start_index(starts_, key)]; known.node != 0) return known;
  if (++n_starts_ * 3 > starts_.size()) {  // loose: most look-ups find a free place at once
    std::vector<Start> larger(starts_.size() * 2);
    for (const Start& start : starts_)
      if (start.node != 0) larger[start_index(larger, start.key)] = start;
    starts_.swap(larger);
  }
  Start& start = starts_[start_index(starts_, key)];
  start.key = key;
  start_bits_[start_bit(key) / 64] |= std::uint64_t{1} << (start_bit(key) % 64);
  start.node = make_child(0, key);
  return start;
}

std::uint32_t Lexicon::child(std::uint32_t node, std::uint64_t key) const {
  const std::uint64_t edge = edge_key(node, key);
  const std::size_t bit = bit_of(edge);
  if ((edge_bits_[bit / 64] >> (bit % 64) & 1) == 0) return 0;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = static_cast<std::size_t>(edge) & mask;; i = (i + 1) & mask) {
    if (slots_[i].key == edge) return slots_[i].node;
    if (slots_[i].key == 0) return 0;
  }
}

void Lexicon::reserve(std::size_t phrases) {
  std::size_t slots = slots_.size();
  while (slots < phrases * 4) slots *= 2;
  if (slots > slots_.size()) resize(slots);
  nodes_.reserve(nodes_.size() + phrases * 2);
  added_.reserve(added_.size() + phrases);
}

void Lexicon::resize(std::size_t slots) {
  std::vector<Slot> old(slots);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.key == 0) continue;
    std::size_t i = static_cast<std::size_t>(slot.key) & mask;
    while (slots_[i].key != 0) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

std::uint32_t Lexicon::make_child(std::uint32_t node, std::uint64_t key) {
  if (const std::uint32_t known = child(node, key); known != 0) return known;
  if (++n_edges_ * 2 > slots_.size()) resize(slots_.size() * 2);
  const std::uint64_t edge = edge_key(node, key);
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = static_cast<std::size_t>(edge) & mask;
  while (slots_[i].key != 0) i = (i + 1) & mask;
  slots_[i] = {edge, static_cast<std::uint32_t>(nodes_.size())};
  const std::size_t bit = bit_of(edge);
  edge_bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  nodes_[node].next_bits |= next_bit(key);
  nodes_.emplace_back();
  return slots_[i].node;
}

void Lexicon::add(std::string_view phrase, ListKind list, std::uint32_t entry) {
  std::vector<Token>& tokens = tokens_;
  tokens.clear();
  tokenize(phrase, 0, phrase.size(), tokens);
  if (tokens.empty()) return;
  Start& start = add_start(tokens[0].key);
  std::uint32_t node = start.node;
  std::size_t length = 1;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (joins(tokens[i]) && i + 1 < tokens.size()) continue;
    if (++length == 2) start.next_bits |= next_bit(tokens[i].key);
    node = make_child(node, tokens[i].key);
  }
  added_.push_back({node, {entry, list}});
}

void Lexicon::finish() {
  for (Node& node : nodes_) node.entries = {};
  for (const Added& added : added_) ++nodes_[added.node].entries.n;
  std::uint32_t end = 0;
  for (Node& node : nodes_) node.entries.first = end += node.entries.n;
  entries_.resize(added_.size());
  for (const Added& added : added_) entries_[--nodes_[added.node].entries.first] = added.entry;
  const auto rank = [](const Entry& entry) {
    return entry.list == ListKind::cue ? 0 : 1 + static_cast<int>(entry.list);
  };
  for (const Node& node : nodes_)
    if (node.entries.n > 1)
      std::stable_sort(entries_.begin() + node.entries.first,
                       entries_.begin() + node.entries.first + node.entries.n,
                       [&](const Entry& left, const Entry& right) { return rank(left) < rank(right); });
  for (Start& start : starts_) start.entries = nodes_[start.node].entries;
}

void Lexicon::find(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                   std::vector<Hit>& hits) const {
  constexpr std::uint32_t kBatch = 64;
  std::array<std::uint32_t, kBatch> candidates;
  for (std::uint32_t begin = first; begin < last; begin += kBatch) {
    // A pass of its own, because these look-ups need not wait for each other.
    const std::uint32_t end = std::min(last, begin + kBatch);
    std::size_t n = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
      candidates[n] = i;
      const std::size_t bit = start_bit(tokens[i].key);
      n += start_bits_[bit / 64] >> (bit % 64) & 1;
    }
    for (std::size_t c = 0; c < n; ++c) find_at(tokens, candidates[c], last, hits);
  }
}

void Lexicon::find_at(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                      std::vector<Hit>& hits) const {
  const Start& start = starts_[start_index(starts_, tokens[first].key)];
  if (start.node == 0) return;
  std::uint32_t next = first + 1;
  const auto skip_hyphens = [&] {  // they join words on both sides: "full-stack"; elsewhere they are dashes
    while (next + 1 < last && joins(tokens[next]) && !tokens[next].space_before &&
           !tokens[next + 1].space_before)
      ++next;
  };
  const auto put = [&](const Entry& entry, std::uint32_t end) {
    hits.push_back({entry.list, entry.entry, first, end});
  };
  skip_hyphens();
  if (next >= last || (start.next_bits & next_bit(tokens[next].key)) == 0) {
    for (std::uint32_t e = 0; e < start.entries.n; ++e) put(entries_[start.entries.first + e], first + 1);
    return;
  }
  struct Longest {
    Entries entries;
    std::uint32_t last = 0;
  };
  std::array<Longest, kListKinds> longest{};
  Entries entries = start.entries;
  std::uint32_t node = start.node;
  std::uint32_t end = first + 1;
  while (true) {
    for (std::uint32_t e = entries.first; e < entries.first + entries.n; ++e) {
      if (entries_[e].list == ListKind::cue)
        put(entries_[e], end);
      else
        longest[static_cast<std::size_t>(entries_[e].list)] = {entries, end};
    }
    if (next >= last || (nodes_[node].next_bits & next_bit(tokens[next].key)) == 0) break;
    node = child(node, tokens[next].key);
    if (node == 0) break;
    entries = nodes_[node].entries;
    end = ++next;
    skip_hyphens();
  }
  for (std::size_t list = 0; list < kListKinds; ++list)
    for (std::uint32_t e = 0; e < longest[list].entries.n; ++e)
      if (const Entry& entry = entries_[longest[list].entries.first + e];
          static_cast<std::size_t>(entry.list) == list)
        put(entry, longest[list].last);
}

}  // namespace careerfacts
