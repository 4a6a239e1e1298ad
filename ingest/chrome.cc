#include "ingest/chrome.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "ingest/bytes16.h"
#include "ingest/chrome_match.h"

namespace careerfacts {
namespace {

using Reach = ChromeRule::Reach;

constexpr std::size_t kLongestNotice = 400;  // bytes of a block that a phrase makes chrome
constexpr std::size_t kLongestEntry = 160;   // bytes of a line in a list of articles or headings
constexpr std::size_t kLongestBar = 240;     // bytes of a bar of links
constexpr std::uint32_t kTrailBlocks = 8;    // "Home > Jobs > Nursing" stands at the top of a page

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// "Registered nurse: $80,000": what an article lists, not what a page links to.
bool gives_figure(std::string_view text) {
  const std::size_t colon = text.find(": ");
  return colon != std::string_view::npos && holds_figure(text.substr(colon));
}

// Lines of a list of links: short, no sentences.
bool are_entries(std::string_view text, std::size_t longest = kLongestEntry) {
  return all_lines(text, [&](std::string_view line) {
    return line.size() <= longest && !ends_sentence(line) && !gives_figure(line);
  });
}

// A cheap look before the next: whether there is the beginning of a mark at all.
bool has_bar_mark(std::string_view text) {
  Bytes16 marks{};
  each16(text, [&](Bytes16 here, Bytes16 next) {
    marks |=
        is(here, ' ') & (is(next, '|') | is(next, '>') | is(next, '/') | is(next, '\xE2') | is(next, ' '));
  });
  return any(marks);
}

// text.find(mark, from), by the second character: the first is a space, of which there are many.
std::size_t find_mark(std::string_view text, std::string_view mark, std::size_t from) {
  for (std::size_t at = text.find(mark[1], from + 1); at < text.size(); at = text.find(mark[1], at + 1))
    if (text.substr(at - 1).starts_with(mark)) return at - 1;
  return std::string_view::npos;
}

// The pieces of a bar: between " | ", " > ", " / ", " • " or three spaces.
std::vector<std::string_view> pieces_of(std::string_view text, std::string_view& mark) {
  static constexpr std::array<std::string_view, 6> kMarks{" | ", " > ", " / ", " • ", "   ", "  "};
  std::vector<std::string_view> pieces;
  for (const std::string_view candidate : kMarks) {
    if (find_mark(text, candidate, 0) == std::string_view::npos) continue;
    mark = candidate;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(find_mark(text, candidate, begin), text.size());
      if (const std::string_view piece = trimmed(text.substr(begin, end - begin)); !piece.empty())
        pieces.push_back(piece);
      begin = end + candidate.size();
    }
    break;
  }
  return pieces;
}

// Where each short text of a document stands last.
class LastPlaces {
 public:
  explicit LastPlaces(const Document& document) : document_(document) {
    const auto n = static_cast<std::uint32_t>(document.blocks.size());
    slots_.resize(std::bit_ceil(2 * document.blocks.size() + 1), kNone);
    for (std::uint32_t b = 0; b < n; ++b)
      if (const std::string_view text = document.at(document.blocks[b]); text.size() <= kLongestEntry)
        slots_[slot_of(text)] = b;
  }

  // The block; kNone when there is none.
  std::uint32_t find(std::string_view text) const { return slots_[slot_of(text)]; }

 private:
  // The slot that has the text, or is free for it.
  std::size_t slot_of(std::string_view text) const {
    std::size_t slot = std::hash<std::string_view>{}(text);
    for (;; ++slot) {
      slot &= slots_.size() - 1;
      if (slots_[slot] == kNone || document_.at(document_.blocks[slots_[slot]]) == text) return slot;
    }
  }

  const Document& document_;
  std::vector<std::uint32_t> slots_;  // a power of two of them, half of them free
};

class ChromeMarker {
 public:
  ChromeMarker(Document& document, const std::vector<RawSpan>& navigation)
      : document_(document), navigation_(navigation) {}

  void run() {
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) look_at(b);
    mark_menus();
  }

 private:
  void look_at(std::uint32_t b) {
    const Block& block = document_.blocks[b];
    if (block.kind == BlockKind::code) return;
    if (block.kind == BlockKind::cell) {
      if (has_figures(block.table)) {
        open_ = Reach::block;
      } else if (open_ != Reach::block && open_ != Reach::next) {
        mark(b, open_reason_);
      } else if (in_navigation(block)) {
        mark(b, "navigation: a <nav> element");
      }
      return;
    }
    const std::string_view text = document_.at(block);
    const bool heading = block.kind == BlockKind::heading || block.kind == BlockKind::title;
    if (text.size() <= kLongestNotice) {
      if (const ChromeRule* rule = find_chrome_rule(text)) {
        mark(b, reason_of(*rule, ""));
        if (rule->reach != Reach::block) open(*rule);
        return;
      }
    }
    if (goes_on(b, text, heading)) return mark(b, open_reason_);
    open_ = Reach::block;
    if (in_navigation(block) && !gives_figure(text)) return mark(b, "navigation: a <nav> element");
    if (text.size() <= kLongestBar && is_bar(b, text)) mark(b, "navigation: a bar of links");
  }

  void open(const ChromeRule& rule) {
    open_ = rule.reach;
    open_reason_ = reason_of(rule, "after ");
  }

  static std::string reason_of(const ChromeRule& rule, std::string_view how) {
    std::string reason;
    reason.reserve(rule.reason.size() + how.size() + rule.phrase.size() + 4);
    reason.append(rule.reason).append(": ").append(how).append("'").append(rule.phrase).append("'");
    return reason;
  }

  // Whether the block belongs to what a phrase before it opened.
  bool goes_on(std::uint32_t b, std::string_view text, bool heading) {
    switch (open_) {
      case Reach::block:
        return false;
      case Reach::next:
        if (heading) return false;
        open_ = Reach::block;
        return text.size() <= 2 * kLongestNotice;
      case Reach::list:
        return !heading && are_entries(text);
      case Reach::contents:
        if (stands_again(b, text)) return true;
        return document_.blocks[b].kind == BlockKind::list_item && are_entries(text);
      case Reach::section:
        return !heading;
    }
    return false;
  }

  void mark(std::uint32_t b, std::string reason) {
    document_.blocks[b].chrome = true;
    document_.chrome.push_back({b, std::move(reason)});
  }

  // "Home > Jobs > Nursing" near the top; "About | Privacy | Terms" and "Share   Facebook   X" anywhere.
  bool is_bar(std::uint32_t b, std::string_view text) const {
    // Short lines under a bar were taken for its continuation.
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (ends_sentence(text.substr(0, end)) || !has_bar_mark(text.substr(0, end)) || holds_figure(text) ||
        !are_entries(text.substr(end), FoldedPhrase::kLongest))
      return false;
    text = text.substr(0, end);
    std::string_view mark;
    const std::vector<std::string_view> pieces = pieces_of(text, mark);
    if (pieces.size() < 2) return false;
    std::size_t sites = 0, networks = 0;
    for (const std::string_view piece : pieces) {
      if (piece.size() > FoldedPhrase::kLongest) return false;
      if (const SiteWord* word = find_site_word(piece)) word->network ? ++networks : ++sites;
    }
    if (b < kTrailBlocks && mark == " > " && pieces.size() >= 3) return true;
    if (b < kTrailBlocks && FoldedPhrase(pieces[0]).view() == "home") return true;
    return pieces.size() >= 3 && sites > 0 && sites + networks >= 2 &&
           2 * (sites + networks) >= pieces.size();
  }

  // Menus that came one entry a line: three entries or more, two of which no other list would hold.
  void mark_menus() {
    const std::size_t marked = document_.chrome.size();
    std::uint32_t begin = 0, sites = 0;
    const auto n = static_cast<std::uint32_t>(document_.blocks.size());
    for (std::uint32_t b = 0; b <= n; ++b) {
      const SiteWord* word = nullptr;
      if (b < n && document_.blocks[b].kind != BlockKind::cell)
        word = find_site_word(document_.at(document_.blocks[b]));
      if (word != nullptr) {
        sites += word->network ? 0U : 1U;
        continue;
      }
      if (b - begin >= 3 && sites >= 2)
        for (std::uint32_t i = begin; i < b; ++i)
          if (!document_.blocks[i].chrome) mark(i, "navigation: a menu");
      begin = b + 1;
      sites = 0;
    }
    std::inplace_merge(document_.chrome.begin(),
                       document_.chrome.begin() + static_cast<std::ptrdiff_t>(marked), document_.chrome.end(),
                       [](const ChromeMark& a, const ChromeMark& b) { return a.block < b.block; });
  }

  // A digit anywhere, so that no table of facts is taken for links. Cells of a table come together.
  bool has_figures(std::uint32_t table) {
    if (table == last_table_) return last_has_figures_;
    last_table_ = table;
    return last_has_figures_ = find_figures(document_.tables[table]);
  }

  bool find_figures(const Table& of) const {
    for (std::uint32_t b = of.first_block; b < of.last_block; ++b) {
      const std::string_view cell = document_.at(document_.blocks[b]);
      if (std::any_of(cell.begin(), cell.end(), is_digit)) return true;
    }
    return false;
  }

  bool in_navigation(const Block& block) const {
    if (navigation_.empty() || block.span.empty()) return false;
    const RawSpan raw = document_.map.to_raw(block.span);
    const auto after = std::upper_bound(navigation_.begin(), navigation_.end(), raw.begin,
                                        [](std::size_t at, const RawSpan& span) { return at < span.begin; });
    return after != navigation_.begin() && std::prev(after)->contains(raw);
  }

  // Whether a later block, which is no entry itself, says the same.
  bool stands_again(std::uint32_t b, std::string_view text) {
    if (text.size() > kLongestEntry) return false;
    if (!last_) last_.emplace(document_);
    const std::uint32_t found = last_->find(text);
    return found != kNone && found > b;
  }

  Document& document_;
  const std::vector<RawSpan>& navigation_;
  Reach open_ = Reach::block;  // block: nothing is open
  std::string open_reason_;
  std::uint32_t last_table_ = kNone;
  bool last_has_figures_ = false;
  std::optional<LastPlaces> last_;  // of entries; once they are asked for
};

}  // namespace

void mark_chrome(Document& document, const std::vector<RawSpan>& navigation) {
  ChromeMarker(document, navigation).run();
}

}  // namespace careerfacts
