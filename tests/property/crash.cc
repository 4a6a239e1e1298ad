// Whatever moment `ingest` is killed at, and wherever a power cut ends the log: the store holds whole
// documents, and the next run completes it to the very export of a run that nobody disturbed.
//
// The environment makes it longer: scripts/kill-test sets CAREERFACTS_KILLS and CAREERFACTS_KILL_DOCUMENTS.
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <thread>

#include "tests/property/articles.h"
#include "tests/support/catch.h"

namespace careerfacts::test {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::size_t from_environment(const char* name, std::size_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoul(value, nullptr, 10);
}

// A small article with a dozen facts, some of which others state too.
std::string small_article(Random& random) {
  static const std::vector<std::string> kTitles{"data scientist", "registered nurse", "electrician",
                                                "welder",         "accountant",       "paralegal",
                                                "pharmacist",     "teacher"};
  static const std::vector<std::string> kSources{"Glassdoor", "the Bureau of Labor Statistics", "Payscale"};
  const auto title = [&] { return kTitles[below(random, kTitles.size())]; };
  const auto number = [&](std::size_t least, std::size_t most) {
    return std::to_string(least + below(random, most - least));
  };
  std::string text = "# Careers as a " + title() + "\n";
  for (std::size_t i = 0; i < 4; ++i) {
    text += "\nA " + title() + " earns a median of $" + number(30, 180) + ",000 a year, according to " +
            kSources[below(random, kSources.size())] + ". ";
    text +=
        number(2, 90) + "% of " + title() + " jobs ask for a certificate such as the CompTIA Security+.\n";
  }
  return text;
}

struct Expected {
  std::map<std::string, std::string> documents;  // path → what is stored of it, in short
  std::string exported;
};

// By path: hash, number of citations, of their passages, of sections and diagnostics, sums of the citations'
// places.
std::map<std::string, std::string> documents_of(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY, 10'000);
  SQLite::Statement rows(
      database,
      "SELECT path, sha256 || ' ' || count(c.id) || ' ' || count(DISTINCT passage_id) || ' ' || "
      "coalesce(sum(start_byte), 0) || ' ' || coalesce(sum(end_byte), 0) || ' ' || "
      "(SELECT count(*) FROM section AS s WHERE s.document_id = d.id) || ' ' || "
      "(SELECT count(*) FROM diagnostic AS g WHERE g.document_id = d.id) "
      "FROM document AS d LEFT JOIN citation AS c ON c.document_id = d.id GROUP BY d.id");
  std::map<std::string, std::string> documents;
  while (rows.executeStep()) documents[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
  return documents;
}

std::string export_of(const std::string& path) {
  const Result result = run_careerfacts({"export", "--include-chrome", "--db", path});
  REQUIRE(result.status == 0);
  return result.out;
}

// What is wrong with the inside of the store; empty: nothing.
std::string inner_fault(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY, 10'000);
  const std::string integrity = database.execAndGet("PRAGMA integrity_check").getString();
  if (integrity != "ok") return integrity;
  if (SQLite::Statement(database, "PRAGMA foreign_key_check").executeStep())
    return "a row refers to one that is not there";
  for (const auto* uncited :
       {"SELECT count(*) FROM passage WHERE id NOT IN (SELECT passage_id FROM citation)",
        "SELECT count(*) FROM fact WHERE number NOT IN (SELECT fact_number FROM citation)",
        "SELECT count(*) FROM source WHERE id NOT IN (SELECT source_id FROM citation WHERE source_id IS NOT "
        "NULL)"})
    if (database.execAndGet(uncited).getInt() != 0) return uncited;
  return "";
}

// What is wrong with the index of words; empty: nothing. FTS5 checks itself when it is written to.
std::string search_fault(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE, 10'000);
  try {
    database.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
  } catch (const SQLite::Exception& exception) {
    return exception.what();
  }
  return "";
}

// Two states of the same articles, and what an undisturbed run makes of each.
struct Corpus {
  TempFolder folder;
  Expected before;  // articles in before/
  Expected after;   // articles in after/: a third of them changed
  double seconds = 0;

  explicit Corpus(std::size_t documents) {
    Random random(7);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < documents; ++i) {
      const std::string name = "/articles/" + std::to_string(100'000 + i) + ".md";
      // Some are copies of one before, so that origins are found and lost.
      const std::string text = i % 7 == 6 ? texts[below(random, i)] : small_article(random);
      texts.push_back(text);
      folder.write("before" + name, text);
      folder.write("after" + name, i % 3 == 0 ? small_article(random) : text);
    }
    const auto start = Clock::now();
    before = undisturbed("before");
    seconds = std::chrono::duration<double>(Clock::now() - start).count();
    after = undisturbed("after");
    REQUIRE(before.documents.size() == documents);
    REQUIRE(before.exported != after.exported);
    SQLite::Database database(folder.at("before.db"));
    REQUIRE(database.execAndGet("SELECT count(*) FROM document WHERE origin_id IS NOT NULL").getInt() > 0);
  }

  Expected undisturbed(const std::string& state) const {
    const std::string database = folder.at(state + ".db");
    const Result result =
        run_careerfacts({"ingest", "articles", "--db", database}, {.folder = folder.at(state)});
    INFO(result.err);
    REQUIRE(result.status == 0);
    return {documents_of(database), export_of(database)};
  }
};

void remove_store(const std::string& path) {
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(path + end);
}

// Each document is as one of the two states has it.
void check_whole(const std::string& database, const Expected& one, const Expected& other) {
  CHECK(inner_fault(database) == "");
  std::size_t wrong = 0;
  for (const auto& [path, stored] : documents_of(database)) {
    const auto here = one.documents.find(path);
    const auto there = other.documents.find(path);
    REQUIRE(here != one.documents.end());
    if (stored != here->second && stored != there->second) ++wrong;
  }
  CHECK(wrong == 0);
}

struct Tally {
  std::size_t kills = 0;
  std::size_t halfway = 0;  // of these: the store held some of what the run was to store, and not all
  std::size_t completed = 0;
};

bool is_store(const std::string& path) {
  if (!fs::exists(path) || fs::file_size(path) == 0) return false;
  // For writing: a run that was killed while it made the file leaves a journal, which only a writer rolls
  // back.
  SQLite::Database database(path, SQLite::OPEN_READWRITE, 10'000);
  return database.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'document'").getInt() == 1;
}

std::size_t equal_documents(const std::string& database, const Expected& wanted) {
  std::size_t equal = 0;
  for (const auto& [path, stored] : documents_of(database))
    equal += wanted.documents.at(path) == stored ? 1 : 0;
  return equal;
}

// Kills runs until one comes through; at most `most` of them are killed.
void complete(const Corpus& corpus, const std::string& state, const std::string& database,
              const Expected& from, const Expected& to, std::size_t most, Random& random, Tally& tally) {
  std::size_t had = 0;
  for (std::size_t killed = 0;;) {
    std::vector<std::string> words{program_path(),
                                   "ingest",
                                   "articles",
                                   "--db",
                                   database,
                                   "--jobs",
                                   std::to_string(1 + below(random, 3))};
    if (below(random, 4) > 0) {
      words.push_back("--commit-every");
      words.push_back(std::to_string(20 + below(random, 500)));
    }
    Running ingest(words, {.folder = corpus.folder.at(state)});
    if (killed < most) {
      const double share = static_cast<double>(below(random, 1'000'000)) / 1e6;
      const auto end = Clock::now() + std::chrono::duration<double>(share * corpus.seconds * 1.2);
      while (Clock::now() < end && !ingest.ended())
        std::this_thread::sleep_for(std::chrono::microseconds(300));
      if (!ingest.ended()) {
        ingest.signal(SIGKILL);
        ++killed;
        ++tally.kills;
      }
    }
    const Result result = ingest.wait();
    if (result.status == 0) break;
    INFO(result.err);
    REQUIRE(result.status == 128 + SIGKILL);
    if (!is_store(database)) continue;
    check_whole(database, from, to);
    const std::size_t has = equal_documents(database, to);
    CHECK(has >= had);  // what was committed is not lost
    if (has > had && has < to.documents.size()) ++tally.halfway;
    had = has;
  }
  ++tally.completed;
  CHECK(documents_of(database) == to.documents);
  CHECK(inner_fault(database) == "");
  CHECK(search_fault(database) == "");
  CHECK(export_of(database) == to.exported);
}

TEST_CASE("an ingest that is killed leaves whole documents, and the next run completes it", "[property]") {
  const std::size_t kills = from_environment("CAREERFACTS_KILLS", 6);
  const Corpus corpus(from_environment("CAREERFACTS_KILL_DOCUMENTS", 100));
  const std::string database = corpus.folder.at("killed.db");
  Random random(11);
  Tally tally;
  // On a busy machine a kill seldom meets the middle of a run.
  while (tally.kills < kills || (tally.halfway == 0 && tally.kills < 20 * kills)) {
    remove_store(database);
    complete(corpus, "before", database, corpus.before, corpus.before, 1 + below(random, 8), random, tally);
    complete(corpus, "after", database, corpus.before, corpus.after, 1 + below(random, 8), random, tally);
  }
  CHECK(tally.halfway > 0);
  std::cout << tally.kills << " kills, " << tally.halfway
            << " of them between the first and the last document; " << tally.completed
            << " runs completed, all with the export of an undisturbed run\n";
}

// The log is written from front to end, and synchronised before a checkpoint takes from it: after a power cut
// a beginning of it is there, and behind it anything.
TEST_CASE("a log that a power cut ended anywhere leaves whole documents", "[property]") {
  const Corpus corpus(60);
  const std::string database = corpus.folder.at("cut.db");
  corpus.folder.write("first.md", "A nurse earns $80,000 a year.\n");
  REQUIRE(
      run_careerfacts({"ingest", "first.md", "--db", database}, {.folder = corpus.folder.path()}).status ==
      0);
  std::string whole_file, log;
  {
    SQLite::Database reader(database,
                            SQLite::OPEN_READONLY);  // while it reads, no checkpoint empties the log
    reader.exec("BEGIN");
    reader.execAndGet("SELECT count(*) FROM fact");
    REQUIRE(run_careerfacts({"ingest", "articles", "--db", database, "--commit-every", "60"},
                            {.folder = corpus.folder.at("before")})
                .status == 0);
    whole_file = read_file(database);
    log = read_file(database + "-wal");
  }
  REQUIRE(log.size() > 100'000);
  Expected wanted = corpus.before;
  wanted.documents["first.md"] = documents_of(database).at("first.md");
  const std::string complete_export = export_of(database);

  Random random(13);
  std::set<std::size_t> seen;
  const std::string cut = corpus.folder.at("cut/cut.db");
  const std::size_t cuts = from_environment("CAREERFACTS_KILLS", 12) * 3;
  for (std::size_t i = 0; i < cuts; ++i) {
    std::string left = log.substr(0, below(random, log.size()));
    if (i % 2 == 0) left += random_bytes(random, 1 + below(random, 20'000));
    corpus.folder.write("cut/cut.db", whole_file);
    corpus.folder.write("cut/cut.db-wal", left);
    fs::remove(cut + "-shm");
    check_whole(cut, wanted, wanted);
    seen.insert(documents_of(cut).size());
    if (i % 6 != 0) continue;
    REQUIRE(
        run_careerfacts({"ingest", "articles", "--db", cut}, {.folder = corpus.folder.at("before")}).status ==
        0);
    CHECK(export_of(cut) == complete_export);
  }
  CHECK(seen.size() > 3);  // the cuts left different numbers of documents
}

}  // namespace
}  // namespace careerfacts::test
