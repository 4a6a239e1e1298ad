// The program's manners: help, version, nonsense.
#include <filesystem>
#include <map>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("help and version are results", "[cli]") {
  for (const char* word : {"--help", "-h", "help"}) {
    const Result result = run_careerfacts({word});
    CHECK(result.status == 0);
    CHECK(has(result.out, "Usage: careerfacts COMMAND"));
    CHECK(result.err.empty());
  }
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"--version"}, {"-V"}, {"extract", "--version"}}) {
    const Result result = run_careerfacts(words);
    CHECK(result.status == 0);
    CHECK(result.out.starts_with("careerfacts 0."));
  }
}

TEST_CASE("nothing asked is no success", "[cli]") {
  const Result result = run_careerfacts({});
  CHECK(result.status == 2);
  CHECK(has(result.out + result.err, "Usage: careerfacts"));
}

TEST_CASE("what is not known is told with what to do", "[cli]") {
  const auto complaint = [](const std::vector<std::string>& words) {
    const Result result = run_careerfacts(words);
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    CHECK(result.err.starts_with("careerfacts: "));
    return result.err;
  };
  CHECK(has(complaint({"exract"}), "did you mean 'extract'?"));
  CHECK(has(complaint({"frobnicate"}), "there is no such command; see 'careerfacts --help'"));
  CHECK(has(complaint({"--db"}), "options stand after the command"));
  CHECK(has(complaint({"extract"}), "needs at least one PATH; see 'careerfacts extract --help'"));
  CHECK(has(complaint({"extract", "--fromat", "csv", "x"}), "did you mean '--format'?"));
  CHECK(has(complaint({"extract", "--format", "xml", "x"}), "'xml' is not one of jsonl, csv or text"));
  CHECK(has(complaint({"extract", "--jobs", "0", "x"}), "is not a whole number from 1 to"));
  CHECK(has(complaint({"rules"}), "needs"));
  CHECK(has(complaint({"rules", "chek"}), "rules check"));
  CHECK(has(complaint({"help", "nothing"}), "there is no such command"));
  CHECK(has(complaint({"extract", "--rules", "/no/such/folder", "/dev/null"}), "/no/such/folder"));
}

TEST_CASE("terminal sequences in arguments stay text", "[cli]") {
  if (!has_terminals()) return skip(kNoTerminals);
  const Result result = run_careerfacts_in_terminal({"\x1b[2J"});
  CHECK(result.status == 2);
  CHECK_FALSE(has(result.out, "\x1b[2J"));
  CHECK(has(result.out, "\\x1b[2J"));
}

TEST_CASE("a closed or full standard output is told", "[cli]") {
  const Result closed = run_careerfacts({"--help"}, {.close_output = true});
  CHECK(closed.status == 2);
  CHECK(has(closed.err, "standard output: cannot be written"));
  const Result full = run_careerfacts({"--help"}, {.output_to = "/dev/full"});
  CHECK(full.status == 2);
  CHECK(has(full.err, "No space left on device"));
}

// A folder for LOCPATH with a locale that writes 1.234,56; empty where none can be made.
std::string german_locale(const TempFolder& folder) {
  const Result made = run({"localedef", "-i", "de_DE", "-f", "UTF-8", folder.at("de_DE.UTF-8")});
  // It ends with 1 when it has warned of something.
  return made.status <= 1 && std::filesystem::exists(folder.at("de_DE.UTF-8/LC_NUMERIC")) ? folder.path()
                                                                                          : "";
}

TEST_CASE("locale and time zone change nothing", "[cli]") {
  const TempFolder locales;
  const std::string german = german_locale(locales);
  if (german.empty()) return skip("localedef cannot make the locale de_DE here");
  // glibc keeps what it reads of LOCPATH, and LeakSanitizer says so.
  const std::map<std::string, std::string> elsewhere{{"LOCPATH", german},
                                                     {"LC_ALL", "de_DE.UTF-8"},
                                                     {"LANG", "tr_TR"},
                                                     {"TZ", "Asia/Kathmandu"},
                                                     {"ASAN_OPTIONS", "detect_leaks=0"}};
  // It is one in which numbers have commas.
  const Result printed = run({"env", "printf", "%.1f", "1,5"}, {.environment = elsewhere});
  if (printed.status == 0) CHECK(printed.out == "1,5");
  const std::string article = tree_path("corpus/articles");
  const TempFolder folder;
  const std::vector<std::vector<std::string>> commands{
      {"extract", article},
      {"extract", article + "/nursing-pay-guide.txt", "--format", "csv"},
      {"extract", article + "/nursing-pay-guide.txt", "--format", "text"},
      {"normalize", "--explain", article + "/nursing-pay-guide.txt"},
      {"--help"},
      {"extract", "--jobs", "1,5", article}};
  for (const std::vector<std::string>& command : commands) {
    const Result plain = run_careerfacts(command);
    const Result other = run_careerfacts(command, {.environment = elsewhere});
    INFO(command[0] << " " << command.back());
    CHECK(plain.status == other.status);
    CHECK(plain.out == other.out);
    CHECK(plain.err == other.err);
  }
  REQUIRE(run_careerfacts({"ingest", article, "--db", folder.at("plain.db")}).status <= 1);
  REQUIRE(run_careerfacts({"ingest", article, "--db", folder.at("other.db")}, {.environment = elsewhere})
              .status <= 1);
  for (const char* format : {"jsonl", "csv"}) {
    const Result plain = run_careerfacts({"facts", "--db", folder.at("plain.db"), "--format", format});
    const Result other = run_careerfacts({"facts", "--db", folder.at("other.db"), "--format", format},
                                         {.environment = elsewhere});
    CHECK(plain.out.size() > 1000);
    CHECK(plain.out == other.out);
  }
}

}  // namespace
}  // namespace careerfacts::test
