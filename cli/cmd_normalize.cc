// careerfacts normalize PATH: the text as the extractors see it, or what was repaired on the way to it.
#include "base/error.h"
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/options.h"
#include "ingest/ingest.h"
#include "ingest/source.h"
#include "publish/json_writer.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts normalize PATH [--explain] [OPTIONS]

Prints the normalised text of one file: decoded to UTF-8, repaired, quotes, dashes and spaces folded. It is the
text that the extractors see. PATH is a file or '-' for standard input.

Options:
  --explain         print what was changed instead, one JSON object a line:
                    start, end (bytes of the raw file), before, after, step, codec;
                    then the blocks that are page chrome, with step 'chrome' and the reason
  --max-bytes SIZE  refuse larger files (64M): 500000, 500K, 64M, up to 1G
  --help            this text

Examples:
  careerfacts normalize article.txt | less
  careerfacts normalize article.txt --explain | head
)";

void append_repair(std::string& out, const Repair& repair) {
  JsonWriter json(out);
  json.number("start", repair.where.begin);
  json.number("end", repair.where.end);
  json.text("before", repair.before);
  json.text("after", repair.after);
  json.text("step", repair.step);
  json.text_or_null("codec", repair.codec);
  json.end_line();
}

// Marked, not changed: before and after are the same.
void append_chrome(std::string& out, const Document& document, const ChromeMark& mark) {
  const Block& block = document.blocks[mark.block];
  const RawSpan where = document.map.to_raw(block.span);
  JsonWriter json(out);
  json.number("start", where.begin);
  json.number("end", where.end);
  json.text("before", document.at(block));
  json.text("after", document.at(block));
  json.text("step", "chrome");
  json.text_or_null("codec", "");
  json.text("reason", mark.reason);
  json.end_line();
}

Exit run(const std::vector<std::string>& arguments, Console& console) {
  std::vector<std::string> paths;
  bool explain = false;
  std::size_t max_bytes = kDefaultMaxBytes;
  Options options("normalize");
  options.operands(paths, 1, 1, "PATH");
  options.flag("explain", explain);
  options.bytes("max-bytes", max_bytes, kMostMaxBytes);
  options.parse(arguments);

  const std::vector<Source> sources = list_sources(paths);
  if (sources.size() != 1)
    throw Error(ErrorKind::usage, paths.front(), "is a folder with several files; name one of them");
  RawFile raw = read_source(sources.front(), max_bytes);
  Diagnostics diagnostics;
  const bool read = raw.diagnostics.empty() || raw.diagnostics.front().severity != Severity::error;
  if (!read) {
    diagnostics.add(paths.front(), false, raw.diagnostics);
  } else {
    const Document document = ingest(sources.front().path, std::move(raw.bytes), {.explain = explain});
    if (explain) {
      std::string line;
      for (const Repair& repair : document.repairs) {
        line.clear();
        append_repair(line, repair);
        console.out.write(line);
      }
      for (const ChromeMark& mark : document.chrome) {
        line.clear();
        append_chrome(line, document, mark);
        console.out.write(line);
      }
    } else {
      console.out.write(document.text);
    }
    raw.diagnostics.insert(raw.diagnostics.end(), document.diagnostics.begin(), document.diagnostics.end());
    diagnostics.add(document.path, !document.text.empty() || document.raw.empty(), raw.diagnostics);
  }
  console.out.flush();
  diagnostics.tell(console.err);
  return diagnostics.exit();
}

}  // namespace

Command normalize_command() {
  return {"normalize", "the text of an article as the extractors see it, and what was repaired", kHelp, run};
}

}  // namespace careerfacts::cli
