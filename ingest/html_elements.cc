#include "ingest/html_elements.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace careerfacts {
namespace {

using Role = HtmlRole;

// https://html.spec.whatwg.org/multipage/indices.html#elements-3, those that articles hold; sorted by name.
constexpr auto kElements = std::to_array<HtmlElement>({
    {"a", Role::inline_text},
    {"abbr", Role::inline_text},
    {"article", Role::block},
    {"aside", Role::block},
    {"b", Role::inline_text},
    {"blockquote", Role::block},
    {"body", Role::block},
    {"br", Role::line_break},
    {"button", Role::block},
    {"caption", Role::block},
    {"center", Role::block},
    {"cite", Role::inline_text},
    {"code", Role::inline_text},
    {"col", Role::inline_text},
    {"colgroup", Role::inline_text},
    {"dd", Role::text_block},
    {"del", Role::inline_text},
    {"details", Role::block},
    {"div", Role::block},
    {"dl", Role::block},
    {"dt", Role::text_block},
    {"em", Role::inline_text},
    {"figcaption", Role::block},
    {"figure", Role::block},
    {"font", Role::inline_text},
    {"footer", Role::block},
    {"form", Role::block},
    {"h1", Role::heading},
    {"h2", Role::heading},
    {"h3", Role::heading},
    {"h4", Role::heading},
    {"h5", Role::heading},
    {"h6", Role::heading},
    {"head", Role::block},
    {"header", Role::block},
    {"hr", Role::block},
    {"html", Role::block},
    {"i", Role::inline_text},
    {"iframe", Role::hidden},
    {"image", Role::inline_text},
    {"img", Role::inline_text},
    {"input", Role::inline_text},
    {"ins", Role::inline_text},
    {"kbd", Role::inline_text},
    {"label", Role::inline_text},
    {"li", Role::item},
    {"link", Role::inline_text},
    {"main", Role::block},
    {"mark", Role::inline_text},
    {"meta", Role::inline_text},
    {"nav", Role::navigation},
    {"noscript", Role::hidden},
    {"ol", Role::block},
    {"option", Role::block},
    {"p", Role::text_block},
    {"picture", Role::inline_text},
    {"pre", Role::block},
    {"q", Role::inline_text},
    {"s", Role::inline_text},
    {"script", Role::hidden},
    {"section", Role::block},
    {"select", Role::block},
    {"small", Role::inline_text},
    {"source", Role::inline_text},
    {"span", Role::inline_text},
    {"strong", Role::inline_text},
    {"style", Role::hidden},
    {"sub", Role::spaced},
    {"summary", Role::block},
    {"sup", Role::spaced},
    {"svg", Role::hidden},
    {"table", Role::table},
    {"tbody", Role::inline_text},
    {"td", Role::cell},
    {"template", Role::hidden},
    {"tfoot", Role::inline_text},
    {"th", Role::header_cell},
    {"thead", Role::inline_text},
    {"time", Role::inline_text},
    {"title", Role::block},
    {"tr", Role::row},
    {"u", Role::inline_text},
    {"ul", Role::block},
    {"video", Role::hidden},
});
static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                             [](const HtmlElement& a, const HtmlElement& b) { return a.name < b.name; }));

}  // namespace

const HtmlElement* find_element(std::string_view name) {
  std::array<char, 12> folded{};
  if (name.empty() || name.size() > folded.size()) return nullptr;
  std::transform(name.begin(), name.end(), folded.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::string_view key(folded.data(), name.size());
  const auto at = std::lower_bound(
      kElements.begin(), kElements.end(), key,
      [](const HtmlElement& element, std::string_view wanted) { return element.name < wanted; });
  return at != kElements.end() && at->name == key ? &*at : nullptr;
}

}  // namespace careerfacts
