// Reads the fields of one JSON object into plain values, strictly. Inside the publish library only, which
// alone includes Boost.JSON.
//
// The first fault is kept in `problem` ("'min' is not a number"), and all later reading is without effect.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "publish/json_writer.h"

namespace careerfacts {

class JsonFields {
 public:
  // Both must outlive this.
  JsonFields(const boost::json::object& object, std::string& problem) : object_(object), problem_(problem) {}

  bool failed() const { return !problem_.empty(); }
  void fail(std::string_view key, std::string_view what) {
    if (problem_.empty()) problem_ = "'" + std::string(key) + "' " + std::string(what);
  }
  // There, and not null.
  bool has(std::string_view key) const {
    const boost::json::value* value = find(key);
    return value != nullptr && !value->is_null();
  }

  // Must be there, and a string. The view lives as long as the object.
  std::string_view text(std::string_view key) { return string_of(key, required(key)); }
  // Must be there, and a string or null, which is empty.
  std::string_view text_or_null(std::string_view key) {
    const boost::json::value* value = required(key);
    return value == nullptr || value->is_null() ? std::string_view() : string_of(key, value);
  }
  // May be missing.
  std::string_view text_if_there(std::string_view key) {
    const boost::json::value* value = find(key);
    return value == nullptr || value->is_null() ? std::string_view() : string_of(key, value);
  }

  std::optional<double> number_or_null(std::string_view key);  // finite
  std::size_t count(std::string_view key);                     // 0 to kMostCount
  std::optional<int> year_or_null(std::string_view key);       // 1 to 9999
  bool flag(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::optional<std::string> bytes_if_there(std::string_view key);  // base64
  std::optional<RawSpan> span_if_there(std::string_view start, std::string_view end);
  const boost::json::array* array_if_there(std::string_view key);

  // One of the words of Enum, and null for the first where that is allowed.
  template <class Enum, class FromWord>
  Enum word(std::string_view key, FromWord from_word, bool null_allowed) {
    const std::string_view given = null_allowed ? text_or_null(key) : text(key);
    const std::optional<Enum> value = from_word(given);
    if (!value && !failed() && (!null_allowed || !given.empty()))
      fail(key, "is '" + std::string(given) + "', which is not a word of this field");
    return value.value_or(Enum{});
  }

  // What a double holds exactly; larger numbers are no offsets of files.
  static constexpr std::size_t kMostCount = std::size_t{1} << 53;

 private:
  // Keys mostly come in the order in which they are asked for, so that the next one is looked at first.
  const boost::json::value* find(std::string_view key) const {
    if (next_ < object_.size()) {
      const auto& pair = *(object_.begin() + static_cast<std::ptrdiff_t>(next_));
      if (std::string_view(pair.key().data(), pair.key().size()) == key) {
        ++next_;
        return &pair.value();
      }
    }
    const auto at = object_.find(boost::json::string_view(key.data(), key.size()));
    if (at == object_.end()) return nullptr;
    next_ = static_cast<std::size_t>(at - object_.begin()) + 1;
    return &at->value();
  }
  const boost::json::value* required(std::string_view key) {
    const boost::json::value* value = find(key);
    if (value == nullptr) fail(key, "is missing");
    return value;
  }
  std::string_view string_of(std::string_view key, const boost::json::value* value) {
    if (value == nullptr) return {};
    if (const boost::json::string* text = value->if_string()) return {text->data(), text->size()};
    fail(key, "is not a string");
    return {};
  }

  const boost::json::object& object_;
  std::string& problem_;
  mutable std::size_t next_ = 0;
};

}  // namespace careerfacts
