#include "ingest/chrome.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <unordered_map>

namespace careerfacts {
namespace {

using Place = ChromeRule::Place;
using Reach = ChromeRule::Reach;

constexpr std::size_t kLongestNotice = 400;  // bytes of a block that a phrase makes chrome
constexpr std::size_t kLongestEntry = 160;   // bytes of a line in a list of articles or headings
constexpr std::size_t kLongestBar = 240;     // bytes of a bar of links
constexpr std::size_t kLongestPhrase = 56;   // bytes, and more than any rule has
constexpr std::size_t kLongestSiteWord = 20;
constexpr std::uint32_t kTrailBlocks = 8;  // "Home > Jobs > Nursing" stands at the top of a page

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// The beginning of a text as phrases are written: lower case, numbers as #, marks at the ends gone. Made for
// every short block, so it takes no memory of its own.
class Folded {
 public:
  explicit Folded(std::string_view text) {
    while (!text.empty() && (is_space(text.front()) || text.front() == '*' || text.front() == '_'))
      text.remove_prefix(1);
    for (std::size_t i = 0; i < text.size() && size_ < kLongestPhrase; ++i) {
      if (!is_digit(text[i]))
        key_[size_++] = lower(text[i]);
      else if (size_ == 0 || key_[size_ - 1] != '#')
        key_[size_++] = '#';
    }
    while (size_ > 0 && std::string_view(" :.!>+*_\t\n").find(key_[size_ - 1]) != std::string_view::npos)
      --size_;
    key_[size_] = ' ';
  }
  std::string_view view() const { return {key_.data(), size_}; }
  std::string_view with_space() const { return {key_.data(), size_ + 1}; }  // "related: " begins "related"

 private:
  std::array<char, kLongestPhrase + 1> key_;
  std::size_t size_ = 0;
};

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with(':') || text.ends_with(".\"") || text.ends_with(".)");
}

// "$4", "5%": an amount or a percentage.
bool holds_figure(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kSigns{"$", "£", "€", "₹"};
  for (const std::string_view sign : kSigns)
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1))
      if (at + sign.size() < text.size() && is_digit(text[at + sign.size()])) return true;
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1))
    if (at > 0 && is_digit(text[at - 1])) return true;
  return false;
}

// "Registered nurse: $80,000": what an article lists, not what a page links to.
bool gives_figure(std::string_view text) {
  const std::size_t colon = text.find(": ");
  return colon != std::string_view::npos && holds_figure(text.substr(colon));
}

// Calls f with each line of a text; false when f is false for one.
template <class F>
bool all_lines(std::string_view text, F&& f) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!f(text.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

// Lines of a list of links: short, no sentences.
bool are_entries(std::string_view text, std::size_t longest = kLongestEntry) {
  return all_lines(text, [&](std::string_view line) {
    return line.size() <= longest && !ends_sentence(line) && !gives_figure(line);
  });
}

const SiteWord* site_word(std::string_view text) {
  if (text.size() > kLongestSiteWord) return nullptr;
  const Folded folded(text);
  const std::string_view key = folded.view();
  const std::span<const SiteWord> words = site_words();
  const auto at = std::lower_bound(words.begin(), words.end(), key,
                                   [](const SiteWord& a, std::string_view b) { return a.word < b; });
  return at != words.end() && at->word == key ? &*at : nullptr;
}

// A cheap look before the next.
bool has_bar_mark(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if (c == '|' || c == '>' || c == '/' || c == '\xE2' || (c == ' ' && text[i + 1] == ' ')) return true;
  }
  return false;
}

// The pieces of a bar: between " | ", " > ", " / ", " • " or three spaces.
std::vector<std::string_view> pieces_of(std::string_view text, std::string_view& mark) {
  static constexpr std::array<std::string_view, 6> kMarks{" | ", " > ", " / ", " • ", "   ", "  "};
  std::vector<std::string_view> pieces;
  for (const std::string_view candidate : kMarks) {
    if (text.find(candidate) == std::string_view::npos) continue;
    mark = candidate;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(candidate, begin), text.size());
      if (const std::string_view piece = trimmed(text.substr(begin, end - begin)); !piece.empty())
        pieces.push_back(piece);
      begin = end + candidate.size();
    }
    break;
  }
  return pieces;
}

class ChromeMarker {
 public:
  ChromeMarker(Document& document, const std::vector<RawSpan>& navigation)
      : document_(document), navigation_(navigation) {}

  void run() {
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) look_at(b);
    mark_menus();
    for (std::uint32_t b = 0; b < reasons_.size(); ++b)
      if (!reasons_[b].empty()) document_.chrome.push_back({b, std::move(reasons_[b])});
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
      if (const ChromeRule* rule = find_rule(text)) {
        mark(b, std::string(rule->reason) + ": '" + std::string(rule->phrase) + "'");
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
    open_reason_ = std::string(rule.reason) + ": after '" + std::string(rule.phrase) + "'";
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

  void mark(std::uint32_t b, std::string_view reason) {
    document_.blocks[b].chrome = true;
    if (reasons_.empty()) reasons_.resize(document_.blocks.size());
    reasons_[b] = reason;
  }

  const ChromeRule* find_rule(std::string_view text) const {
    if (!may_begin_phrase(text)) return find_ending(text);
    const std::size_t line_end = std::min(text.find('\n'), text.size());
    const Folded folded(text.substr(0, line_end));
    const std::string_view first = folded.view();
    if (first.empty()) return nullptr;
    const std::span<const ChromeRule> rules = chrome_rules();
    const auto begins_before = [](const ChromeRule& rule, char c) {
      return static_cast<unsigned char>(rule.phrase[0]) < static_cast<unsigned char>(c);
    };
    const ChromeRule* found = nullptr;  // the longest is the last
    const char second = folded.with_space()[1];
    for (auto rule = std::lower_bound(rules.begin(), rules.end(), first[0], begins_before);
         rule != rules.end() && rule->phrase[0] == first[0]; ++rule) {
      if (rule->phrase[1] != second) continue;  // spares most comparisons
      if (rule->place == Place::whole && first == rule->phrase && !ends_in_sentence(text, line_end))
        return &*rule;
      // What holds a figure is left alone, but for links to articles.
      if (rule->place == Place::begins && folded.with_space().starts_with(rule->phrase) &&
          (rule->reason == "related articles" || !holds_figure(text)))
        found = &*rule;
    }
    return found != nullptr ? found : find_ending(text);
  }

  // A cheap look: does any phrase begin with these two characters? Marks and numbers are not looked at.
  static bool may_begin_phrase(std::string_view text) {
    static const std::vector<bool> begins = [] {
      std::vector<bool> pairs(std::size_t{1} << 16U, false);
      for (const ChromeRule& rule : chrome_rules()) pairs[pair_of(rule.phrase)] = true;
      return pairs;
    }();
    if (text.size() < 2) return false;
    const bool plain =
        (lower(text[0]) >= 'a' && lower(text[0]) <= 'z') && !is_space(text[1]) && !is_digit(text[1]);
    return !plain || begins[pair_of(text)];
  }

  static std::size_t pair_of(std::string_view text) {
    return std::size_t{static_cast<unsigned char>(lower(text[0]))} << 8U |
           static_cast<unsigned char>(lower(text[1]));
  }

  // Are there more lines, which are no titles?
  static bool ends_in_sentence(std::string_view text, std::size_t line_end) {
    return line_end < text.size() && ends_sentence(text);
  }

  static const ChromeRule* find_ending(std::string_view text) {
    const auto ends_with = [](std::string_view line, std::string_view phrase) {
      line = line.substr(0, line.find_last_not_of(" .!") + 1);
      return line.size() >= phrase.size() &&
             std::equal(phrase.begin(), phrase.end(), line.end() - phrase.size(),
                        [](char a, char b) { return a == lower(b); });
    };
    for (const ChromeRule& rule : endings())
      if (ends_with(text, rule.phrase) &&
          all_lines(text, [&](std::string_view line) { return ends_with(line, rule.phrase); }))
        return &rule;
    return nullptr;
  }

  static const std::vector<ChromeRule>& endings() {
    static const std::vector<ChromeRule> list = [] {
      std::vector<ChromeRule> found;
      for (const ChromeRule& rule : chrome_rules())
        if (rule.place == Place::ends) found.push_back(rule);
      return found;
    }();
    return list;
  }

  // "Home > Jobs > Nursing" near the top; "About | Privacy | Terms" and "Share   Facebook   X" anywhere.
  bool is_bar(std::uint32_t b, std::string_view text) const {
    // Short lines under a bar were taken for its continuation.
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (ends_sentence(text.substr(0, end)) || !has_bar_mark(text.substr(0, end)) || holds_figure(text) ||
        !are_entries(text.substr(end), kLongestPhrase))
      return false;
    text = text.substr(0, end);
    std::string_view mark;
    const std::vector<std::string_view> pieces = pieces_of(text, mark);
    if (pieces.size() < 2) return false;
    std::size_t sites = 0, networks = 0;
    for (const std::string_view piece : pieces) {
      if (piece.size() > kLongestPhrase) return false;
      if (const SiteWord* word = site_word(piece)) word->network ? ++networks : ++sites;
    }
    if (b < kTrailBlocks && mark == " > " && pieces.size() >= 3) return true;
    if (b < kTrailBlocks && Folded(pieces[0]).view() == "home") return true;
    return pieces.size() >= 3 && sites > 0 && sites + networks >= 2 &&
           2 * (sites + networks) >= pieces.size();
  }

  // Menus that came one entry a line: three entries or more, two of which no other list would hold.
  void mark_menus() {
    std::uint32_t begin = 0, sites = 0;
    const auto n = static_cast<std::uint32_t>(document_.blocks.size());
    for (std::uint32_t b = 0; b <= n; ++b) {
      const SiteWord* word = nullptr;
      if (b < n && document_.blocks[b].kind != BlockKind::cell &&
          document_.blocks[b].span.size() <= kLongestSiteWord)
        word = site_word(document_.at(document_.blocks[b]));
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
    if (last_.empty())
      for (std::uint32_t i = 0; i < document_.blocks.size(); ++i)
        if (const std::string_view other = document_.at(document_.blocks[i]); other.size() <= kLongestEntry)
          last_[other] = i;
    const auto found = last_.find(text);
    return found != last_.end() && found->second > b;
  }

  Document& document_;
  const std::vector<RawSpan>& navigation_;
  Reach open_ = Reach::block;  // block: nothing is open
  std::string open_reason_;
  std::uint32_t last_table_ = kNone;
  bool last_has_figures_ = false;
  std::vector<std::string> reasons_;                          // by block; empty while none is chrome
  std::unordered_map<std::string_view, std::uint32_t> last_;  // where a short text stands last
};

}  // namespace

void mark_chrome(Document& document, const std::vector<RawSpan>& navigation) {
  ChromeMarker(document, navigation).run();
}

}  // namespace careerfacts
