#include "store/citation_table.h"

#include <algorithm>

#include "store/json_list.h"

namespace careerfacts {
namespace {

constexpr const char* kColumns =  // but the id
    "fact_number, document_id, passage_id, start_byte, end_byte, line, column, reading_id, quote, "
    "quote_bytes, "
    "source_id, source_year, source_start, source_end, role_start, role_end, subject";

struct CitationFields {
  const Attribution* attribution = nullptr;
  std::optional<RawSpan> role;
  const std::string* subject = nullptr;
};

CitationFields fields_of(const SalaryFields& fields) {
  return {&fields.attribution, fields.role.citation, nullptr};
}
CitationFields fields_of(const PercentageFields& fields) {
  return {&fields.attribution, fields.role.citation, &fields.subject};
}
CitationFields fields_of(const RoleFields&) { return {}; }
CitationFields fields_of(const CertificationFields&) { return {}; }

}  // namespace

CitationTable::CitationTable(SQLite::Database& database)
    : database_(database),
      cited_by_(database, "SELECT DISTINCT fact_number, source_id FROM citation WHERE id BETWEEN ?1 AND ?2"),
      clear_findings_(database, "DELETE FROM finding WHERE citation_id BETWEEN ?1 AND ?2"),
      clear_search_(database,
                    "INSERT INTO search (search, rowid, context) SELECT 'delete', id, context FROM passage "
                    "WHERE id IN (SELECT passage_id FROM citation WHERE id BETWEEN ?1 AND ?2)"),
      clear_passages_(
          database,
          "DELETE FROM passage WHERE id IN (SELECT passage_id FROM citation WHERE id BETWEEN ?1 AND ?2)"),
      clear_citations_(database, "DELETE FROM citation WHERE id BETWEEN ?1 AND ?2"),
      clear_sections_(database, "DELETE FROM section WHERE document_id = ?"),
      sections_(database, "pending_section", 3),
      passages_(database, "pending_passage", 5),
      citations_(database, "pending_citation", 18),
      insert_sections_(
          database,
          "INSERT OR ROLLBACK INTO section (document_id, number, path) SELECT * FROM pending_section"),
      insert_passages_(database,
                       "INSERT OR ROLLBACK INTO passage (id, document_id, section, chrome, context) "
                       "SELECT * FROM pending_passage"),
      append_passages_(database,
                       "INSERT OR ROLLBACK INTO passage (document_id, section, chrome, context) SELECT " +
                           passages_.columns_but_first() + " FROM pending_passage"),
      insert_search_(database,
                     "INSERT INTO search (rowid, context) SELECT id, context FROM passage WHERE id > ?"),
      insert_citations_(database, std::string("INSERT OR ROLLBACK INTO citation (id, ") + kColumns +
                                      ") SELECT * FROM pending_citation"),
      append_citations_(database, std::string("INSERT OR ROLLBACK INTO citation (") + kColumns + ") SELECT " +
                                      citations_.columns_but_first() + " FROM pending_citation") {}

void CitationTable::reload() {
  last_citation_ = database_.execAndGet("SELECT coalesce(max(id), 0) FROM citation").getInt64();
  last_passage_ = database_.execAndGet("SELECT coalesce(max(id), 0) FROM passage").getInt64();
  last_indexed_ = last_passage_;
  ids_follow_ = true;
}

void CitationTable::clear(RowId document, const CitationRange& citations, std::set<RowId>& facts,
                          std::set<RowId>& sources) {
  if (citations.empty()) return;
  ids_follow_ = false;  // the highest ones may go
  const auto bind = [&](SQLite::Statement& statement) {
    statement.bind(1, citations.first);
    statement.bind(2, citations.last);
  };
  bind(cited_by_);
  while (cited_by_.executeStep()) {
    facts.insert(cited_by_.getColumn(0).getInt64());
    if (!cited_by_.getColumn(1).isNull()) sources.insert(cited_by_.getColumn(1).getInt64());
  }
  cited_by_.reset();
  for (SQLite::Statement* clear : {&clear_findings_, &clear_search_, &clear_passages_, &clear_citations_}) {
    bind(*clear);
    run(*clear);
  }
  clear_sections_.bind(1, document);
  run(clear_sections_);
}

void CitationTable::begin_document(RowId document) {
  document_ = document;
  range_ = {last_citation_ + 1, last_citation_};
  section_numbers_.clear();
  passage_ids_.clear();
  facts_of_span_.clear();
  last_span_ = {};
  last_mention_ = nullptr;
}

RowId CitationTable::section_of(const Mention& mention) {
  if (last_mention_ && last_mention_->section == mention.section) return last_section_;
  const RowId next = static_cast<RowId>(section_numbers_.size()) + 1;
  const auto [at, is_new] = section_numbers_.try_emplace(to_json_list(mention.section), next);
  if (is_new) {
    sections_.integer(document_);
    sections_.integer(next);
    sections_.text(at->first);
  }
  return at->second;
}

RowId CitationTable::passage_of(const Mention& mention) {
  last_section_ = section_of(mention);
  last_mention_ = &mention;
  std::string key = mention.context;
  key += mention.chrome ? '+' : ' ';
  key += std::to_string(last_section_);
  const auto [at, is_new] = passage_ids_.try_emplace(std::move(key), last_passage_ + 1);
  if (is_new) {
    passages_.integer(++last_passage_);
    passages_.integer(document_);
    passages_.integer(last_section_);
    passages_.integer(std::int64_t{mention.chrome ? 1 : 0});
    passages_.text(mention.context);
  }
  return at->second;
}

bool CitationTable::put(const Mention& mention, RowId fact, RowId reading, std::optional<RowId> source) {
  if (mention.span != last_span_) facts_of_span_.clear();
  last_span_ = mention.span;
  if (std::find(facts_of_span_.begin(), facts_of_span_.end(), fact) != facts_of_span_.end()) return false;
  facts_of_span_.push_back(fact);

  const CitationFields fields =
      std::visit([](const auto& of_kind) { return fields_of(of_kind); }, mention.fields);
  const Attribution* attribution = fields.attribution;
  RowBuffer& row = citations_;
  row.integer(range_.last = ++last_citation_);
  row.integer(fact);
  row.integer(document_);
  row.integer(passage_of(mention));
  row.span(mention.span);
  row.integer(static_cast<std::int64_t>(mention.line));
  row.integer(static_cast<std::int64_t>(mention.column));
  row.integer(reading);
  row.text(mention.quote);
  mention.quote_bytes ? row.blob(*mention.quote_bytes) : row.null();
  source ? row.integer(*source) : row.null();
  row.integer(attribution ? attribution->year : std::nullopt);
  row.span(attribution ? attribution->citation : std::nullopt);
  row.span(fields.role);
  row.text_or_null(fields.subject ? std::string_view(*fields.subject) : std::string_view());
  return true;
}

void CitationTable::flush() {
  if (sections_.rows() > 0) run(insert_sections_);
  if (passages_.rows() > 0)
    ids_follow_ ? append(append_passages_, database_, last_passage_) : void(run(insert_passages_));
  if (citations_.rows() > 0)
    ids_follow_ ? append(append_citations_, database_, last_citation_) : void(run(insert_citations_));
  for (RowBuffer* rows : {&sections_, &passages_, &citations_}) rows->clear();
}

void CitationTable::index_words() {
  if (last_indexed_ == last_passage_) return;
  insert_search_.bind(1, last_indexed_);
  run(insert_search_);
  last_indexed_ = last_passage_;
}

}  // namespace careerfacts
