// A store in a rough world: two writers, readers beside a writer, no room, no permission, the file taken
// away.
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <optional>
#include <thread>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/unprivileged.h"

namespace careerfacts::test {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void write_articles(const TempFolder& folder, const std::string& name, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = "# Pay\n";
    for (std::size_t k = 0; k < 20; ++k)
      text += "\nA nurse earns $" + std::to_string(20 + (i * 7 + k) % 150) + ",000 a year.\n";
    folder.write(name + "/" + std::to_string(1000 + i) + ".md", text);
  }
}

// A store of one article, in a folder with more of them.
struct Store {
  TempFolder folder;

  Store() {
    folder.write("pay.md", "A data scientist earns $112,000 a year, according to Glassdoor.\n");
    REQUIRE(run({"ingest", "pay.md"}).status == 0);
  }
  RunOptions here() const { return {.folder = folder.path()}; }
  std::string database() const { return folder.at("facts.db"); }
  Result run(const std::vector<std::string>& arguments) const { return run_careerfacts(arguments, here()); }
};

// Another program that is in the middle of writing to the store.
class OtherWriter {
 public:
  explicit OtherWriter(const std::string& path) : database_(path, SQLite::OPEN_READWRITE) {
    database_.exec("BEGIN IMMEDIATE");
    database_.exec("UPDATE document SET title = 'half done'");
  }
  void finish() { database_.exec("ROLLBACK"); }

 private:
  SQLite::Database database_;
};

// Until it says that it waits, or does not.
bool waits(Running& program) {
  while (!program.ended() && !has(program.err_so_far(), "waiting for it\n"))
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return !program.ended();
}

TEST_CASE("a second writer waits for the first", "[cli]") {
  const Store store;
  write_articles(store.folder, "more", 3);
  OtherWriter other(store.database());
  Running ingest({program_path(), "ingest", "more"}, store.here());
  REQUIRE(waits(ingest));
  other.finish();
  const Result result = ingest.wait();
  CHECK(result.status == 0);
  CHECK(result.err == "careerfacts: another program is writing to facts.db; waiting for it\n");
  CHECK(has(result.out, "facts.db holds 4 documents"));
}

TEST_CASE("a second writer that may not wait says so", "[cli]") {
  const Store store;
  OtherWriter other(store.database());
  const Result result = store.run({"ingest", "pay.md", "--wait", "0"});
  CHECK(result.status == 2);
  CHECK(has(result.err, "facts.db: another program is writing to the store: wait until it is done"));
}

TEST_CASE("a writer that waits can be interrupted", "[cli]") {
  const Store store;
  OtherWriter other(store.database());
  Running ingest({program_path(), "ingest", "pay.md"}, store.here());
  REQUIRE(waits(ingest));
  const auto start = Clock::now();
  ingest.signal(SIGTERM);
  CHECK(ingest.wait().status == 143);
  CHECK(Clock::now() - start < std::chrono::seconds(30));  // it may wait for 60
}

TEST_CASE("two writers at once make the store that one would have made", "[cli]") {
  const Store store;
  write_articles(store.folder, "more", 200);
  CHECK(store.run({"ingest", "more", "pay.md", "--db", "one.db"}).status == 0);
  std::vector<std::unique_ptr<Running>> writers;
  for (int i = 0; i < 3; ++i)
    writers.push_back(std::make_unique<Running>(
        std::vector<std::string>{program_path(), "ingest", "more", "--commit-every", "50"}, store.here()));
  for (const auto& writer : writers) {
    const Result result = writer->wait();
    INFO(result.err);
    CHECK(result.status == 0);
  }
  CHECK(store.run({"export"}).out == store.run({"export", "--db", "one.db"}).out);
  SQLite::Database database(store.database());
  CHECK(database.execAndGet("SELECT count(*) FROM document").getInt() == 201);
  CHECK(database.execAndGet("SELECT count(*) FROM run WHERE finished_at IS NULL").getInt() == 0);
}

TEST_CASE("a store that two make at once is one", "[cli]") {
  const TempFolder folder;
  write_articles(folder, "a", 10);
  write_articles(folder, "b", 20);
  for (int round = 0; round < 5; ++round) {
    const std::string name = std::to_string(round) + ".db";
    Running one({program_path(), "ingest", "a", "--db", name}, {.folder = folder.path()});
    Running two({program_path(), "ingest", "b", "--db", name}, {.folder = folder.path()});
    for (Running* writer : {&one, &two}) {
      const Result result = writer->wait();
      INFO(result.err);
      CHECK(result.status == 0);
    }
    SQLite::Database database(folder.at(name));
    CHECK(database.execAndGet("SELECT count(*) FROM document").getInt() == 30);
  }
}

TEST_CASE("readers do not wait for a writer, and see whole documents", "[cli]") {
  const Store store;
  std::optional<OtherWriter> other(store.database());
  const Result facts = store.run({"facts"});
  INFO(facts.out << facts.err);
  CHECK(has(facts.out, "112,000"));
  CHECK(store.run({"export"}).status == 0);
  CHECK(store.run({"verify"}).status == 0);
  other.reset();

  write_articles(store.folder, "more", 400);
  // Open all the time, so that the writer is not the last to close the file, which would have it for itself.
  SQLite::Database database(store.database(), SQLite::OPEN_READONLY);  // waits for nobody
  database.execAndGet("SELECT count(*) FROM document");
  Running ingest({program_path(), "ingest", "more", "--commit-every", "100"}, store.here());
  int last = 0;
  std::size_t reads = 0, halfway = 0;
  while (!ingest.ended()) {
    ingest.signal(SIGSTOP);  // in whatever it does
    database.exec("BEGIN");
    const int documents = database.execAndGet("SELECT count(*) FROM document").getInt();
    const int citations = database.execAndGet("SELECT count(*) FROM citation").getInt();
    database.exec("COMMIT");
    ingest.signal(SIGCONT);
    CHECK(documents >= last);
    if (documents > 1 && documents < 401) ++halfway;
    // Twenty salaries and twenty roles an article, and what the first article states.
    CHECK(citations == (documents - 1) * 40 + 2);
    last = documents;
    ++reads;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  CHECK(ingest.wait().status == 0);
  CHECK(reads > 3);
  CHECK(halfway > 0);
}

TEST_CASE("a database that is taken away while it is written is told", "[cli]") {
  const Store store;
  write_articles(store.folder, "more", 3);
  OtherWriter other(store.database());
  Running ingest({program_path(), "ingest", "more"}, store.here());
  REQUIRE(waits(ingest));
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(store.database() + end);
  other.finish();
  const Result result = ingest.wait();
  CHECK(result.status == 2);
  CHECK(has(result.err, "facts.db: the file was deleted or moved while it was written"));
  CHECK(store.run({"ingest", "more"}).status == 0);
}

TEST_CASE("where the disk is full what was committed stays, and the next run completes it", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  write_articles(folder, "articles", 200);
  CHECK(run_careerfacts({"ingest", "articles", "--db", "whole.db"}, here).status == 0);
  const std::string whole = run_careerfacts({"export", "--db", "whole.db"}, here).out;
  for (const char* kilobytes : {"1", "8", "40", "300"}) {
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(folder.at("facts.db") + end);
    const Result full = shell(
        "ulimit -f " + std::string(kilobytes) + "; careerfacts ingest articles --commit-every 100", here);
    INFO(kilobytes << ": " << full.err);
    CHECK(full.status == 2);
    CHECK(has(full.err, "careerfacts: facts.db: the disk "));
    CHECK(has(full.err, "run again"));
    CHECK(run_careerfacts({"ingest", "articles"}, here).status == 0);
    CHECK(run_careerfacts({"export"}, here).out == whole);
  }
}

TEST_CASE("a file system without room is told as such", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  write_articles(folder, "articles", 200);
  folder.make_folder("small");
  // A file system of its own in a name space of its own: the user needs no rights for it where the system
  // allows it.
  const std::string mount = "mount -t tmpfs -o size=600k none small";
  if (run({"unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount}, here).status != 0)
    return skip("this system does not let users mount a small file system (unshare --user --mount)");
  const Result full = run({"unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                           mount + " && \"$0\" ingest articles --db small/facts.db --commit-every 100; "
                                   "echo status $?; rm small/filler; mount -o remount,size=20m small; "
                                   "\"$0\" ingest articles --db small/facts.db",
                           program_path()},
                          here);
  INFO(full.out << full.err);
  CHECK(has(full.out, "status 2\n"));
  CHECK(
      has(full.err, "small/facts.db: the disk is full: what was committed is kept; make room and run again"));
  CHECK(full.status == 0);
  CHECK(has(full.out, "small/facts.db holds 200 documents"));
  CHECK_FALSE(has(full.out, ": 200 new"));  // some were kept
}

TEST_CASE("a store in a folder that may only be read can be looked at, and not written", "[cli]") {
  if (const std::string reason = no_unprivileged_programs(); !reason.empty()) return skip(reason);
  const Store store;
  // Root's tree may be closed to others, so that they need a program of their own.
  const TempFolder open;
  fs::permissions(open.path(), fs::perms::all);
  fs::copy_file(program_path(), open.at("careerfacts"));
  const auto run_here = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> words{open.at("careerfacts")};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run(words, store.here());
  };
  fs::permissions(store.folder.path(), fs::perms{0555});
  fs::permissions(store.database(), fs::perms{0444});
  Result facts, again, fresh;
  {
    const Unprivileged nobody;
    facts = run_here({"facts"});
    again = run_here({"ingest", "pay.md"});
    fresh = run_here({"ingest", "pay.md", "--db", "fresh.db"});
  }
  fs::permissions(store.folder.path(), fs::perms::owner_all);
  INFO(facts.err << again.err << fresh.err);
  CHECK(facts.status == 0);
  CHECK(has(facts.out, "112,000"));
  CHECK(again.status == 2);
  CHECK(has(again.err, "facts.db: the store cannot be written: check the permissions"));
  CHECK(fresh.status == 2);
  CHECK(has(fresh.err, "fresh.db: the store cannot be opened"));
}

}  // namespace
}  // namespace careerfacts::test
