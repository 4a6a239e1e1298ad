#include "ingest/plain_code.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"

namespace careerfacts {
namespace {

constexpr std::size_t kMostSqlLines = 40;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Reads JSON line by line: what pretty-printers write, one key or value a line, or a whole object in one.
class JsonReader {
 public:
  // Whether the line goes on with what was read so far.
  bool take(std::string_view line) {
    bool value_before = false;  // in this line, without a mark between
    for (std::size_t i = 0; i < line.size();) {
      const char c = line[i];
      if (is_blank(c)) {
        ++i;
      } else if (c == '{' || c == '[') {
        if (value_before) return false;
        ++depth_;
        ++i;
      } else if (c == '}' || c == ']') {
        if (depth_ == 0) return false;
        --depth_;
        value_before = true;
        ++i;
      } else if (c == ',' || c == ':') {
        if (c == ':' && !(value_before && line[i - 1] == '"')) return false;
        has_key_ = has_key_ || c == ':';
        value_before = false;
        ++i;
      } else {
        const std::size_t end = c == '"' ? end_of_string(line, i) : end_of_word(line, i);
        if (end == i || value_before) return false;
        value_before = true;
        i = end;
      }
      if (depth_ == 0) return trimmed(line.substr(i)).find_first_not_of(",;") == std::string_view::npos;
    }
    return true;
  }

  bool is_closed() const { return depth_ == 0; }
  bool has_key() const { return has_key_; }

 private:
  // One past the closing quotation mark; `at` itself when there is none.
  static std::size_t end_of_string(std::string_view line, std::size_t at) {
    for (std::size_t i = at + 1; i < line.size(); ++i) {
      if (line[i] == '\\')
        ++i;
      else if (line[i] == '"')
        return i + 1;
    }
    return at;
  }

  // One past a number, true, false or null; `at` itself for other words.
  static std::size_t end_of_word(std::string_view line, std::size_t at) {
    const std::string_view rest = line.substr(at);
    for (const std::string_view word : {"true", "false", "null"})
      if (rest.starts_with(word)) return at + word.size();
    return at + std::min(rest.find_first_not_of("0123456789+-.eE"), rest.size());
  }

  std::size_t depth_ = 0;
  bool has_key_ = false;
};

// What a statement begins with, and what it must hold besides.
struct Statement {
  std::string_view begin;
  std::string_view then;
};
constexpr auto kStatements = std::to_array<Statement>({{"ALTER TABLE", " "},
                                                       {"CREATE INDEX", " ON "},
                                                       {"CREATE TABLE", "("},
                                                       {"DELETE FROM", " "},
                                                       {"INSERT INTO", "VALUES"},
                                                       {"SELECT", "FROM "},
                                                       {"UPDATE", "SET "},
                                                       {"WITH", "SELECT"}});

bool begins(std::string_view line, const Statement& statement) {
  const std::size_t n = statement.begin.size();
  return line.starts_with(statement.begin) && (line.size() == n || is_blank(line[n]));
}

// "x = 90000", "df.head()": what begins with a name, right before an assignment or a bracket.
bool begins_statement(std::string_view line) {
  const auto is_name = [](char c) {
    return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '.';
  };
  std::size_t n = 0;
  while (n < line.size() && is_name(line[n])) ++n;
  if (n == 0 || is_digit(line[0])) return false;
  const std::string_view rest = trimmed(line.substr(n));
  if (rest.starts_with("(")) return n < line.size() && line[n] == '(' && rest.ends_with(')');
  if (!rest.starts_with("=")) return false;
  const std::string_view value = trimmed(rest.substr(
      rest.find_first_not_of('=') == std::string_view::npos ? rest.size() : rest.find_first_not_of('=')));
  // "Pay = $90,000" tells of pay; "pay = 90000" is code.
  return !value.empty() && value[0] != '$' && static_cast<unsigned char>(value[0]) < 0x80;
}

// Whether a line inside a fence is one of a program or a terminal.
bool has_code_shape(std::string_view line) {
  static constexpr auto kBegins = std::to_array<std::string_view>(
      {"#include", "$ cd ", "$ git ", "$ npm ", "$ pip ", "$ python", "$ sudo ", "*/",      "/*",
       "//",       "<?php", ">>> ",   "@",      "cd ",    "curl ",    "def ",    "docker ", "git ",
       "import ",  "npm ",  "pip ",   "print(", "sudo ",  "{",        "}"});
  for (const std::string_view begin : kBegins)
    if (line.starts_with(begin)) return true;
  const auto holds = [&](std::string_view what) { return line.find(what) != std::string_view::npos; };
  if (line.starts_with("from ") && holds(" import ")) return true;
  if ((line.starts_with("const ") || line.starts_with("let ") || line.starts_with("var ")) && holds("="))
    return true;
  if (line.ends_with('{') || line.ends_with("});")) return true;
  if (line.ends_with(';') && (holds("(") || holds("="))) return true;
  if (line.ends_with("):")) return true;
  return begins_statement(line);
}

class CodeMarker {
 public:
  CodeMarker(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void run() {
    mark_fences();
    for (std::size_t i = 0; i < lines_.size();) i = take(i);
  }

 private:
  // What stands between fences that name no language is code where half of its lines look like it.
  void mark_fences() {
    const auto next_fence = [&](std::size_t from) {
      while (from < lines_.size() && lines_[from].kind != LineKind::fence) ++from;
      return from;
    };
    for (std::size_t open = next_fence(0); open < lines_.size();) {
      const std::size_t close = next_fence(open + 1);
      if (close == lines_.size()) break;
      std::size_t code = 0, all = 0;
      for (std::size_t i = open + 1; i < close; ++i) {
        if (lines_[i].kind == LineKind::blank) continue;
        ++all;
        code += lines_[i].kind == LineKind::code || has_code_shape(content(text_, lines_[i]));
      }
      if (code > 0 && 2 * code >= all) mark(open + 1, close);
      open = next_fence(close + 1);
    }
  }

  // Looks at what begins with line i; gives the next line to look at.
  std::size_t take(std::size_t i) {
    if (lines_[i].kind != LineKind::text) return i + 1;
    const char first = text_[lines_[i].content_begin];
    if (first == '{' || first == '[') return take_json(i);
    if (first == '<' && content(text_, lines_[i]).starts_with("<?php")) return take_php(i);
    if (is_capital(first)) return take_sql(i);
    return i + 1;
  }

  // What does not close is passed by as a whole, so that no line is read twice.
  std::size_t take_json(std::size_t i) {
    JsonReader json;
    std::size_t next = i;
    bool fits = true;
    do {
      const Line& line = lines_[next];
      fits = line.kind == LineKind::blank || (line.kind == LineKind::text && json.take(content(text_, line)));
      ++next;
    } while (fits && !json.is_closed() && next < lines_.size());
    if (fits && json.is_closed() && json.has_key()) mark(i, next);
    return fits ? next : std::max(next - 1, i + 1);
  }

  std::size_t take_sql(std::size_t i) {
    const std::string_view first = content(text_, lines_[i]);
    if (first.size() < 2 || !is_capital(first[1])) return i + 1;
    const auto statement = std::find_if(kStatements.begin(), kStatements.end(),
                                        [&](const Statement& s) { return begins(first, s); });
    if (statement == kStatements.end()) return i + 1;
    for (std::size_t j = i; j < lines_.size() && j < i + kMostSqlLines; ++j) {
      if (lines_[j].kind == LineKind::blank) break;
      if (content(text_, lines_[j]).ends_with(';')) {
        const std::string_view whole =
            text_.substr(lines_[i].content_begin + statement->begin.size(),
                         lines_[j].content_end - lines_[i].content_begin - statement->begin.size());
        if (whole.find(statement->then) == std::string_view::npos) break;
        mark(i, j + 1);
        return j + 1;
      }
    }
    return i + 1;
  }

  // Up to its end mark, or where that is left out, to the next blank line.
  std::size_t take_php(std::size_t i) {
    std::size_t next = i;
    while (next < lines_.size() && lines_[next].kind != LineKind::blank) {
      const bool ends = content(text_, lines_[next]).find("?>") != std::string_view::npos;
      ++next;
      if (ends) break;
    }
    mark(i, next);
    return next;
  }

  void mark(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
      if (lines_[i].kind != LineKind::blank) lines_[i].kind = LineKind::code;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
};

}  // namespace

void mark_plain_code(std::string_view text, std::vector<Line>& lines) { CodeMarker(text, lines).run(); }

}  // namespace careerfacts
