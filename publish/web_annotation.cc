#include "publish/web_annotation.h"

#include <algorithm>

#include "base/content_hash.h"
#include "publish/json_writer.h"

namespace careerfacts {
namespace {

constexpr std::string_view kContext =
    R"(["http://www.w3.org/ns/anno.jsonld",{"cf":"https://careerfacts.example/ns#",)"
    R"("cf:section":{"@container":"@list"}}])";  // RDF keeps the order of lists only
constexpr std::string_view kFactBase = "https://careerfacts.example/fact/";
constexpr std::string_view kCitationBase = "https://careerfacts.example/citation/";
constexpr std::size_t kAround = 40;  // code points of prefix and suffix, at most

bool is_dot_segment(std::string_view segment) { return segment == "." || segment == ".."; }

// RFC 3986: all but unreserved characters and '/' as %XX. Bytes of a path need not be UTF-8. A '/' beside "."
// or ".." is encoded too, since programs resolve such segments, and "./a" is another document than "a".
std::string percent_encoded(std::string_view path) {
  static constexpr std::string_view kUnreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  std::string_view before;  // the segment before the one at `at`
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, end - at);
    if (at > 0) out += is_dot_segment(before) || is_dot_segment(segment) ? "%2F" : "/";
    for (const char c : segment) {
      if (kUnreserved.find(c) != std::string_view::npos) {
        out += c;
        continue;
      }
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    before = segment;
    at = end + 1;
  }
  return out;
}

// Writes what is known; the model has no null.
class KnownFields {
 public:
  explicit KnownFields(JsonWriter& json) : json_(json) {}

  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) json_.text(key, value);
  }
  template <class Number>
  void number(std::string_view key, const std::optional<Number>& value) {
    if (value) json_.number(key, *value);
  }
  void span(std::string_view start, std::string_view end, const std::optional<RawSpan>& span) {
    if (!span) return;
    json_.number(start, span->begin);
    json_.number(end, span->end);
  }

 private:
  JsonWriter& json_;
};

std::string_view type_of(Kind kind) {
  switch (kind) {
    case Kind::salary:
      return R"(["Dataset","cf:Salary"])";
    case Kind::percentage:
      return R"(["Dataset","cf:Percentage"])";
    case Kind::role:
      return R"(["Dataset","cf:Role"])";
    case Kind::certification:
      break;
  }
  return R"(["Dataset","cf:Certification"])";
}

// What is true of the fact wherever it is cited.
void write_body(JsonWriter json, FactKey key, const Fact& fact) {
  json.text("id", std::string(kFactBase) + fact_id(key));
  json.raw("type", type_of(fact.kind));
  json.text("cf:kind", to_word(fact.kind));
  KnownFields known(json);
  known.number("cf:min", fact.min);
  known.number("cf:max", fact.max);
  if (fact.kind == Kind::salary) {
    known.text("cf:currency", fact.currency);
    known.text("cf:period", to_word(fact.period));
    json.text("cf:statistic", to_word(fact.statistic));
    json.text("cf:pay", to_word(fact.pay));
    json.text("cf:level", to_word(fact.level));
  }
  if (fact.kind == Kind::percentage) {
    json.text("cf:sense", to_word(fact.sense));
    json.text("cf:direction", to_word(fact.direction));
    known.number("cf:start_year", fact.start_year);
    known.number("cf:end_year", fact.end_year);
    known.text("cf:subject", fact.subject);
  }
  known.text("cf:role", fact.role);
  known.text("cf:name", fact.name);
  json.end();
}

void write_selectors(JsonWriter& json, const Mention& mention, const PlainText& text) {
  std::string list = "[";
  JsonWriter quote(list);
  quote.text("type", "TextQuoteSelector");
  quote.text("exact", text.at(mention.span));
  quote.text("prefix", text.before(mention.span, kAround));
  quote.text("suffix", text.after(mention.span, kAround));
  quote.end();
  list += ',';
  const CharSpan characters = text.characters(mention.span);
  JsonWriter position(list);
  position.text("type", "TextPositionSelector");
  position.number("start", characters.begin);
  position.number("end", characters.end);
  position.end();
  list += ',';
  JsonWriter data(list);
  data.text("type", "DataPositionSelector");
  data.number("start", mention.span.begin);
  data.number("end", mention.span.end);
  data.end();
  json.raw("selector", list += ']');
}

// What is true of this citation only.
struct WriteReading {
  JsonWriter& json;

  void bounds(const Bounds& bounds) const { json.text("cf:modifier", to_word(bounds.modifier)); }
  void role(const RoleReference& role) const {
    KnownFields known(json);
    known.text("cf:soc_code", role.soc_code);
    known.span("cf:role_start", "cf:role_end", role.citation);
  }
  void attribution(const Attribution& attribution) const {
    KnownFields known(json);
    json.text("cf:source_grade", to_word(attribution.grade));
    known.text("cf:source", attribution.source);
    known.text("cf:canonical_source", attribution.canonical);
    known.number("cf:source_year", attribution.year);
    known.span("cf:source_start", "cf:source_end", attribution.citation);
  }
  void operator()(const SalaryFields& salary) const {
    bounds(salary.bounds);
    role(salary.role);
    attribution(salary.attribution);
  }
  void operator()(const PercentageFields& percentage) const {
    bounds(percentage.bounds);
    role(percentage.role);
    attribution(percentage.attribution);
  }
  void operator()(const RoleFields& fields) const { KnownFields(json).text("cf:soc_code", fields.soc_code); }
  void operator()(const CertificationFields& fields) const {
    KnownFields known(json);
    known.text("cf:abbreviation", fields.abbreviation);
    known.text("cf:issuer", fields.issuer);
  }
};

// The same for the same place and fact, another for any other.
std::string citation_iri(const StoredDocument& document, const Citation& citation) {
  const RawSpan span = citation.mention.span;
  return std::string(kCitationBase) +
         sha256_hex(document.sha256 + " " + std::to_string(span.begin) + " " + std::to_string(span.end) +
                    " " + fact_id(citation.fact) + " " + document.path)
             .substr(0, 32);
}

}  // namespace

void append_web_annotation(std::string& out, const StoredDocument& document, const Citation& citation,
                           const PlainText& text, std::string_view base) {
  const Mention& mention = citation.mention;
  JsonWriter json(out);
  json.raw("@context", kContext);
  json.text("id", citation_iri(document, citation));
  json.text("type", "Annotation");
  json.text("motivation", "identifying");
  write_body(json.object("body"), citation.fact, fact_of(mention, document.sha256));
  JsonWriter target = json.object("target");
  target.text("type", "SpecificResource");
  JsonWriter source = target.object("source");
  source.text("id", std::string(base) + percent_encoded(document.path));
  source.text("type", "Text");
  source.text("format", "text/plain");
  KnownFields(source).text("language", document.language);
  source.text("cf:path", document.path);
  source.text("cf:sha256", document.sha256);
  source.end();
  write_selectors(target, mention, text);
  target.end();
  std::visit(WriteReading{json}, mention.fields);
  json.texts("cf:section", mention.section);
  json.flag("cf:chrome", mention.chrome);
  json.text("cf:rule", mention.rule);
  json.end_line();
}

}  // namespace careerfacts
