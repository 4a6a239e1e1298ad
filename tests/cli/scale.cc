// The scripts of scripts/scale: shares made by GNU parallel, Slurm and pipes are joined to the store of a
// single run.
#include <boost/json.hpp>
#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/postgres_server.h"
#include "tests/support/program.h"
#include "tests/support/slurm_cluster.h"

namespace careerfacts::test {
namespace {

// The sample articles, a list of them, and what a single run makes of them; scripts/scale is in the PATH.
class Corpus {
 public:
  Corpus() {
    std::filesystem::copy(tree_path("corpus/articles"), folder_.at("articles"));
    folder_.write("articles/with space.txt", "A welder earns $45,000 a year.\n");
    folder_.write("articles/empty.txt", "");
    REQUIRE(sh("find articles -type f | LC_ALL=C sort > files.txt; mkdir shares;"
               "careerfacts ingest articles --db one.db >/dev/null 2>&1; true")
                .status == 0);
    one_ = exported("one.db");
    REQUIRE(one_.size() > 10'000);
  }
  Result sh(const std::string& script, const std::map<std::string, std::string>& environment = {}) const {
    return shell("export PATH=" + tree_path("scripts/scale") + ":$PATH\n" + script,
                 {.folder = folder_.path(), .environment = environment});
  }
  std::string exported(const std::string& database) const {
    return sh("careerfacts export --include-chrome --db " + database).out;
  }
  void check_joined(const std::string& database = "facts.db") const { CHECK(exported(database) == one_); }
  const TempFolder& folder() const { return folder_; }

 private:
  TempFolder folder_;
  std::string one_;
};

TEST_CASE("shares by GNU parallel join to the store of a single run", "[cli][scale]") {
  if (shell("command -v parallel").status != 0)
    return skip("GNU parallel is not installed here (package parallel)");
  const Corpus corpus;
  const Result result = corpus.sh(
      "parallel --will-cite --jobs 3 share {} 5 files.txt '>' shares/{}.jsonl ::: {0..4} && "
      "careerfacts load shares/*.jsonl --db facts.db");
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  corpus.check_joined();
}

TEST_CASE("articles go through a pipe in shares, and join", "[cli][scale]") {
  const Corpus corpus;
  const Result result = corpus.sh(
      "articles articles | split -n r/4 --filter='pipe > shares/$FILE.jsonl' - share && "
      "careerfacts load shares/*.jsonl --db facts.db");
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  corpus.check_joined();
  // What could not be done at all is a failure of the pipe.
  CHECK(corpus.sh("echo '{\"path\":\"a\",\"text\":\"Pay is $1,000 a day.\"}' | pipe").status == 0);
  CHECK(corpus.sh("pipe --jobs nonsense < /dev/null").status != 0);
}

TEST_CASE("tasks of an array leave whole shares or none", "[cli][scale]") {
  const Corpus corpus;
  const std::string tree = tree_path("scripts/scale");
  const Result result = corpus.sh(
      "export SLURM_ARRAY_TASK_COUNT=3; for task in 2 0 1; do SLURM_ARRAY_TASK_ID=$task "
      "slurm-task " +
      tree +
      " files.txt shares 2>/dev/null || exit; done;"
      "echo half > shares/1.part; slurm-join shares 3 facts.db");
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  corpus.check_joined();
  CHECK(corpus.sh("SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_ID=0 slurm-task " + tree + " gone.txt shares")
            .status != 0);
  CHECK(corpus.sh("slurm-join shares 4 facts.db").status == 2);  // one share is missing
  CHECK(corpus.sh("share 0 2").status == 2);
}

TEST_CASE("a job array of a real Slurm joins to the store of a single run", "[cli][scale]") {
  if (const std::string why = SlurmCluster::missing(); !why.empty()) return skip(why);
  const SlurmCluster cluster;
  const Corpus corpus;
  const Result result = corpus.sh(
      "slurm files.txt shares 4 || exit 1\n"
      "for i in $(seq 200); do [ -z \"$(squeue -h)\" ] && break; sleep 0.1; done\n"
      "cat shares/*.log",
      cluster.environment());
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  corpus.check_joined();
}

TEST_CASE("shares are fed to PostgreSQL at once, and what a later share lacks goes", "[cli][scale]") {
  if (const std::string why = PostgresServer::missing(); !why.empty()) return skip(why);
  const PostgresServer server;
  const Corpus corpus;
  const std::string feed =
      "feed() { share $1 4 files.txt 2>/dev/null > shares/$1.jsonl && rm -f shares/$1.db && "
      "careerfacts load shares/$1.jsonl --db shares/$1.db && careerfacts export --db shares/$1.db --as "
      "share-$1 --to '" +
      server.address() +
      "'; }\nfor n in 0 1 2 3; do feed $n >&2 & pids+=($!); done; for pid in ${pids[@]}; do wait $pid || "
      "exit 1; done";
  const Result result = corpus.sh(feed);
  INFO(result.out << result.err);
  REQUIRE(result.status == 0);
  const std::string facts = "SELECT id FROM careerfacts.fact ORDER BY 1";
  CHECK(server.query(facts) == corpus.sh("sqlite3 one.db 'SELECT id FROM fact ORDER BY 1'").out);
  CHECK(server.query("SELECT count(*) FROM careerfacts.citation") ==
        corpus.sh("sqlite3 one.db 'SELECT count(*) FROM citation'").out);

  REQUIRE(corpus
              .sh("sed -i '/nursing/d' files.txt; rm articles/nursing*; rm one.db;"
                  "careerfacts ingest articles --db one.db >/dev/null 2>&1;" +
                  feed)
              .status == 0);
  CHECK(server.query(facts) == corpus.sh("sqlite3 one.db 'SELECT id FROM fact ORDER BY 1'").out);
}

// As much of Spark as spark.py uses, with two partitions one after the other.
constexpr const char* kSpark = R"(import glob, os, subprocess
class Data:
    def __init__(self, parts): self.parts = parts
    def map(self, f): return Data([[f(x) for x in part] for part in self.parts])
    def pipe(self, command, checkCode=False):
        done = [subprocess.run(command, shell=True, input=''.join(x + '\n' for x in part).encode(),
                               stdout=subprocess.PIPE, check=checkCode) for part in self.parts]
        return Data([one.stdout.decode().splitlines() for one in done])
    def saveAsTextFile(self, folder):
        os.mkdir(folder)
        for i, part in enumerate(self.parts):
            open(f'{folder}/part-{i:05}', 'w').writelines(line + '\n' for line in part)
class SparkContext:
    def __init__(self, appName): pass
    def binaryFiles(self, path, partitions):
        files = [('file:' + os.path.abspath(f), bytearray(open(f, 'rb').read())) for f in sorted(glob.glob(path + '/*'))]
        return Data([files[0::2], files[1::2]])
class SparkFiles:
    @staticmethod
    def get(name): return os.environ['SCALE'] + '/' + name
)";

TEST_CASE("the Spark job's own steps give lines that join", "[cli][scale]") {
  const Corpus corpus;
  corpus.folder().write("fake/pyspark.py", kSpark);
  const Result result = corpus.sh("SCALE=" + tree_path("scripts/scale") + " PYTHONPATH=fake python3 " +
                                  tree_path("scripts/scale/spark.py") +
                                  " articles out --strip file:$PWD/ 2>/dev/null && "
                                  "careerfacts load out/part-* --db facts.db");
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  corpus.check_joined();
}

}  // namespace
}  // namespace careerfacts::test
