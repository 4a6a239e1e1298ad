#include "store/repeated_passages.h"

#include <algorithm>
#include <functional>
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

// A passage of the article's text.
struct Line {
  std::size_t hash = 0;  // of its text
  RowId origin = 0;
  RowId id = 0;
  bool marked = false;
  bool candidate = true;  // long enough, and its document too
  bool named = false;     // states something with its source
  bool first = false;     // among the first of its document
  bool last = false;      // among the last
  CitationRange citations;
};

std::unordered_set<RowId> passages_with_named_source(SQLite::Database& database) {
  std::unordered_set<RowId> passages;
  SQLite::Statement rows(database,
                         "SELECT DISTINCT passage_id FROM citation JOIN reading ON reading.id = reading_id "
                         "WHERE reading.source_grade = 'named'");
  while (rows.executeStep()) passages.insert(rows.getColumn(0).getInt64());
  return passages;
}

// Of one document, from `begin` on: tells which stand at its ends, and leaves out what needs no look.
void finish_document(std::vector<Line>& lines, std::size_t begin) {
  const std::size_t count = lines.size() - begin;
  for (std::size_t i = 0; i < count; ++i) {
    lines[begin + i].first = i < kRepeatedReach;
    lines[begin + i].last = count - i <= kRepeatedReach;
  }
  const auto needs_no_look = [](const Line& line) { return !line.candidate && !line.marked; };
  lines.erase(std::remove_if(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.end(), needs_no_look),
              lines.end());
}

std::vector<Line> lines_of(SQLite::Database& database) {
  const std::unordered_set<RowId> named = passages_with_named_source(database);
  std::vector<Line> lines;
  SQLite::Statement rows(database,
                         "SELECT passage.id, document.id, coalesce(origin_id, document.id), chrome, context, "
                         "length(fingerprint) > 0, first_citation, last_citation "
                         "FROM passage JOIN document ON document.id = document_id WHERE chrome <> 1 "
                         "ORDER BY passage.id");
  RowId document = 0;
  std::size_t begin = 0;  // of the document's lines
  while (rows.executeStep()) {
    const auto id_at = [&](int at) { return rows.getColumn(at).getInt64(); };
    if (id_at(1) != document) {
      finish_document(lines, begin);
      document = id_at(1);
      begin = lines.size();
    }
    const SQLite::Column context = rows.getColumn(4);
    const std::string_view text(context.getText(), static_cast<std::size_t>(context.getBytes()));
    Line line;
    line.hash = std::hash<std::string_view>()(text);
    line.id = id_at(0);
    line.origin = id_at(2);
    line.marked = rows.getColumn(3).getInt() == kRepeated;
    line.candidate = id_at(5) == 1 && is_long(text);
    line.named = named.contains(line.id);
    line.citations = {id_at(6), id_at(7)};
    lines.push_back(line);
  }
  finish_document(lines, begin);
  return lines;
}

// REQUIRES: one text, sorted by origin.
bool is_repeated(const Line* begin, const Line* end) {
  std::size_t origins = 0;
  const Line* before = nullptr;
  bool all_first = true;
  bool all_last = true;
  for (const Line* line = begin; line != end; ++line) {
    if (!line->candidate) continue;
    if (line->named) return false;
    all_first = all_first && line->first;
    all_last = all_last && line->last;
    if (before == nullptr || line->origin != before->origin) ++origins;
    before = line;
  }
  return origins >= kRepeatedOrigins && (all_first || all_last);
}

}  // namespace

std::vector<MarkedPassage> settle_repeated_passages(SQLite::Database& database) {
  std::vector<Line> lines = lines_of(database);
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return std::tie(a.hash, a.origin, a.id) < std::tie(b.hash, b.origin, b.id);
  });
  SQLite::Statement mark(database, "UPDATE passage SET chrome = ? WHERE id = ?");
  std::vector<MarkedPassage> changed;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t j = i + 1;
    while (j < lines.size() && lines[j].hash == lines[i].hash) ++j;
    const bool repeated = is_repeated(&lines[i], lines.data() + j);
    for (; i < j; ++i) {
      const bool marked = repeated && lines[i].candidate;
      if (lines[i].marked == marked) continue;
      mark.bind(1, marked ? kRepeated : 0);
      mark.bind(2, lines[i].id);
      run(mark);
      changed.push_back({lines[i].id, lines[i].citations});
    }
  }
  return changed;
}

}  // namespace careerfacts
