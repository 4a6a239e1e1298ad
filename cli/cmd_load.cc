// careerfacts load FILE.jsonl...: mentions that were made elsewhere by `extract` into the store.
#include <algorithm>
#include <memory>
#include <optional>

#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/interruption.h"
#include "cli/line_chunks.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/run_time.h"
#include "cli/shard_join.h"
#include "publish/json_writer.h"
#include "store/reader.h"
#include "store/writer.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts load [FILE.jsonl|-]... [OPTIONS]

Stores mentions that 'careerfacts extract --format jsonl' printed, here or on other machines: the facts are those that
one 'ingest' over all the files would have stored, whatever the order of the shards. A document that is in two shards
counts once. FILE is standard input where it is '-' or none is given.

With 'extract --documents' the shards tell titles, authors and diagnostics too, and what read each document: what is
stored already is passed over, and a document that a shard holds only in part is not stored. Without it a document is
its lines, which should stand together ('LC_ALL=C sort' brings them together), and is stored anew each time.

Options:
  --db FILE         the database (facts.db); it is made where there is none
  --jobs N, -j N    worker threads; all cores unless told. The facts are the same for any N
  --help            this text

Exit status: 0 all well; 1 finished, but a line or a file could not be used (told on standard error with its number);
2 nothing could be read, the database cannot be used, or the options are wrong; 130, 143 interrupted (Ctrl-C, kill).

Examples:
  careerfacts extract --documents share-1/ > 1.jsonl; careerfacts extract --documents share-2/ > 2.jsonl
  careerfacts load 1.jsonl 2.jsonl --db facts.db
)";

constexpr std::size_t kChunkBytes = std::size_t{1} << 18;
constexpr std::size_t kMaxLineBytes = std::size_t{64} << 20;
constexpr const char* kUnknownRules = "unknown";  // the lines do not tell what read the documents

struct Arguments {
  std::vector<std::string> inputs;
  std::string database = "facts.db";
  std::size_t jobs = default_jobs();
};

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  Options options("load");
  options.operands(arguments.inputs, 0, Options::kAny, "FILE");
  options.text("db", arguments.database);
  options.number("jobs,j", arguments.jobs, 1, kMaxJobs);
  options.parse(words);
  if (arguments.inputs.empty()) arguments.inputs.emplace_back("-");
  return arguments;
}

// The store, with a run for each program version and rulebook that read documents. It is made with the first.
class Store {
 public:
  explicit Store(const Arguments& arguments) : arguments_(arguments) {}

  void put(const ExtractedDocument& document, const std::vector<Fact>& facts, const Provenance& provenance,
           bool anew) {
    if (!writer_ || provenance != provenance_) {
      finish();
      open(provenance);
    }
    writer_->put(document, facts, anew);
  }
  void commit() {
    if (writer_) writer_->commit();
  }
  void finish() {
    if (!writer_) return;
    const RunCounts counts = writer_->finish(now());
    counts_.added += counts.added;
    counts_.replaced += counts.replaced;
    counts_.unchanged += counts.unchanged;
    counts_.facts_added += counts.facts_added;
    counts_.facts_removed += counts.facts_removed;
    writer_.reset();
  }
  // Makes the store, where no document has.
  void open_if_new() {
    if (!opened_) open({});
  }
  const RunCounts& counts() const { return counts_; }

 private:
  void open(const Provenance& provenance) {
    const bool known = !provenance.rulebook_hash.empty();
    WriterOptions options;
    options.keep_current = known;
    std::string command;
    JsonWriter json(command);
    json.text("command", "load");
    json.texts("paths", arguments_.inputs);
    json.end_line();
    command.pop_back();
    writer_.emplace(arguments_.database,
                    RunInfo{known ? provenance.program_version : std::string(program_version()),
                            known ? provenance.rulebook_hash : kUnknownRules, command, now()},
                    options);
    provenance_ = provenance;
    opened_ = true;
  }

  const Arguments& arguments_;
  std::optional<Writer> writer_;
  Provenance provenance_;
  RunCounts counts_;
  bool opened_ = false;
};

struct Piece {
  LineChunk chunk;
  ShardGroups read;
};

struct Report {
  std::size_t inputs = 0;  // that could be read
  std::size_t bytes = 0;
  std::size_t mentions = 0;
  double seconds = 0;
};

// Without what the database holds: to look through a large one takes as long as to load it.
void print_report(const Report& report, const ShardJoin& join, const RunCounts& counts,
                  const std::string& database, Output& out) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  out.write("Read " + number(report.mentions) + " mentions of " + number(join.documents()) +
            " documents from " + number(report.inputs) + (report.inputs == 1 ? " input (" : " inputs (") +
            human_size(report.bytes) + "): " + number(counts.added) + " new, " + number(counts.replaced) +
            " changed, " + number(counts.unchanged) + " unchanged; " + number(join.doubles()) +
            " in more than one shard.\n" + database + " has " + number(counts.facts_added) +
            " facts more, and " + number(counts.facts_removed) + " that went.\n");
  if (report.seconds > 0)
    out.write(number(static_cast<std::size_t>(static_cast<double>(report.mentions) / report.seconds)) +
              " mentions a second\n");
}

// What was committed stays; the next run passes over what it finds stored.
Exit stop(Store& store, const std::string& database, Output& err) {
  store.commit();
  err.write("careerfacts: interrupted. The documents that were whole are in " + database +
            "; run the same command again to go on with the rest\n");
  return Exit::interrupted;
}

Exit run(const std::vector<std::string>& words, Console& console) {
  const Arguments arguments = read_arguments(words);
  Diagnostics diagnostics;
  Store store(arguments);
  ShardJoin join(
      [&](const ExtractedDocument& document, const std::vector<Fact>& facts, const Provenance& provenance,
          bool anew) { store.put(document, facts, provenance, anew); },
      [&](const std::string& path, Diagnostic&& diagnostic) {
        diagnostics.add(path, true, {std::move(diagnostic)});
      });
  Report report;
  // Where only standard input is waited for, a signal ends the program at once.
  std::optional<InterruptionWatch> watch;
  if (std::find(arguments.inputs.begin(), arguments.inputs.end(), "-") == arguments.inputs.end())
    watch.emplace();
  LineChunks lines(arguments.inputs, kChunkBytes, kMaxLineBytes);
  Progress progress(console.err, arguments.inputs.size());
  std::vector<char> unusable(arguments.inputs.size(), 0);
  run_in_order<Piece>(
      arguments.jobs, [&](Piece& piece) { return lines.next(piece.chunk); },
      [](Piece& piece) { piece.read = read_groups(piece.chunk); },
      [&](Piece& piece) {
        const std::string& path = lines.path(piece.chunk.input);
        if (!piece.chunk.diagnostics.empty()) {
          const bool error = piece.chunk.diagnostics.front().severity == Severity::error;
          if (error) unusable[piece.chunk.input] = 1;
          diagnostics.add(path, !error, piece.chunk.diagnostics);
        }
        for (const std::string& fault : piece.read.faults)
          diagnostics.add(path + ":" + fault.substr(0, fault.find(':')), true,
                          {{Severity::error, "bad-line", fault.substr(fault.find(':') + 2), {}}});
        for (ShardGroup& group : piece.read.groups) join.take(std::move(group));
        report.mentions += piece.read.mentions;
        report.bytes += piece.chunk.bytes;
        progress.done(piece.chunk.bytes);
        return !interrupted();
      });
  if (interrupted()) return stop(store, arguments.database, console.err);
  report.inputs = static_cast<std::size_t>(std::count(unusable.begin(), unusable.end(), 0));
  progress.clear();
  if (report.inputs == 0) {
    diagnostics.tell(console.err);
    console.err.write("careerfacts: there is nothing to read; no database was made or changed\n");
    return Exit::failed;
  }
  join.finish([&](ShardJoin::Mentions& wanted) {
    store.commit();
    Reader(arguments.database)
        .all_documents([&](const StoredDocument& document, const std::vector<Citation>& citations) {
          const auto at = wanted.find(document.path);
          if (at != wanted.end())
            for (const Citation& citation : citations) at->second.push_back(citation.mention);
          return true;
        });
  });
  store.open_if_new();
  store.finish();

  report.seconds = progress.seconds();
  print_report(report, join, store.counts(), arguments.database, console.out);
  console.out.flush();
  diagnostics.tell(console.err);
  const Exit exit = diagnostics.exit();
  return exit == Exit::failed ? Exit::look : exit;
}

}  // namespace

Command load_command() {
  return {"load",
          "mentions that 'extract' made elsewhere into the database: joins the shares of many machines",
          kHelp, run};
}

}  // namespace careerfacts::cli
