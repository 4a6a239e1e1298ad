// One JSON object a line, read without a tree: a flat list of its values, whose texts are views of the line.
// Inside the publish library only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace careerfacts {

// A value in the list; the values inside a list or an object follow it. Lives until its JsonLine parses
// again, and no longer than the line.
struct JsonValue {
  enum class Type : std::uint8_t { null, boolean, integer, large_integer, real, text, list, object };
  Type type = Type::null;
  std::string_view key;  // of a member of an object
  std::string_view text;
  union {
    std::int64_t integer = 0;  // and 0 or 1 of a boolean
    std::uint64_t large_integer;
    double real;
  };
  std::size_t values = 1;   // itself and those inside
  std::size_t members = 0;  // of a list or an object

  bool is_null() const { return type == Type::null; }
  bool is_text() const { return type == Type::text; }

  // Of a list or an object.
  const JsonValue* first() const { return this + 1; }
  const JsonValue* end() const { return this + values; }
  const JsonValue* next() const { return this + values; }
  // Of an object: the last member with this key, or nullptr.
  const JsonValue* find(std::string_view wanted) const {
    const JsonValue* found = nullptr;
    for (const JsonValue* member = first(); member != end(); member = member->next())
      if (member->key == wanted) found = member;
    return found;
  }
};

// Keeps its memory from line to line. One thread at a time.
class JsonLine {
 public:
  JsonLine();
  ~JsonLine();
  JsonLine(const JsonLine&) = delete;
  JsonLine& operator=(const JsonLine&) = delete;

  // The object that the line is. nullptr when it is none; then `problem` says why, for people. Strict JSON,
  // UTF-8.
  const JsonValue* parse(std::string_view line, std::string& problem);

  // Where an object has a key twice, the last one counts: takes away the names of those before. False: there
  // were none.
  bool drop_doubles();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace careerfacts
