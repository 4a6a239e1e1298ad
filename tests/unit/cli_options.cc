// Arguments to variables, and what is said when they make no sense.
#include "cli/options.h"

#include "base/error.h"
#include "tests/support/catch.h"

namespace careerfacts::cli {
namespace {

struct Parsed {
  std::vector<std::string> paths;
  std::string db = "facts.db";
  std::string format = "jsonl";
  std::vector<std::string> references;
  std::size_t jobs = 2;
  std::size_t max_bytes = 64;
  bool explain = false;
};

Parsed parse(const std::vector<std::string>& arguments) {
  Parsed parsed;
  Options options("test");
  options.operands(parsed.paths, 1, 3, "PATH");
  options.text("db", parsed.db);
  options.choice("format", parsed.format, {"jsonl", "csv", "text"});
  options.texts("reference", parsed.references);
  options.number("jobs,j", parsed.jobs, 1, 64);
  options.bytes("max-bytes", parsed.max_bytes, std::size_t{2} << 30);
  options.flag("explain", parsed.explain);
  options.parse(arguments);
  return parsed;
}

std::string complaint(const std::vector<std::string>& arguments) {
  try {
    parse(arguments);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    return error.what();
  }
  return "none";
}

using Texts = std::vector<std::string>;

TEST_CASE("options stand anywhere, in all the GNU ways", "[cli]") {
  const Parsed parsed = parse({"a", "--db", "x.db", "b", "--format=csv", "-j", "4", "--explain"});
  CHECK(parsed.paths == Texts{"a", "b"});
  CHECK(parsed.db == "x.db");
  CHECK(parsed.format == "csv");
  CHECK(parsed.jobs == 4);
  CHECK(parsed.explain);
  CHECK(parse({"a", "-j8"}).jobs == 8);
  CHECK(parse({"a", "--reference", "x", "--reference", "y"}).references == Texts{"x", "y"});
}

TEST_CASE("a dash is an operand, and all is after two dashes", "[cli]") {
  CHECK(parse({"-"}).paths == Texts{"-"});
  CHECK(parse({"--", "--db", "-x"}).paths == Texts{"--db", "-x"});
}

TEST_CASE("what is not given keeps its value", "[cli]") {
  const Parsed parsed = parse({"a"});
  CHECK(parsed.db == "facts.db");
  CHECK(parsed.jobs == 2);
  CHECK_FALSE(parsed.explain);
}

TEST_CASE("sizes have units", "[cli]") {
  CHECK(parse({"a", "--max-bytes", "500"}).max_bytes == 500);
  CHECK(parse({"a", "--max-bytes", "2K"}).max_bytes == 2048);
  CHECK(parse({"a", "--max-bytes", "64m"}).max_bytes == 64U << 20);
  CHECK(parse({"a", "--max-bytes", "2G"}).max_bytes == std::size_t{2} << 30);
  CHECK(complaint({"a", "--max-bytes", "3G"}).find("'3G' is more than 2048M, the most") != std::string::npos);
  for (const char* wrong : {"0", "-1", "K", "1T", "1.5M", "99999999999999999999", "99999999999999999G"})
    CHECK(complaint({"a", "--max-bytes", wrong}).find("is not a size") != std::string::npos);
}

TEST_CASE("nonsense is told with what to do", "[cli]") {
  CHECK(complaint({"a", "--fromat", "csv"}) ==
        "--fromat: there is no such option; did you mean '--format'?; see 'careerfacts test --help'");
  CHECK(complaint({"a", "--zzzzzzz"}).find("there is no such option; see") != std::string::npos);
  CHECK(complaint({"a", "-x"}).find("-x: there is no such option") == 0);
  CHECK(complaint({"a", "--form", "csv"}).find("did you mean '--format'?") != std::string::npos);
  CHECK(complaint({"a", "--db"}).find("--db: needs a value") == 0);
  CHECK(complaint({"a", "--db="}).find("--db: needs a value") == 0);
  CHECK(complaint({"a", "--explain=yes"}).find("--explain: takes no value") == 0);
  CHECK(complaint({"a", "--db", "x", "--db", "y"}).find("--db: is given more than once") == 0);
  CHECK(complaint({"a", "--format", "xml"}).find("--format: 'xml' is not one of jsonl, csv or text") == 0);
  for (const char* wrong : {"0", "65", "-1", "two", "1e3", "", "99999999999999999999"})
    CHECK(complaint({"a", "--jobs", wrong}).find("--jobs: ") == 0);
  CHECK(complaint({}) == "test: needs at least one PATH; see 'careerfacts test --help'");
  CHECK(complaint({"a", "b", "c", "d"}).find("d: is one argument too many") == 0);
}

TEST_CASE("a slip of the finger is recognised", "[cli]") {
  CHECK(closest("ingets", {"ingest", "extract"}) == "ingest");
  CHECK(closest("verfy", {"verify", "facts"}) == "verify");
  CHECK(closest("frobnicate", {"verify", "facts"}).empty());
  CHECK(closest("", {"verify"}).empty());
}

}  // namespace
}  // namespace careerfacts::cli
