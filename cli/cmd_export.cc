// careerfacts export: all facts of the store for other programs.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>

#include "base/error.h"
#include "cli/command.h"
#include "cli/export_documents.h"
#include "cli/export_to.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "publish/brat.h"
#include "publish/doccano.h"
#include "publish/fact_csv.h"
#include "publish/fact_json.h"
#include "publish/sql_script.h"
#include "publish/web_annotation.h"
#include "store/reader.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts export [OPTIONS]

Writes the facts in the database with their citations to standard output, or to a file: the same facts give the same
bytes, whatever the runs that stored them.

Options:
  --db FILE             the database (facts.db)
  --format FORMAT       jsonl: a fact a line, with all its citations (the default)
                        csv: a citation a row, with the id and the counts of its fact
                        sql: a script that fills three tables; runs in SQLite and PostgreSQL
                        webannotation: a citation a line, as a W3C Web Annotation (JSON-LD)
                        doccano: a document a line, with its text, spans and relations
                        brat: a folder with a .txt and an .ann file for each document, and annotation.conf
  --out FILE            writes there instead; what was there before stays until all is written. For brat a folder, new
                        or empty
  --include-chrome      with what stands in page chrome: navigation, related articles, share lines
  --bom                 csv: begins with a byte order mark, which Excel needs to read £ and é right
  --document-base IRI   webannotation: what the IRI of a document begins with, before its path
                        (https://careerfacts.example/document/)
  --since RUN           jsonl: only what changed after this run of 'ingest' (it tells its number): facts that are new or
                        have other citations, whole, and {"id": …, "deleted": true} for each that is gone. Applied to
                        an export made after that run, it gives the export of now; 0 gives all
  --to ADDRESS          feeds a PostgreSQL database instead, in one transaction: postgresql://user@host:5432/database.
                        It makes the schema "careerfacts" there (schemas/postgresql), adds what is new and removes what
                        this database holds no more; many may be fed in at once. Give a password in PGPASSWORD or
                        ~/.pgpass, not here, where others can see it
  --as NAME             with --to: what this database is called there. What was fed in under a name before and is gone
                        from the database goes; it has a name of its own, which is right unless it is made anew each
                        time
  --help                this text

webannotation, doccano and brat read the cited files again; run them from the folder that 'ingest' was run from. A file
that is gone or has changed is left out and told, since its offsets would be wrong.

Exit status: 0 all well; 1 a document was left out; 2 the database cannot be used, nothing can be written, no file could
be read, or the options are wrong.

Examples:
  careerfacts export > facts.jsonl
  careerfacts export --format csv --out facts.csv
  careerfacts export --format sql | sqlite3 -bail other.db
  careerfacts export --format brat --out brat/articles
  careerfacts export --since 7 > changes.jsonl
  careerfacts export --to postgresql://editor@db.example/facts
  careerfacts export --db pay.db | jq 'select(.kind == "salary" and .document_count > 1)'
)";

struct Arguments {
  std::string database = "facts.db";
  std::string format = "jsonl";
  std::string out;
  std::string document_base;
  bool include_chrome = false;
  bool byte_order_mark = false;
  std::string to;                     // the address of another database; empty: none
  std::string name;                   // of this one there
  std::size_t since = Options::kAny;  // no run: all of it
};

// An option that only one format has.
void require_format(const Arguments& arguments, std::string_view format, bool given, std::string option) {
  if (given && arguments.format != format)
    throw Error(ErrorKind::usage, std::move(option),
                "only for --format " + std::string(format) + "; see 'careerfacts export --help'");
}

// Absolute, with nothing that IRIs do not have (RFC 3987), and such that a path may follow.
void require_document_base(const std::string& iri) {
  const std::size_t colon = iri.find(':');
  const auto of_scheme = [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.';
  };
  const bool has_scheme =
      colon != std::string::npos && colon > 0 && std::isalpha(static_cast<unsigned char>(iri[0])) != 0 &&
      std::all_of(iri.begin(), iri.begin() + static_cast<std::ptrdiff_t>(colon), of_scheme);
  const bool clean = std::none_of(iri.begin(), iri.end(), [](unsigned char c) {
    return c <= ' ' || c == 0x7f ||
           std::string_view("<>\"{}|\\^`").find(static_cast<char>(c)) != std::string_view::npos;
  });
  if (!has_scheme || !clean || std::string_view("/#:=?").find(iri.back()) == std::string_view::npos)
    throw Error(
        ErrorKind::usage, "--document-base",
        "'" + iri + "' is no absolute IRI that a path can follow; like 'https://example.org/articles/'");
}

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  Options options("export");
  options.text("db", arguments.database);
  options.choice("format", arguments.format, {"jsonl", "csv", "sql", "webannotation", "doccano", "brat"});
  options.text("out", arguments.out);
  options.flag("include-chrome", arguments.include_chrome);
  options.flag("bom", arguments.byte_order_mark);
  options.text("document-base", arguments.document_base);
  options.text("to", arguments.to);
  options.text("as", arguments.name);
  options.number("since", arguments.since, 0, Options::kAny - 1);
  options.parse(words);
  if (arguments.to.empty() && !arguments.name.empty())
    throw Error(ErrorKind::usage, "--as", "only for --to; see 'careerfacts export --help'");
  if (!arguments.to.empty() && !arguments.out.empty())
    throw Error(ErrorKind::usage, "--out", "not with --to, which writes into the other database");
  require_format(arguments, "csv", arguments.byte_order_mark, "--bom");
  require_format(arguments, "jsonl", arguments.since != Options::kAny, "--since");
  require_format(arguments, "webannotation", !arguments.document_base.empty(), "--document-base");
  if (!arguments.document_base.empty()) require_document_base(arguments.document_base);
  if (arguments.format == "brat" && (arguments.out.empty() || arguments.out == "-"))
    throw Error(ErrorKind::usage, "--format brat",
                "it is a folder of files: say where with --out FOLDER; see 'careerfacts export --help'");
  std::error_code error;  // of files that are not there: they are not the same
  if (!arguments.out.empty() && std::filesystem::equivalent(arguments.out, arguments.database, error))
    throw Error(ErrorKind::usage, "--out", "is the database itself; name another file");
  return arguments;
}

using AppendCitation = std::function<void(std::string& out, const CitedFact&)>;

// Every citation, one after another, with its fact.
void write_citations(Reader& reader, const Arguments& arguments, Output& out, const AppendCitation& append) {
  std::string text;
  reader.all_citations(
      [&](const CitedFact& cited) {
        text.clear();
        append(text, cited);
        out.write(text);
        return !out.closed();
      },
      arguments.include_chrome);
}

void write_jsonl(Reader& reader, const Arguments& arguments, Output& out) {
  FactLines lines;
  write_citations(reader, arguments, out,
                  [&lines](std::string& text, const CitedFact& cited) { lines.append(text, cited); });
  std::string end;
  lines.end(end);
  out.write(end);
}

void write_changes(Reader& reader, const Arguments& arguments, Output& out) {
  std::string line;
  reader.changes_since(
      arguments.since,
      [&](const FactChange& change) {
        line.clear();
        append_fact_json(line, change);
        out.write(line);
        return !out.closed();
      },
      arguments.include_chrome);
}

void write_csv(Reader& reader, const Arguments& arguments, Output& out) {
  std::string header = arguments.byte_order_mark ? "\xef\xbb\xbf" : "";
  append_fact_csv_header(header);
  out.write(header);
  write_citations(reader, arguments, out,
                  [](std::string& text, const CitedFact& cited) { append_fact_csv(text, cited); });
}

void write_sql(Reader& reader, const Arguments& arguments, Output& out) {
  SqlScript script;
  std::string text;
  script.begin(text);
  reader.documents([&](const StoredDocument& document) {
    script.document(text, document);
    out.write(text);
    text.clear();
    return !out.closed();
  });
  write_citations(reader, arguments, out,
                  [&script](std::string& into, const CitedFact& cited) { script.citation(into, cited); });
  script.end(text);
  out.write(text);
}

void write_web_annotations(Reader& reader, const Arguments& arguments, Output& out,
                           Diagnostics& diagnostics) {
  const std::string_view base =
      arguments.document_base.empty() ? kDocumentBase : std::string_view(arguments.document_base);
  std::string line;
  export_documents(
      reader, {.include_chrome = arguments.include_chrome}, diagnostics,
      [&](const StoredDocument& document, const std::vector<Citation>& citations, const PlainText& text) {
        for (const Citation& citation : citations) {
          line.clear();
          append_web_annotation(line, document, citation, text, base);
          out.write(line);
        }
        return !out.closed();
      });
}

void write_doccano(Reader& reader, const Arguments& arguments, Output& out, Diagnostics& diagnostics) {
  DoccanoWriter writer;
  std::string line;
  export_documents(
      reader, {.include_chrome = arguments.include_chrome, .without_citations = true}, diagnostics,
      [&](const StoredDocument& document, const std::vector<Citation>& citations, const PlainText& text) {
        line.clear();
        writer.append(line, document, citations, text);
        out.write(line);
        return !out.closed();
      });
}

void write_file(const std::string& path, std::string_view bytes) {
  OutputFile file(path);
  file.out().write(bytes);
  file.commit();
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Error(ErrorKind::io, folder.string(), "the folder cannot be made: " + error.message());
}

// Annotations that somebody has corrected are not overwritten.
void require_empty_folder(const std::string& folder) {
  make_folder(folder);
  std::error_code error;
  const std::filesystem::directory_iterator first(folder, error);
  if (error) throw Error(ErrorKind::io, folder, "the folder cannot be read: " + error.message());
  if (first != std::filesystem::directory_iterator())
    throw Error(ErrorKind::io, folder,
                "there are files here already, which may have been annotated; give a new folder");
}

void write_brat(Reader& reader, const Arguments& arguments, Output& out, Diagnostics& diagnostics) {
  const std::filesystem::path folder(arguments.out);
  require_empty_folder(arguments.out);
  write_file(folder / "annotation.conf", brat_configuration());
  std::size_t count = 0;
  export_documents(
      reader,
      {.include_chrome = arguments.include_chrome,
       .without_citations = true,
       .line_ends = LineEnds::line_feed},
      diagnostics,
      [&](const StoredDocument& document, const std::vector<Citation>& citations, const PlainText& text) {
        const std::string path = (folder / brat_name(document.path)).string();
        make_folder(std::filesystem::path(path).parent_path());
        write_file(path + ".txt", text.text());
        write_file(path + ".ann", brat_annotations(citations, text));
        ++count;
        return true;
      });
  out.write("wrote " + std::to_string(count) + (count == 1 ? " document" : " documents") + " to " +
            arguments.out + "\n");
}

// All formats but brat, which is not one file.
void write_format(Reader& reader, const Arguments& arguments, Output& out, Diagnostics& diagnostics) {
  if (arguments.format == "csv") return write_csv(reader, arguments, out);
  if (arguments.format == "sql") return write_sql(reader, arguments, out);
  if (arguments.format == "webannotation") return write_web_annotations(reader, arguments, out, diagnostics);
  if (arguments.format == "doccano") return write_doccano(reader, arguments, out, diagnostics);
  if (arguments.since != Options::kAny) return write_changes(reader, arguments, out);
  write_jsonl(reader, arguments, out);
}

Exit run(const std::vector<std::string>& words, Console& console) {
  const Arguments arguments = read_arguments(words);
  if (!arguments.to.empty()) return export_to(arguments.to, arguments.database, arguments.name, console);
  Reader reader(arguments.database);
  Diagnostics diagnostics;
  if (arguments.format == "brat") {
    write_brat(reader, arguments, console.out, diagnostics);
  } else if (arguments.out.empty() || arguments.out == "-") {
    write_format(reader, arguments, console.out, diagnostics);
  } else {
    OutputFile file(arguments.out);
    write_format(reader, arguments, file.out(), diagnostics);
    file.commit();
  }
  console.out.flush();
  diagnostics.tell(console.err);
  return diagnostics.exit();
}

}  // namespace

Command export_command() {
  return {"export", "all facts of a database with their citations, for other programs", kHelp, run};
}

}  // namespace careerfacts::cli
