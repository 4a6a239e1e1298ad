#include "publish/json_fields.h"

#include <charconv>
#include <cmath>

namespace careerfacts {
namespace {

// Boost.JSON 1.81 reads "97.64" as a double next to the nearest one. Up to 15 digits tell which one was
// meant.
double nearest(double read) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, read, std::chars_format::general, 15).ptr;
  double meant = read;
  std::from_chars(digits, end, meant);
  return std::abs(meant - read) <= 4e-16 * std::abs(read) ? meant : read;
}

}  // namespace

std::optional<double> JsonFields::number_or_null(std::string_view key) {
  const boost::json::value* value = required(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (const std::int64_t* whole = value->if_int64()) return static_cast<double>(*whole);
  boost::system::error_code error;
  const double number = value->is_number() ? value->to_number<double>(error) : 0.0;
  if (!value->is_number() || error || !std::isfinite(number)) {
    fail(key, "is not a number");
    return std::nullopt;
  }
  return nearest(number);
}

std::size_t JsonFields::count(std::string_view key) {
  const boost::json::value* value = required(key);
  if (value == nullptr) return 0;
  boost::system::error_code error;
  const std::size_t count = value->is_number() ? value->to_number<std::size_t>(error) : kMostCount + 1;
  if (error || !value->is_number()) {
    fail(key, "is not a whole number from 0");
    return 0;
  }
  if (count > kMostCount) fail(key, "is too large");
  return count;
}

std::optional<int> JsonFields::year_or_null(std::string_view key) {
  const boost::json::value* value = required(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  boost::system::error_code error;
  const int year = value->is_number() ? value->to_number<int>(error) : 0;
  if (error || year < 1 || year > 9999) fail(key, "is not a year");
  return year;
}

bool JsonFields::flag(std::string_view key) {
  const boost::json::value* value = required(key);
  const bool* flag = value == nullptr ? nullptr : value->if_bool();
  if (flag == nullptr) fail(key, "is not true or false");
  return flag != nullptr && *flag;
}

std::vector<std::string> JsonFields::texts(std::string_view key) {
  std::vector<std::string> texts;
  const boost::json::value* value = required(key);
  const boost::json::array* array = value == nullptr ? nullptr : value->if_array();
  if (array == nullptr) {
    fail(key, "is not a list of strings");
    return texts;
  }
  texts.reserve(array->size());
  for (const boost::json::value& item : *array) {
    if (const boost::json::string* text = item.if_string()) {
      texts.emplace_back(text->data(), text->size());
    } else {
      fail(key, "is not a list of strings");
    }
  }
  return texts;
}

std::optional<std::string> JsonFields::bytes_if_there(std::string_view key) {
  const boost::json::value* value = find(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  auto bytes = from_base64(string_of(key, value));
  if (!bytes) fail(key, "is not base64");
  return bytes;
}

std::optional<RawSpan> JsonFields::span_if_there(std::string_view start, std::string_view end) {
  if (!has(start) && !has(end)) return std::nullopt;
  RawSpan span;
  span.begin = count(start);
  span.end = count(end);
  if (span.end < span.begin) fail(end, "is before '" + std::string(start) + "'");
  return span;
}

const boost::json::array* JsonFields::array_if_there(std::string_view key) {
  const boost::json::value* value = find(key);
  if (value == nullptr || value->is_null()) return nullptr;
  const boost::json::array* array = value->if_array();
  if (array == nullptr) fail(key, "is not a list");
  return array;
}

}  // namespace careerfacts
