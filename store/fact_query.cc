#include "store/fact_query.h"

#include <vector>

#include "store/canonical_name.h"
#include "store/citation_query.h"
#include "store/search_words.h"

namespace careerfacts {
namespace {

// A query in the making: text and the values of its parameters, in order.
struct Query {
  std::string conditions;
  std::vector<std::string> values;

  void where(const std::string& condition, const std::vector<std::string>& parameters) {
    conditions += " AND " + condition;
    values.insert(values.end(), parameters.begin(), parameters.end());
  }
};

// For GLOB: * and ? are wildcards, all else stands for itself.
std::string pattern(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[')
      out += "[[]";
    else
      out += c;
  }
  return out;
}

// The best of the citations of a fact, as the view `example` chooses it, among those that meet `conditions`.
std::string example_among(const std::string& conditions) {
  return "(SELECT c.id FROM citation AS c JOIN document AS d ON d.id = c.document_id "
         "JOIN passage AS p ON p.id = c.passage_id JOIN reading AS r ON r.id = c.reading_id "
         "LEFT JOIN source AS s ON s.id = c.source_id "
         "WHERE c.fact_number = f.number" +
         conditions +
         " ORDER BY CASE r.source_grade WHEN 'named' THEN 0 WHEN 'vague' THEN 1 ELSE 2 END, "
         "p.chrome, d.path, c.start_byte, c.end_byte LIMIT 1)";
}

constexpr const char* kOrderForPeople =
    "CASE fact.kind WHEN 'salary' THEN 0 WHEN 'percentage' THEN 1 WHEN 'role' THEN 2 ELSE 3 END, "
    "coalesce(fact.name, fact.role, fact.subject), fact.currency, fact.period, fact.min, fact.max, fact.id";

SQLite::Statement prepare(SQLite::Database& database, const Query& facts, const Query& citations) {
  SQLite::Statement statement(database, select_citations() + "WHERE citation.id IN (SELECT " +
                                            example_among(citations.conditions) + " FROM fact AS f WHERE 1" +
                                            facts.conditions + ") ORDER BY " + kOrderForPeople);
  int at = 0;
  for (const Query* query : {&citations, &facts})
    for (const std::string& value : query->values) statement.bind(++at, value);
  return statement;
}

}  // namespace

SQLite::Statement select_facts(SQLite::Database& database, const FactFilter& filter) {
  Query facts;
  if (filter.kind) facts.where("f.kind = ?", {std::string(to_word(*filter.kind))});
  if (!filter.role.empty()) {
    const std::string role = pattern(canonical_name(filter.role));
    facts.where("(f.role GLOB ? OR (f.kind = 'role' AND f.name GLOB ?))", {role, role});
  }
  if (!filter.currency.empty()) facts.where("f.currency = upper(?)", {filter.currency});
  if (filter.period) facts.where("f.period = ?", {std::string(to_word(*filter.period))});
  Query citations;
  if (!filter.include_chrome) citations.where("p.chrome = 0", {});
  if (!filter.source.empty()) {
    const std::string part = '*' + pattern(canonical_name(filter.source)) + '*';
    citations.where("(lower(s.name) GLOB ? OR lower(s.publisher) GLOB ?)", {part, part});
  }
  if (!filter.document.empty()) {
    const std::string path = pattern(filter.document);
    citations.where("(d.path GLOB ? OR d.path GLOB ?)", {path, "*/" + path});
  }
  if (filter.grade) citations.where("r.source_grade = ?", {std::string(to_word(*filter.grade))});
  if (filter.years) {
    // The year of the source, or the years that the figure itself is about.
    const std::string first = std::to_string(filter.years->first);
    const std::string last = std::to_string(filter.years->last);
    citations.where(
        "(c.source_year BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) OR "
        "(coalesce(f.end_year, f.start_year) >= CAST(? AS INTEGER) AND "
        "coalesce(f.start_year, f.end_year) <= CAST(? AS INTEGER)))",
        {first, last, first, last});
  }
  if (!filter.search.empty()) {
    const std::string words = search_query(filter.search);
    if (words.empty()) {
      facts.where("0", {});  // FTS5 would call it an error
    } else {
      // Twice: the first keeps the second from being asked for every fact there is.
      facts.where(
          "f.number IN (SELECT citation.fact_number FROM search JOIN passage ON passage.id = search.rowid "
          "JOIN document ON document.id = passage.document_id "
          "JOIN citation ON citation.id BETWEEN document.first_citation AND document.last_citation "
          "AND citation.passage_id = passage.id WHERE search MATCH ?)",
          {words});
      citations.where("p.id IN (SELECT rowid FROM search WHERE search MATCH ?)", {words});
    }
  }
  return prepare(database, facts, citations);
}

SQLite::Statement select_fact(SQLite::Database& database, FactKey key) {
  Query facts;
  facts.where("f.id = ?", {fact_id(key)});
  return prepare(database, facts, {});
}

}  // namespace careerfacts
