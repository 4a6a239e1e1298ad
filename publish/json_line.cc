#include "publish/json_line.h"

#include <algorithm>
#include <functional>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

namespace careerfacts {
namespace {

namespace json = boost::json;
using Type = JsonValue::Type;

// What Boost.JSON's parser calls with all that it finds.
struct Handler {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);
  using Error = json::error_code;
  using View = json::string_view;

  std::string_view line;
  std::vector<JsonValue> values;
  std::vector<std::size_t> open;  // the lists and objects that are not at their end
  std::string_view key;           // of the value that comes next
  std::string unescaped;          // the texts that are not in the line as they are
  std::size_t part = 0;           // where the text begins in `unescaped` that comes in parts

  void begin(std::string_view line_given) {
    line = line_given;
    values.clear();
    open.clear();
    unescaped.clear();
    key = {};
    part = 0;
  }

  JsonValue& add(Type type) {
    JsonValue& value = values.emplace_back();
    value.type = type;
    value.key = key;
    key = {};
    return value;
  }
  bool open_with(Type type) {
    add(type);
    open.push_back(values.size() - 1);
    return true;
  }
  bool close(std::size_t members) {
    JsonValue& value = values[open.back()];
    value.values = values.size() - open.back();
    value.members = members;
    open.pop_back();
    return true;
  }
  // Texts grow shorter when they are unescaped, so that the memory never moves.
  void add_part(View text) {
    if (unescaped.empty()) unescaped.reserve(line.size());
    unescaped.append(text.data(), text.size());
  }
  std::string_view finished(View text) {
    const bool in_line = std::less_equal<>()(line.data(), text.data()) &&
                         std::less_equal<>()(text.data() + text.size(), line.data() + line.size());
    if (part == unescaped.size() && in_line) return {text.data(), text.size()};
    add_part(text);
    const std::string_view whole = std::string_view(unescaped).substr(part);
    part = unescaped.size();
    return whole;
  }

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) { return open_with(Type::object); }
  bool on_object_end(std::size_t members, Error&) { return close(members); }
  bool on_array_begin(Error&) { return open_with(Type::list); }
  bool on_array_end(std::size_t members, Error&) { return close(members); }
  bool on_key_part(View text, std::size_t, Error&) {
    add_part(text);
    return true;
  }
  bool on_key(View text, std::size_t, Error&) {
    key = finished(text);
    return true;
  }
  bool on_string_part(View text, std::size_t, Error&) {
    add_part(text);
    return true;
  }
  bool on_string(View text, std::size_t, Error&) {
    add(Type::text).text = finished(text);
    return true;
  }
  bool on_number_part(View, Error&) { return true; }
  bool on_int64(std::int64_t number, View, Error&) {
    add(Type::integer).integer = number;
    return true;
  }
  bool on_uint64(std::uint64_t number, View, Error&) {
    add(Type::large_integer).large_integer = number;
    return true;
  }
  bool on_double(double number, View, Error&) {
    add(Type::real).real = number;
    return true;
  }
  bool on_bool(bool truth, Error&) {
    add(Type::boolean).integer = truth ? 1 : 0;
    return true;
  }
  bool on_null(Error&) {
    add(Type::null);
    return true;
  }
  bool on_comment_part(View, Error&) { return true; }
  bool on_comment(View, Error&) { return true; }
};

}  // namespace

struct JsonLine::State {
  json::basic_parser<Handler> parser{json::parse_options()};
};

JsonLine::JsonLine() : state_(std::make_unique<State>()) {}
JsonLine::~JsonLine() = default;

const JsonValue* JsonLine::parse(std::string_view line, std::string& problem) {
  auto& parser = state_->parser;
  Handler& handler = parser.handler();
  handler.begin(line);
  parser.reset();
  json::error_code error;
  const std::size_t read = parser.write_some(false, line.data(), line.size(), error);
  if (!error && read < line.size()) error = json::make_error_code(json::error::extra_data);
  if (error) {
    problem = "the line is not JSON (" + error.message() + ")";
    return nullptr;
  }
  if (handler.values.front().type == Type::object) return handler.values.data();
  problem = "the line is not a JSON object";
  return nullptr;
}

bool JsonLine::drop_doubles() {
  bool dropped = false;
  std::vector<JsonValue*> members;
  for (JsonValue& object : state_->parser.handler().values) {
    if (object.type != Type::object) continue;
    members.clear();
    for (const JsonValue* member = object.first(); member != object.end(); member = member->next())
      members.push_back(&object + (member - &object));
    std::sort(members.begin(), members.end(), [](const JsonValue* a, const JsonValue* b) {
      return a->key != b->key ? a->key < b->key : a < b;
    });
    for (std::size_t i = 1; i < members.size(); ++i) {
      if (members[i - 1]->key != members[i]->key || members[i]->key.empty()) continue;
      members[i - 1]->key = {};
      dropped = true;
    }
  }
  return dropped;
}

}  // namespace careerfacts
