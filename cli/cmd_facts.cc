// careerfacts facts: look at the store.
#include "cli/command.h"
#include "cli/options.h"
#include "cli/table.h"
#include "publish/fact_csv.h"
#include "publish/fact_json.h"
#include "publish/mention_text.h"
#include "store/reader.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts facts [OPTIONS]

Lists the facts in the database, each once, with how often it is stated and one citation as its example.

Options:
  --db FILE         the database (facts.db)
  --kind KIND       only salary, percentage, role or certification
  --role NAME       only facts about this job title: 'data scientist', '*nurse*'
  --source NAME     only facts that a source with this in its name is cited for: 'labor statistics'
  --document PATH   only facts of this document: its path or the end of it, 'guides/*'
  --include-chrome  with what stands in page chrome: navigation, related articles, share lines
  --limit N         the first N facts
  --format FORMAT   text:  a table for people (the default); cells are cut to the width of the terminal
                    jsonl: one JSON object a line, described in schemas/fact.schema.json
                    csv:   RFC 4180, one table for all kinds; spreadsheet formulas are defused
  --help            this text

NAME and PATH may hold the wildcards * and ?; upper and lower case are the same but in a PATH.
Exit status: 0 all well, even where there are no such facts; 2 the database cannot be used, or the options are
wrong.

Examples:
  careerfacts facts --kind salary --role 'registered nurse'
  careerfacts facts --source glassdoor --format csv > glassdoor.csv
)";

struct Arguments {
  std::string database = "facts.db";
  FactFilter filter;
  std::size_t limit = Options::kAny;
  std::string format = "text";
};

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  std::string kind;
  Options options("facts");
  options.text("db", arguments.database);
  options.choice("kind", kind, {"salary", "percentage", "role", "certification"});
  options.text("role", arguments.filter.role);
  options.text("source", arguments.filter.source);
  options.text("document", arguments.filter.document);
  options.flag("include-chrome", arguments.filter.include_chrome);
  options.number("limit", arguments.limit, 1, Options::kAny);
  options.choice("format", arguments.format, {"text", "jsonl", "csv"});
  options.parse(words);
  arguments.filter.kind = from_word<Kind>(kind);
  return arguments;
}

// Cells are cut on a terminal only: elsewhere a program or a file takes them.
Table make_table(const Output& out) {
  constexpr std::size_t kOthers = 16 + 13 + 5 + 4 * 2;  // id, kind, cited, gaps
  const auto width = static_cast<std::size_t>(out.columns());
  const std::size_t left = out.is_terminal() ? (width > kOthers + 30 ? width - kOthers : 30) : 0;
  return Table({{"fact"},
                {"kind"},
                {"cited", Table::Align::right},
                {"says", Table::Align::left, left * 3 / 5},
                {"for example in", Table::Align::left, left - left * 3 / 5}});
}

// What the fact says; a figure that is about nothing in particular says it in its sentence.
std::string says(const CitedFact& fact) {
  const Mention& mention = fact.example.mention;
  std::string text = describe(mention);
  if (fact.fact.name.empty() && fact.fact.role.empty() && fact.fact.subject.empty())
    text += ": \"" + mention.context + "\"";
  return text;
}

void add_row(Table& table, const CitedFact& fact) {
  const Mention& mention = fact.example.mention;
  table.row({fact_id(fact.fact.key), std::string(to_word(fact.fact.kind)),
             std::to_string(fact.citation_count), says(fact),
             fact.example.document + ":" + std::to_string(mention.line)});
}

// Hands over at most `limit` facts, and stops when nobody reads them any more.
template <class Take>
void take_facts(Reader& reader, const Arguments& arguments, const Output& out, Take&& take) {
  std::size_t taken = 0;
  reader.facts(arguments.filter, [&](const CitedFact& fact) {
    take(fact);
    return ++taken < arguments.limit && !out.closed();
  });
}

Exit run(const std::vector<std::string>& words, Console& console) {
  const Arguments arguments = read_arguments(words);
  Reader reader(arguments.database);
  Output& out = console.out;
  if (arguments.format == "text") {
    Table table = make_table(out);
    take_facts(reader, arguments, out, [&](const CitedFact& fact) { add_row(table, fact); });
    if (table.empty())
      console.err.write("careerfacts: " + arguments.database + " holds no such facts\n");
    else
      out.write(table.print());
  } else {
    const bool csv = arguments.format == "csv";
    std::string text;
    if (csv) append_fact_csv_header(text);
    take_facts(reader, arguments, out, [&](const CitedFact& fact) {
      csv ? append_fact_csv(text, fact) : append_fact_json(text, fact);
      out.write(text);
      text.clear();
    });
    out.write(text);  // a header without rows
  }
  out.flush();
  return Exit::ok;
}

}  // namespace

Command facts_command() { return {"facts", "look at the facts in a database, filtered", kHelp, run}; }

}  // namespace careerfacts::cli
