#include "ingest/date.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.h"

namespace careerfacts {
namespace {

bool is_alpha(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
  if (word.size() > 9) return 0;  // "september"
  std::string key(word);
  std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return std::tolower(c); });
  if (key == "sept") key = "sep";
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (key == kMonths[i] || (key.size() == 3 && kMonths[i].starts_with(key))) return static_cast<int>(i) + 1;
  return 0;
}

std::string iso(int year, int month, int day) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + '-' + two(month) + '-' + two(day);
}

bool is_date(int year, int month, int day) {
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// Words and numbers of a date, one after the other.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  // A number of at most four digits; -1 where there is none.
  int number(std::size_t* digits = nullptr) {
    int value = 0;
    std::size_t n = 0;
    while (at_ + n < text_.size() && n < 5 && is_digit(text_[at_ + n]))
      value = value * 10 + (text_[at_ + n++] - '0');
    if (n == 0 || n > 4) return -1;
    at_ += n;
    if (digits != nullptr) *digits = n;
    return value;
  }
  int month() {
    std::size_t n = 0;
    while (at_ + n < text_.size() && is_alpha(text_[at_ + n])) ++n;
    const int found = month_of(text_.substr(at_, n));
    if (found > 0) at_ += n;
    if (found > 0 && at_ < text_.size() && text_[at_] == '.') ++at_;
    return found;
  }
  void ordinal() {  // "3rd of"
    const std::string_view rest = text_.substr(at_);
    for (const std::string_view end : {"st", "nd", "rd", "th"})
      if (rest.starts_with(end)) at_ += 2;
    if (text_.substr(at_).starts_with(" of ")) at_ += 3;
  }
  bool mark(std::string_view any) {
    if (at_ >= text_.size() || any.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  }
  void spaces() {
    while (mark(" ,")) {
    }
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// "2024-03-01", "2024/3/1"; "25/12/2024", whose order is plain, and "03/04/2024", whose is not.
std::string numeric_date(std::string_view text, std::size_t& size) {
  DateReader read(text);
  std::size_t digits = 0;
  const int first = read.number(&digits);
  if (first < 0 || !read.mark("-/.")) return {};
  const int second = read.number();
  if (second < 0 || !read.mark("-/.")) return {};
  std::size_t last_digits = 0;
  const int third = read.number(&last_digits);
  if (third < 0) return {};
  size = read.at();
  if (digits == 4) return is_date(first, second, third) ? iso(first, second, third) : "";
  if (last_digits != 4) return {};
  const bool day_first = is_date(third, second, first), month_first = is_date(third, first, second);
  if (day_first && month_first && first != second) return std::string(text.substr(0, size));
  if (!day_first && !month_first) return {};
  return day_first ? iso(third, second, first) : iso(third, first, second);
}

// "March 3, 2024", "3 March 2024", "Mar. 3rd, 2024"; "March 2024" as it is.
std::string named_date(std::string_view text, std::size_t& size) {
  DateReader read(text);
  int day = read.number();
  if (day > 0) {
    read.ordinal();
    read.spaces();
  }
  const int month = read.month();
  if (month == 0) return {};
  read.spaces();
  std::size_t digits = 0;
  int year = read.number(&digits);
  if (day < 0 && digits < 3 && year > 0) {
    day = year;
    read.ordinal();
    read.spaces();
    year = read.number(&digits);
  }
  if (digits != 4 || year < 0) return {};
  size = read.at();
  if (day < 0) return is_date(year, month, 1) ? std::string(text.substr(0, size)) : "";
  return is_date(year, month, day) ? iso(year, month, day) : "";
}

}  // namespace

std::string date_at(std::string_view text, std::size_t* size) {
  std::size_t n = 0;
  std::string date = numeric_date(text, n);
  if (date.empty()) date = named_date(text, n);
  if (size != nullptr) *size = date.empty() ? 0 : n;
  return date;
}

}  // namespace careerfacts
