// careerfacts export: all facts of the store for other programs.
#include "base/error.h"
#include "cli/command.h"
#include "cli/export_to.h"
#include "cli/options.h"
#include "publish/fact_json.h"
#include "store/reader.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts export [OPTIONS]

Writes every fact in the database with its citations to standard output, by fact id, and the citations of each by
path and place: the same facts give the same bytes, whatever the runs that stored them.

Options:
  --db FILE         the database (facts.db)
  --include-chrome  with what stands in page chrome: navigation, related articles, share lines
  --since RUN       only what changed after this run of 'ingest' (it tells its number): facts that are new or have
                    other citations, whole, and {"id": …, "deleted": true} for each that is gone. Applied to an
                    export made after that run, it gives the export of now; 0 gives all
  --format FORMAT   jsonl: one JSON object a line, described in schemas/fact.schema.json (the default)
  --to ADDRESS      feeds a PostgreSQL database instead, in one transaction: postgresql://user@host:5432/database. It
                    makes the schema "careerfacts" there (schemas/postgresql), adds what is new and removes what
                    this database holds no more; many may be fed in at once. Give a password in PGPASSWORD or
                    ~/.pgpass, not here, where others can see it
  --as NAME         with --to: what this database is called there. What was fed in under a name before and is gone
                    from the database goes; it has a name of its own, which is right unless it is made anew each time
  --help            this text

Exit status: 0 all well; 2 the database cannot be used, or the options are wrong.

Examples:
  careerfacts export > facts.jsonl
  careerfacts export --since 7 > changes.jsonl
  careerfacts export --to postgresql://editor@db.example/facts
  careerfacts export --db pay.db | jq 'select(.kind == "salary" and .document_count > 1)'
)";

Exit run(const std::vector<std::string>& words, Console& console) {
  std::string database = "facts.db";
  std::string format = "jsonl";
  Options options("export");
  options.text("db", database);
  bool include_chrome = false;
  options.flag("include-chrome", include_chrome);
  std::size_t since = Options::kAny;
  options.number("since", since, 0, Options::kAny - 1);
  options.choice("format", format, {"jsonl"});
  std::string address;
  std::string name;
  options.text("to", address);
  options.text("as", name);
  options.parse(words);
  if (!address.empty()) return export_to(address, database, name, console);
  if (!name.empty()) throw Error(ErrorKind::usage, "--as", "only for --to; see 'careerfacts export --help'");

  std::string line;
  const auto write = [&](const Fact& fact, const std::vector<Citation>& citations) {
    line.clear();
    append_fact_json(line, fact, citations);
    console.out.write(line);
    return !console.out.closed();
  };
  const auto write_change = [&](const FactChange& change) {
    line.clear();
    append_fact_json(line, change);
    console.out.write(line);
    return !console.out.closed();
  };
  Reader reader(database);
  if (since == Options::kAny)
    reader.all_facts(write, include_chrome);
  else
    reader.changes_since(since, write_change, include_chrome);
  console.out.flush();
  return Exit::ok;
}

}  // namespace

Command export_command() {
  return {"export", "all facts of a database with their citations, for other programs", kHelp, run};
}

}  // namespace careerfacts::cli
