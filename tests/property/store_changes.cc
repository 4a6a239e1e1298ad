// Random lives of a store: documents that come, change and go, in one run or many, by one writer or two.
// Whatever happened, the changes since a run bring an old copy up to date, and the store gives what a fresh
// one would.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <sstream>

#include "base/error.h"
#include "publish/fact_json.h"
#include "store/reader.h"
#include "store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

using Copy = std::map<FactKey, std::string>;  // lines of an export
using Documents = std::map<std::string, ExtractedDocument>;

const RunInfo kRun{"0.1.0", "rules", "{}", "now"};
constexpr int kLives = 12;
constexpr int kRuns = 6;
constexpr int kPaths = 8;

Copy exported(const std::string& path, bool include_chrome) {
  Copy copy;
  Reader(path).all_facts(
      [&](const Fact& fact, const std::vector<Citation>& citations) {
        append_fact_json(copy[fact.key], fact, citations);
        return true;
      },
      include_chrome);
  return copy;
}

// Brings `copy`, which was made after run `since`, up to date.
void apply_changes(Copy& copy, const std::string& path, std::size_t since, bool include_chrome) {
  std::optional<FactKey> last;
  Reader(path).changes_since(
      since,
      [&](const FactChange& change) {
        CHECK((!last || fact_id(*last) < fact_id(change.key)));  // each once, in order
        last = change.key;
        copy.erase(change.key);
        if (change.fact) append_fact_json(copy[change.key], change);
        return true;
      },
      include_chrome);
}

class Life {
 public:
  explicit Life(unsigned seed) : random_(seed) {}

  std::size_t number(std::size_t below) { return random_() % below; }

  // A document of a few statements out of a small stock, so that many meet.
  ExtractedDocument document(const std::string& path) {
    ExtractedDocument document = test::sample_document();
    document.path = path;
    document.sha256 = std::string(64, static_cast<char>('a' + number(6)));
    document.fingerprint = std::string(128, static_cast<char>('a' + number(5)));
    std::vector<Mention> mentions;
    for (Mention& mention : document.mentions) {
      if (number(3) == 0) continue;
      if (auto* salary = std::get_if<SalaryFields>(&mention.fields)) {
        salary->bounds.max = 100000.0 + static_cast<double>(number(3));
        if (number(3) == 0) salary->role.name.clear();
        if (number(20) != 0) salary->attribution = {};
      }
      if (auto* role = std::get_if<RoleFields>(&mention.fields))
        role->name = "role " + std::to_string(number(4));
      mention.chrome = number(4) == 0;
      if (number(2) == 0)
        mention.context = "A line of " + std::to_string(number(2)) +
                          " that is long enough to be no chance wherever it stands word for word.";
      if (auto* percentage = std::get_if<PercentageFields>(&mention.fields)) percentage->attribution = {};
      mention.rule = "rule." + std::to_string(number(2));
      mentions.push_back(mention);
    }
    document.mentions = std::move(mentions);
    return document;
  }

  // What a run does: some paths get another document, some go. `stored` follows.
  void change(Writer& writer, Documents& stored) {
    for (std::size_t i = number(5); i > 0; --i) {
      const std::string path = "doc" + std::to_string(number(kPaths));
      if (stored.contains(path) && number(3) == 0) {
        writer.remove_documents([&](const std::string& name) { return name == path; });
        stored.erase(path);
      } else {
        // Other bytes are other text: as a file's hash would tell.
        ExtractedDocument next = document(path);
        if (stored.contains(path) && stored.at(path).sha256 == next.sha256) continue;
        writer.put(next);
        stored[path] = next;
      }
      if (number(4) == 0) writer.commit();
    }
  }

 private:
  std::mt19937 random_;
};

struct Snapshot {
  std::size_t run = 0;
  Copy plain;
  Copy with_chrome;
};

std::string fault_of(const std::string& path) {
  SQLite::Database database(path);
  if (database.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt() != 0)
    return "foreign keys";
  if (database.execAndGet("SELECT count(*) FROM cited").getInt() !=
      database.execAndGet("SELECT count(*) FROM citation").getInt())
    return "citations that no view shows";
  if (database.execAndGet("SELECT count(*) FROM fact WHERE number NOT IN (SELECT fact_number FROM citation)")
          .getInt() != 0)
    return "facts without citations";
  if (database.execAndGet("SELECT count(*) FROM fact JOIN gone_fact USING (id)").getInt() != 0)
    return "facts that are here and gone";
  SQLite::Database(path, SQLite::OPEN_READWRITE)
      .exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
  return {};
}

}  // namespace

TEST_CASE("the changes since any run bring a copy of that time up to date", "[property]") {
  for (unsigned seed = 0; seed < kLives; ++seed) {
    CAPTURE(seed);
    const test::TempFolder folder;
    const std::string path = folder.at("facts.db");
    Life life(seed);
    Documents stored;
    std::vector<Snapshot> snapshots{{}};
    for (int i = 0; i < kRuns; ++i) {
      auto writer = std::make_unique<Writer>(path, kRun, WriterOptions{10'000, 1 + life.number(8)});
      life.change(*writer, stored);
      if (life.number(3) == 0) {  // another one comes between
        writer->commit();
        Writer other(path, kRun);
        life.change(other, stored);
        const RunCounts counts = other.finish("later");
        snapshots.push_back(
            {static_cast<std::size_t>(counts.run), exported(path, false), exported(path, true)});
        life.change(*writer, stored);
      }
      if (life.number(5) == 0) {  // interrupted after what it committed
        writer->commit();
        continue;
      }
      const RunCounts counts = writer->finish("later");
      snapshots.push_back(
          {static_cast<std::size_t>(counts.run), exported(path, false), exported(path, true)});
    }
    Writer(path, kRun).finish("later");  // does what an interrupted run left to be done
    for (Snapshot& snapshot : snapshots) {
      CAPTURE(snapshot.run);
      apply_changes(snapshot.plain, path, snapshot.run, false);
      apply_changes(snapshot.with_chrome, path, snapshot.run, true);
      CHECK(snapshot.plain == exported(path, false));
      CHECK(snapshot.with_chrome == exported(path, true));
    }
    CHECK(fault_of(path).empty());

    Writer fresh(folder.at("fresh.db"), kRun);
    for (auto at = stored.rbegin(); at != stored.rend(); ++at) fresh.put(at->second);
    fresh.finish("later");
    CHECK(exported(folder.at("fresh.db"), true) == exported(path, true));
  }
}

TEST_CASE("runs that changes cannot be asked for are told", "[property]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  { Writer(path, kRun).finish("later"); }
  { Writer(path, kRun).commit(); }
  const auto complaint = [&](std::size_t run) -> std::string {
    try {
      Reader(path).changes_since(run, [](const FactChange&) { return true; });
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::usage);
      return error.place() + ": " + error.what();
    }
    return {};
  };
  CHECK(complaint(0).empty());
  CHECK(complaint(1).empty());
  CHECK_THAT(complaint(2), Catch::Matchers::Contains("run 2") &&
                               Catch::Matchers::Contains("has not finished") &&
                               Catch::Matchers::Contains("the last one to ask for is 1"));
  CHECK_THAT(complaint(3), Catch::Matchers::Contains("no such run"));
}

}  // namespace careerfacts
