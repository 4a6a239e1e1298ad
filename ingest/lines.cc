#include "ingest/lines.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.h"
#include "ingest/bytes16.h"
#include "ingest/plain_code.h"

namespace careerfacts {
namespace {

Signs signs_of(std::string_view content) {
  Bytes16 pipe{}, tab{}, spaces{}, label{}, slash{}, marked{};
  each16(content, [&](Bytes16 here, Bytes16 next) {
    const Bytes16 space = is(here, ' '), next_space = is(next, ' '), next_slash = is(next, '/');
    pipe |= is(here, '|');
    tab |= is(here, '\t');
    spaces |= space & next_space;
    label |= is(here, ':') & (next_space | is(next, '\t'));
    slash |= space & next_slash;
    // [ \ ] _ ` and { ~, with ^ | } between them; * < and the // of a URL
    marked |= within(here, '[', '`') | within(here, '{', '~') | is(here, '*') | is(here, '<') |
              (is(here, '/') & next_slash);
  });
  return {any(pipe), any(tab), any(spaces), any(label), any(slash), any(marked)};
}

void measure(std::string_view text, std::size_t begin, std::size_t end, Line& line) {
  line.begin = begin;
  line.end = end;
  std::size_t first = begin;
  for (; first < end && is_blank(text[first]); ++first)
    line.indent += text[first] == '\t' ? 4 - line.indent % 4 : 1;
  std::size_t last = end;
  while (last > first && is_blank(text[last - 1])) --last;
  line.hard_break = end - last >= 2 || (last > first && text[last - 1] == '\\');
  line.content_begin = first;
  line.content_end = last;
  if (first == last)
    line.kind = LineKind::blank;
  else
    line.signs = signs_of(content(text, line));
}

bool only_of(std::string_view content, std::string_view allowed) {
  return std::all_of(content.begin(), content.end(), [&](char c) {
    for (const char a : allowed)  // few: a loop takes less than a search
      if (a == c) return true;
    return false;
  });
}

// Whether a line that begins like this may be anything but text or cells parted by tabs: most do not.
bool may_open(char first) {
  static constexpr std::array<bool, 256> kOpens = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("#>|-+=*_:`~[0123456789\xE2"))  // E2: bullets and check marks
      table[static_cast<unsigned char>(c)] = true;
    return table;
  }();
  return kOpens[static_cast<unsigned char>(first)];
}

bool is_separator(std::string_view c) {
  return only_of(c, "|:-+= ") && c.find("--") != std::string_view::npos &&
         c.find('|') != std::string_view::npos;
}

bool is_rule(std::string_view c) {
  if (c.size() < 3) return false;
  if (only_of(c, "-+=") && c.find("---") != std::string_view::npos) return true;
  return (only_of(c, "* ") && std::count(c.begin(), c.end(), '*') >= 3) ||
         (only_of(c, "_ ") && std::count(c.begin(), c.end(), '_') >= 3) ||
         (only_of(c, "- ") && std::count(c.begin(), c.end(), '-') >= 3);
}

// Size of the mark that makes a list item, with the spaces after it; 0 when there is none.
std::size_t item_mark(std::string_view c, bool& ordered) {
  static constexpr std::array<std::string_view, 8> kMarks{"•", "✓", "→", "❌", "✗", "✘", "-", "*"};
  ordered = false;
  std::size_t size = 0;
  for (const std::string_view mark : kMarks)
    if (c.starts_with(mark)) {
      size = mark.size();
      const bool ascii = mark.size() == 1;
      if (ascii && (size >= c.size() || !is_blank(c[size]))) return 0;
      break;
    }
  if (size == 0 && c.size() > 1 && c[0] == '+' && is_blank(c[1])) size = 1;
  if (size == 0) {
    std::size_t digits = 0;
    while (digits < c.size() && digits < 3 && is_digit(c[digits])) ++digits;
    if (digits == 0 || digits + 1 >= c.size()) return 0;
    if ((c[digits] != '.' && c[digits] != ')') || !is_blank(c[digits + 1])) return 0;
    ordered = true;
    size = digits + 1;
  }
  const auto skip_blanks = [&] {
    while (size < c.size() && is_blank(c[size])) ++size;
  };
  skip_blanks();
  // "- • text"; the two marks have as many bytes.
  while (!ordered && (c.substr(size).starts_with("•") || c.substr(size).starts_with("✓"))) {
    size += kMarks[0].size();
    skip_blanks();
  }
  const std::string_view rest = c.substr(size);  // "- [ ] text"
  if (rest.size() > 3 && rest[0] == '[' && rest[2] == ']' && (rest[1] == ' ' || rest[1] == 'x')) size += 4;
  return size;
}

bool is_bold_line(std::string_view c) {
  if (c.size() < 5 || c.size() > 160) return false;
  for (const std::string_view mark : {std::string_view("**"), std::string_view("__")}) {
    if (!c.starts_with(mark)) continue;
    const std::size_t close = c.find(mark, 2);
    if (close == std::string_view::npos || close == 2) return false;
    const std::string_view after = c.substr(close + 2);
    return after.empty() || after == ":";
  }
  return false;
}

std::size_t count_pipes(std::string_view c) {
  return static_cast<std::size_t>(std::count(c.begin(), c.end(), '|'));
}

// "```sql": the language of a fence that holds code or data; "", "text" and "markdown" hold text.
bool is_code_language(std::string_view info) {
  while (!info.empty() && is_blank(info.front())) info.remove_prefix(1);
  const std::size_t n = std::min(info.find_first_of(" {"), info.size());
  const std::string_view language = info.substr(0, n);
  return !language.empty() && language != "text" && language != "txt" && language != "markdown" &&
         language != "md" && language != "plaintext";
}

// "[name]: https://…": where a link leads, told apart from the text.
bool is_link_definition(std::string_view c) {
  if (c.size() < 5 || c[0] != '[' || c[1] == '^') return false;
  const std::size_t close = c.find("]: ");
  return close != std::string_view::npos && close < 64 && c.find(' ', close + 3) == std::string_view::npos;
}

class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}

  std::vector<Line> run() {
    constexpr std::size_t kUsualLine = 48;  // bytes
    lines_.reserve(text_.size() / kUsualLine + 1);
    for (std::size_t begin = 0; begin <= text_.size();) {
      const std::size_t found = text_.find('\n', begin);
      const std::size_t end = found == std::string_view::npos ? text_.size() : found;
      if (begin == text_.size() && !lines_.empty()) break;
      Line& line = lines_.emplace_back();
      measure(text_, begin, end, line);
      has_pipe_ = has_pipe_ || line.signs.pipe;
      has_slash_ = has_slash_ || line.signs.slash;
      if (line.kind != LineKind::blank)
        classify(line);
      else if (code_ends_at_blank_)
        in_code_ = code_ends_at_blank_ = false;
      begin = end + 1;
    }
    mark_front_matter();
    if (has_pipe_) mark_bare_rows();
    mark_plain_code(text_, lines_);
    if (has_slash_) mark_slashed_rows();
    return std::move(lines_);
  }

 private:
  void classify(Line& line) {
    std::string_view c = content(text_, line);
    if ((c[0] == '`' || c[0] == '~') && (c.starts_with("```") || c.starts_with("~~~"))) {
      line.kind = LineKind::fence;
      in_fence_ = !in_fence_;
      in_code_ = in_fence_ && is_code_language(c.substr(3));
      code_ends_at_blank_ = in_code_ && !has_fence_behind(line.content_end);
      return;
    }
    if (in_code_) {
      line.kind = LineKind::code;
      return;
    }
    if (!may_open(c[0])) {
      if (line.signs.tab) take_as_row(line, '\t');
      return;
    }
    while (!c.empty() && c[0] == '>') {  // block quotes are read as what they quote
      c.remove_prefix(1);
      while (!c.empty() && is_blank(c[0])) c.remove_prefix(1);
      line.content_begin = line.content_end - c.size();
    }
    if (c.empty()) {
      line.kind = LineKind::blank;
      return;
    }
    if (is_link_definition(c)) {
      line.kind = LineKind::code;
      return;
    }
    if (line.signs.pipe && is_separator(c)) {
      line.kind = LineKind::separator;
      return;
    }
    if (underlines(line, c)) return;
    if (is_rule(c)) {
      line.kind = LineKind::rule;
      return;
    }
    if (c[0] == '#') {
      const std::size_t level = std::min(c.find_first_not_of('#'), c.size());
      if (level <= 6 && level < c.size() && is_blank(c[level])) {
        line.kind = LineKind::heading;
        line.level = static_cast<unsigned>(level);
        const std::size_t skip = c.find_first_not_of(" \t", level);
        line.content_begin += skip == std::string_view::npos ? c.size() : skip;
        while (line.content_end > line.content_begin &&
               (text_[line.content_end - 1] == '#' || is_blank(text_[line.content_end - 1])))
          --line.content_end;
        return;
      }
    }
    if (c[0] == '|' && count_pipes(c) >= 2) return take_as_row(line, '|');
    bool ordered = false;
    if (const std::size_t mark = item_mark(c, ordered); mark > 0) {
      line.kind = LineKind::item;
      line.ordered = ordered;
      line.content_begin = std::min<std::size_t>(line.content_begin + mark, line.content_end);
      return;
    }
    if (line.signs.tab && c.find('\t') != std::string_view::npos) return take_as_row(line, '\t');
    if (is_bold_line(c)) line.kind = LineKind::bold;
  }

  // A fence that nothing closes must not hide the rest of an article.
  bool has_fence_behind(std::size_t from) const {
    for (std::size_t at = text_.find('\n', from); at != std::string_view::npos; at = text_.find('\n', at)) {
      at = std::min(text_.find_first_not_of(" \t\n", at), text_.size());
      const std::string_view rest = text_.substr(at, 3);
      if (rest == "```" || rest == "~~~") return true;
    }
    return false;
  }

  static void take_as_row(Line& line, char cell_mark) {
    line.kind = LineKind::row;
    line.cell_mark = cell_mark;
  }

  // "====" or "----" under a line of text makes that line a heading; under a row of words set apart by
  // spaces it is the rule of a table.
  bool underlines(Line& line, std::string_view c) {
    if (c.size() < 3 || lines_.size() < 2) return false;
    Line& above = lines_[lines_.size() - 2];
    if (above.kind != LineKind::text || above.content_end - above.content_begin > 160) return false;
    const bool first = only_of(c, "="), second = only_of(c, "-");
    if (!first && !second) return false;
    if (content(text_, above).find("   ") != std::string_view::npos) return false;
    above.kind = LineKind::heading;
    above.level = first ? 1 : 2;
    line.kind = LineKind::rule;
    return true;
  }

  void mark_front_matter() {
    if (lines_.empty() || content(text_, lines_[0]) != "---") return;
    std::size_t last = 0;
    bool has_key = false;
    for (std::size_t i = 1; i < lines_.size() && i < 64 && last == 0; ++i) {
      const std::string_view c = content(text_, lines_[i]);
      if (c == "---" || c == "...") {
        last = i;
      } else if (!c.empty()) {
        const std::size_t colon = c.find(':');
        const bool key =
            colon != std::string_view::npos && colon > 0 && colon < 32 &&
            std::all_of(c.begin(), c.begin() + static_cast<std::ptrdiff_t>(colon),
                        [](unsigned char ch) { return std::isalnum(ch) || ch == '_' || ch == '-'; });
        has_key = has_key || key;
        if (!key && lines_[i].kind != LineKind::item && lines_[i].indent == 0) return;
      }
    }
    if (last == 0 || !has_key) return;
    for (std::size_t i = 0; i <= last; ++i) lines_[i].kind = LineKind::matter;
  }

  // "a | b | c" without outer pipes is a table where at least two such lines of as many pipes stand together.
  void mark_bare_rows() {
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t pipes = bare_pipes(i);
      std::size_t j = i;
      bool ruled = false;
      while (j < lines_.size() && pipes > 0 &&
             (bare_pipes(j) > 0 || (j == i + 1 && lines_[j].kind == LineKind::separator))) {
        ruled = ruled || lines_[j].kind == LineKind::separator;
        ++j;
      }
      if (j - i >= 2 && (pipes >= 2 || ruled || is_list_of_figures(i, j))) {
        // "Job | Openings | Pay", then an empty line: the header.
        if (pipes >= 2 && i >= 2 && lines_[i - 1].kind == LineKind::blank && bare_pipes(i - 2) == pipes)
          take_as_row(lines_[i - 2], '|');
        for (std::size_t k = i; k < j; ++k)
          if (lines_[k].kind == LineKind::text) take_as_row(lines_[k], '|');
      }
      i = std::max(j, i + 1);
    }
  }

  // "Job | Pay", and below it two lines at least that all end in a figure: "Welder | $48,000".
  bool is_list_of_figures(std::size_t first, std::size_t last) const {
    if (last - first < 3 || ends_with_figure(first, " | ")) return false;
    for (std::size_t i = first + 1; i < last; ++i)
      if (bare_pipes(i) != 1 || !ends_with_figure(i, " | ")) return false;
    return true;
  }

  std::size_t bare_pipes(std::size_t i) const {
    if (lines_[i].kind != LineKind::text || !lines_[i].signs.pipe) return 0;
    const std::string_view c = content(text_, lines_[i]);
    std::size_t pipes = 0;
    for (std::size_t at = c.find(" | "); at != std::string_view::npos; at = c.find(" | ", at + 2)) ++pipes;
    return pipes;
  }

  // "Auditor / 10 years / $90,000": a table where a header and two such lines with a figure at their end, of
  // as many cells, stand together.
  void mark_slashed_rows() {
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t slashes = slashes_in(i);
      std::size_t j = i + 1;
      while (slashes >= 2 && j < lines_.size() && slashes_in(j) == slashes && ends_with_figure(j, " / ")) ++j;
      if (j - i >= 3 && slashes >= 2)
        for (std::size_t k = i; k < j; ++k) {
          lines_[k].kind = LineKind::row;
          lines_[k].cell_mark = '/';
        }
      i = j;
    }
  }

  std::size_t slashes_in(std::size_t i) const {
    if (lines_[i].kind != LineKind::text || !lines_[i].signs.slash) return 0;
    const std::string_view c = content(text_, lines_[i]);
    std::size_t slashes = 0;
    for (std::size_t at = c.find(" / "); at != std::string_view::npos; at = c.find(" / ", at + 2)) ++slashes;
    return slashes;
  }

  bool ends_with_figure(std::size_t i, std::string_view mark) const {
    const std::string_view c = content(text_, lines_[i]);
    const std::string_view last = c.substr(c.rfind(mark) + mark.size());
    return std::any_of(last.begin(), last.end(), is_digit);
  }

  std::string_view text_;
  std::vector<Line> lines_;
  bool has_pipe_ = false;  // in some line; many texts have none
  bool has_slash_ = false;
  bool in_fence_ = false;
  bool in_code_ = false;
  bool code_ends_at_blank_ = false;
};

}  // namespace

std::vector<Line> read_lines(std::string_view text) { return LineReader(text).run(); }

}  // namespace careerfacts
