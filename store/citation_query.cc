#include "store/citation_query.h"

#include <SQLiteCpp/Column.h>

#include "store/json_list.h"
#include "store/rows.h"

namespace careerfacts {
namespace {

constexpr const char* kSelect =
    "SELECT fact.id, fact.kind, fact.name, fact.role, fact.subject, fact.min, fact.max, fact.currency, "
    "fact.period, "
    "fact.statistic, fact.pay, fact.level, fact.sense, fact.direction, fact.start_year, fact.end_year, "
    "document.path, document.sha256, citation.start_byte, citation.end_byte, citation.quote, "
    "citation.quote_bytes, "
    "citation.line, citation.column, passage.context, section.path, passage.chrome, "
    "reading.rule, reading.modifier, reading.soc_code, reading.abbreviation, reading.issuer, "
    "reading.source_grade, source.name, source.publisher, citation.source_year, "
    "citation.source_start, citation.source_end, citation.role_start, citation.role_end, citation.subject, "
    "coalesce(origin.path, document.path) "
    "FROM citation "
    "JOIN fact ON fact.number = citation.fact_number "
    "JOIN document ON document.id = citation.document_id "
    "JOIN passage ON passage.id = citation.passage_id "
    "JOIN section ON section.document_id = passage.document_id AND section.number = passage.section "
    "JOIN reading ON reading.id = citation.reading_id "
    "LEFT JOIN source ON source.id = citation.source_id "
    "LEFT JOIN document AS origin ON origin.id = document.origin_id ";

// Positions of the columns of kSelect, in its order.
// clang-format off
enum Column : int {
  id, kind, name, role, fact_subject, min, max, currency, period,
  statistic, pay, level, sense, direction, start_year, end_year,
  path, sha256, start_byte, end_byte, quote, quote_bytes,
  line, column, context, section, chrome,
  rule, modifier, soc_code, abbreviation, issuer,
  source_grade, source_name, publisher, source_year,
  source_start, source_end, role_start, role_end, subject, origin
};
// clang-format on

// The enumerator that the column names; the first one where it is NULL or not a word that this program knows.
template <class Enum>
Enum word_at(SQLite::Statement& row, int at) {
  return from_word<Enum>(text_at(row, at)).value_or(Enum{});
}

Bounds bounds_at(SQLite::Statement& row) {
  return {real_at(row, Column::min), real_at(row, Column::max), word_at<Modifier>(row, Column::modifier)};
}

RoleReference role_at(SQLite::Statement& row) {
  return {text_at(row, Column::role), text_at(row, Column::soc_code), span_at(row, Column::role_start)};
}

Attribution attribution_at(SQLite::Statement& row) {
  return {word_at<SourceGrade>(row, Column::source_grade), text_at(row, Column::source_name),
          text_at(row, Column::publisher), int_at(row, Column::source_year),
          span_at(row, Column::source_start)};
}

SalaryFields salary_at(SQLite::Statement& row) {
  return {bounds_at(row),
          text_at(row, Column::currency),
          word_at<Period>(row, Column::period),
          word_at<Statistic>(row, Column::statistic),
          word_at<Pay>(row, Column::pay),
          word_at<Level>(row, Column::level),
          role_at(row),
          attribution_at(row)};
}

PercentageFields percentage_at(SQLite::Statement& row) {
  return {bounds_at(row),
          word_at<Sense>(row, Column::sense),
          word_at<Direction>(row, Column::direction),
          int_at(row, Column::start_year),
          int_at(row, Column::end_year),
          text_at(row, Column::subject),
          role_at(row),
          attribution_at(row)};
}

}  // namespace

std::string select_citations() { return kSelect; }

Fact fact_at(SQLite::Statement& row) {
  Fact fact;
  fact.key = key_at(row, Column::id);
  fact.kind = word_at<Kind>(row, Column::kind);
  fact.name = text_at(row, Column::name);
  fact.role = text_at(row, Column::role);
  fact.subject = text_at(row, Column::fact_subject);
  fact.min = real_at(row, Column::min);
  fact.max = real_at(row, Column::max);
  fact.currency = text_at(row, Column::currency);
  fact.period = word_at<Period>(row, Column::period);
  fact.statistic = word_at<Statistic>(row, Column::statistic);
  fact.pay = word_at<Pay>(row, Column::pay);
  fact.level = word_at<Level>(row, Column::level);
  fact.sense = word_at<Sense>(row, Column::sense);
  fact.direction = word_at<Direction>(row, Column::direction);
  fact.start_year = int_at(row, Column::start_year);
  fact.end_year = int_at(row, Column::end_year);
  return fact;
}

Citation citation_at(SQLite::Statement& row) {
  Citation citation;
  citation.fact = key_at(row, Column::id);
  citation.document = text_at(row, Column::path);
  citation.document_sha256 = text_at(row, Column::sha256);
  citation.origin = text_at(row, Column::origin);
  Mention& mention = citation.mention;
  mention.span = {number_at(row, Column::start_byte), number_at(row, Column::end_byte)};
  mention.quote = text_at(row, Column::quote);
  if (!row.getColumn(Column::quote_bytes).isNull()) mention.quote_bytes = text_at(row, Column::quote_bytes);
  mention.line = number_at(row, Column::line);
  mention.column = number_at(row, Column::column);
  mention.context = text_at(row, Column::context);
  mention.section = from_json_list(text_at(row, Column::section));
  mention.chrome = number_at(row, Column::chrome) != 0;
  mention.rule = text_at(row, Column::rule);
  switch (word_at<Kind>(row, Column::kind)) {
    case Kind::salary:
      mention.fields = salary_at(row);
      break;
    case Kind::percentage:
      mention.fields = percentage_at(row);
      break;
    case Kind::role:
      mention.fields = RoleFields{text_at(row, Column::name), text_at(row, Column::soc_code)};
      break;
    case Kind::certification:
      mention.fields = CertificationFields{text_at(row, Column::name), text_at(row, Column::abbreviation),
                                           text_at(row, Column::issuer)};
      break;
  }
  return citation;
}

}  // namespace careerfacts
