#include "store/fact_table.h"

namespace careerfacts {

FactTable::FactTable(SQLite::Database& database)
    : database_(database),
      pending_(database, "pending_fact", 17),
      insert_(
          database,
          "INSERT INTO fact (number, id, kind, name, role, subject, min, max, currency, period, statistic, "
          "pay, level, sense, direction, start_year, end_year) SELECT * FROM pending_fact"),
      find_(database, "SELECT number FROM fact WHERE id = ?"),
      drop_(database,
            "DELETE FROM fact WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM citation WHERE fact_number = "
            "?1)") {}

void FactTable::reload() {
  numbers_.clear();
  last_ = database_.execAndGet("SELECT coalesce(max(number), 0) FROM fact").getInt64();
  all_known_ = last_ == 0;
}

RowId FactTable::number_of(const Fact& fact) {
  const auto [at, is_new] = numbers_.try_emplace(fact.key, 0);
  if (!is_new) return at->second;
  if (!all_known_) {
    bind_key(find_, 1, fact.key);
    if (find_.executeStep()) at->second = find_.getColumn(0).getInt64();
    find_.reset();
  }
  if (at->second == 0) {
    at->second = ++last_;
    note(at->second, fact);
  }
  return at->second;
}

void FactTable::note(RowId number, const Fact& fact) {
  const bool salary = fact.kind == Kind::salary;
  const bool percentage = fact.kind == Kind::percentage;
  const auto word_if = [](bool applies, auto value) { return applies ? to_word(value) : std::string_view(); };
  pending_.integer(number);
  pending_.text(fact_id(fact.key));
  pending_.text(to_word(fact.kind));
  pending_.text_or_null(fact.name);
  pending_.text_or_null(fact.role);
  pending_.text_or_null(fact.subject);
  pending_.real(fact.min);
  pending_.real(fact.max);
  pending_.text_or_null(fact.currency);
  pending_.text_or_null(to_word(fact.period));
  pending_.text_or_null(word_if(salary, fact.statistic));
  pending_.text_or_null(word_if(salary, fact.pay));
  pending_.text_or_null(word_if(salary, fact.level));
  pending_.text_or_null(word_if(percentage, fact.sense));
  pending_.text_or_null(word_if(percentage, fact.direction));
  pending_.integer(fact.start_year);
  pending_.integer(fact.end_year);
}

std::size_t FactTable::flush() {
  const std::size_t added = pending_.rows();
  if (added > 0) run(insert_);
  pending_.clear();
  return added;
}

std::size_t FactTable::drop_uncited(const std::set<RowId>& numbers) {
  std::size_t dropped = 0;
  for (const RowId number : numbers) {
    drop_.bind(1, number);
    dropped += static_cast<std::size_t>(run(drop_));
  }
  if (dropped > 0) reload();
  return dropped;
}

}  // namespace careerfacts
