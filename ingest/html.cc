#include "ingest/html.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/html_elements.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLongestTag = 8192;  // bytes; a '<' without '>' within this is text

using Role = HtmlRole;

struct Tag {
  const HtmlElement* element;
  bool closing;
  std::size_t end;  // one past '>'
  std::string_view attributes;
};

// The tag that starts at the '<' at `at`, if one does.
std::optional<Tag> read_tag(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  const bool closing = i < text.size() && text[i] == '/';
  if (closing) ++i;
  const std::size_t name_begin = i;
  while (i < text.size() && std::isalnum(static_cast<unsigned char>(text[i]))) ++i;
  const HtmlElement* element = find_element(text.substr(name_begin, i - name_begin));
  if (element == nullptr) return std::nullopt;
  const std::size_t attributes = i;
  if (i < text.size() && text[i] != '>' && text[i] != '/' &&
      !std::isspace(static_cast<unsigned char>(text[i])))
    return std::nullopt;
  std::size_t values = 0, last_value = 0;  // in quotes
  bool attributes_only = !closing;         // each quote opens the value of an attribute
  char quote = 0;
  for (const std::size_t limit = std::min(text.size(), at + kLongestTag); i < limit; ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      attributes_only = attributes_only && text[i - 1] == '=';
      quote = c;
      last_value = i;
      ++values;
    } else if (c == '>') {
      return Tag{element, closing, i + 1, text.substr(attributes, i - attributes)};
    } else if (c == '<') {
      return std::nullopt;
    }
  }
  // The end of the file cut the tag off inside one of its later values, and not prose with an apostrophe.
  if (i == text.size() && quote != 0 && values > 1 && attributes_only &&
      text.find_first_of("<>", last_value) == text.npos && text.find("\n\n", at) == text.npos)
    return Tag{element, closing, i, text.substr(attributes)};
  return std::nullopt;
}

std::size_t number_attribute(std::string_view attributes, std::string_view name) {
  const std::size_t at = attributes.find(name);
  if (at == std::string_view::npos) return 1;
  std::size_t i = at + name.size();
  while (i < attributes.size() && (attributes[i] == '=' || attributes[i] == '"' || attributes[i] == '\''))
    ++i;
  std::size_t value = 0;
  for (; i < attributes.size() && std::isdigit(static_cast<unsigned char>(attributes[i])) && value < 100; ++i)
    value = value * 10 + static_cast<std::size_t>(attributes[i] - '0');
  return std::clamp<std::size_t>(value, 1, 50);
}

// Walks the text once; keeps what is needed to write rows of cells.
class HtmlRewriter {
 public:
  explicit HtmlRewriter(std::string_view text) : text_(text), out_(text) {}

  Markdown run() {
    std::size_t at = 0;
    while ((at = next_stop(at)) < text_.size()) {
      if (text_[at] == '\n' || text_[at] == '\r') {
        const std::size_t n = text_.substr(at, 2) == "\r\n" ? 2 : 1;
        out_.copy_to(at);
        out_.replace(n, " ");
        at += n;
      } else if (text_.substr(at, 4) == "<!--") {
        at = hide(at, "-->");
      } else if (text_.substr(at, 2) == "<!" && at + 2 < text_.size() &&
                 std::isalpha(static_cast<unsigned char>(text_[at + 2]))) {
        at = hide(at, ">");
      } else if (const std::optional<Tag> tag = read_tag(text_, at)) {
        out_.copy_to(at);
        at = write(*tag, at);
      } else {
        ++at;
      }
    }
    if (nav_depth_ > 0) made_.navigation.pop_back();  // never closed: nobody knows where it ends
    static_cast<Rewriter::Result&>(made_) = out_.finish();
    return std::move(made_);
  }

 private:
  // The next '<', or line end where line ends are spaces.
  std::size_t next_stop(std::size_t at) const {
    if (!in_block()) return std::min(text_.find('<', at), text_.size());
    while (at < text_.size() && text_[at] != '<' && text_[at] != '\n' && text_[at] != '\r') ++at;
    return at;
  }

  bool in_block() const { return table_depth_ > 0 || in_text_block_; }

  std::size_t hide(std::size_t at, std::string_view end_mark) {
    out_.copy_to(at);
    const bool comment = end_mark.size() > 1;
    if (comment && has_unclosed("<!--")) return keep_after("<!--", at, at + 4);
    const std::size_t end = text_.substr(at, comment ? text_.size() : kLongestTag).find(end_mark);
    if (end == std::string_view::npos) return comment ? keep_after("<!--", at, at + 4) : at + 2;
    out_.drop(end + end_mark.size());
    return out_.position();
  }

  bool has_unclosed(std::string_view mark) const {
    return std::any_of(made_.unclosed.begin(), made_.unclosed.end(),
                       [&](const Markdown::Unclosed& unclosed) { return unclosed.mark == mark; });
  }

  // Drops a mark whose end is nowhere in the rest of the text, and keeps what it would have hidden. Once is
  // enough to know that there is no end: later marks of the sort are not searched again.
  std::size_t keep_after(const std::string& mark, std::size_t at, std::size_t end) {
    if (!has_unclosed(mark)) made_.unclosed.push_back({mark, {at, end}});
    out_.drop(end - at);
    return end;
  }

  // <nav> may stand in <nav>; the outermost counts.
  void note_navigation(const Tag& tag, std::size_t at) {
    if (!tag.closing) {
      if (nav_depth_++ == 0) made_.navigation.push_back({at, tag.end});
    } else if (nav_depth_ > 0 && --nav_depth_ == 0) {
      made_.navigation.back().end = tag.end;
    }
  }

  std::size_t put(const Tag& tag, std::size_t at, std::string_view by) {
    out_.replace(tag.end - at, by);
    return tag.end;
  }

  std::size_t write(const Tag& tag, std::size_t at) {
    const bool in_cell = table_depth_ > 0;
    switch (tag.element->role) {
      case Role::inline_text:
        return put(tag, at, "");
      case Role::spaced:
        return put(tag, at, " ");
      case Role::line_break:
        return put(tag, at, in_cell ? " " : "\n");
      case Role::navigation:
        note_navigation(tag, at);
        [[fallthrough]];
      case Role::block:
        if (!in_cell) in_text_block_ = false;
        return put(tag, at, in_cell ? " " : "\n\n");
      case Role::text_block:
        in_text_block_ = !tag.closing && !in_cell;
        return put(tag, at, in_cell ? " " : "\n\n");
      case Role::heading: {
        if (in_cell) return put(tag, at, " ");
        in_text_block_ = !tag.closing;
        if (tag.closing) return put(tag, at, "\n\n");
        return put(tag, at,
                   "\n\n" + std::string(static_cast<std::size_t>(tag.element->name[1] - '0'), '#') + " ");
      }
      case Role::item:
        if (in_cell) return put(tag, at, " ");
        in_text_block_ = !tag.closing;
        return put(tag, at, tag.closing ? "\n" : "\n- ");
      case Role::hidden: {
        if (tag.closing || (!tag.attributes.empty() && tag.attributes.back() == '/')) return put(tag, at, "");
        const std::string mark = '<' + std::string(tag.element->name) + '>';
        const std::size_t close =
            has_unclosed(mark) ? std::string_view::npos : find_closing(tag.element, tag.end);
        const std::size_t stop = close == std::string_view::npos ? close : text_.find('>', close);
        if (stop == std::string_view::npos) return keep_after(mark, at, tag.end);
        out_.drop(stop + 1 - at);
        return out_.position();
      }
      case Role::table:
        in_text_block_ = false;
        if (tag.closing) {
          if (table_depth_ > 0) --table_depth_;
        } else {
          ++table_depth_;
          first_row_ = true;
          pending_rows_.clear();
        }
        return put(tag, at, "\n\n");
      case Role::row:
        return tag.closing ? end_row(tag, at) : begin_row(tag, at);
      case Role::cell:
      case Role::header_cell:
        return write_cell(tag, at);
    }
    return put(tag, at, "");
  }

  // The "</script" that ends a hidden element, in any case.
  std::size_t find_closing(const HtmlElement* element, std::size_t from) const {
    const std::size_t n = element->name.size();
    std::size_t at = text_.find("</", from);
    while (at != std::string_view::npos && find_element(text_.substr(at + 2, n)) != element)
      at = text_.find("</", at + 2);
    return at;
  }

  std::size_t begin_row(const Tag& tag, std::size_t at) {
    column_ = 0;
    header_cells_ = 0;
    std::string marks = "\n|";
    skip_spanned(marks);
    return put(tag, at, marks);
  }

  std::size_t end_row(const Tag& tag, std::size_t at) {
    std::string marks;
    if (first_row_ && header_cells_ > 0 && header_cells_ == column_) {
      marks += "\n|";
      for (std::size_t i = 0; i < column_; ++i) marks += "---|";
    }
    first_row_ = false;
    return put(tag, at, marks);
  }

  // Columns that a cell of an earlier row reaches down into are empty in this one.
  void skip_spanned(std::string& marks) {
    while (column_ < pending_rows_.size() && pending_rows_[column_] > 0) {
      --pending_rows_[column_++];
      marks += " |";
    }
  }

  std::size_t write_cell(const Tag& tag, std::size_t at) {
    if (table_depth_ == 0) return put(tag, at, " ");
    if (!tag.closing) {
      spanned_columns_ = number_attribute(tag.attributes, "colspan");
      const std::size_t rows = number_attribute(tag.attributes, "rowspan");
      if (rows > 1) {
        if (pending_rows_.size() <= column_) pending_rows_.resize(column_ + 1, 0);
        pending_rows_[column_] = rows - 1;
      }
      if (tag.element->role == Role::header_cell) header_cells_ += spanned_columns_;
      return put(tag, at, " ");
    }
    std::string marks;
    for (std::size_t i = 0; i < spanned_columns_; ++i) marks += " |";
    column_ += spanned_columns_;
    spanned_columns_ = 1;
    skip_spanned(marks);
    return put(tag, at, marks);
  }

  std::string_view text_;
  Rewriter out_;
  bool in_text_block_ = false;
  std::size_t table_depth_ = 0;
  bool first_row_ = true;
  std::size_t column_ = 0;
  std::size_t header_cells_ = 0;
  std::size_t spanned_columns_ = 1;
  std::vector<std::size_t> pending_rows_;  // by column: rows still covered from above
  std::size_t nav_depth_ = 0;
  Markdown made_;
};

}  // namespace

bool has_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    if (next == '!' || next == '/' || std::isalpha(static_cast<unsigned char>(next))) return true;
  }
  return false;
}

Markdown html_to_markdown(std::string_view text) { return HtmlRewriter(text).run(); }

}  // namespace careerfacts
