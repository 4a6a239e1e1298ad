#include "store/dictionary_tables.h"

#include <initializer_list>

namespace careerfacts {
namespace {

// One key of several texts. '\0' stands in none of them but by malice, and then two rows are merely one.
void set_key(std::string& key, std::initializer_list<std::string_view> texts) {
  key.clear();
  for (const std::string_view text : texts) {
    key += text;
    key += '\0';
  }
}

// What a mention says beyond the fact and its place.
struct Reading {
  std::string_view modifier;
  std::string_view source_grade;
  std::string_view soc_code;
  std::string_view abbreviation;
  std::string_view issuer;
};

Reading reading_of(const SalaryFields& fields) {
  return {to_word(fields.bounds.modifier), to_word(fields.attribution.grade), fields.role.soc_code, {}, {}};
}
Reading reading_of(const PercentageFields& fields) {
  return {to_word(fields.bounds.modifier), to_word(fields.attribution.grade), fields.role.soc_code, {}, {}};
}
Reading reading_of(const RoleFields& fields) { return {{}, {}, fields.soc_code, {}, {}}; }
Reading reading_of(const CertificationFields& fields) {
  return {{}, {}, {}, fields.abbreviation, fields.issuer};
}

}  // namespace

SourceTable::SourceTable(SQLite::Database& database)
    : database_(database),
      insert_(database, "INSERT INTO source (name, publisher) VALUES (?, ?)"),
      drop_(database,
            "DELETE FROM source WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM citation WHERE source_id = ?1)") {
}

void SourceTable::reload() {
  ids_.clear();
  SQLite::Statement rows(database_, "SELECT id, name, publisher FROM source");
  while (rows.executeStep()) {
    set_key(key_, {text_at(rows, 1), text_at(rows, 2)});
    ids_[key_] = rows.getColumn(0).getInt64();
  }
}

RowId SourceTable::id_of(const Attribution& attribution) {
  set_key(key_, {attribution.source, attribution.canonical});
  const auto [at, is_new] = ids_.try_emplace(key_, 0);
  if (is_new) {
    bind_text(insert_, 1, attribution.source);
    bind_text(insert_, 2, attribution.canonical);
    run(insert_);
    at->second = database_.getLastInsertRowid();
  }
  return at->second;
}

void SourceTable::drop_uncited(const std::set<RowId>& ids) {
  int dropped = 0;
  for (const RowId id : ids) {
    drop_.bind(1, id);
    dropped += run(drop_);
  }
  if (dropped > 0) reload();
}

ReadingTable::ReadingTable(SQLite::Database& database)
    : database_(database),
      insert_(database,
              "INSERT INTO reading (rule, modifier, source_grade, soc_code, abbreviation, issuer) VALUES (?, "
              "?, ?, ?, ?, ?)") {}

void ReadingTable::reload() {
  ids_.clear();
  SQLite::Statement rows(
      database_, "SELECT id, rule, modifier, source_grade, soc_code, abbreviation, issuer FROM reading");
  while (rows.executeStep()) {
    set_key(key_, {text_at(rows, 1), text_at(rows, 2), text_at(rows, 3), text_at(rows, 4), text_at(rows, 5),
                   text_at(rows, 6)});
    ids_[key_] = rows.getColumn(0).getInt64();
  }
}

RowId ReadingTable::id_of(const Mention& mention) {
  const Reading reading = std::visit([](const auto& fields) { return reading_of(fields); }, mention.fields);
  set_key(key_, {mention.rule, reading.modifier, reading.source_grade, reading.soc_code, reading.abbreviation,
                 reading.issuer});
  const auto [at, is_new] = ids_.try_emplace(key_, 0);
  if (is_new) {
    bind_text(insert_, 1, mention.rule);
    bind_word(insert_, 2, reading.modifier);
    bind_word(insert_, 3, reading.source_grade);
    bind_word(insert_, 4, reading.soc_code);
    bind_word(insert_, 5, reading.abbreviation);
    bind_word(insert_, 6, reading.issuer);
    run(insert_);
    at->second = database_.getLastInsertRowid();
  }
  return at->second;
}

}  // namespace careerfacts
