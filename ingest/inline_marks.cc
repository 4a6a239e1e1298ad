#include "ingest/inline_marks.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.h"
#include "ingest/bytes16.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLongestUrl = 4096;
constexpr std::size_t kLongestShortcode = 1024;

// Marks whose end is looked for in vain cost a walk each. A block may spend this many bytes on such walks for
// each byte of its own, and a little more; then the marks that are left in it are text. Articles spend less
// than one; only a text of nothing but opening marks runs out.
constexpr std::size_t kVainBytesPerByte = 4;
constexpr std::size_t kVainBytesForAll = 16384;

bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

class MarkRemover {
 public:
  MarkRemover(Rewriter& out, std::string_view text, std::size_t begin, std::size_t end)
      : out_(out),
        text_(text.substr(0, end)),
        begin_(begin),
        end_(end),
        vain_bytes_left_(kVainBytesPerByte * (end - begin) + kVainBytesForAll) {}

  void run() {
    out_.copy_to(begin_);
    for (std::size_t at = next_mark(begin_); at < end_; at = next_mark(at)) {
      const std::size_t next = step(at);
      at = std::max(next, at + 1);
      if (at > end_) break;
    }
    out_.copy_to(std::max(end_, out_.position()));
  }

 private:
  // find_first_of() searches the set anew for each byte; a table does not.
  static constexpr std::array<bool, 256> kIsMark = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("*_`~[]!\\{h<")) table[static_cast<unsigned char>(c)] = true;
    return table;
  }();

  // The next byte that may be a mark, or begin a URL.
  std::size_t next_mark(std::size_t at) const {
    for (; at + 17 <= end_; at += 16) {
      const Bytes16 here = load16(text_.data() + at);
      // [ \ ] _ ` and { ~, with ^ | } between them
      const Bytes16 marks = within(here, '[', '`') | within(here, '{', '~') | is(here, '*') | is(here, '!') |
                            is(here, '<') | (is(here, 'h') & is(load16(text_.data() + at + 1), 't'));
      if (any(marks)) return at + first(marks);
    }
    while (at < end_ && !kIsMark[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  char before(std::size_t at) const { return at > begin_ ? text_[at - 1] : ' '; }
  char after(std::size_t at) const { return at < end_ ? text_[at] : ' '; }

  std::size_t drop(std::size_t at, std::size_t n) {
    out_.copy_to(at);
    out_.drop(n);
    return at + n;
  }

  // Counts a walk of n bytes that found nothing.
  std::size_t in_vain(std::size_t n, std::size_t result) {
    vain_bytes_left_ -= std::min(n, vain_bytes_left_);
    return result;
  }

  // Where `mark` stands in text [from, limit); npos where it does not, or is not to be looked for any more.
  std::size_t find_end(std::string_view mark, std::size_t from, std::size_t limit) {
    limit = std::min(end_, limit);
    if (from >= limit || vain_bytes_left_ == 0) return std::string_view::npos;
    const std::size_t found = text_.substr(from, limit - from).find(mark);
    if (found == std::string_view::npos) return in_vain(limit - from, found);
    return from + found;
  }

  // Handles the mark at `at`; gives the offset to go on from.
  std::size_t step(std::size_t at) {
    switch (text_[at]) {
      case '*':
        return emphasis(at);
      case '_':
        return underscore(at);
      case '`':
        return drop(at, run_length(at));
      case '~':
        return run_length(at) == 2 ? drop(at, 2) : at + run_length(at);
      case '\\':
        return is_punctuation(after(at + 1)) ? drop(at, 1) + 1 : at + 1;
      case '!':
        return after(at + 1) == '[' && is_link(at + 1) ? drop(at, 1) : at + 1;
      case '[':
        return open_bracket(at);
      case ']':
        return close_bracket(at);
      case '{':
        return shortcode(at);
      case 'h':
        return url(at);
      case '<':
        return autolink(at);
      default:
        return at + 1;
    }
  }

  std::size_t run_length(std::size_t at) const {
    std::size_t n = 1;
    while (at + n < end_ && text_[at + n] == text_[at]) ++n;
    return n;
  }

  // Asterisks go where they touch a word on one side; "5 * 3" and "5*3" keep theirs.
  std::size_t emphasis(std::size_t at) {
    const std::size_t n = run_length(at);
    const char left = before(at), right = after(at + n);
    const bool product = n == 1 && is_digit(left) && is_digit(right);
    const bool alone = is_space(left) && is_space(right);
    return product || (alone && n == 1) ? at + n : drop(at, n);
  }

  std::size_t underscore(std::size_t at) {
    const std::size_t n = run_length(at);
    const bool inside_word = is_alnum(before(at)) && is_alnum(after(at + n));
    const bool blank = n >= 3 || (is_space(before(at)) && is_space(after(at + n)));
    return inside_word || blank ? at + n : drop(at, n);
  }

  // "[text](target)", "[text][reference]" and "[^note]"; other brackets are text.
  std::size_t open_bracket(std::size_t at) {
    if (after(at + 1) == '^') {
      const std::size_t close = find_end("]", at, at + 32);
      return close == std::string_view::npos ? at + 1 : drop(at, close + 1 - at);
    }
    return is_link(at) ? drop(at, 1) : at + 1;
  }

  // Whether the bracket that opens at `at` is the text of a link.
  bool is_link(std::size_t at) {
    const std::size_t close = matching_bracket(at);
    if (close == std::string_view::npos) return false;
    const char next = after(close + 1);
    if (next == '(' ? target_end(close + 1) != 0 : next == '[') return true;
    in_vain(close - at, 0);
    return false;
  }

  std::size_t close_bracket(std::size_t at) {
    if (after(at + 1) == '(') {
      if (const std::size_t stop = target_end(at + 1); stop > 0) return drop(at, stop - at);
    } else if (after(at + 1) == '[' && at + 2 < end_) {
      const std::size_t close = find_end("]", at + 2, at + 200);
      if (close != std::string_view::npos) return drop(at, close + 1 - at);
    }
    return at + 1;
  }

  std::size_t matching_bracket(std::size_t at) {
    if (vain_bytes_left_ == 0) return std::string_view::npos;
    const std::size_t limit = std::min(end_, at + 2000);
    std::size_t depth = 0;
    for (std::size_t i = at; i < limit; ++i) {
      if (text_[i] == '[') ++depth;
      if (text_[i] == ']' && --depth == 0) return i;
    }
    return in_vain(limit - at, std::string_view::npos);
  }

  // One past the ')' of "(https://… "title")" that starts at `at`; 0 when it is no link target. Of an address
  // with a stray '(' in it, past the first ')'.
  std::size_t target_end(std::size_t at) {
    if (vain_bytes_left_ == 0) return 0;
    const std::size_t limit = std::min(end_, at + kLongestUrl);
    int depth = 0;
    bool has_space = false;
    std::size_t first_close = 0;  // that an address without spaces reaches to
    for (std::size_t i = at; i < limit; ++i) {
      const char c = text_[i];
      if (c == '(') ++depth;
      if (c == ')' && --depth == 0) {
        const std::string_view target = text_.substr(at + 1, i - at - 1);
        const bool is_target =
            !has_space || target.find('"') != std::string_view::npos || target.find("://") < 8;
        return is_target ? i + 1 : in_vain(i - at, 0);
      }
      if (c == ')' && first_close == 0 && !has_space) first_close = i + 1;
      if (c == '\n') return in_vain(i - at, first_close);
      has_space = has_space || c == ' ';
    }
    return in_vain(limit - at, first_close);
  }

  // "{{< figure … >}}", "{% include … %}", "{#anchor}".
  std::size_t shortcode(std::size_t at) {
    static constexpr std::array<std::array<std::string_view, 2>, 3> kPairs{
        {{"{{", "}}"}, {"{%", "%}"}, {"{#", "}"}}};
    for (const auto& [open, close] : kPairs) {
      if (text_.substr(at, open.size()) != open) continue;
      const std::size_t stop = find_end(close, at + open.size(), at + kLongestShortcode);
      if (stop != std::string_view::npos) return drop(at, stop + close.size() - at);
    }
    return at + 1;
  }

  std::size_t url(std::size_t at) {
    if (is_alnum(before(at))) return at + 1;
    const std::string_view rest = text_.substr(at, 8);
    if (rest.substr(0, 7) != "http://" && rest != "https://") return at + 1;
    std::size_t stop = at;
    const std::size_t limit = std::min(end_, at + kLongestUrl);
    while (stop < limit && !is_space(text_[stop]) && text_[stop] != '|' && text_[stop] != '<' &&
           text_[stop] != '"' && text_[stop] != ')' && text_[stop] != ']' && text_[stop] != '*')
      ++stop;
    while (stop > at && (text_[stop - 1] == '.' || text_[stop - 1] == ',' || text_[stop - 1] == ';')) --stop;
    return drop(at, stop - at);
  }

  std::size_t autolink(std::size_t at) {
    const std::string_view rest = text_.substr(at + 1, 8);
    if (rest.substr(0, 7) != "http://" && rest != "https://" && rest.substr(0, 7) != "mailto:") return at + 1;
    const std::size_t close = find_end(">", at, at + kLongestUrl);
    return close == std::string_view::npos ? at + 1 : drop(at, close + 1 - at);
  }

  Rewriter& out_;
  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
  std::size_t vain_bytes_left_;
};

}  // namespace

void write_without_marks(Rewriter& out, std::string_view text, std::size_t begin, std::size_t end) {
  MarkRemover(out, text, begin, end).run();
}

}  // namespace careerfacts
