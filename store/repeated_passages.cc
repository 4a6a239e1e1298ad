#include "store/repeated_passages.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include <SQLiteCpp/Statement.h>

#include "store/rows.h"

namespace careerfacts {
namespace {

constexpr int kRepeated = 2;  // passage.chrome

bool is_long(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size() && words < kRepeatedWords; ++i)
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) ++words;
  return words >= kRepeatedWords;
}

// A passage that may be such a line, in little space: a large store has millions.
struct Line {
  std::size_t hash = 0;  // of its text
  // 4 times its id, and more where it is not among the first, or not among the last of its document.
  std::uint64_t place = 0;

  RowId id() const { return static_cast<RowId>(place >> 2); }
  bool operator<(const Line& other) const {
    return std::tie(hash, place) < std::tie(other.hash, other.place);
  }
};
constexpr std::uint64_t kNotFirst = 1;
constexpr std::uint64_t kNotLast = 2;

struct Lines {
  std::vector<Line> candidates;  // long enough, and their documents too
  std::vector<RowId> marked;     // now, ascending
};

std::unordered_set<RowId> documents_with_fingerprint(SQLite::Database& database) {
  std::unordered_set<RowId> documents;
  SQLite::Statement rows(database, "SELECT id FROM document WHERE length(fingerprint) > 0");
  while (rows.executeStep()) documents.insert(rows.getColumn(0).getInt64());
  return documents;
}

Lines lines_of(SQLite::Database& database) {
  const std::unordered_set<RowId> documents = documents_with_fingerprint(database);
  Lines lines;
  const RowId last = database.execAndGet("SELECT coalesce(max(id), 0) FROM passage").getInt64();
  constexpr RowId kMostReserved = RowId{1} << 24;
  lines.candidates.reserve(static_cast<std::size_t>(std::min(last, kMostReserved)));  // grows without a copy
  SQLite::Statement rows(
      database, "SELECT id, document_id, chrome, context FROM passage WHERE chrome <> 1 ORDER BY id");
  RowId document = 0;
  bool has_fingerprint = false;
  std::size_t number = 0;            // of the passage in its document
  std::vector<std::size_t> numbers;  // of the document's candidates
  const auto finish_document = [&] {
    const std::size_t begin = lines.candidates.size() - numbers.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      std::uint64_t& place = lines.candidates[begin + i].place;
      if (numbers[i] >= kRepeatedReach) place |= kNotFirst;
      if (number - numbers[i] > kRepeatedReach) place |= kNotLast;
    }
    number = 0;
    numbers.clear();
  };
  for (; rows.executeStep(); ++number) {
    const RowId id = rows.getColumn(0).getInt64();
    if (const RowId of = rows.getColumn(1).getInt64(); of != document) {
      finish_document();
      document = of;
      has_fingerprint = documents.contains(of);
    }
    if (rows.getColumn(2).getInt() == kRepeated) lines.marked.push_back(id);
    if (!has_fingerprint) continue;
    const SQLite::Column context = rows.getColumn(3);
    const std::string_view text(context.getText(), static_cast<std::size_t>(context.getBytes()));
    if (!is_long(text)) continue;
    lines.candidates.push_back({std::hash<std::string_view>()(text), static_cast<std::uint64_t>(id) << 2});
    numbers.push_back(number);
  }
  finish_document();
  std::sort(lines.candidates.begin(), lines.candidates.end());
  return lines;
}

// What is asked about the few lines that stand often enough, and at the ends of their documents only.
class Questions {
 public:
  explicit Questions(SQLite::Database& database)
      : place_(database,
               "SELECT coalesce(origin_id, document.id), first_citation, last_citation "
               "FROM passage JOIN document ON document.id = document_id WHERE passage.id = ?"),
        names_source_(database,
                      "SELECT 1 FROM citation JOIN reading ON reading.id = reading_id "
                      "WHERE citation.id BETWEEN ? AND ? AND passage_id = ? AND source_grade = 'named'") {}

  struct Place {
    RowId origin = 0;
    CitationRange citations;  // of the document
  };
  Place place_of(RowId passage) {
    place_.bind(1, passage);
    Place place;
    if (place_.executeStep())
      place = {place_.getColumn(0).getInt64(),
               {place_.getColumn(1).getInt64(), place_.getColumn(2).getInt64()}};
    place_.reset();
    return place;
  }

  bool names_source(RowId passage) {
    const CitationRange citations = place_of(passage).citations;
    names_source_.bind(1, citations.first);
    names_source_.bind(2, citations.last);
    names_source_.bind(3, passage);
    const bool names = names_source_.executeStep();
    names_source_.reset();
    return names;
  }

 private:
  SQLite::Statement place_;
  SQLite::Statement names_source_;
};

// REQUIRES: of one text.
bool is_repeated(const Line* begin, const Line* end, Questions& questions) {
  if (end - begin < static_cast<std::ptrdiff_t>(kRepeatedOrigins)) return false;
  std::uint64_t elsewhere = 0;
  for (const Line* line = begin; line != end; ++line) elsewhere |= line->place;
  if ((elsewhere & kNotFirst) != 0 && (elsewhere & kNotLast) != 0) return false;
  std::unordered_set<RowId> origins;
  for (const Line* line = begin; line != end; ++line) origins.insert(questions.place_of(line->id()).origin);
  return origins.size() >= kRepeatedOrigins &&
         std::none_of(begin, end, [&](const Line& line) { return questions.names_source(line.id()); });
}

}  // namespace

std::vector<MarkedPassage> settle_repeated_passages(SQLite::Database& database) {
  const Lines lines = lines_of(database);
  const std::vector<Line>& candidates = lines.candidates;
  Questions questions(database);
  std::vector<RowId> repeated;
  for (std::size_t i = 0; i < candidates.size();) {
    std::size_t j = i + 1;
    while (j < candidates.size() && candidates[j].hash == candidates[i].hash) ++j;
    if (is_repeated(&candidates[i], candidates.data() + j, questions))
      for (std::size_t k = i; k < j; ++k) repeated.push_back(candidates[k].id());
    i = j;
  }
  std::sort(repeated.begin(), repeated.end());

  SQLite::Statement mark(database, "UPDATE passage SET chrome = ? WHERE id = ?");
  std::vector<MarkedPassage> changed;
  const auto set = [&](const std::vector<RowId>& those, const std::vector<RowId>& but_not, int chrome) {
    std::vector<RowId> ids;
    std::set_difference(those.begin(), those.end(), but_not.begin(), but_not.end(), std::back_inserter(ids));
    for (const RowId id : ids) {
      mark.bind(1, chrome);
      mark.bind(2, id);
      run(mark);
      changed.push_back({id, questions.place_of(id).citations});
    }
  };
  set(repeated, lines.marked, kRepeated);
  set(lines.marked, repeated, 0);
  return changed;
}

}  // namespace careerfacts
