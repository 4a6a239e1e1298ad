// `careerfacts load`: shards of mentions give the store that one `ingest` would have given, or say why not.
#include <boost/json.hpp>
#include <filesystem>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/schema.h"

namespace careerfacts::test {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The sample articles with some that are imperfect, what one ingest makes of them, and commands run beside
// them.
class Shards {
 public:
  Shards() {
    std::filesystem::copy(tree_path("corpus/articles"), folder_.at("articles"));
    folder_.write("articles/empty.txt", "");
    folder_.write("articles/nothing.txt", "Nothing is claimed here.\n");
    folder_.write("articles/latin.txt", "Un caf\xe9 chef earns $41,000 a year. A nurse earns $80,000.\n");
    folder_.write("articles/caf\xe9.txt", "A welder earns $45,000 a year, says Glassdoor.\n");
    CHECK(run({"ingest", "articles", "--db", "one.db"}).status == 1);
    one_ = exported("one.db");
    REQUIRE(one_.size() > 10'000);
  }
  Result run(const std::vector<std::string>& arguments, const std::string& input = {}) const {
    return run_careerfacts(arguments, {.folder = folder_.path(), .input = input});
  }
  Result sh(const std::string& script) const { return shell(script, {.folder = folder_.path()}); }
  std::string exported(const std::string& database) const {
    return run({"export", "--include-chrome", "--db", database}).out;
  }
  // What the tables say but for what tells of runs.
  std::string documents(const std::string& database) const {
    return sh("sqlite3 " + database +
              " 'SELECT path, sha256, bytes, encoding, title, author, published, updated, publisher, "
              "language, unread "
              "FROM document ORDER BY path; SELECT path, severity, code, message, start_byte, end_byte "
              "FROM diagnostic JOIN document ON document.id = document_id ORDER BY 1, 2, 3, 4'")
        .out;
  }
  const std::string& one() const { return one_; }
  const TempFolder& folder() const { return folder_; }

 private:
  TempFolder folder_;
  std::string one_;
};

TEST_CASE("shards in any order, with doubles, give the store of one run", "[cli]") {
  const Shards shards;
  // Three shards of mentions with documents; the second and the third share articles.
  REQUIRE(
      shards
          .sh("ls articles/* | head -n 7 | xargs -d '\\n' careerfacts extract --documents > 1.jsonl;"
              "ls articles/* | sed -n '6,12p' | xargs -d '\\n' careerfacts extract --documents > 2.jsonl;"
              "ls articles/* | tail -n +10 | xargs -d '\\n' careerfacts extract --documents > 3.jsonl; true")
          .status == 0);
  for (const auto& order :
       {std::vector<std::string>{"1.jsonl", "2.jsonl", "3.jsonl"}, {"3.jsonl", "1.jsonl", "2.jsonl"}}) {
    std::filesystem::remove(shards.folder().at("joined.db"));
    std::vector<std::string> load{"load", "--db", "joined.db"};
    load.insert(load.end(), order.begin(), order.end());
    const Result result = shards.run(load);
    INFO(result.err);
    CHECK(result.status == 0);
    CHECK(has(result.out, "in more than one shard"));
    CHECK(shards.exported("joined.db") == shards.one());
    CHECK(shards.documents("joined.db") == shards.documents("one.db"));
    const Result again = shards.run(load);
    CHECK(has(again.out, " 0 new, 0 changed, 18 unchanged"));
  }
  // What load has stored, ingest need not read again.
  CHECK(has(shards.run({"ingest", "articles", "--db", "joined.db"}).out, "0 new, 0 changed"));
}

TEST_CASE("mentions without documents are enough for the same facts", "[cli]") {
  const Shards shards;
  REQUIRE(shards.sh("careerfacts extract articles > all.jsonl; true").status == 0);
  CHECK(shards.run({"load", "--db", "a.db", "all.jsonl"}).status == 0);
  CHECK(shards.exported("a.db") == shards.one());
  CHECK(has(shards.run({"load", "--db", "a.db", "all.jsonl"}).out, " 0 unchanged"));
  CHECK(shards.exported("a.db") == shards.one());
}

TEST_CASE("lines of a document that stand apart are brought together", "[cli]") {
  const Shards shards;
  REQUIRE(shards
              .sh("careerfacts extract articles > all.jsonl; careerfacts extract --documents articles > "
                  "doc.jsonl;"
                  "shuf --random-source=<(yes) all.jsonl | careerfacts load --db a.db &&"
                  "shuf --random-source=<(yes) doc.jsonl | careerfacts load --db b.db &&"
                  "LC_ALL=C sort doc.jsonl | careerfacts load --db c.db - &&"
                  "cat all.jsonl doc.jsonl all.jsonl | careerfacts load --db d.db -j 3")
              .status == 0);
  for (const char* database : {"a.db", "b.db", "c.db", "d.db"})
    CHECK(shards.exported(database) == shards.one());
  for (const char* database : {"b.db", "c.db", "d.db"})
    CHECK(shards.documents(database) == shards.documents("one.db"));
}

TEST_CASE("a shard that was cut off leaves no half document", "[cli]") {
  const Shards shards;
  REQUIRE(shards
              .sh("careerfacts extract --documents articles/nursing-pay-guide.txt > whole.jsonl;"
                  "head -n 20 whole.jsonl > cut.jsonl; sed -n '21p' whole.jsonl | head -c 50 >> cut.jsonl")
              .status == 0);
  const Result cut = shards.run({"load", "cut.jsonl", "--db", "a.db"});
  CHECK(cut.status == 1);
  CHECK(has(cut.err, "cut.jsonl:21: the line is not JSON"));
  CHECK(has(cut.err, "nursing-pay-guide.txt: the shards have 19 mentions of it, and it had "));
  CHECK(shards.exported("a.db").empty());
  CHECK(shards.run({"load", "cut.jsonl", "whole.jsonl", "--db", "a.db"}).status == 1);
  CHECK(shards.run({"ingest", "articles/nursing-pay-guide.txt", "--db", "b.db"}).status == 0);
  CHECK(shards.exported("a.db") == shards.exported("b.db"));
}

TEST_CASE("shards that count a document's mentions in two ways are told, in any order", "[cli]") {
  const Shards shards;
  REQUIRE(shards
              .sh("careerfacts extract --documents articles/nursing-pay-guide.txt > right.jsonl;"
                  "head -n 3 right.jsonl | sed '1s/\"mentions\":[0-9]*/\"mentions\":2/' > wrong.jsonl")
              .status == 0);
  for (const char* files : {"right.jsonl wrong.jsonl", "wrong.jsonl right.jsonl"}) {
    INFO(files);
    const Result told =
        shards.sh(std::string("rm -f a.db; cat ") + files + " | careerfacts load --db a.db -");
    CHECK(told.status == 1);
    CHECK(has(told.err, "[other-count]"));
    CHECK(shards.run({"ingest", "articles/nursing-pay-guide.txt", "--db", "b.db"}).status == 0);
    CHECK(shards.exported("a.db") == shards.exported("b.db"));
  }
}

TEST_CASE("the same path with two contents is told, and the order of the shards does not matter", "[cli]") {
  const Shards shards;
  shards.folder().write("p.txt", "A nurse earns $80,000 a year.\n");
  shards.run({"extract", "--documents", "p.txt"});
  REQUIRE(
      shards
          .sh("careerfacts extract --documents p.txt > 1.jsonl; echo 'A nurse earns $90,000 a year.' > p.txt;"
              "careerfacts extract --documents p.txt > 2.jsonl")
          .status == 0);
  const Result there = shards.run({"load", "1.jsonl", "2.jsonl", "--db", "a.db"});
  CHECK(there.status == 1);
  CHECK(has(there.err, "[two-contents]"));
  CHECK(shards.run({"load", "2.jsonl", "1.jsonl", "--db", "b.db"}).status == 1);
  CHECK(shards.exported("a.db") == shards.exported("b.db"));
  CHECK(!shards.exported("a.db").empty());
}

TEST_CASE("lines that cannot be used are told with their number and harm nothing else", "[cli]") {
  const Shards shards;
  const std::string good = shards.run({"extract", "articles/nursing-pay-guide.txt"}).out;
  const std::string line = good.substr(0, good.find('\n') + 1);
  const auto with = [&](const std::string& what, const std::string& by) {
    std::string changed = line;
    const std::size_t at = changed.find(what);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, what.size(), by);
  };
  const boost::json::object object = boost::json::parse(line).as_object();
  const std::string start = "\"start\":" + boost::json::serialize(object.at("start"));
  std::vector<std::string> bad{
      "nonsense\n",
      "[1]\n",
      "\xff\n",
      "{\"document\":\"caf\xe9\"}\n",
      std::string(100'000, '[') + "\n",
      "{\"a\":" + std::string(1'000, '{') + "\n",
      with(start, "\"start\":-1"),
      with(start, "\"start\":18446744073709551615"),
      with(start, "\"start\":9007199254740993"),
      with(start, "\"start\":1e400"),
      with(start, "\"start\":\"7\""),
      with(start, "\"start\":0"),
      with("\"line\":", "\"line\":0,\"was\":"),
      with("\"document_sha256\":\"", "\"document_sha256\":\"Z"),
      with("\"quote\":\"", "\"quote\":\"longer than it is "),
      with("\"chrome\":", "\"no_chrome\":"),
      with("\"section\":", "\"section\":[[[]]],\"was\":"),
      with("\"kind\":\"", "\"kind\":\"un"),
      with("\"rule\":\"", "\"rule\":null,\"was\":\""),
  };
  std::string input;
  for (const std::string& one : bad) input += one;
  const Result result = shards.run({"load", "--db", "a.db"}, input + good);
  CHECK(result.status == 1);
  CHECK(has(result.err, "-:1: the line is not JSON"));
  CHECK(has(result.err, "and " + std::to_string(bad.size() - 5) + " more of [bad-line]"));
  CHECK(shards.run({"ingest", "articles/nursing-pay-guide.txt", "--db", "b.db"}).status == 0);
  CHECK(shards.exported("a.db") == shards.exported("b.db"));
}

TEST_CASE("what cannot be read is told, and no database is made of nothing", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  const Result none = run_careerfacts({"load", "gone.jsonl"}, here);
  CHECK(none.status == 2);
  CHECK(has(none.err, "gone.jsonl: no such file"));
  CHECK_FALSE(std::filesystem::exists(folder.at("facts.db")));
  folder.write("empty.jsonl", "");
  const Result some = run_careerfacts({"load", "empty.jsonl", "gone.jsonl"}, here);
  CHECK(some.status == 1);
  CHECK(std::filesystem::exists(folder.at("facts.db")));
}

TEST_CASE("articles come as lines of JSON too, and one bad line stops nothing", "[cli]") {
  const Shards shards;
  const std::string script =
      "import base64, json, os\n"
      "for i, name in enumerate(sorted(os.listdir('articles'))):\n"
      "    if not name.isascii(): continue\n"
      "    data = open('articles/' + name, 'rb').read()\n"
      "    try: text = data.decode('utf-8') if i % 2 else None\n"
      "    except UnicodeDecodeError: text = None\n"
      "    article = {'path': 'articles/' + name, 'other': [i]}\n"
      "    if text is None: article['bytes_base64'] = base64.b64encode(data).decode()\n"
      "    else: article['text'] = text\n"
      "    print(json.dumps(article, ensure_ascii=i % 3 == 0))\n";
  shards.folder().write("articles.py", script);
  REQUIRE(shards.sh("rm articles/caf*.txt; python3 articles.py > articles.jsonl").status == 0);
  const Result files = shards.run({"extract", "--documents", "articles"});
  const std::string articles = read_file(shards.folder().at("articles.jsonl"));
  const Result lines = shards.run({"extract", "--documents", "--stdin-format", "jsonl"}, articles);
  CHECK(lines.out == files.out);
  CHECK(lines.status == 1);  // one article is empty
  CHECK(has(lines.err, "articles/empty.txt: the file is empty"));

  const auto schema = boost::json::parse(read_file(tree_path("schemas/article.schema.json")));
  std::istringstream stream(articles);
  for (std::string line; std::getline(stream, line);)
    CHECK(schema_fault(schema, boost::json::parse(line)) == "");

  const Result bad = shards.run({"extract", "--stdin-format=jsonl", "-"},
                                "nonsense\n{}\n{\"path\":\"a\"}\n{\"path\":\"\",\"text\":\"\"}\n"
                                "{\"path\":\"a\",\"text\":\"x\",\"bytes_base64\":\"eA==\"}\n"
                                "{\"path\":\"b\",\"bytes_base64\":\"A nurse\"}\n\n" +
                                    articles.substr(0, articles.find('\n')));
  CHECK(bad.status == 1);
  CHECK(has(bad.err, "-:3: 'text' is missing, and so is 'bytes_base64' [bad-record]"));
  CHECK(has(bad.err, "and 1 more of [bad-record]"));
  CHECK(has(bad.out, "\"kind\":"));
  CHECK(shards.run({"extract", "--stdin-format", "jsonl", "articles"}).status == 2);
  CHECK(shards.run({"extract"}).status == 2);
}

TEST_CASE("the lines of documents fit their schema", "[cli][schema]") {
  const Shards shards;
  const auto schema = boost::json::parse(read_file(tree_path("schemas/document.schema.json")));
  std::istringstream stream(shards.run({"extract", "--documents", "articles"}).out);
  int documents = 0;
  for (std::string line; std::getline(stream, line);) {
    const auto value = boost::json::parse(line);
    if (!value.as_object().contains("record")) continue;
    CHECK(schema_fault(schema, value) == "");
    ++documents;
  }
  CHECK(documents == 18);
  CHECK(shards.run({"extract", "--documents", "--format", "csv", "articles"}).status == 2);
}

}  // namespace
}  // namespace careerfacts::test
