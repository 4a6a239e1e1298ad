#include "ingest/metadata.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "ingest/date.h"
#include "ingest/fold.h"
#include "ingest/language.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLongestHead = 65536;  // bytes of a page in which its head is looked for
constexpr std::size_t kFirstBlocks = 12;     // in which an article tells its author and date
constexpr std::size_t kLongestLine = 160;    // bytes of a line that tells them
constexpr std::size_t kLongestValue = 300;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alpha(char c) { return is_upper(static_cast<char>(c & ~0x20)); }
char lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower(std::string_view text) {
  std::string made(text);
  std::transform(made.begin(), made.end(), made.begin(), [](char c) { return lower(c); });
  return made;
}

std::string_view trimmed(std::string_view text, std::string_view marks = " \t\r\n\"'") {
  const std::size_t begin = text.find_first_not_of(marks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(marks) + 1 - begin);
}

// Takes `prefix` (lower case) from the front of `text`, in any case of its letters.
bool take(std::string_view& text, std::string_view prefix) {
  const auto same = [](char a, char b) { return a == lower(b); };
  if (text.size() < prefix.size() || !std::equal(prefix.begin(), prefix.end(), text.begin(), same))
    return false;
  text.remove_prefix(prefix.size());
  return true;
}

void set(std::string& to, std::string_view value) {
  if (to.empty() && value.size() <= kLongestValue) to = value;
}

// "en", "en-US", "EN_gb" → "en".
std::string language_code(std::string_view value) {
  std::string code = lower(value.substr(0, 2));
  const bool ends = value.size() == 2 || (value.size() > 2 && (value[2] == '-' || value[2] == '_'));
  return ends && is_alpha(code[0]) && is_alpha(code[1]) ? code : "";
}

// Words of headings that begin with "By" and are no names.
bool is_no_name(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"age",      "city",       "company",    "country",  "degree",     "department", "design", "education",
       "employer", "experience", "field",      "gender",   "industry",   "job",        "level",  "location",
       "month",    "numbers",    "occupation", "position", "profession", "race",       "region", "role",
       "salary",   "sector",     "size",       "skill",    "source",     "specialty",  "state",  "states",
       "the",      "title",      "type",       "year",     "years"});
  return std::binary_search(kWords.begin(), kWords.end(), lower(word));
}

bool joins_names(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"&", "al", "and", "bin", "da", "de", "del", "der", "di", "la", "le", "van", "von"});
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

// The value of an attribute of a tag, with its entities decoded.
std::string attribute(std::string_view tag, std::string_view name) {
  const std::string folded = lower(tag);
  for (std::size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
    if (at > 0 && !is_space(folded[at - 1])) continue;
    std::size_t i = at + name.size();
    while (i < tag.size() && is_space(tag[i])) ++i;
    if (i >= tag.size() || tag[i] != '=') continue;
    ++i;
    while (i < tag.size() && is_space(tag[i])) ++i;
    if (i >= tag.size()) return {};
    const bool quoted = tag[i] == '"' || tag[i] == '\'';
    const std::size_t begin = quoted ? i + 1 : i;
    const std::size_t end = quoted ? tag.find(tag[i], begin) : tag.find_first_of(" \t\n/>", begin);
    return std::string(trimmed(decode_entities(tag.substr(begin, std::min(end, tag.size()) - begin)).text));
  }
  return {};
}

void read_meta(std::string_view tag, Metadata& head) {
  std::string key = lower(attribute(tag, "name"));
  if (key.empty()) key = lower(attribute(tag, "property"));
  if (key.empty()) key = lower(attribute(tag, "itemprop"));
  const std::string value = attribute(tag, "content");
  if (value.empty()) return;
  const bool address = value.find("://") != std::string::npos;  // some name the author's page
  if ((key == "author" || key == "article:author" || key == "dc.creator") && !address)
    set(head.author, value);
  if (key == "article:published_time" || key == "datepublished" || key == "date" || key == "dc.date" ||
      key == "publish-date")
    set(head.published, value);
  if (key == "article:modified_time" || key == "datemodified" || key == "last-modified")
    set(head.updated, value);
  if (key == "og:site_name" || key == "publisher" || key == "dc.publisher") set(head.publisher, value);
  if (key == "og:title") set(head.title, value);
}

// The lines that tell author and dates; each may tell several, parted by marks.
void read_line(std::string_view line, Metadata& found) {
  static constexpr auto kPublished = std::to_array<std::string_view>(
      {"published on", "published", "publication date", "posted on", "posted", "first published", "date"});
  static constexpr auto kUpdated = std::to_array<std::string_view>(
      {"last updated on", "last updated", "updated on", "updated", "last modified"});
  static constexpr std::string_view kBullet = "•";
  while (!line.empty()) {
    std::size_t mark = 1;
    std::size_t end = line.find('|');
    if (const std::size_t bullet = line.find(kBullet); bullet < end) {
      end = bullet;
      mark = kBullet.size();
    }
    std::string_view part = trimmed(line.substr(0, end));
    line.remove_prefix(std::min(end == std::string_view::npos ? end : end + mark, line.size()));
    const auto read_date = [&](std::span<const std::string_view> labels, std::string& to) {
      for (const std::string_view label : labels) {
        std::string_view rest = part;
        if (!take(rest, label)) continue;
        set(to, date_at(trimmed(rest, " :")));
        return;
      }
    };
    read_date(kPublished, found.published);
    read_date(kUpdated, found.updated);
    set(found.author, author_in(part));
    if (std::string_view rest = part; take(rest, "publisher:")) set(found.publisher, trimmed(rest));
    std::size_t size = 0;
    const std::string date = date_at(part, &size);
    if (!date.empty() && size == part.size() && date[0] >= '1' && date[0] <= '2') set(found.published, date);
  }
}

// The first line of an article that goes on with a byline: its title, though layout did not show it.
std::string_view first_line(const Document& document) {
  for (std::size_t b = 0; b < document.blocks.size() && b < kFirstBlocks; ++b) {
    const Block& block = document.blocks[b];
    const std::string_view text = document.at(block);
    if (block.chrome || text.empty()) continue;
    const bool is_line = block.kind == BlockKind::paragraph && text.size() <= kLongestLine &&
                         text.find('\n') == std::string_view::npos && text.back() != '.' &&
                         text.back() != ':';
    return is_line && author_in(text).empty() && date_at(text).empty() ? text : std::string_view();
  }
  return {};
}

}  // namespace

std::string author_in(std::string_view line) {
  bool labelled = true;  // what "by" alone introduces must look more like a name
  if (!take(line, "written by") && !take(line, "author:") && !take(line, "words by") &&
      !take(line, "article by")) {
    if (!take(line, "by ")) return {};
    labelled = false;
  }
  line = trimmed(line, " :");
  const std::string_view name = line.substr(0, line.find_first_of(",;|(/"));
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) words.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  std::size_t names = 0, kept = 0;
  for (const std::string_view word : words) {
    const bool capital = is_upper(word[0]) || (static_cast<unsigned char>(word[0]) & 0x80U) != 0;
    const bool plain = std::none_of(word.begin(), word.end(), is_digit) && !is_no_name(word);
    if (!plain || (!capital && !joins_names(word))) {
      if (!labelled || !plain) return {};
      break;
    }
    if (capital) ++names;
    ++kept;
  }
  if (names < 2 || names > 6 || kept == 0) return {};
  const std::string_view last = words[kept - 1];
  if (joins_names(last)) return {};
  return std::string(name.substr(0, static_cast<std::size_t>(last.data() + last.size() - name.data())));
}

void read_front_matter(std::string_view line, Metadata& metadata) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string key = lower(line.substr(0, colon));
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (key == "title") metadata.title = value;
  if (key == "author" || key == "authors") metadata.author = trimmed(value, " []\"'");
  if (key == "date" || key == "published" || key == "pubdate" || key == "publishdate")
    metadata.published = value;
  if (key == "updated" || key == "lastmod" || key == "modified") metadata.updated = value;
  if (key == "publisher" || key == "site") metadata.publisher = value;
  if (key == "lang" || key == "language") metadata.language = value;
}

Metadata read_html_head(std::string_view text) {
  Metadata head;
  text = text.substr(0, kLongestHead);
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::string_view rest = text.substr(at + 1, 2048);
    if (take(rest, "body")) break;
    const std::string_view tag = rest.substr(0, rest.find('>'));
    if (take(rest, "html")) set(head.language, language_code(attribute(tag, "lang")));
    if (take(rest, "meta ")) read_meta(tag, head);
    if (rest.starts_with("title") && tag.size() < rest.size()) {
      const std::string_view inside = rest.substr(tag.size() + 1);
      const std::string title(trimmed(decode_entities(inside.substr(0, inside.find('<'))).text));
      const std::size_t bar = title.rfind(" | ");
      if (bar != std::string::npos) set(head.publisher, trimmed(std::string_view(title).substr(bar + 3)));
      set(head.title, trimmed(std::string_view(title).substr(0, bar)));
    }
  }
  return head;
}

void complete_metadata(Document& document, const Metadata& head) {
  Metadata& metadata = document.metadata;
  // What layout made the title may be a trail of links above it.
  for (const ChromeMark& mark : document.chrome)
    if (document.blocks[mark.block].kind == BlockKind::title &&
        document.at(document.blocks[mark.block]) == metadata.title)
      metadata.title.clear();
  // A heading that is the page's title with the site's name behind it is the title without it.
  if (!head.title.empty() && metadata.title.starts_with(head.title)) metadata.title = head.title;
  Metadata found;
  for (std::size_t b = 0; b < document.blocks.size() && b < kFirstBlocks; ++b) {
    const Block& block = document.blocks[b];
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) continue;
    std::string_view text = document.at(block);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (end <= kLongestLine) read_line(text.substr(0, end), found);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  if (!found.author.empty() || !found.published.empty() || !found.updated.empty())
    set(found.title, first_line(document));
  for (const Metadata* from : {&head, static_cast<const Metadata*>(&found)}) {
    set(metadata.title, from->title);
    set(metadata.author, from->author);
    set(metadata.published, from->published);
    set(metadata.updated, from->updated);
    set(metadata.publisher, from->publisher);
    set(metadata.language, from->language);
  }
  for (std::string* date : {&metadata.published, &metadata.updated})
    if (const std::string plain = date_at(*date); !plain.empty()) *date = plain;
  if (const std::string code = language_code(metadata.language); !code.empty()) metadata.language = code;
  set(metadata.language, language_of(document.text));
}

}  // namespace careerfacts
