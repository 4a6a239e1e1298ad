// `careerfacts extract` as a user meets it.
#include <boost/json.hpp>
#include <filesystem>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/schema.h"

namespace careerfacts::test {
namespace {

const std::string kArticle =
    "# Pay of data scientists\n\nA data scientist earns $112,000 a year, and demand will grow 22% by 2030.\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<boost::json::value> objects(const std::string& lines) {
  std::vector<boost::json::value> list;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) list.push_back(boost::json::parse(line));
  return list;
}

TEST_CASE("each line is a mention whose bytes are its quote", "[cli]") {
  const TempFolder folder;
  const std::string path = folder.write("pay.md", kArticle);
  const Result result = run_careerfacts({"extract", path});
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  const auto schema = boost::json::parse(read_file(tree_path("schemas/mention.schema.json")));
  const auto mentions = objects(result.out);
  REQUIRE(mentions.size() >= 3);
  bool salary = false;
  for (const auto& mention : mentions) {
    INFO(boost::json::serialize(mention));
    CHECK(schema_fault(schema, mention) == "");
    const auto start = mention.at("start").to_number<std::size_t>();
    const auto end = mention.at("end").to_number<std::size_t>();
    CHECK(kArticle.substr(start, end - start) == mention.at("quote").as_string().c_str());
    CHECK(mention.at("document").as_string() == path);
    if (mention.at("kind") == "salary") salary = mention.at("min") == 112000 || mention.at("min") == 112000.0;
  }
  CHECK(salary);
}

TEST_CASE("the corpus fits the schema, and its bytes are the quotes", "[cli]") {
  const auto schema = boost::json::parse(read_file(tree_path("schemas/mention.schema.json")));
  const Result result = run_careerfacts({"extract", tree_path("corpus/articles")});
  CHECK(result.status <= 1);
  std::map<std::string, std::string> files;
  std::size_t mentions = 0;
  for (const auto& mention : objects(result.out)) {
    const std::string fault = schema_fault(schema, mention);
    if (!fault.empty()) FAIL_CHECK(fault << "\n" << boost::json::serialize(mention));
    const std::string path = mention.at("document").as_string().c_str();
    if (!files.contains(path)) files[path] = read_file(path);
    const auto start = mention.at("start").to_number<std::size_t>();
    const auto end = mention.at("end").to_number<std::size_t>();
    const std::string bytes = files[path].substr(start, end - start);
    if (!mention.as_object().contains("quote_base64") && bytes != mention.at("quote").as_string().c_str())
      FAIL_CHECK(path << ":" << start << ": '" << bytes << "' is not "
                      << boost::json::serialize(mention.at("quote")));
    ++mentions;
  }
  CHECK(mentions > 100);
}

TEST_CASE("offsets are told in other units on request", "[cli]") {
  const TempFolder folder;
  const std::string path = folder.write("pay.md", "\xF0\x9F\x98\x80 A welder earns a salary of $50,000.\n");
  const auto schema = boost::json::parse(read_file(tree_path("schemas/mention.schema.json")));
  const auto mentions = objects(run_careerfacts({"extract", path, "--all-offsets"}).out);
  REQUIRE(!mentions.empty());
  for (const auto& mention : mentions) {
    CHECK(schema_fault(schema, mention) == "");
    for (const std::string edge : {"start", "end"}) {
      const auto bytes = mention.at(edge).to_number<std::size_t>();
      CHECK(mention.at(edge + "_code_point") ==
            bytes - 3);  // an emoji: four bytes, one code point, two units
      CHECK(mention.at(edge + "_utf16") == bytes - 2);
    }
  }
  const Result refused = run_careerfacts({"extract", path, "--all-offsets", "--format", "csv"});
  CHECK(refused.status == 2);
  CHECK(has(refused.err, "--all-offsets"));
}

TEST_CASE("the output is the same for any number of workers", "[cli]") {
  const std::string corpus = tree_path("corpus/articles");
  const Result one = run_careerfacts({"extract", corpus, "--jobs", "1"});
  for (const char* jobs : {"2", "3", "16"})
    CHECK(run_careerfacts({"extract", corpus, "--jobs", jobs}).out == one.out);
}

TEST_CASE("standard input is a dash", "[cli]") {
  const Result result = run_careerfacts({"extract", "-"}, {.input = kArticle});
  CHECK(result.status == 0);
  const auto mentions = objects(result.out);
  REQUIRE_FALSE(mentions.empty());
  CHECK(mentions.front().at("document") == "-");
}

TEST_CASE("CSV has a heading even when nothing is found", "[cli]") {
  const TempFolder folder;
  const Result result =
      run_careerfacts({"extract", folder.write("none.txt", "Nothing.\n"), "--format", "csv"});
  CHECK(result.status == 0);
  CHECK(result.out.starts_with("document,"));
  CHECK(result.out.find("\r\n") == result.out.size() - 2);
}

TEST_CASE("text is one line a mention that starts with its place", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  const Result result = run_careerfacts({"extract", "pay.md", "--format", "text"}, {.folder = folder.path()});
  CHECK(has(result.out, "pay.md:3:24: salary: $112,000 — USD 112,000 a year"));
}

TEST_CASE("what cannot be read is told, and the rest is done", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  folder.make_folder("empty");
  const Result some =
      run_careerfacts({"extract", "missing.md", "pay.md", "empty"}, {.folder = folder.path()});
  CHECK(some.status == 1);
  CHECK(has(some.out, "\"document\":\"pay.md\""));
  CHECK(has(some.err, "missing.md: there is no such file or folder; check the path [missing-path]"));
  CHECK(has(some.err, "empty: "));
  const Result none = run_careerfacts({"extract", "missing.md"}, {.folder = folder.path()});
  CHECK(none.status == 2);
  CHECK(none.out.empty());
}

TEST_CASE("files above the limit are refused", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  const Result result =
      run_careerfacts({"extract", "pay.md", "--max-bytes", "20"}, {.folder = folder.path()});
  CHECK(result.status == 2);
  CHECK(has(result.err, "[too-large]"));
}

TEST_CASE("a reader that goes away is success", "[cli]") {
  const TempFolder folder;
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (int j = 0; j < 100; ++j) text += kArticle;
    folder.write("a" + std::to_string(i) + ".md", text);
  }
  const Result result = shell("careerfacts extract . | head -n 1", {.folder = folder.path()});
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK(objects(result.out).size() == 1);
}

TEST_CASE("a full disk is told", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kArticle);
  const Result result = run_careerfacts({"extract", folder.path()}, {.output_to = "/dev/full"});
  CHECK(result.status == 2);
  CHECK(has(result.err, "standard output: cannot be written: No space left on device"));
}

TEST_CASE("hostile text never reaches a terminal raw", "[cli]") {
  if (!has_terminals()) return skip(kNoTerminals);
  const TempFolder folder;
  folder.write("evil\x1b]0;title\x07.md", "A data scientist \x1b[31m\x1b[2J earns $112,000 a year.\n");
  for (const char* format : {"jsonl", "csv", "text"}) {
    const Result result = run_careerfacts_in_terminal({"extract", folder.path(), "--format", format});
    CHECK(has(result.out, "112,000"));
    CHECK_FALSE(has(result.out, "\x1b]0"));
    CHECK_FALSE(has(result.out, "\x1b[2J"));
  }
  const Result normalized = run_careerfacts_in_terminal({"normalize", folder.at("evil\x1b]0;title\x07.md")});
  CHECK(has(normalized.out, "112,000"));
  CHECK_FALSE(has(normalized.out, "\x1b[2J"));
}

TEST_CASE("names that are no text survive", "[cli]") {
  const TempFolder folder;
  folder.write("caf\xe9.md", kArticle);
  folder.write("two\nlines.md", kArticle);
  const Result result = run_careerfacts({"extract", "."}, {.folder = folder.path()});
  CHECK(result.status == 0);
  bool base64 = false;
  for (const auto& mention : objects(result.out))
    base64 = base64 || mention.as_object().contains("document_base64");
  CHECK(base64);
}

}  // namespace
}  // namespace careerfacts::test
