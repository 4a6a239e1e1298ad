// careerfacts facts: look at the store.
#include <algorithm>
#include <charconv>

#include "base/error.h"
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
  --grade GRADE     only facts that are cited with a source that is named, vague ("experts say") or none
  --currency CODE   only pay in this currency: USD, EUR, GBP …
  --period PERIOD   only pay for a year, month, week, day or hour
  --years YEARS     only facts of these years: 2024, 2020-2025, 2020-, -2019. The year of the source counts, and the
                    years that a percentage is about
  --search WORDS    only facts whose sentence, list item or table cell has all these words: 'nurse overtime',
                    '"new graduate" salar*'
  --include-chrome  with what stands in page chrome: navigation, related articles, share lines
  --limit N         the first N facts
  --format FORMAT   text:  a table for people (the default). On a terminal it fits in: long cells take several lines,
                           paths lose their beginning and ids their end. Elsewhere a fact is one whole line
                    jsonl: one JSON object a line, described in schemas/fact.schema.json
                    json:  the same objects as one array
                    csv:   RFC 4180, one table for all kinds; spreadsheet formulas are defused
  --help            this text

A fact is listed when one citation of it meets all that is asked; that one is its example. NAME and PATH may hold the
wildcards * and ?; upper and lower case are the same but in a PATH.

Examples:
  careerfacts facts --kind salary --role 'registered nurse'
  careerfacts facts --search 'remote bonus' --years 2023-
  careerfacts facts --source glassdoor --format csv > glassdoor.csv
)";

struct Arguments {
  std::string database = "facts.db";
  FactFilter filter;
  std::size_t limit = Options::kAny;
  std::string format = "text";
};

// "2024", "2020-2025", "2020-", "-2019".
YearRange read_years(const std::string& text) {
  const auto fail = [&] {
    throw Error(ErrorKind::usage, "--years",
                "'" + text + "' is not a year or a range of years; write 2024, 2020-2025, 2020- or -2019");
  };
  const auto year = [&](std::string_view digits, int otherwise) {
    if (digits.empty()) return otherwise;
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.size() != 4 || error != std::errc() || end != digits.data() + digits.size()) fail();
    return value;
  };
  const std::size_t dash = text.find('-');
  YearRange years;
  if (dash == std::string::npos) {
    years.first = years.last = year(text, 0);
  } else {
    const std::string_view all = text;
    if (all.size() == 1) fail();
    years.first = year(all.substr(0, dash), years.first);
    years.last = year(all.substr(dash + 1), years.last);
  }
  if (years.first > years.last) fail();
  return years;
}

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  std::string kind, grade, period, years;
  Options options("facts");
  options.text("db", arguments.database);
  options.choice("kind", kind, {"salary", "percentage", "role", "certification"});
  options.text("role", arguments.filter.role);
  options.text("source", arguments.filter.source);
  options.text("document", arguments.filter.document);
  options.choice("grade", grade, {"named", "vague", "none"});
  options.text("currency", arguments.filter.currency);
  options.choice("period", period, {"year", "month", "week", "day", "hour"});
  options.text("years", years);
  options.text("search", arguments.filter.search);
  options.flag("include-chrome", arguments.filter.include_chrome);
  options.number("limit", arguments.limit, 1, Options::kAny);
  options.choice("format", arguments.format, {"text", "jsonl", "json", "csv"});
  options.parse(words);
  arguments.filter.kind = from_word<Kind>(kind);
  arguments.filter.grade = from_word<SourceGrade>(grade);
  if (!period.empty()) arguments.filter.period = from_word<Period>(period);
  if (!years.empty()) arguments.filter.years = read_years(years);
  return arguments;
}

// How the table is fitted to where it goes. Only a terminal has a width: elsewhere a program or a file takes
// the rows, and a person who pages through them wants them whole.
struct Layout {
  std::size_t id_digits = 16;
  std::size_t says = 0;  // widths; 0: any
  std::size_t place = 0;
};

Layout layout_for(const Output& out) {
  Layout layout;
  if (!out.is_terminal()) return layout;
  constexpr std::size_t kShortId = 10;  // still alone among millions of facts, nearly always; `show` takes it
  constexpr std::size_t kKind = 13, kCited = 5, kGaps = 4 * 2, kLeast = 30;
  const auto width = static_cast<std::size_t>(out.columns());
  if (width < 120) layout.id_digits = kShortId;
  const std::size_t others = layout.id_digits + kKind + kCited + kGaps;
  const std::size_t left = std::max(width, others + kLeast) - others;
  layout.place = left * 3 / 8;
  layout.says = left - layout.place;
  return layout;
}

Table make_table(const Layout& layout) {
  return Table({{"fact"},
                {"kind"},
                {"cited", Table::Align::right},
                {"says", Table::Align::left, layout.says, Table::Fit::wrap},
                {"for example in", Table::Align::left, layout.place, Table::Fit::cut_front}});
}

// What the fact says; a figure that is about nothing in particular says it in its sentence.
std::string says(const CitedFact& fact) {
  const Mention& mention = fact.example.mention;
  std::string text = describe(mention);
  if (fact.fact.name.empty() && fact.fact.role.empty() && fact.fact.subject.empty())
    text += ": \"" + mention.context + "\"";
  return text;
}

void add_row(Table& table, const Layout& layout, const CitedFact& fact) {
  const Mention& mention = fact.example.mention;
  table.row({fact_id(fact.fact.key).substr(0, layout.id_digits), std::string(to_word(fact.fact.kind)),
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
    const Layout layout = layout_for(out);
    Table table = make_table(layout);
    take_facts(reader, arguments, out, [&](const CitedFact& fact) { add_row(table, layout, fact); });
    if (table.empty())
      console.err.write("careerfacts: " + arguments.database + " holds no such facts\n");
    else
      out.write(table.print());
  } else if (arguments.format == "json") {
    std::string text = "[";
    take_facts(reader, arguments, out, [&](const CitedFact& fact) {
      text += text == "[" ? "\n" : ",\n";
      append_fact_json(text, fact);
      text.pop_back();  // its line end
      out.write(text);
      text.clear();
    });
    out.write(text.empty() ? "\n]\n" : "[]\n");
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
