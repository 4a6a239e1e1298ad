// What the system does to a program: short and interrupted reads and writes, disks that are broken or full,
// files that change, odd names, deep folders. The faults are made by tests/support/fault_shim.cc.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/unprivileged.h"

namespace careerfacts::test {
namespace {

const std::string kFact = "A data scientist earns $112,000 a year, according to Example Survey.\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A sanitizer must be the first library of a program.
constexpr bool can_inject() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return false;
#else
  return true;
#endif
}
constexpr const char* kCannotInject = "a sanitizer leaves no room for a library that makes faults";

RunOptions with_faults(const TempFolder& folder, const std::string& faults) {
  return {.folder = folder.path(),
          .environment = {{"LD_PRELOAD", fault_shim_path()}, {"CAREERFACTS_FAULTS", faults}}};
}

// Three articles of some kilobytes.
void write_articles(const TempFolder& folder) {
  for (const char* name : {"a.md", "b.md", "c.md"}) {
    std::string text = "# Pay in " + std::string(name) + "\n\n";
    for (int i = 0; i < 60; ++i)
      text +=
          "A nurse in town " + std::to_string(i) + " earns $" + std::to_string(60 + i) + ",000 a year.\n\n";
    folder.write("articles/" + std::string(name), text);
  }
}

TEST_CASE("short and interrupted reads and writes change nothing", "[cli]") {
  if (!can_inject()) return skip(kCannotInject);
  const TempFolder folder;
  write_articles(folder);
  const std::vector<std::string> words{"extract", "articles", "--format", "jsonl"};
  const Result plain = run_careerfacts(words, {.folder = folder.path()});
  REQUIRE(plain.status == 0);
  REQUIRE(plain.out.size() > 10'000);
  for (const char* faults : {"short-reads", "short-writes", "short-reads short-writes"}) {
    const Result result = run_careerfacts(words, with_faults(folder, faults));
    INFO(faults << ": " << result.err);
    CHECK(result.status == 0);
    CHECK(result.out == plain.out);
  }
}

TEST_CASE("an article on a broken part of the disk is told, and the rest is used", "[cli]") {
  if (!can_inject()) return skip(kCannotInject);
  const TempFolder folder;
  write_articles(folder);
  folder.write("articles/bad.md", kFact + kFact);
  const Result result = run_careerfacts({"extract", "articles"}, with_faults(folder, "bad-disk"));
  CHECK(result.status == 1);
  CHECK(has(result.err, "bad.md"));
  CHECK(has(result.err, "Input/output error"));
  CHECK(has(result.out, "c.md"));
  CHECK_FALSE(has(result.out, "bad.md"));
}

TEST_CASE("output that cannot be written is told", "[cli]") {
  if (!can_inject()) return skip(kCannotInject);
  const TempFolder folder;
  write_articles(folder);
  const Result result = run_careerfacts({"extract", "articles"}, with_faults(folder, "bad-output"));
  CHECK(result.status == 2);
  CHECK(has(result.err, "standard output"));
  CHECK(has(result.err, "Input/output error"));
}

TEST_CASE("a database on a disk that is full or breaks is told, and is whole afterwards", "[cli]") {
  if (!can_inject()) return skip(kCannotInject);
  const TempFolder folder;
  write_articles(folder);
  folder.write("articles/d/other.md", kFact);
  const std::vector<std::string> all{"ingest", "articles", "--db", "facts.db"};
  const auto facts = [&](const std::string& database) {
    return run_careerfacts({"facts", "--db", database, "--format", "jsonl"}, {.folder = folder.path()}).out;
  };
  REQUIRE(run_careerfacts({"ingest", "articles", "--db", "whole.db"}, {.folder = folder.path()}).status == 0);
  const std::string wanted = facts("whole.db");
  REQUIRE(has(wanted, "112000"));
  for (const char* fault : {"full-disk", "bad-store"})
    for (const int nth : {1, 3, 8, 21}) {
      for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(folder.at("facts.db" + std::string(suffix)));
      // Some articles are there before; the others come while the disk fails.
      REQUIRE(
          run_careerfacts({"ingest", "articles/d", "--db", "facts.db"}, {.folder = folder.path()}).status ==
          0);
      const Result broken =
          run_careerfacts(all, with_faults(folder, std::string(fault) + "=" + std::to_string(nth)));
      INFO(fault << " at write " << nth << ": " << broken.err);
      if (broken.status == 2) {
        CHECK(has(broken.err, "facts.db"));
      } else {
        CHECK(broken.status == 0);  // it needed fewer writes
      }
      CHECK(has(facts("facts.db"), "112000"));  // what was there is there
      const Result again = run_careerfacts(all, {.folder = folder.path()});
      CHECK(again.status == 0);
      CHECK(facts("facts.db") == wanted);
      CHECK(run_careerfacts({"verify", "--db", "facts.db"}, {.folder = folder.path()}).status == 0);
    }
}

TEST_CASE("a folder where nothing may be written takes no database, and says so", "[cli]") {
  const TempFolder folder;
  const auto readable = static_cast<std::filesystem::perms>(0555);
  std::filesystem::permissions(folder.write("pay.md", kFact), readable);
  std::filesystem::permissions(folder.path(), readable);
  {
    // Root writes everywhere; the program is to run as somebody else then.
    const std::string command = "careerfacts ingest pay.md --db facts.db";
    const Result result =
        ::geteuid() == 0 ? shell("setpriv --reuid=65534 --clear-groups " + command, {.folder = folder.path()})
                         : shell(command, {.folder = folder.path()});
    INFO(result.err);
    if (has(result.err, "setpriv") || has(result.err, "Permission denied")) {
      std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
      return skip("no program can be run as another user here");
    }
    CHECK(result.status == 2);
    CHECK(has(result.err, "facts.db"));
  }
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
  CHECK_FALSE(std::filesystem::exists(folder.at("facts.db")));
}

TEST_CASE("a file that grows and shrinks while it is read breaks nothing", "[cli]") {
  const TempFolder folder;
  std::string text;
  while (text.size() < 1'000'000) text += kFact;
  const std::string path = folder.write("pay.md", text);
  std::thread changer([&] {
    for (int i = 0; i < 60; ++i) {
      std::filesystem::resize_file(path, 700);
      std::ofstream(path, std::ios::binary) << text;
    }
  });
  for (int i = 0; i < 4; ++i) {
    const Result result = run_careerfacts({"extract", "pay.md"}, {.folder = folder.path()});
    CHECK(result.status <= 1);
    if (result.status == 1)
      CHECK((has(result.err, "[changed-while-read]") || has(result.err, "[empty-file]")));
  }
  changer.join();
}

TEST_CASE("a pipe with a name is no article of a folder, and is read where it is named", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kFact);
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  const Result walked = run_careerfacts({"extract", "."}, {.folder = folder.path()});  // would wait for ever
  CHECK(walked.status == 0);
  CHECK(has(walked.out, "$112,000"));
  const Result named = shell("(printf 'A nurse earns $90,000 a year.' > pipe &) ; careerfacts extract pipe",
                             {.folder = folder.path()});
  CHECK(named.status == 0);
  CHECK(has(named.out, "$90,000"));
}

TEST_CASE("names with line ends, quotes and bytes that are no text", "[cli]") {
  const TempFolder folder;
  const std::vector<std::string> names{
      "a\nb.md",     "quote\"s.md",    "apo'strophe.md", "-dash.md", "back\\slash.md", "tab\t.md",
      "\xff\xfe.md", "\x1b[31mred.md", "; rm x.md",      "=1+1.csv", "%s%n.md",        "\xE2\x80\xAEgnp.md"};
  for (const std::string& name : names) folder.write(name, kFact);
  const Result extracted = run_careerfacts({"extract", ".", "--format", "jsonl"}, {.folder = folder.path()});
  CHECK(extracted.status == 0);
  std::size_t salaries = 0;
  for (std::size_t at = extracted.out.find("\"kind\":\"salary\""); at != std::string::npos;
       at = extracted.out.find("\"kind\":\"salary\"", at + 1))
    ++salaries;
  CHECK(salaries == names.size());
  REQUIRE(run_careerfacts({"ingest", ".", "--db", "facts.db"}, {.folder = folder.path()}).status == 0);
  CHECK(run_careerfacts({"verify", "--db", "facts.db"}, {.folder = folder.path()}).status == 0);
  // Each alone, as the shell would give it.
  for (const std::string& name : names) {
    const Result result = run_careerfacts({"extract", "--", name}, {.folder = folder.path()});
    INFO(name << result.err);
    CHECK(result.status == 0);
    CHECK(has(result.out, "$112,000"));
  }
}

TEST_CASE("folders in folders, as deep as paths go", "[cli]") {
  const TempFolder folder;
  std::string path = folder.path();
  for (int depth = 0; depth < 200; ++depth) {
    path += "/folder";
    REQUIRE(::mkdir(path.c_str(), 0700) == 0);
  }
  std::ofstream(path + "/pay.md") << kFact;
  const Result result = run_careerfacts({"extract", "."}, {.folder = folder.path()});
  CHECK(result.status == 0);
  CHECK(has(result.out, "$112,000"));
}

TEST_CASE("a folder deeper than paths go is told, and its neighbours are read", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kFact);
  // Step by step: no call takes a path of 7,000 bytes.
  int here = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY);
  for (int depth = 0; depth < 1000; ++depth) {
    REQUIRE(::mkdirat(here, "folder", 0700) == 0);
    const int inside = ::openat(here, "folder", O_RDONLY | O_DIRECTORY);
    ::close(here);
    here = inside;
  }
  ::close(here);
  const Result result = run_careerfacts({"extract", "."}, {.folder = folder.path()});
  CHECK(result.status == 1);
  CHECK(has(result.out, "$112,000"));
  CHECK(has(result.err, "its path is too long"));
  CHECK(shell("rm -rf folder", {.folder = folder.path()}).status == 0);  // TempFolder gives up there
}

TEST_CASE("thousands of tiny files are read in order", "[cli]") {
  const TempFolder folder;
  for (int i = 0; i < 1000; ++i)
    folder.write("f" + std::to_string(10000 + i) + ".md",
                 "A nurse earns $" + std::to_string(20000 + i) + " a year.\n");
  const Result result =
      run_careerfacts({"extract", ".", "--format", "text", "--jobs", "4"}, {.folder = folder.path()});
  CHECK(result.status == 0);
  std::size_t at = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::size_t next = result.out.find("$" + std::to_string(20000 + i) + " ", at);
    if (next == std::string::npos) FAIL("file " << i << " is missing or not in its place");
    at = next;
  }
}

}  // namespace
}  // namespace careerfacts::test
