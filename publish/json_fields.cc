#include "publish/json_fields.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

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

// The number as a whole one of T, where it is exactly that.
template <class T>
std::optional<T> whole(const JsonValue& value) {
  using Limits = std::numeric_limits<T>;
  switch (value.type) {
    case JsonValue::Type::integer:
      if (std::in_range<T>(value.integer)) return static_cast<T>(value.integer);
      return std::nullopt;
    case JsonValue::Type::large_integer:
      if (std::in_range<T>(value.large_integer)) return static_cast<T>(value.large_integer);
      return std::nullopt;
    case JsonValue::Type::real:
      if (value.real >= static_cast<double>(Limits::min()) &&
          value.real < static_cast<double>(Limits::max()) && value.real == std::trunc(value.real))
        return static_cast<T>(value.real);
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<double> JsonFields::number_or_null(std::string_view key) {
  const JsonValue* value = required(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (value->type == JsonValue::Type::integer) return static_cast<double>(value->integer);
  if (value->type == JsonValue::Type::large_integer)
    return nearest(static_cast<double>(value->large_integer));
  if (value->type == JsonValue::Type::real && std::isfinite(value->real)) return nearest(value->real);
  fail(key, "is not a number");
  return std::nullopt;
}

std::size_t JsonFields::count(std::string_view key) { return count_of(key, required(key)); }

std::size_t JsonFields::count_of(std::string_view key, const JsonValue* value) {
  if (value == nullptr) return 0;
  const std::optional<std::size_t> count = whole<std::size_t>(*value);
  if (!count) {
    fail(key, "is not a whole number from 0");
    return 0;
  }
  if (*count > kMostCount) fail(key, "is too large");
  return *count;
}

std::optional<int> JsonFields::year_or_null(std::string_view key) {
  const JsonValue* value = required(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  const int year = whole<int>(*value).value_or(0);
  if (year < 1 || year > 9999) fail(key, "is not a year");
  return year;
}

bool JsonFields::flag(std::string_view key) {
  const JsonValue* value = required(key);
  if (value != nullptr && value->type == JsonValue::Type::boolean) return value->integer != 0;
  fail(key, "is not true or false");
  return false;
}

std::vector<std::string> JsonFields::texts(std::string_view key) {
  std::vector<std::string> texts;
  const JsonValue* list = required(key);
  if (list == nullptr || list->type != JsonValue::Type::list) {
    fail(key, "is not a list of strings");
    return texts;
  }
  texts.reserve(list->members);
  for (const JsonValue* item = list->first(); item != list->end(); item = item->next()) {
    if (item->is_text()) {
      texts.emplace_back(item->text);
    } else {
      fail(key, "is not a list of strings");
    }
  }
  return texts;
}

std::optional<std::string> JsonFields::bytes_if_there(std::string_view key) {
  const JsonValue* value = find(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  auto bytes = from_base64(string_of(key, value));
  if (!bytes) fail(key, "is not base64");
  return bytes;
}

std::optional<RawSpan> JsonFields::span_if_there(std::string_view start, std::string_view end) {
  const JsonValue* first = find(start);
  const JsonValue* last = find(end);
  const auto is_there = [](const JsonValue* value) { return value != nullptr && !value->is_null(); };
  if (!is_there(first) && !is_there(last)) return std::nullopt;
  if (first == nullptr) fail(start, "is missing");
  RawSpan span;
  span.begin = count_of(start, first);
  if (last == nullptr) fail(end, "is missing");
  span.end = count_of(end, last);
  if (span.end < span.begin) fail(end, "is before '" + std::string(start) + "'");
  return span;
}

const JsonValue* JsonFields::list_if_there(std::string_view key) {
  const JsonValue* value = find(key);
  if (value == nullptr || value->is_null()) return nullptr;
  if (value->type == JsonValue::Type::list) return value;
  fail(key, "is not a list");
  return nullptr;
}

}  // namespace careerfacts
