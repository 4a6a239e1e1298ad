// Ctrl-C and its kin: a run that is interrupted stops cleanly, keeps what is done, and says how to go on.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

constexpr std::size_t kFiles = 40;  // on either side of the pipe

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

template <class Condition>
bool comes_true(Condition&& condition) {
  for (int i = 0; i < 1000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

// Articles in a/ and z/, and between them a pipe that holds a run up until somebody writes to it.
struct Held {
  TempFolder folder;
  std::vector<std::string> paths{"a", "pipe", "z"};

  Held() {
    for (std::size_t i = 0; i < kFiles; ++i)
      for (const char* name : {"a/", "z/"})
        folder.write(name + std::to_string(i) + ".md",
                     "A nurse earns $" + std::to_string(20 + i) + ",000 a year.\n");
    REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  }
  std::vector<std::string> words(const std::string& command) const {
    std::vector<std::string> words{program_path(), command};
    words.insert(words.end(), paths.begin(), paths.end());
    words.insert(words.end(), {"--jobs", "1"});
    return words;
  }
  RunOptions here() const { return {.folder = folder.path()}; }
  // Waits until somebody reads the pipe; closing what it gives lets the reader go on.
  int open_pipe() const {
    int descriptor = -1;
    comes_true([&] {
      descriptor = ::open(folder.at("pipe").c_str(), O_WRONLY | O_NONBLOCK);
      return descriptor >= 0;
    });
    REQUIRE(descriptor >= 0);
    return descriptor;
  }
};

TEST_CASE("an interrupted ingest keeps what is done, and the next one goes on", "[cli]") {
  for (const auto& [number, status] : {std::pair{SIGINT, 130}, {SIGTERM, 143}, {SIGHUP, 129}}) {
    const Held held;
    Running ingest(held.words("ingest"), held.here());
    const int pipe = held.open_pipe();
    ingest.signal(number);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK_FALSE(ingest.ended());  // the document at hand is read to its end
    ::close(pipe);
    const Result result = ingest.wait();
    INFO(result.err);
    CHECK(result.status == status);
    CHECK(result.out.empty());
    CHECK(has(result.err, "careerfacts: interrupted after 4"));
    CHECK(has(result.err, " of 81 files. What was read of them is in facts.db; run the same command again"));
    {
      const SQLite::Database database(held.folder.at("facts.db"));
      const auto number_of = [&](const std::string& what) {
        return SQLite::Database(held.folder.at("facts.db")).execAndGet("SELECT " + what).getInt();
      };
      const int stored = number_of("count(*) FROM document");
      CHECK(stored >= static_cast<int>(kFiles));
      CHECK(stored < static_cast<int>(2 * kFiles));
      CHECK(number_of("count(*) FROM run WHERE finished_at IS NULL") == 1);
      CHECK(number_of("documents FROM run") == stored);
    }
    const Result rest = run_careerfacts({"ingest", "a", "z"}, held.here());
    CHECK(rest.status == 0);
    CHECK_FALSE(has(rest.out, " 80 new"));
    CHECK(run_careerfacts({"ingest", "a", "z", "--db", "other.db"}, held.here()).status == 0);
    const auto facts_of = [&](const std::string& database) {
      return run_careerfacts({"export", "--db", database}, held.here()).out;
    };
    CHECK(facts_of("facts.db") == facts_of("other.db"));
  }
}

TEST_CASE("an interrupted extract ends after a whole line", "[cli]") {
  const Held held;
  Running extract(held.words("extract"), held.here());
  const int pipe = held.open_pipe();
  extract.signal(SIGTERM);
  ::close(pipe);
  const Result result = extract.wait();
  CHECK(result.status == 143);
  CHECK(result.out.ends_with("}\n"));
  CHECK(has(result.out, "\"a/39.md\""));
  CHECK_FALSE(has(result.out, "\"z/39.md\""));
  CHECK(has(result.err, "interrupted after "));
}

TEST_CASE("a second signal ends the program at once", "[cli]") {
  const Held held;
  Running ingest(held.words("ingest"), held.here());
  const int pipe = held.open_pipe();
  ingest.signal(SIGTERM);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  ingest.signal(SIGTERM);
  CHECK(comes_true([&] { return ingest.ended(); }));
  CHECK(ingest.wait().status == 143);
  ::close(pipe);
  CHECK(run_careerfacts({"ingest", "a", "z"}, held.here()).status == 0);
}

TEST_CASE("a signal that the caller ignores does not interrupt", "[cli]") {
  const Held held;
  Running ingest(
      {"bash", "-c", "trap '' INT; exec \"$@\"", "bash", program_path(), "ingest", "a", "pipe", "z"},
      held.here());
  const int pipe = held.open_pipe();
  ingest.signal(SIGINT);
  ::close(pipe);
  const Result result = ingest.wait();
  INFO(result.err);
  CHECK(result.status <= 1);
  CHECK(has(result.out, "81 new"));
}

TEST_CASE("standard input that is waited for can be interrupted at once", "[cli]") {
  const Held held;
  Running ingest({"bash", "-c", "exec \"$0\" ingest - < pipe", program_path()}, held.here());
  const int pipe = held.open_pipe();
  REQUIRE(comes_true([&] { return std::filesystem::exists(held.folder.at("facts.db")); }));
  ingest.signal(SIGINT);
  CHECK(comes_true([&] { return ingest.ended(); }));
  CHECK(ingest.wait().status == 130);
  ::close(pipe);
}

}  // namespace
}  // namespace careerfacts::test
