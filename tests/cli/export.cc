// `careerfacts export` as a user meets it: each format read back as its readers do, and offsets held against
// what the files are known to say.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/encoded_articles.h"
#include "tests/support/program.h"
#include "tests/support/schema.h"

namespace careerfacts::test {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<json::value> objects(const std::string& lines) {
  std::vector<json::value> list;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) list.push_back(json::parse(line));
  return list;
}

json::value schema(const std::string& name) {
  return json::parse(read_file(tree_path("schemas/" + name + ".schema.json")));
}

std::string text_of(const json::value& value) { return std::string(value.as_string()); }
std::size_t number_of(const json::value& value) { return value.to_number<std::size_t>(); }

// A folder with every encoded article, and a store of them.
struct Store {
  TempFolder folder;
  std::map<std::string, EncodedArticle> articles;

  Store() {
    for (const EncodedArticle& article : encoded_articles()) {
      folder.write("in/" + article.name, article.bytes);
      articles["in/" + article.name] = article;
    }
    REQUIRE(run({"ingest", "in"}).status <= 1);
  }
  Result run(std::vector<std::string> arguments) const {
    return run_careerfacts(std::move(arguments), {.folder = folder.path()});
  }
  Result in(const std::string& format, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"export", "--format", format});
    return run(std::move(more));
  }
  // How many citations there are, as the facts with all their citations say.
  std::size_t citations() const {
    std::size_t count = 0;
    for (const json::value& fact : objects(in("jsonl").out)) count += fact.at("citations").as_array().size();
    return count;
  }
};

// Rows of cells, by the rules of RFC 4180.
std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (csv[i] == '"' && quoted && csv.substr(i, 2) == "\"\"") {
      rows.back().back() += csv[++i];
    } else if (csv[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && csv[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && csv.substr(i, 2) == "\r\n") {
      ++i;
      if (i + 1 < csv.size()) rows.push_back({""});
    } else {
      rows.back().back() += csv[i];
    }
  }
  return rows;
}

// The position of a column, by the heading.
std::size_t column(const std::vector<std::vector<std::string>>& rows, const std::string& name) {
  const auto found = std::find(rows.front().begin(), rows.front().end(), name);
  REQUIRE(found != rows.front().end());
  return static_cast<std::size_t>(found - rows.front().begin());
}

TEST_CASE("web annotations select the quote by text, code points and bytes", "[cli]") {
  const Store store;
  const auto annotation_schema = schema("web_annotation");
  const Result result = store.in("webannotation");
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  std::set<std::string> ids, salaries;
  for (const json::value& annotation : objects(result.out)) {
    INFO(json::serialize(annotation));
    CHECK(schema_fault(annotation_schema, annotation) == "");
    CHECK(ids.insert(text_of(annotation.at("id"))).second);
    const json::value& target = annotation.at("target");
    const EncodedArticle& article = store.articles.at(text_of(target.at("source").at("cf:path")));
    const json::array& selectors = target.at("selector").as_array();
    REQUIRE(selectors.size() == 3);
    const std::string exact = text_of(selectors[0].at("exact"));
    const std::size_t start = number_of(selectors[1].at("start")), end = number_of(selectors[1].at("end"));
    CHECK(code_points(article.text, start, end) == exact);
    CHECK(code_points(article.text, 0, start).ends_with(text_of(selectors[0].at("prefix"))));
    CHECK(
        code_points(article.text, end, article.text.size()).starts_with(text_of(selectors[0].at("suffix"))));
    CHECK(text_of(selectors[1].at("type")) == "TextPositionSelector");
    CHECK(text_of(selectors[2].at("type")) == "DataPositionSelector");
    const std::size_t first = number_of(selectors[2].at("start")), last = number_of(selectors[2].at("end"));
    const std::string bytes = article.bytes.substr(first, last - first);
    if (article.name.starts_with("utf16")) {
      CHECK(bytes.size() == 2 * (end - start));
    } else if (article.name != "windows-1252.md") {
      CHECK(bytes == exact);
    }
    if (exact == "$112,000") salaries.insert(text_of(annotation.at("body").at("id")));
  }
  CHECK(ids.size() == store.citations());
  CHECK(salaries.size() == 1);  // one fact, however it was encoded
}

TEST_CASE("what an IRI of a document begins with can be said", "[cli]") {
  const Store store;
  const Result result = store.in("webannotation", {"--document-base", "https://news.example.org/"});
  CHECK(has(result.out, R"("source":{"id":"https://news.example.org/in/bom.md",)"));
  CHECK(has(store.in("webannotation", {"--document-base", "urn:x-news:"}).out,
            R"({"id":"urn:x-news:in/bom.md",)"));
  for (const std::string wrong :
       {"articles/", "https://example.org", "https://example.org/a b/", "://x/", "1a:"}) {
    const Result refused = store.in("webannotation", {"--document-base", wrong});
    CHECK(refused.status == 2);
    CHECK(has(refused.err, "'" + wrong + "' is no absolute IRI that a path can follow"));
  }
}

TEST_CASE("doccano's spans and relations are where they say", "[cli]") {
  const Store store;
  const auto doccano_schema = schema("doccano");
  const Result result = store.in("doccano");
  CHECK(result.status == 0);
  std::set<std::int64_t> all_ids;
  const auto lines = objects(result.out);
  CHECK(lines.size() == store.articles.size());
  for (const json::value& line : lines) {
    CHECK(schema_fault(doccano_schema, line) == "");
    const EncodedArticle& article = store.articles.at(text_of(line.at("document")));
    INFO(article.name);
    CHECK(text_of(line.at("text")) == article.text);
    std::map<std::int64_t, std::pair<std::string, std::string>> spans;
    std::map<std::size_t, std::size_t> places;
    for (const json::value& entity : line.at("entities").as_array()) {
      const std::size_t start = number_of(entity.at("start_offset")),
                        end = number_of(entity.at("end_offset"));
      spans[entity.at("id").as_int64()] = {text_of(entity.at("label")),
                                           code_points(article.text, start, end)};
      CHECK(all_ids.insert(entity.at("id").as_int64()).second);
      places[start] = end;
    }
    std::size_t before = 0;
    for (const auto& [start, end] : places) {
      CHECK(before <= start);
      before = end;
    }
    std::set<std::string> told;
    for (const json::value& relation : line.at("relations").as_array()) {
      const auto& from = spans.at(relation.at("from_id").as_int64());
      const auto& to = spans.at(relation.at("to_id").as_int64());
      told.insert(from.second + " " + text_of(relation.at("type")) + " " + to.second + " (" + to.first + ")");
    }
    CHECK(told.contains("$112,000 for_role data scientist (role)"));
    CHECK(told.contains("$112,000 says_source Glassdoor (source)"));
    CHECK(told.contains("£35,000 for_role nurses (role)"));
    CHECK(told.contains("£35,000 says_source Bureau of Labor Statistics (source)"));
  }
}

// "5 9;10 12" as brat reads it: the parts, joined by a space.
std::string brat_text(const std::string& text, const std::string& offsets) {
  std::string joined;
  std::istringstream parts(offsets);
  for (std::string part; std::getline(parts, part, ';');) {
    std::size_t start = 0, end = 0;
    std::istringstream(part) >> start >> end;
    joined += (joined.empty() ? "" : " ") + code_points(text, start, end);
  }
  return joined;
}

TEST_CASE("brat's spans are where they say", "[cli]") {
  const Store store;
  const Result result = store.in("brat", {"--out", "brat"});
  CHECK(result.status == 0);
  CHECK(result.out == "wrote 9 documents to brat\n");
  CHECK(has(read_file(store.folder.at("brat/annotation.conf")), "[entities]\nsalary\n"));
  for (const auto& [path, article] : store.articles) {
    INFO(path);
    const std::string text = read_file(store.folder.at("brat/" + path + ".txt"));
    CHECK(text.find('\r') == std::string::npos);
    CHECK_FALSE(text.starts_with("\xef\xbb\xbf"));
    std::istringstream lines(read_file(store.folder.at("brat/" + path + ".ann")));
    std::set<std::string> ids, quotes;
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      std::istringstream cells(line);
      std::string id, what, quote, label, offsets;
      std::getline(cells, id, '\t');
      std::getline(cells, what, '\t');
      std::getline(cells, quote);
      CHECK(ids.insert(id).second);
      if (id[0] != 'T') continue;
      label = what.substr(0, what.find(' '));
      CHECK(brat_text(text, what.substr(label.size() + 1)) == quote);
      quotes.insert(label + " " + quote);
    }
    for (const char* quote : {"salary $112,000", "salary £35,000", "percentage 22%", "role nurses",
                              "source Glassdoor", "certification CompTIA Security+"})
      CHECK(quotes.contains(quote));
  }
}

TEST_CASE("brat's folder is never written over", "[cli]") {
  const Store store;
  store.folder.write("done/a.ann", "T1\trole 0 3\tabc\n");
  const Result result = store.in("brat", {"--out", "done"});
  CHECK(result.status == 2);
  CHECK(has(result.err, "done: there are files here already"));
  CHECK(store.in("brat").status == 2);
  CHECK(has(store.in("brat").err, "say where with --out FOLDER"));
}

TEST_CASE("CSV has a row for each citation, and no formulas", "[cli]") {
  const Store store;
  const Result result = store.in("csv");
  CHECK(result.status == 0);
  const auto rows = rows_of(result.out);
  CHECK(rows.size() == store.citations() + 1);
  CHECK(rows[0][0] == "id");
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  const Result marked = store.in("csv", {"--bom"});
  CHECK(marked.out == "\xef\xbb\xbf" + result.out);

  const TempFolder folder;
  folder.write("=1+1.md", "# Pay\n\nA nurse earns $80,000 a year. The share of nurses fell by -5%.\n");
  const RunOptions here{.folder = folder.path()};
  run_careerfacts({"ingest", "=1+1.md"}, here);
  const auto hostile = rows_of(run_careerfacts({"export", "--format", "csv"}, here).out);
  REQUIRE(hostile.size() > 1);
  for (std::size_t i = 1; i < hostile.size(); ++i)
    CHECK(hostile[i][column(hostile, "document")] == "'=1+1.md");
}

TEST_CASE("the SQL script says in SQLite what the CSV says", "[cli]") {
  const Store store;
  const Result result = store.in("sql");
  CHECK(result.status == 0);
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA foreign_keys = ON");
  database.exec(result.out);
  const auto rows = rows_of(store.in("csv").out);
  SQLite::Statement citations(database,
                              "SELECT fact_id, document, start_byte, end_byte, quote, line, \"column\", "
                              "context, coalesce(source, '') "
                              "FROM careerfacts_citation ORDER BY fact_id, document, start_byte");
  const std::vector<std::string> names{"id",   "document", "start",   "end",   "quote",
                                       "line", "column",   "context", "source"};
  std::size_t row = 0;
  while (citations.executeStep()) {
    ++row;
    for (std::size_t i = 0; i < names.size(); ++i)
      CHECK(citations.getColumn(static_cast<int>(i)).getString() == rows.at(row)[column(rows, names[i])]);
  }
  CHECK(row + 1 == rows.size());
}

TEST_CASE("a file that is gone or has changed is told and left out", "[cli]") {
  const Store store;
  store.folder.write("in/crlf.md", store.articles.at("in/crlf.md").bytes + "More.\r\n");
  fs::remove(store.folder.at("in/lf.md"));
  for (const std::string format : {"webannotation", "doccano", "brat"}) {
    const Result result = store.in(format, {"--out", format + ".out"});
    INFO(format << result.err);
    CHECK(result.status == 1);
    CHECK(has(result.err, "in/crlf.md: the file is not what was stored"));
    CHECK(has(result.err, "in/lf.md: the file is gone"));
    CHECK(has(result.err, "the document is left out"));
  }
  const std::string lines =
      read_file(store.folder.at("webannotation.out")) + read_file(store.folder.at("doccano.out"));
  CHECK(has(lines, "in/bom.md"));
  CHECK_FALSE(has(lines, "in/crlf.md"));
  CHECK_FALSE(has(lines, "in/lf.md"));
  CHECK_FALSE(fs::exists(store.folder.at("brat.out/in/lf.md.txt")));
  for (const std::string format : {"jsonl", "csv", "sql"}) CHECK(store.in(format).status == 0);

  fs::remove_all(store.folder.at("in"));
  const Result gone = store.in("doccano");
  CHECK(gone.status == 2);
  CHECK(gone.out.empty());
}

TEST_CASE("page chrome comes with every format that is asked for it", "[cli]") {
  const TempFolder folder;
  folder.write("page.md",
               "# Pay of nurses\n\nA nurse earns $80,000 a year.\n\n"
               "## Related Articles\n\n- Welder jobs that pay $50,000 a year\n");
  const RunOptions here{.folder = folder.path()};
  run_careerfacts({"ingest", "page.md"}, here);
  for (const std::string format : {"jsonl", "csv", "sql", "webannotation"}) {
    INFO(format);
    const std::vector<std::string> plain{"export", "--format", format};
    CHECK_FALSE(has(run_careerfacts(plain, here).out, "$50,000"));
    const Result all = run_careerfacts({"export", "--format", format, "--include-chrome"}, here);
    CHECK(has(all.out, "$50,000"));
  }
  const auto spans = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"export", "--format", "doccano"});
    return objects(run_careerfacts(more, here).out).at(0).at("entities").as_array().size();
  };
  CHECK(spans({}) < spans({"--include-chrome"}));
  run_careerfacts({"export", "--format", "brat", "--out", "b", "--include-chrome"}, here);
  CHECK(has(read_file(folder.at("b/page.md.ann")), "\tchrome T"));
}

TEST_CASE("--out leaves the whole file or what was there", "[cli]") {
  const Store store;
  store.folder.write("facts.csv", "old");
  CHECK(store.in("csv", {"--out", "facts.csv"}).out.empty());
  CHECK(read_file(store.folder.at("facts.csv")) == store.in("csv").out);
  CHECK(store.in("csv", {"--out", "-"}).out == store.in("csv").out);

  CHECK(has(store.in("csv", {"--out", "./facts.db"}).err, "--out: is the database itself"));
  CHECK(store.run({"verify"}).status == 0);

  store.folder.make_folder("folder");
  for (const std::string place : {"folder", "no/such/folder.csv", "/dev/full"}) {
    const Result result = store.in("csv", {"--out", place});
    INFO(place << result.err);
    CHECK(result.status == 2);
    CHECK(has(result.err, place + ": cannot be written"));
  }
  const Result full =
      shell("ulimit -f 8; careerfacts export --out facts.csv", {.folder = store.folder.path()});
  CHECK(full.status != 0);
  CHECK(read_file(store.folder.at("facts.csv")) == store.in("csv").out);
  const Result piped = shell("mkfifo p && { cat p & careerfacts export --format sql --out p; wait; }",
                             {.folder = store.folder.path()});
  CHECK(has(piped.out, "COMMIT;"));
}

TEST_CASE("a reader that goes away, and a full disk, are told apart", "[cli]") {
  const Store store;
  const RunOptions here{.folder = store.folder.path()};
  for (const std::string format : {"jsonl", "csv", "sql", "webannotation", "doccano"}) {
    CHECK(shell("careerfacts export --format " + format + " | true", here).status == 0);
    const Result full = run_careerfacts({"export", "--format", format},
                                        {.folder = store.folder.path(), .output_to = "/dev/full"});
    CHECK(full.status == 2);
    CHECK(has(full.err, "standard output: cannot be written: No space left on device"));
  }
}

TEST_CASE("an option that a format has not is refused", "[cli]") {
  const Store store;
  CHECK(has(store.in("jsonl", {"--bom"}).err, "only for --format csv"));
  CHECK(store.in("jsonl", {"--bom"}).status == 2);
  CHECK(has(store.in("csv", {"--document-base", "https://x/"}).err, "only for --format webannotation"));
  CHECK(store.in("xml").status == 2);
}

TEST_CASE("the same facts give the same bytes", "[cli]") {
  const Store store;
  CHECK(store.run({"ingest", "in", "--db", "again.db", "--jobs", "1"}).status <= 1);
  for (const std::string format : {"jsonl", "csv", "sql", "webannotation", "doccano"})
    CHECK(store.in(format).out == store.in(format, {"--db", "again.db"}).out);
}

TEST_CASE("repairs fit their schema", "[cli]") {
  const auto repair_schema = schema("repair");
  std::set<std::string> steps;
  for (const auto& entry : fs::directory_iterator(tree_path("corpus/articles")))
    for (const json::value& repair :
         objects(run_careerfacts({"normalize", entry.path().string(), "--explain"}).out)) {
      const std::string fault = schema_fault(repair_schema, repair);
      if (!fault.empty()) FAIL_CHECK(fault << "\n" << json::serialize(repair));
      steps.insert(text_of(repair.at("step")));
    }
  CHECK(steps.size() >= 4);
}

}  // namespace
}  // namespace careerfacts::test
