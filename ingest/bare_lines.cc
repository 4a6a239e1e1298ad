#include "ingest/bare_lines.h"

#include <algorithm>
#include <cctype>

#include "base/ascii.h"
#include "ingest/line_forms.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLongestHeading = 100;  // bytes
constexpr std::size_t kLongestAmount = 80;    // of "Head cook - $61,500"

}  // namespace

BareLines::BareLines(std::string_view text, const std::vector<Line>& lines, const ColumnLayouts& layouts)
    : text_(text), lines_(lines), layouts_(layouts) {
  headings_ = std::count_if(lines.begin(), lines.end(),
                            [](const Line& line) { return line.kind == LineKind::heading; }) < 2;
}

bool BareLines::stands_alone(std::size_t i) const {
  const auto blank = [&](std::size_t line) {
    return line >= lines_.size() || lines_[line].kind == LineKind::blank;
  };
  return (i == 0 || blank(i - 1)) && blank(i + 1);
}

bool BareLines::heads_table(std::size_t i) const {
  return headings_ && i + 2 < lines_.size() && layouts_.columns_at(i + 2) > 0;
}

bool BareLines::is_label_line(std::size_t i) const {
  return i < lines_.size() && lines_[i].kind == LineKind::text && lines_[i].signs.label &&
         begins_with_label(content(text_, lines_[i]));
}

bool BareLines::is_leader_line(std::size_t i) const {
  if (i >= lines_.size() || lines_[i].kind != LineKind::text) return false;
  const std::string_view c = content(text_, lines_[i]);
  return !c.empty() && std::isdigit(static_cast<unsigned char>(c.back())) != 0 && has_leader(c);
}

// "Head cook - $61,500"
bool BareLines::is_amount_line(std::size_t i) const {
  if (i >= lines_.size() || lines_[i].kind != LineKind::text || lines_[i].signs.label) return false;
  const std::string_view c = content(text_, lines_[i]);
  return c.size() <= kLongestAmount && labels_amount(c) && has_letter(c) && !ends_sentence_or_lead(c);
}

// "The averages are as follows:", and items below it.
bool BareLines::leads_to_list(std::size_t i) const {
  if (content(text_, lines_[i]).back() != ':') return false;
  std::size_t next = i + 1;
  while (next < lines_.size() && lines_[next].kind == LineKind::blank) ++next;
  return next < lines_.size() && lines_[next].kind == LineKind::item;
}

// The first line behind a table, and so perhaps what is said of it.
bool BareLines::stands_under_table(std::size_t i) const {
  while (i > 0 && lines_[i - 1].kind == LineKind::blank) --i;
  return i > 0 && lines_[i - 1].kind == LineKind::row;
}

std::size_t BareLines::end_of_paragraph(std::size_t i) const {
  std::size_t next = i + 1;
  while (next < lines_.size() && lines_[next].kind == LineKind::text && layouts_.columns_at(next) == 0) {
    const Line& above = lines_[next - 1];
    const std::string_view last = content(text_, above), first = content(text_, lines_[next]);
    if (above.hard_break || ends_sentence_or_lead(last)) break;
    if ((is_label_line(next) && is_label_line(i)) || (is_amount_line(next) && is_amount_line(i))) break;
    const auto c = static_cast<unsigned char>(first[0]);
    const bool continues = std::islower(c) || c == '(' || c == '$' || c == ',' || c == '-' || std::isdigit(c);
    const bool wrapped = last.size() >= 60 && last.size() <= 160;
    if (!continues && !wrapped) break;
    if (!continues && first.size() > 2 * last.size()) break;  // a short line before a long one is a label
    ++next;
  }
  return next;
}

bool BareLines::is_heading(std::size_t i) const {
  if (!headings_) return false;
  std::string_view c = content(text_, lines_[i]);
  if (c.size() < 3 || c.size() > kLongestHeading || !has_letter(c)) return false;
  if (std::islower(static_cast<unsigned char>(c[0])) || c[0] == '(' || c[0] == '"') return false;
  if (c.back() == '+') c.remove_suffix(1);  // the mark of a collapsed answer
  while (!c.empty() && is_space(c.back())) c.remove_suffix(1);
  if (c.empty() || (ends_sentence_or_lead(c) && c.back() != '?')) return false;
  if (c.back() == ',' || c.back() == '-' || is_caption(c) || labels_amount(c)) return false;
  std::size_t next = i + 1;
  while (next < lines_.size() &&
         (lines_[next].kind == LineKind::blank || content(text_, lines_[next]) == "+"))
    ++next;
  if (next == lines_.size()) return false;
  const bool set_apart = next > i + 1 || i == 0 || lines_[i - 1].kind == LineKind::blank;
  if (next > i + 1 && ends_lines(i)) return false;
  if (c.back() == '?') return true;
  switch (lines_[next].kind) {
    case LineKind::item:
    case LineKind::row:
      return set_apart;
    case LineKind::text: {
      const std::string_view below = content(text_, lines_[next]);
      if (set_apart && !is_label_line(i) && is_label_line(next) && is_label_line(next + 1)) return true;
      if (next > i + 1 && set_apart && leads_to_list(next) && !stands_under_table(i)) return true;
      return below.size() > kLongestHeading && below.size() > 2 * c.size();
    }
    default:
      return false;
  }
}

// The last of lines that stand together, none of them a sentence: one of them, not a heading of what
// follows.
bool BareLines::ends_lines(std::size_t i) const {
  return i > 0 && lines_[i - 1].kind == LineKind::text &&
         !ends_sentence_or_lead(content(text_, lines_[i - 1])) &&
         std::isdigit(static_cast<unsigned char>(text_[lines_[i].content_end - 1])) != 0;
}

bool BareLines::is_numbered_heading(std::size_t i) const {
  return lines_[i].ordered && stands_alone(i) && (is_heading(i) || heads_table(i));
}

bool BareLines::is_item(std::size_t i, std::size_t next) const {
  const auto also_beside = [&](bool (BareLines::*is)(std::size_t) const) {
    return (this->*is)(i) && ((i > 0 && (this->*is)(i - 1)) || (this->*is)(next));
  };
  return also_beside(&BareLines::is_label_line) || also_beside(&BareLines::is_leader_line) ||
         also_beside(&BareLines::is_amount_line);
}

}  // namespace careerfacts
