#include "publish/postgresql_rows.h"

#include <array>

#include "ingest/utf8.h"
#include "publish/json_writer.h"
#include "publish/number.h"

namespace careerfacts {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;  // from here on nothing is written yet
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '\\' && c != '\t' && c != '\n' && c != '\r' && c != '\0') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    if (c == '\0') {
      out += kReplacement;
      continue;
    }
    out += '\\';
    out += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\';
  }
  out.append(text, plain);
}

std::string section_of(const Mention& mention) {
  std::string list = "[";
  for (const std::string& heading : mention.section) {
    if (list.size() > 1) list += ',';
    // jsonb takes no NUL.
    std::string clean = heading;
    for (std::size_t at = 0; (at = clean.find('\0', at)) != std::string::npos;)
      clean.replace(at, 1, kReplacement);
    append_json_string(list, clean);
  }
  return list + "]";
}

// What a mention says beyond its fact, its place and its source.
struct Reading {
  std::string_view modifier, soc_code, abbreviation, issuer;
  const Attribution* attribution = nullptr;
  std::optional<RawSpan> role;
  std::string_view subject;
};

Reading reading_of(const SalaryFields& salary) {
  return {to_word(salary.bounds.modifier),
          salary.role.soc_code,
          {},
          {},
          &salary.attribution,
          salary.role.citation,
          {}};
}
Reading reading_of(const PercentageFields& percentage) {
  return {to_word(percentage.bounds.modifier),
          percentage.role.soc_code,
          {},
          {},
          &percentage.attribution,
          percentage.role.citation,
          percentage.subject};
}
Reading reading_of(const RoleFields& role) { return {{}, role.soc_code, {}, {}, nullptr, {}, {}}; }
Reading reading_of(const CertificationFields& certification) {
  return {{}, {}, certification.abbreviation, certification.issuer, nullptr, {}, {}};
}

}  // namespace

void CopyRow::next() {
  if (!first_) out_ += '\t';
  first_ = false;
}

void CopyRow::text(std::string_view text) {
  next();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t invalid = find_invalid_utf8(text, at);
    append_escaped(out_, text.substr(at, invalid - at));
    if (invalid < text.size()) out_ += kReplacement;
    at = invalid + 1;
  }
}

void CopyRow::text_or_null(std::string_view given) { given.empty() ? null() : text(given); }

void CopyRow::bytes(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  next();
  out_ += "\\\\x";
  for (const char c : bytes) {
    out_ += kHex[static_cast<unsigned char>(c) >> 4];
    out_ += kHex[static_cast<unsigned char>(c) & 15];
  }
}

void CopyRow::number(std::size_t number) {
  next();
  append_number(out_, number);
}

void CopyRow::number(const std::optional<double>& number) {
  if (!number) return null();
  next();
  append_number(out_, *number);
}

void CopyRow::number(const std::optional<int>& number) {
  if (!number) return null();
  next();
  out_ += std::to_string(*number);
}

void CopyRow::flag(bool flag) {
  next();
  out_ += flag ? 't' : 'f';
}

void CopyRow::span(const std::optional<RawSpan>& span) {
  if (span) {
    number(span->begin);
    number(span->end);
  } else {
    null();
    null();
  }
}

void CopyRow::null() {
  next();
  out_ += "\\N";
}

void append_document_row(std::string& out, const FeedDocument& given) {
  const StoredDocument& document = given.document;
  const bool is_utf8 = find_invalid_utf8(document.path) == document.path.size();
  CopyRow row(out);
  row.text(document.path);
  row.bytes(is_utf8 ? std::string_view() : std::string_view(document.path));
  row.text(document.sha256);
  row.number(document.bytes);
  for (const std::string* text : {&document.encoding, &document.title, &document.author, &document.published,
                                  &document.updated, &document.publisher, &document.language})
    row.text_or_null(*text);
  row.text(given.program_version);
  row.text(given.rulebook_hash);
}

void append_fact_row(std::string& out, const Fact& fact) {
  const bool salary = fact.kind == Kind::salary;
  const bool percentage = fact.kind == Kind::percentage;
  const auto word = [](bool applies, auto value) { return applies ? to_word(value) : std::string_view(); };
  CopyRow row(out);
  row.text(fact_id(fact.key));
  row.text(to_word(fact.kind));
  row.text_or_null(fact.name);
  row.text_or_null(fact.role);
  row.text_or_null(fact.subject);
  row.number(fact.min);
  row.number(fact.max);
  row.text_or_null(fact.currency);
  row.text_or_null(to_word(fact.period));
  row.text_or_null(word(salary, fact.statistic));
  row.text_or_null(word(salary, fact.pay));
  row.text_or_null(word(salary, fact.level));
  row.text_or_null(word(percentage, fact.sense));
  row.text_or_null(word(percentage, fact.direction));
  row.number(fact.start_year);
  row.number(fact.end_year);
}

void append_citation_row(std::string& out, const Citation& citation) {
  const Mention& mention = citation.mention;
  const Reading reading = std::visit([](const auto& fields) { return reading_of(fields); }, mention.fields);
  const Attribution* attribution = reading.attribution;
  CopyRow row(out);
  row.text(citation.document_sha256);
  row.span(mention.span);
  row.text(fact_id(citation.fact));
  row.text(mention.quote);
  mention.quote_bytes ? row.bytes(*mention.quote_bytes) : row.null();
  row.number(mention.line);
  row.number(mention.column);
  row.text(mention.context);
  row.text(section_of(mention));
  row.flag(mention.chrome);
  row.text(mention.rule);
  row.text_or_null(reading.modifier);
  row.text_or_null(reading.soc_code);
  row.text_or_null(reading.abbreviation);
  row.text_or_null(reading.issuer);
  row.text_or_null(attribution ? to_word(attribution->grade) : std::string_view());
  row.text_or_null(attribution ? std::string_view(attribution->source) : std::string_view());
  row.text_or_null(attribution ? std::string_view(attribution->canonical) : std::string_view());
  row.number(attribution ? attribution->year : std::nullopt);
  row.span(attribution ? attribution->citation : std::nullopt);
  row.span(reading.role);
  row.text_or_null(reading.subject);
}

}  // namespace careerfacts
