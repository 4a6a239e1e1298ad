// careerfacts ingest PATH...: the main job, articles to deduplicated and cited facts in SQLite.
#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/error.h"
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/interruption.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/run_time.h"
#include "cli/stored_paths.h"
#include "cli/summary.h"
#include "publish/json_writer.h"
#include "store/current_documents.h"
#include "store/reader.h"
#include "store/writer.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts ingest PATH... [OPTIONS]
       careerfacts ingest --reextract [PATH...] [OPTIONS]

Finds the facts in articles and stores each once, with all its citations, in a SQLite database; then prints what
the database holds. PATH is a file, a folder (with all its files) or '-' for standard input. Files that are
stored already, have not changed and were read by this version and these rules are passed over; of the others the
citations are replaced. Facts that nothing states any more go.

Options:
  --db FILE         the database (facts.db); it is made where there is none
  --prune           remove from the database what is gone from the folders that are given: documents under them
                    whose file is no longer there. A folder that is missing itself is left alone
  --reextract       read again only what is stored and stale: read by another version or other rules. All of it, or
                    what lies in PATH; new files are not looked for. Tells how many facts came, went and stayed
  --jobs N, -j N    worker threads; all cores unless told. The facts are the same for any N
  --rules DIR       patterns and gazetteers of this folder on top of the built-in ones
  --wait SECONDS    how long to wait for another program that writes to the database (60)
  --commit-every N  commit after so many citations (50000). A run that is killed loses what it has not committed,
                    by whole files, and the next run reads them again
  --include-chrome  count what stands in page chrome (navigation, related articles …) in the summary as well;
                    it is stored either way, marked
  --max-bytes SIZE  refuse larger files (64M): 500000, 500K, 64M, up to 1G
  --help            this text

Exit status: 0 all well; 1 finished, but a file could not be read or needed repair (told on standard error);
2 nothing could be read, the database cannot be used, or the options are wrong; 130, 143 interrupted (Ctrl-C,
SIGTERM): what was read is kept, and the same command goes on from there.

Examples:
  careerfacts ingest articles/
  careerfacts ingest 2024/ 2025/ --db pay.db --jobs 4
  careerfacts ingest articles/ --prune
  careerfacts ingest --reextract --rules my-rules
)";

struct Arguments {
  std::vector<std::string> paths;
  std::string database = "facts.db";
  std::string rules;
  bool prune = false;
  bool reextract = false;
  bool include_chrome = false;
  std::size_t wait_seconds = 60;
  WriterOptions writer;
  PipelineOptions pipeline;
};

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  Options options("ingest");
  options.operands(arguments.paths, 0, Options::kAny, "PATH");
  options.text("db", arguments.database);
  options.number("jobs,j", arguments.pipeline.jobs, 1, kMaxJobs);
  options.text("rules", arguments.rules);
  options.flag("prune", arguments.prune);
  options.flag("reextract", arguments.reextract);
  constexpr std::size_t kDay = 24 * 60 * 60;
  options.number("wait", arguments.wait_seconds, 0, kDay);
  options.number("commit-every", arguments.writer.citations_a_batch, 1, Options::kAny);
  options.flag("include-chrome", arguments.include_chrome);
  options.bytes("max-bytes", arguments.pipeline.max_bytes, kMostMaxBytes);
  options.parse(words);
  if (arguments.reextract && arguments.prune)
    throw Error(ErrorKind::usage, "--prune",
                "goes with folders that are read, not with --reextract; run one after the other");
  if (arguments.paths.empty() && !arguments.reextract)
    throw Error(ErrorKind::usage, "ingest", "needs at least one PATH");
  arguments.writer.busy_timeout_ms = static_cast<int>(arguments.wait_seconds) * 1000;
  return arguments;
}

std::string options_as_json(const Arguments& arguments) {
  std::string text;
  JsonWriter json(text);
  json.text("command", "ingest");
  json.texts("paths", arguments.paths);
  json.flag("prune", arguments.prune);
  json.flag("reextract", arguments.reextract);
  json.text_or_null("rules", arguments.rules);
  json.number("max_bytes", arguments.pipeline.max_bytes);
  json.end_line();
  text.pop_back();
  return text;
}

// The database may lie in a folder that is read; it is no article.
void leave_out_database(std::vector<Source>& sources, const std::string& database) {
  const auto absolute = [](const std::string& path) {
    std::error_code ignored;
    return std::filesystem::absolute(path, ignored).lexically_normal().string();
  };
  const std::string file = absolute(database);
  std::erase_if(sources, [&](const Source& source) {
    const std::string path = absolute(source.path);
    return path.starts_with(file) &&
           (path == file || path == file + "-wal" || path == file + "-shm" || path == file + "-journal");
  });
}

// Tells, once, that another program is waited for; gives up when the user does.
std::function<bool(int)> patience(Output& err, const std::string& database) {
  constexpr int kTellAfterMs = 1000;
  return [&err, &database, told = false](int waited_ms) mutable {
    if (waited_ms >= kTellAfterMs && !told) {
      err.write("careerfacts: another program is writing to " + database + "; waiting for it\n");
      told = true;
    }
    return !interrupted();
  };
}

// What was read is kept; the run's record stays open, which says that it was interrupted.
Exit stop(Writer& writer, const Arguments& arguments, const Progress& progress, std::size_t files,
          Output& err) {
  writer.commit();
  err.write("careerfacts: interrupted after " + std::to_string(progress.files()) + " of " +
            std::to_string(files) + " files. What was read of them is in " + arguments.database +
            "; run the same command again to go on with the rest\n");
  return Exit::interrupted;
}

// What is stored and stale, within the paths that are given.
std::vector<Source> stale_sources(const Arguments& arguments, const Rulebook& rulebook) {
  std::vector<Source> sources;
  for (std::string& path : stale_documents(arguments.database, program_version(), rulebook.hash())) {
    const auto holds = [&](const std::string& given) { return lies_in(path, given); };
    if (!arguments.paths.empty() && std::none_of(arguments.paths.begin(), arguments.paths.end(), holds))
      continue;
    Source source{std::move(path), {}};
    if (source.path == "-")
      source.diagnostics = {{Severity::error,
                             "missing-path",
                             "it was read from standard input: give it to 'careerfacts ingest -' again",
                             {}}};
    sources.push_back(std::move(source));
  }
  return sources;
}

// A folder that is there and empty is all well when what is gone is to be removed.
void leave_out_empty_folders(std::vector<Source>& sources) {
  std::erase_if(sources, [](const Source& source) {
    return source.diagnostics.size() == 1 && source.diagnostics.front().code == "empty-folder";
  });
}

Exit run(const std::vector<std::string>& words, Console& console) {
  const Arguments arguments = read_arguments(words);
  const Rulebook rulebook =
      arguments.rules.empty() ? Rulebook::builtin() : Rulebook::from_folder(arguments.rules);
  std::vector<Source> sources =
      arguments.reextract ? stale_sources(arguments, rulebook) : list_sources(arguments.paths);
  leave_out_database(sources, arguments.database);
  if (arguments.prune && std::filesystem::exists(arguments.database)) leave_out_empty_folders(sources);
  Diagnostics diagnostics;
  if (!sources.empty() && std::none_of(sources.begin(), sources.end(),
                                       [](const Source& source) { return source.diagnostics.empty(); })) {
    for (const Source& source : sources) diagnostics.add(source.path, false, source.diagnostics);
    diagnostics.tell(console.err);
    console.err.write("careerfacts: there is nothing to read; no database was made or changed\n");
    return Exit::failed;
  }

  RunReport report;
  report.database = arguments.database;
  // A run that only waits for standard input has nothing to lose yet: there a signal ends it at once.
  std::optional<InterruptionWatch> watch;
  if (arguments.paths != std::vector<std::string>{"-"}) watch.emplace();
  Progress progress(console.err, sources.size());
  WriterOptions writer_options = arguments.writer;
  writer_options.wait = patience(console.err, arguments.database);
  std::optional<Writer> writer(
      std::in_place, arguments.database,
      RunInfo{std::string(program_version()), rulebook.hash(), options_as_json(arguments), now()},
      writer_options);
  // After the writer, which has waited for others, and made a whole store of what a killed run had begun.
  const CurrentDocuments current =
      CurrentDocuments::of_store(arguments.database, program_version(), rulebook.hash());
  PipelineOptions pipeline = arguments.pipeline;
  pipeline.facts = true;
  pipeline.unchanged = [&current](std::string_view path, std::string_view sha256) {
    return current.contains(path, sha256);
  };
  run_pipeline(sources, rulebook, pipeline, nullptr, [&](Work&& work) {
    diagnostics.add(work.document.path, work.usable, work.document.diagnostics);
    if (!work.document.sha256.empty()) ++report.files;
    if (work.unchanged) {
      writer->count_unchanged();
    } else if (!is_absent(work.document)) {
      writer->put(work.document, work.facts);
    }
    progress.done(work.document.bytes);
    return true;
  });
  progress.clear();
  if (interrupted() && progress.files() < sources.size()) {
    diagnostics.tell(console.err);
    return stop(*writer, arguments, progress, sources.size(), console.err);
  }
  if (arguments.prune)
    writer->remove_documents([&](const std::string& path) { return is_gone(path, arguments.paths); });
  report.counts = writer->finish(now());
  writer.reset();  // and its memory
  report.bytes = progress.bytes();
  report.seconds = progress.seconds();
  report.reextracted = arguments.reextract;
  report.includes_chrome = arguments.include_chrome;
  report.stored = Reader(arguments.database).summary(arguments.include_chrome);
  print_summary(report, diagnostics, console.out);
  console.out.flush();
  diagnostics.tell(console.err);
  return diagnostics.exit();
}

}  // namespace

Command ingest_command() {
  return {"ingest", "articles to deduplicated, cited facts in a SQLite database: the main job", kHelp, run};
}

}  // namespace careerfacts::cli
