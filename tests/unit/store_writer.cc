// What the store does with documents that come, come again, change and vanish.
#include "store/writer.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <sstream>

#include "store/current_documents.h"
#include "store/reader.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

const RunInfo kRun{"0.1.0", "rules", R"({"command": "ingest"})", "2025-01-01T00:00:00Z"};

RunCounts store(const std::string& path, const std::vector<ExtractedDocument>& documents,
                const RunInfo& run = kRun, const WriterOptions& options = {}) {
  Writer writer(path, run, options);
  for (const ExtractedDocument& document : documents) writer.put(document);
  return writer.finish("2025-01-01T00:00:01Z");
}

ExtractedDocument sample(const std::string& path, char content = 'a') {
  ExtractedDocument document = test::sample_document();
  document.path = path;
  document.sha256 = std::string(64, content);
  return document;
}

// All that a reader can see of facts and citations, as text.
std::string facts_of(const std::string& path) {
  std::ostringstream out;
  Reader(path).all_facts([&](const Fact& fact, const std::vector<Citation>& citations) {
    out << fact_id(fact.key) << ' ' << to_word(fact.kind) << '\n';
    for (const Citation& citation : citations)
      out << "  " << citation.document << ' ' << citation.mention.span.begin << ' ' << citation.mention.quote
          << ' ' << citation.mention.rule << ' ' << citation.mention.context << '\n';
    return true;
  });
  return out.str();
}

long long count(const std::string& path, const std::string& query) {
  SQLite::Database database(path);
  return database.execAndGet(query).getInt64();
}

}  // namespace

TEST_CASE("a stored mention is read back as it was", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  ExtractedDocument document = sample("a.txt");
  document.mentions[2].quote_bytes = std::string("D\xe4ta\0scientists", 15);
  document.mentions[3].chrome = true;
  document.mentions[3].section = {"A \"quoted\" \\ heading", "line\nend\tand \x01"};
  const RunCounts counts = store(path, {document});
  CHECK(counts.documents == 1);
  CHECK(counts.added == 1);
  CHECK(counts.citations == 4);
  CHECK(counts.facts_added == 4);

  std::vector<Citation> citations;
  Reader(path).all_documents([&](const StoredDocument& stored, const std::vector<Citation>& list) {
    CHECK(stored.path == "a.txt");
    CHECK(stored.sha256 == document.sha256);
    CHECK(stored.bytes == document.bytes);
    CHECK(stored.encoding == "utf-8");
    CHECK(stored.title == document.title);
    CHECK_FALSE(stored.unread);
    citations = list;
    return true;
  });
  REQUIRE(citations.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    const Mention& was = document.mentions[i];
    const Mention& is = citations[i].mention;
    CHECK(citations[i].document == "a.txt");
    CHECK(citations[i].document_sha256 == document.sha256);
    CHECK(citations[i].fact == fact_of(was, document.sha256).key);
    CHECK(is.span == was.span);
    CHECK(is.quote == was.quote);
    CHECK(is.quote_bytes == was.quote_bytes);
    CHECK(is.line == was.line);
    CHECK(is.column == was.column);
    CHECK(is.context == was.context);
    CHECK(is.section == was.section);
    CHECK(is.chrome == was.chrome);
    CHECK(is.rule == was.rule);
    CHECK(is.fields == was.fields);
  }
}

TEST_CASE("the same statement in two documents is one fact, cited twice", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  store(path, {sample("a.txt", 'a'), sample("b.txt", 'b')});
  CHECK(count(path, "SELECT count(*) FROM fact") == 4);
  CHECK(count(path, "SELECT count(*) FROM citation") == 8);
  CHECK(count(path, "SELECT citation_count FROM salary") == 2);
  CHECK(count(path, "SELECT document_count FROM salary") == 2);
}

TEST_CASE("the same bytes state the same fact only once", "[store]") {
  const test::TempFolder folder;
  ExtractedDocument document = sample("a.txt");
  document.mentions.insert(document.mentions.begin(), document.mentions.front());
  CHECK(store(folder.at("facts.db"), {document}).citations == 4);
}

TEST_CASE("storing again changes nothing but the record of runs", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  store(path, {sample("a.txt"), sample("b.txt")});
  const std::string before = facts_of(path);
  const long long last_citation = count(path, "SELECT max(id) FROM citation");
  const RunCounts counts = store(path, {sample("a.txt"), sample("b.txt")});
  CHECK(counts.unchanged == 2);
  CHECK(counts.citations == 0);
  CHECK(counts.facts_added == 0);
  CHECK(counts.facts_removed == 0);
  CHECK(facts_of(path) == before);
  CHECK(count(path, "SELECT max(id) FROM citation") == last_citation);
  CHECK(count(path, "SELECT count(*) FROM run WHERE finished_at IS NOT NULL AND documents = 2") == 2);
  CHECK(count(path, "SELECT sum(unchanged) FROM run") == 2);
}

TEST_CASE("a changed document loses its old citations, and facts that nobody states go", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  store(path, {sample("a.txt"), sample("b.txt")});
  ExtractedDocument changed = sample("a.txt", 'c');
  std::get<SalaryFields>(changed.mentions[0].fields).bounds.max = 130000;
  changed.mentions.pop_back();
  RunCounts counts = store(path, {changed});
  CHECK(counts.replaced == 1);
  CHECK(counts.facts_added == 1);
  CHECK(counts.facts_removed == 0);  // b.txt still states what a.txt did
  CHECK(count(path, "SELECT count(*) FROM citation") == 7);

  ExtractedDocument empty = sample("b.txt", 'd');
  empty.mentions.clear();
  counts = store(path, {empty});
  CHECK(counts.facts_removed == 2);  // the old salary and the certification
  CHECK(count(path, "SELECT count(*) FROM fact") == 3);
  CHECK(count(path, "SELECT count(*) FROM passage") == 1);
  CHECK(count(path, "SELECT count(*) FROM source") == 1);
  empty.path = "a.txt";
  store(path, {empty});
  for (const char* table : {"fact", "citation", "passage", "section", "source"})
    CHECK(count(path, std::string("SELECT count(*) FROM ") + table) == 0);
}

TEST_CASE("a document is stored again when other rules or another program read it", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  store(path, {sample("a.txt")});
  RunInfo other = kRun;
  other.rulebook_hash = "other rules";
  CHECK(store(path, {sample("a.txt")}, other).replaced == 1);
  other.program_version = "0.2.0";
  CHECK(store(path, {sample("a.txt")}, other).replaced == 1);
  CHECK(store(path, {sample("a.txt")}, other).unchanged == 1);
  CHECK(count(path, "SELECT count(*) FROM citation") == 4);
}

TEST_CASE("the facts are the same for any order of the documents and any size of the batches", "[store]") {
  std::vector<ExtractedDocument> documents;
  for (int i = 0; i < 12; ++i) {
    ExtractedDocument document = sample("doc" + std::to_string(i) + ".txt", static_cast<char>('a' + i % 5));
    auto& salary = std::get<SalaryFields>(document.mentions[0].fields);
    salary.bounds.min = 1000 * (i % 3);
    salary.bounds.modifier = i % 2 == 0 ? Modifier::none : Modifier::about;
    salary.role.soc_code = i % 4 == 0 ? "" : "15-2051";
    if (i % 3 == 0) std::get<PercentageFields>(document.mentions[1].fields).role.name.clear();
    documents.push_back(document);
  }
  const test::TempFolder folder;
  store(folder.at("a.db"), documents);
  std::reverse(documents.begin(), documents.end());
  store(folder.at("b.db"), documents, kRun, {10'000, 1});
  std::rotate(documents.begin(), documents.begin() + 5, documents.end());
  store(folder.at("c.db"), documents, kRun, {10'000, 7});
  const std::string facts = facts_of(folder.at("a.db"));
  CHECK(facts_of(folder.at("b.db")) == facts);
  CHECK(facts_of(folder.at("c.db")) == facts);

  const auto views = [&](const std::string& name) {
    SQLite::Database database(folder.at(name));
    std::string rows;
    for (const char* view : {"salary", "percentage", "role", "certification"}) {
      SQLite::Statement query(database, std::string("SELECT * FROM ") + view + " ORDER BY id");
      while (query.executeStep())
        for (int i = 0; i < query.getColumnCount(); ++i) rows += query.getColumn(i).getString() + '|';
    }
    return rows;
  };
  CHECK(views("b.db") == views("a.db"));
  CHECK(views("c.db") == views("a.db"));
}

TEST_CASE("a file that cannot be read keeps its facts and is read again when it can", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  store(path, {sample("a.txt")});
  ExtractedDocument unread;
  unread.path = "a.txt";
  unread.diagnostics = {{Severity::error, "unreadable", "permission denied", {}}};
  CHECK(store(path, {unread}).unread == 1);
  unread.path = "never.txt";
  CHECK(store(path, {unread}).unread == 1);
  CHECK(count(path, "SELECT count(*) FROM citation") == 4);
  CHECK(count(path, "SELECT count(*) FROM diagnostic") == 2);
  CHECK(count(path, "SELECT count(*) FROM document WHERE unread = 1") == 2);
  CHECK(count(path, "SELECT count(*) FROM document WHERE sha256 IS NULL") == 1);

  CHECK(store(path, {sample("a.txt")}).replaced == 1);
  CHECK(count(path, "SELECT count(*) FROM diagnostic") == 1);
  CHECK(count(path, "SELECT count(*) FROM document WHERE unread = 1") == 1);
}

TEST_CASE("diagnostics are stored with their place", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  ExtractedDocument document = sample("a.txt");
  document.diagnostics = {{Severity::warning, "invalid-utf-8", "3 bytes are not UTF-8", {4, 7}},
                          {Severity::note, "empty-file", "nothing in it", {}}};
  store(path, {document});
  CHECK(count(path, "SELECT start_byte FROM diagnostic WHERE code = 'invalid-utf-8'") == 4);
  CHECK(count(path, "SELECT count(*) FROM diagnostic WHERE severity = 'note' AND end_byte IS NULL") == 1);
  const Summary summary = Reader(path).summary();
  REQUIRE(summary.diagnostics.size() == 2);
  CHECK(summary.diagnostics[0].code == "empty-file");
  CHECK(summary.diagnostics[1].severity == Severity::warning);
}

TEST_CASE("a run that ends early keeps whole documents and its record stays open", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  {
    Writer writer(path, kRun, {10'000, 4});  // each document is a batch
    writer.put(sample("a.txt", 'a'));
    writer.put(sample("b.txt", 'b'));
    ExtractedDocument uncommitted = sample("c.txt", 'c');
    uncommitted.mentions.pop_back();
    writer.put(uncommitted);
  }
  CHECK(count(path, "SELECT count(*) FROM document") == 2);
  CHECK(count(path, "SELECT count(*) FROM citation") == 8);
  CHECK(count(path, "SELECT count(*) FROM run WHERE finished_at IS NULL") == 1);
  const RunCounts counts = store(path, {sample("a.txt", 'a'), sample("b.txt", 'b'), sample("c.txt", 'c')});
  CHECK(counts.unchanged == 2);
  CHECK(counts.added == 1);
}

TEST_CASE("two writers take turns, batch by batch, and facts are not lost between them", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  Writer first(path, kRun, {1'000, 1});
  Writer second(path, kRun, {1'000, 1});
  first.put(sample("a.txt", 'a'));
  ExtractedDocument gone = sample("a.txt", 'x');
  gone.mentions.clear();
  second.put(gone);
  second.commit();                  // removes the facts that the first writer knows
  first.put(sample("b.txt", 'b'));  // and stores again
  first.finish("later");
  second.put(sample("c.txt", 'c'));
  second.finish("later");
  CHECK(count(path, "SELECT count(*) FROM citation") == 8);
  CHECK(count(path, "SELECT count(*) FROM fact") == 4);
  CHECK(count(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(count(path, "SELECT count(*) FROM run") == 2);
}

TEST_CASE("documents are taken out with all that only they state", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  ExtractedDocument other = sample("b.txt", 'b');
  std::get<SalaryFields>(other.mentions[0].fields).bounds.max = 130000;
  other.diagnostics = {{Severity::note, "empty-file", "nothing in it", {}}};
  store(path, {sample("a.txt"), other});
  Writer writer(path, kRun);
  CHECK(writer.remove_documents([](const std::string& name) { return name == "b.txt"; }) == 1);
  CHECK(writer.remove_documents([](const std::string& name) { return name == "b.txt"; }) == 0);
  const RunCounts counts = writer.finish("later");
  CHECK(counts.removed == 1);
  CHECK(counts.facts_removed == 1);
  CHECK(counts.documents == 0);
  store(folder.at("fresh.db"), {sample("a.txt")});
  CHECK(facts_of(path) == facts_of(folder.at("fresh.db")));
  for (const char* table : {"document", "passage", "section", "citation", "diagnostic", "source", "search"}) {
    const std::string query = std::string("SELECT count(*) FROM ") + table;
    CHECK(count(path, query) == count(folder.at("fresh.db"), query));
  }
  CHECK(count(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
}

TEST_CASE("facts that go and come back within a run are neither new nor gone, whatever the batches",
          "[store]") {
  for (const std::size_t batch : {1, 1000}) {
    const test::TempFolder folder;
    const std::string path = folder.at("facts.db");
    store(path, {sample("a.txt", 'a'), sample("b.txt", 'b')});
    ExtractedDocument first = sample("a.txt", 'c');
    ExtractedDocument second = sample("b.txt", 'd');
    first.mentions.clear();
    second.mentions.clear();
    const RunCounts counts = store(path, {first, second, sample("c.txt", 'e')}, kRun, {1000, batch});
    CHECK(counts.facts_added == 0);
    CHECK(counts.facts_removed == 0);
    CHECK(counts.facts_kept == 4);
    CHECK(count(path, "SELECT count(*) FROM gone_fact") == 0);
  }
}

TEST_CASE("documents that need no new extraction are known beforehand", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  CHECK(CurrentDocuments::of_store(path, "0.1.0", "rules").size() == 0);
  folder.write("facts.db", "");
  CHECK(CurrentDocuments::of_store(path, "0.1.0", "rules").size() == 0);
  ExtractedDocument unread;
  unread.path = "unread.txt";
  store(path, {sample("a.txt", 'a'), unread});
  const CurrentDocuments current = CurrentDocuments::of_store(path, "0.1.0", "rules");
  CHECK(current.size() == 1);
  CHECK(current.contains("a.txt", std::string(64, 'a')));
  CHECK_FALSE(current.contains("a.txt", std::string(64, 'b')));
  CHECK_FALSE(current.contains("b.txt", std::string(64, 'a')));
  CHECK(CurrentDocuments::of_store(path, "0.1.0", "other").size() == 0);
  CHECK(CurrentDocuments::of_store(path, "0.2.0", "rules").size() == 0);
}

TEST_CASE("documents that were found unchanged are counted", "[store]") {
  const test::TempFolder folder;
  Writer writer(folder.at("facts.db"), kRun);
  writer.count_unchanged();
  const RunCounts counts = writer.finish("later");
  CHECK(counts.documents == 1);
  CHECK(counts.unchanged == 1);
}

}  // namespace careerfacts
