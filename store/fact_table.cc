#include "store/fact_table.h"

namespace careerfacts {

FactTable::FactTable(SQLite::Database& database, std::size_t most_known)
    : database_(database),
      pending_(database, "pending_fact", 18),
      append_(database,
              "INSERT OR ROLLBACK INTO fact (id, kind, name, role, subject, min, max, currency, period, "
              "statistic, pay, level, sense, direction, start_year, end_year, revision) SELECT " +
                  pending_.columns_but_first() + " FROM pending_fact"),
      find_(database, "SELECT number FROM fact WHERE id = ?"),
      change_(database, "UPDATE fact SET revision = ?2 WHERE number = ?1 AND revision <> ?2"),
      change_cited_(database,
                    "UPDATE fact SET revision = ?3 WHERE number IN (SELECT fact_number FROM citation "
                    "WHERE id BETWEEN ?1 AND ?2) AND revision <> ?3"),
      change_passage_(database,
                      "UPDATE fact SET revision = ?3 WHERE number IN (SELECT fact_number FROM citation "
                      "WHERE id BETWEEN ?1 AND ?2 AND passage_id = ?4) AND revision <> ?3"),
      find_uncited_(database,
                    "SELECT id FROM fact WHERE number = ?1 AND NOT EXISTS "
                    "(SELECT 1 FROM citation WHERE fact_number = ?1)"),
      note_gone_(database, "INSERT OR REPLACE INTO gone_fact (id, revision) VALUES (?1, ?2)"),
      drop_findings_(database, "DELETE FROM finding WHERE fact_number = ?1"),
      drop_(database, "DELETE FROM fact WHERE number = ?1"),
      come_back_(database, "DELETE FROM gone_fact WHERE id IN (SELECT c1 FROM pending_fact)"),
      known_(most_known) {}

void FactTable::reload() {
  known_.clear();
  last_ = database_.execAndGet("SELECT coalesce(max(number), 0) FROM fact").getInt64();
  if (!last_before_) last_before_ = last_;
  last_stored_ = last_;
  some_unfound_ = false;
  all_noted_ = last_ == 0;
  some_gone_ = database_.execAndGet("SELECT EXISTS (SELECT 1 FROM gone_fact)").getInt() == 1;
}

void FactTable::forget() {
  known_.clear();
  all_noted_ = last_ == 0;
}

void FactTable::set_revision(std::int64_t revision) { revision_ = revision; }

// In the database; 0: it is not there.
RowId FactTable::find(FactKey key) {
  if (all_noted_ && !known_.was_added(key)) return 0;
  if (some_unfound_) flush();
  bind_key(find_, 1, key);
  const RowId number = find_.executeStep() ? find_.getColumn(0).getInt64() : 0;
  find_.reset();
  return number;
}

RowId FactTable::number_of(const Fact& fact) {
  if (const RowId known = known_.number_of(fact.key); known != 0) return known;
  RowId number = find(fact.key);
  if (number != 0) {
    changed_.push_back(number);
  } else {
    number = ++last_;
    note(number, fact);
    if (removed_.empty() || removed_.erase(fact_id(fact.key)) == 0) ++added_;
  }
  if (known_.add(fact.key, number) > last_stored_) some_unfound_ = true;
  return number;
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
  pending_.integer(revision_);
}

void FactTable::flush() {
  if (pending_.rows() > 0) {
    if (some_gone_) run(come_back_);
    append(append_, database_, last_);
    pending_.clear();
  }
  last_stored_ = last_;
  some_unfound_ = false;
  change(changed_);
  changed_.clear();
}

template <class Numbers>
void FactTable::change(const Numbers& numbers) {
  change_.bind(2, revision_);
  for (const RowId number : numbers) {
    change_.bind(1, number);
    run(change_);
  }
}

void FactTable::change_cited_by(const CitationRange& citations) {
  change_cited_.bind(1, citations.first);
  change_cited_.bind(2, citations.last);
  change_cited_.bind(3, revision_);
  run(change_cited_);
}

void FactTable::change_cited_by(const CitationRange& citations, RowId passage) {
  change_passage_.bind(1, citations.first);
  change_passage_.bind(2, citations.last);
  change_passage_.bind(3, revision_);
  change_passage_.bind(4, passage);
  run(change_passage_);
}

void FactTable::drop_uncited(const std::set<RowId>& numbers) {
  change(numbers);
  bool some_dropped = false;
  for (const RowId number : numbers) {
    find_uncited_.bind(1, number);
    std::string id;
    if (find_uncited_.executeStep()) id = text_at(find_uncited_, 0);
    find_uncited_.reset();
    if (id.empty()) continue;
    bind_text(note_gone_, 1, id);
    note_gone_.bind(2, revision_);
    run(note_gone_);
    for (SQLite::Statement* drop : {&drop_findings_, &drop_}) {
      drop->bind(1, number);
      run(*drop);
    }
    if (number > *last_before_) {
      --added_;
    } else {
      removed_.insert(id);
    }
    some_dropped = true;
  }
  if (some_dropped) reload();
}

}  // namespace careerfacts
