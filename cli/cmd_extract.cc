// careerfacts extract PATH...: mentions to standard output, in input order, without a store.
#include <optional>

#include "base/error.h"
#include "cli/article_stream.h"
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/interruption.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "publish/document_json.h"
#include "publish/mention_csv.h"
#include "publish/mention_json.h"
#include "publish/mention_text.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts extract PATH... [OPTIONS]

Finds the facts in articles and prints each mention with its place in the raw file, in the order of the inputs.
Nothing is stored. PATH is a file, a folder (with all its files, in bytewise order of their names) or '-' for
standard input.

Options:
  --format FORMAT   jsonl: one JSON object a line, described in schemas/mention.schema.json (the default)
                    csv:   RFC 4180, one table for all kinds; spreadsheet formulas are defused
                    text:  PATH:LINE:COLUMN: KIND: QUOTE — what it says [rule], for people
  --documents       a line for each document before its mentions, described in schemas/document.schema.json:
                    what it says of itself, its diagnostics, how many mentions follow (jsonl only, for 'load')
  --stdin-format F  jsonl: standard input holds one article a line, a JSON object with 'path' and 'text' or
                    'bytes_base64' (schemas/article.schema.json); mentions are printed as they are found, in order.
                    For pipe() of Spark, Hadoop Streaming and the like. raw: it is one article (the default)
  --all-offsets     start and end in code points and in UTF-16 units beside those in bytes (jsonl only)
  --jobs N, -j N    worker threads; all cores unless told. The output is the same for any N
  --rules DIR       patterns and gazetteers of this folder on top of the built-in ones
  --max-bytes SIZE  refuse larger files (64M): 500000, 500K, 64M, up to 1G
  --help            this text

Exit status: 0 all well; 1 finished, but a file could not be read or needed repair (told on standard error);
2 nothing could be read, or the options are wrong; 130, 143 interrupted (Ctrl-C, SIGTERM), after a whole document.

Examples:
  careerfacts extract articles/ > mentions.jsonl
  careerfacts extract guide.md --format text
  curl -s https://example.org/article | careerfacts extract - --format csv
  careerfacts extract --stdin-format jsonl --documents < articles.jsonl > mentions.jsonl
)";

// Lines are taken as soon as they have come.
constexpr std::size_t kAsItComes = 1;
// A line may be twice as long as the largest article, and this: base64, or characters that JSON escapes.
constexpr std::size_t kMoreThanArticle = 65536;

constexpr std::size_t kUsualMention = 640;  // bytes that are printed of one

using Append = void (*)(std::string& out, const ExtractedDocument& document, const Mention& mention);

Append appender(const std::string& format) {
  if (format == "csv") return append_mention_csv;
  return format == "text" ? append_mention_text : append_mention_json;
}

Exit run(const std::vector<std::string>& arguments, Console& console) {
  std::vector<std::string> paths;
  std::string format = "jsonl";
  std::string rules;
  PipelineOptions pipeline;
  Options options("extract");
  options.operands(paths, 0, Options::kAny, "PATH");
  options.choice("format", format, {"jsonl", "csv", "text"});
  std::string input_format = "raw";
  options.choice("stdin-format", input_format, {"raw", "jsonl"});
  bool with_documents = false;
  options.flag("documents", with_documents);
  options.flag("all-offsets", pipeline.all_offsets);
  options.number("jobs,j", pipeline.jobs, 1, kMaxJobs);
  options.text("rules", rules);
  options.bytes("max-bytes", pipeline.max_bytes, kMostMaxBytes);
  options.parse(arguments);

  pipeline.fingerprints = with_documents;  // mentions alone do not tell them
  if ((pipeline.all_offsets || with_documents) && format != "jsonl")
    throw Error(ErrorKind::usage, pipeline.all_offsets ? "--all-offsets" : "--documents",
                "only the format jsonl has room for them; see 'careerfacts extract --help'");

  const bool articles_as_lines = input_format == "jsonl";
  if (paths.empty() && !articles_as_lines)
    throw Error(ErrorKind::usage, "extract", "needs at least one PATH; see 'careerfacts extract --help'");
  if (articles_as_lines && !(paths.empty() || paths == std::vector<std::string>{"-"}))
    throw Error(ErrorKind::usage, "--stdin-format",
                "the articles come from standard input and no PATH is read; leave it out, or give '-'");

  const Rulebook rulebook = rules.empty() ? Rulebook::builtin() : Rulebook::from_folder(rules);
  const Append append = appender(format);
  const Provenance provenance{std::string(program_version()), rulebook.hash()};
  std::string header;
  if (format == "csv") append_mention_csv_header(header);
  console.out.write(header);

  Diagnostics diagnostics;
  const std::vector<Source> sources = articles_as_lines ? std::vector<Source>() : list_sources(paths);
  std::optional<InterruptionWatch> watch;  // nothing to lose where only standard input is waited for
  if (!articles_as_lines && paths != std::vector<std::string>{"-"}) watch.emplace();
  Progress progress(console.err, sources.size());
  const Render render = [&](const ExtractedDocument& document, std::string& out) {
    if (with_documents && !is_absent(document)) append_document_json(out, document, provenance);
    out.reserve(out.size() + document.mentions.size() * kUsualMention);
    for (const Mention& mention : document.mentions) append(out, document, mention);
  };
  const Write write = [&](Work&& work) {
    diagnostics.add(work.document.path, work.usable, work.document.diagnostics);
    console.out.write(work.printed);
    progress.done(work.document.bytes);
    return !console.out.closed();
  };
  if (articles_as_lines) {
    LineChunks lines({"-"}, kAsItComes, 2 * pipeline.max_bytes + kMoreThanArticle);
    run_articles(lines, rulebook, pipeline, render, write, [&] { console.out.flush(); });
  } else {
    run_pipeline(sources, rulebook, pipeline, render, write);
  }
  progress.clear();
  console.out.flush();
  diagnostics.tell(console.err);
  if (interrupted() && progress.files() < sources.size()) {
    console.err.write("careerfacts: interrupted after " + std::to_string(progress.files()) + " of " +
                      std::to_string(sources.size()) + " files; what was printed of them is whole\n");
    return Exit::interrupted;
  }
  return diagnostics.exit();
}

}  // namespace

Command extract_command() {
  return {"extract", "articles to mentions on standard output (JSON lines, CSV, text), no store", kHelp, run};
}

}  // namespace careerfacts::cli
