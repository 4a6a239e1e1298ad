// The way back from a line of JSON to a Mention. What is wrong with a line is told by the name of its field.
#include <boost/json.hpp>
#include <charconv>
#include <cmath>

#include "publish/json_writer.h"
#include "publish/mention_json.h"

namespace careerfacts {
namespace {

namespace json = boost::json;

// Boost.JSON 1.81 reads "97.64" as a double next to the nearest one. Up to 15 digits tell which one was
// meant.
double nearest(double read) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, read, std::chars_format::general, 15).ptr;
  double meant = read;
  std::from_chars(digits, end, meant);
  return std::abs(meant - read) <= 4e-16 * std::abs(read) ? meant : read;
}

// Reads the fields of one object. The first fault is kept in `problem`, and all later reading is without
// effect.
class Fields {
 public:
  Fields(const json::object& object, std::string& problem) : object_(object), problem_(problem) {}

  bool failed() const { return !problem_.empty(); }
  void fail(std::string_view key, std::string_view what) {
    if (problem_.empty()) problem_ = "'" + std::string(key) + "' " + std::string(what);
  }
  bool has(std::string_view key) const {
    const json::value* value = object_.if_contains(key);
    return value != nullptr && !value->is_null();
  }

  std::string text(std::string_view key) {
    const json::value* value = object_.if_contains(key);
    if (value == nullptr || !value->is_string()) {
      fail(key, value == nullptr ? "is missing" : "is not a string");
      return {};
    }
    return std::string(value->get_string());
  }
  std::string text_or_empty(std::string_view key) { return has(key) ? text(key) : std::string(); }

  std::optional<double> number(std::string_view key) {
    if (!has(key)) return std::nullopt;
    const json::value& value = object_.at(key);
    boost::system::error_code error;
    const double number = value.is_number() ? value.to_number<double>(error) : 0.0;
    if (!value.is_number() || error || !std::isfinite(number)) fail(key, "is not a number");
    return nearest(number);
  }
  std::size_t count(std::string_view key) {
    if (!has(key)) fail(key, "is missing");
    boost::system::error_code error;
    const std::size_t count = failed() ? 0 : object_.at(key).to_number<std::size_t>(error);
    if (error) fail(key, "is not a whole number from 0");
    return count;
  }
  std::optional<int> year(std::string_view key) {
    if (!has(key)) return std::nullopt;
    boost::system::error_code error;
    const int year = object_.at(key).to_number<int>(error);
    if (error) fail(key, "is not a year");
    return year;
  }
  bool flag(std::string_view key) {
    if (!has(key)) return false;
    const bool* value = object_.at(key).if_bool();
    if (value == nullptr) fail(key, "is not true or false");
    return value != nullptr && *value;
  }
  std::vector<std::string> texts(std::string_view key) {
    std::vector<std::string> texts;
    if (!has(key)) return texts;
    const json::array* array = object_.at(key).if_array();
    if (array == nullptr) fail(key, "is not a list of strings");
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      if ((*array)[i].is_string()) {
        texts.emplace_back((*array)[i].get_string());
      } else {
        fail(key, "is not a list of strings");
      }
    }
    return texts;
  }
  std::optional<std::string> bytes(std::string_view key) {
    if (!has(key)) return std::nullopt;
    auto bytes = from_base64(text(key));
    if (!bytes) fail(key, "is not base64");
    return bytes;
  }
  template <class Enum>
  Enum word(std::string_view key) {
    const auto value = from_word<Enum>(text_or_empty(key));
    if (!value && has(key)) fail(key, "is '" + text(key) + "', which is not a word of this field");
    return value.value_or(Enum{});
  }
  std::optional<RawSpan> span(std::string_view start, std::string_view end) {
    if (!has(start) && !has(end)) return std::nullopt;
    const RawSpan span{count(start), count(end)};
    if (span.end < span.begin) fail(end, "is before '" + std::string(start) + "'");
    return span;
  }

 private:
  const json::object& object_;
  std::string& problem_;
};

Bounds read_bounds(Fields& fields) {
  return {fields.number("min"), fields.number("max"), fields.word<Modifier>("modifier")};
}

RoleReference read_role(Fields& fields) {
  return {fields.text_or_empty("role"), fields.text_or_empty("soc_code"),
          fields.span("role_start", "role_end")};
}

Attribution read_attribution(Fields& fields) {
  return {fields.word<SourceGrade>("source_grade"), fields.text_or_empty("source"),
          fields.text_or_empty("canonical_source"), fields.year("source_year"),
          fields.span("source_start", "source_end")};
}

void read_fields(Fields& fields, Mention& mention) {
  switch (fields.word<Kind>("kind")) {
    case Kind::salary:
      mention.fields = SalaryFields{read_bounds(fields),
                                    fields.text_or_empty("currency"),
                                    fields.word<Period>("period"),
                                    fields.word<Statistic>("statistic"),
                                    fields.word<Pay>("pay"),
                                    fields.word<Level>("level"),
                                    read_role(fields),
                                    read_attribution(fields)};
      break;
    case Kind::percentage:
      mention.fields = PercentageFields{
          read_bounds(fields),       fields.word<Sense>("sense"), fields.word<Direction>("direction"),
          fields.year("start_year"), fields.year("end_year"),     fields.text_or_empty("subject"),
          read_role(fields),         read_attribution(fields)};
      break;
    case Kind::role:
      mention.fields = RoleFields{fields.text("name"), fields.text_or_empty("soc_code")};
      break;
    case Kind::certification:
      mention.fields = CertificationFields{fields.text("name"), fields.text_or_empty("abbreviation"),
                                           fields.text_or_empty("issuer")};
      break;
  }
}

}  // namespace

std::optional<MentionRecord> read_mention_json(std::string_view line, std::string& problem) {
  problem.clear();
  boost::system::error_code error;
  const json::value value = json::parse(json::string_view(line.data(), line.size()), error);
  if (error) {
    problem = "the line is not JSON (" + error.message() + ")";
    return std::nullopt;
  }
  if (!value.is_object()) {
    problem = "the line is not a JSON object";
    return std::nullopt;
  }
  Fields fields(value.get_object(), problem);
  MentionRecord record;
  record.document = fields.text("document");
  if (const auto path = fields.bytes("document_base64")) record.document = *path;
  record.document_sha256 = fields.text("document_sha256");
  fields.text("kind");  // must be there
  Mention& mention = record.mention;
  mention.span = {fields.count("start"), fields.count("end")};
  if (mention.span.end < mention.span.begin) fields.fail("end", "is before 'start'");
  mention.quote = fields.text("quote");
  mention.quote_bytes = fields.bytes("quote_base64");
  mention.line = fields.count("line");
  mention.column = fields.count("column");
  mention.context = fields.text_or_empty("context");
  mention.section = fields.texts("section");
  mention.chrome = fields.flag("chrome");
  mention.rule = fields.text_or_empty("rule");
  read_fields(fields, mention);
  if (fields.failed()) return std::nullopt;
  return record;
}

}  // namespace careerfacts
