#include "tests/support/schema.h"

#include <unicode/regex.h>

#include <set>

#include "base/check.h"

namespace careerfacts::test {
namespace {

namespace json = boost::json;

const std::set<std::string> kKnown{"type",    "enum",     "const", "pattern",     "minimum",
                                   "items",   "required", "allOf", "description", "properties",
                                   "oneOf",   "if",       "then",  "title",       "additionalProperties",
                                   "$schema", "$id",      "$ref",  "$defs",       "unevaluatedProperties"};

// By ICU: std::regex calls itself for each character, and a long string ends the stack.
bool matches(const char* text, const char* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(pattern), 0, status);
  const icu::UnicodeString input = icu::UnicodeString::fromUTF8(text);
  CHECK(U_SUCCESS(status));
  matcher.reset(input);
  return matcher.find(status) && U_SUCCESS(status);
}

bool is_type(const json::value& value, std::string_view type) {
  if (type == "null") return value.is_null();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_bool();
  if (type == "number") return value.is_number();
  if (type == "integer") return value.is_int64() || value.is_uint64();
  if (type == "array") return value.is_array();
  return type == "object" && value.is_object();
}

class Validator {
 public:
  explicit Validator(const json::value& root) : root_(root) {}

  std::string fault(const json::value& schema_value, const json::value& value, const std::string& at) const {
    if (schema_value.is_bool()) return schema_value.get_bool() ? "" : at + ": is not allowed";
    const json::object& schema = schema_value.as_object();
    for (const auto& member : schema) {
      CHECK(kKnown.contains(std::string(member.key())));
      if (std::string found = one(std::string(member.key()), member.value(), schema, value, at);
          !found.empty())
        return found;
    }
    return "";
  }

 private:
  std::string one(const std::string& keyword, const json::value& rule, const json::object& schema,
                  const json::value& value, const std::string& at) const {
    if (keyword == "type") return type(rule, value, at);
    if (keyword == "const") return value == rule ? "" : at + ": is not " + json::serialize(rule);
    if (keyword == "enum") {
      for (const json::value& allowed : rule.as_array())
        if (allowed == value) return "";
      return at + ": " + json::serialize(value) + " is not one of " + json::serialize(rule);
    }
    if (keyword == "pattern" && value.is_string())
      return matches(value.as_string().c_str(), rule.as_string().c_str())
                 ? ""
                 : at + ": does not match " + rule.as_string().c_str();
    if (keyword == "minimum" && value.is_number())
      return value.to_number<double>() >= rule.to_number<double>() ? "" : at + ": is too small";
    if (keyword == "items" && value.is_array()) {
      for (const json::value& item : value.as_array())
        if (std::string found = fault(rule, item, at + "/[]"); !found.empty()) return found;
    }
    if (keyword == "required" && value.is_object()) {
      for (const json::value& key : rule.as_array())
        if (!value.as_object().contains(key.as_string())) return at + ": lacks " + key.as_string().c_str();
    }
    if (keyword == "properties" && value.is_object()) {
      for (const auto& property : rule.as_object())
        if (const json::value* member = value.as_object().if_contains(property.key()))
          if (std::string found = fault(property.value(), *member, at + "/" + std::string(property.key()));
              !found.empty())
            return found;
    }
    if (keyword == "additionalProperties" && value.is_object()) {
      for (const auto& member : value.as_object())
        if (!schema.at("properties").as_object().contains(member.key()))
          if (std::string found = fault(rule, member.value(), at + "/" + std::string(member.key()));
              !found.empty())
            return found;
    }
    if (keyword == "$ref") return fault(root_.at_pointer(rule.as_string().subview(1)), value, at);
    if (keyword == "allOf") {
      for (const json::value& part : rule.as_array())
        if (std::string found = fault(part, value, at); !found.empty()) return found;
    }
    if (keyword == "oneOf") return one_of(rule.as_array(), value, at);
    if (keyword == "if" && fault(rule, value, at).empty()) return fault(schema.at("then"), value, at);
    return "";
  }

  static std::string type(const json::value& rule, const json::value& value, const std::string& at) {
    if (rule.is_string())
      return is_type(value, rule.as_string()) ? "" : at + ": is not " + json::serialize(rule);
    for (const json::value& allowed : rule.as_array())
      if (is_type(value, allowed.as_string())) return "";
    return at + ": is none of " + json::serialize(rule);
  }

  std::string one_of(const json::array& parts, const json::value& value, const std::string& at) const {
    int fitting = 0;
    std::string last;
    for (const json::value& part : parts) {
      const std::string found = fault(part, value, at);
      if (found.empty()) ++fitting;
      if (!found.empty()) last += "; " + found;
    }
    return fitting == 1 ? "" : at + ": fits " + std::to_string(fitting) + " of oneOf" + last;
  }

  const json::value& root_;
};

}  // namespace

std::string schema_fault(const boost::json::value& schema, const boost::json::value& value) {
  return Validator(schema).fault(schema, value, "");
}

}  // namespace careerfacts::test
