// Reads the fields of one JSON object into plain values, strictly. Inside the publish library only.
//
// The first fault is kept in `problem` ("'min' is not a number"), and all later reading is without effect.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "publish/json_line.h"
#include "publish/json_writer.h"

namespace careerfacts {

class JsonFields {
 public:
  // Both must outlive this.
  JsonFields(const JsonValue& object, std::string& problem)
      : object_(object), next_(object.first()), problem_(problem) {}

  bool failed() const { return !problem_.empty(); }
  void fail(std::string_view key, std::string_view what) {
    if (problem_.empty()) problem_ = "'" + std::string(key) + "' " + std::string(what);
  }
  // There, and not null.
  bool has(std::string_view key) const {
    const JsonValue* value = find(key);
    return value != nullptr && !value->is_null();
  }

  // Must be there, and a string. The view lives as long as the object.
  std::string_view text(std::string_view key) { return string_of(key, required(key)); }
  // Must be there, and a string or null, which is empty.
  std::string_view text_or_null(std::string_view key) {
    const JsonValue* value = required(key);
    return value == nullptr || value->is_null() ? std::string_view() : string_of(key, value);
  }
  // May be missing.
  std::string_view text_if_there(std::string_view key) {
    const JsonValue* value = find(key);
    return value == nullptr || value->is_null() ? std::string_view() : string_of(key, value);
  }

  std::optional<double> number_or_null(std::string_view key);  // finite
  std::size_t count(std::string_view key);                     // 0 to kMostCount
  std::optional<int> year_or_null(std::string_view key);       // 1 to 9999
  bool flag(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::optional<std::string> bytes_if_there(std::string_view key);  // base64
  std::optional<RawSpan> span_if_there(std::string_view start, std::string_view end);
  const JsonValue* list_if_there(std::string_view key);

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

  // Were all members asked for, in their order? Then none was there twice.
  bool all_in_order() const { return in_order_ == object_.members; }

 private:
  std::size_t count_of(std::string_view key, const JsonValue* value);

  // Keys mostly come in the order in which they are asked for, so that the next one is looked at first.
  const JsonValue* find(std::string_view key) const {
    if (next_ != object_.end() && next_->key == key) {
      ++in_order_;
      const JsonValue* found = next_;
      next_ = found->next();
      return found;
    }
    const JsonValue* found = object_.find(key);
    if (found != nullptr) next_ = found->next();
    return found;
  }
  const JsonValue* required(std::string_view key) {
    const JsonValue* value = find(key);
    if (value == nullptr) fail(key, "is missing");
    return value;
  }
  std::string_view string_of(std::string_view key, const JsonValue* value) {
    if (value == nullptr) return {};
    if (value->is_text()) return value->text;
    fail(key, "is not a string");
    return {};
  }

  const JsonValue& object_;
  mutable const JsonValue* next_;
  mutable std::size_t in_order_ = 0;
  std::string& problem_;
};

}  // namespace careerfacts
