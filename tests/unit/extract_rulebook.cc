#include "extract/rulebook.h"

#include <map>
#include <memory>
#include <span>

#include "base/error.h"
#include "extract/compile_rules.h"
#include "extract/extract.h"
#include "extract/token.h"
#include "extract/tsv.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

// The error of a rulebook whose file `name` holds `text`: "file:line: message".
std::string error_of(const std::string& name, const std::string& text) {
  const test::TempFolder folder;
  folder.write(name, text);
  try {
    Rulebook::from_folder(folder.path());
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::rulebook);
    return error.what();
  }
  return "no error";
}

const std::string kRule =
    "feature = \"period\"\n"
    "[[rule]]\n"
    "id = \"period.lunar\"\n"
    "value = \"month\"\n"
    "place = \"after\"\n"
    "phrases = [\"a moon\"]\n"
    "examples = [{ text = \"Nurses earn a salary of $3,000 a moon.\", salary = \"$3,000\", period = "
    "\"month\" }]\n"
    "counterexamples = [{ text = \"The salary is $30,000.\", salary = \"$30,000\", period = \"month\" }]\n";

std::string without(std::string text, const std::string& line_begin) {
  const std::size_t at = text.find("\n" + line_begin) + 1;
  return text.erase(at, text.find('\n', at) + 1 - at);
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST_CASE("a pattern file that cannot be used is refused with its line") {
  struct Case {
    std::string text, error;
  };
  const auto [text, error] = GENERATE_REF(values<Case>({
      {"feature = \"period\"\n[[rule]\n", "patterns/own.toml:2"},
      {with(kRule, "\"period\"", "\"colour\""), "feature = \"colour\" is not known"},
      {with(kRule, "value = \"month\"", "value = \"fortnight\""),
       "patterns/own.toml:2: value = \"fortnight\""},
      {with(kRule, "place = \"after\"", "place = \"beside\""),
       "patterns/own.toml:2: place = \"beside\" is none of: any, before, after, next"},
      {with(kRule, "period.lunar", "period.year"), "the id \"period.year\" is taken by patterns/"},
      {without(kRule, "id"), "patterns/own.toml:2: lacks id"},
      {without(kRule, "phrases"), "patterns/own.toml:2: lacks phrases"},
      {without(kRule, "examples"), "patterns/own.toml:2: rule \"period.lunar\" lacks examples"},
      {without(kRule, "counterexamples"), "patterns/own.toml:2: rule \"period.lunar\" lacks counterexamples"},
      {with(kRule, "phrases = [\"a moon\"]", "phrases = [7]"), "patterns/own.toml:6: a phrase is a string"},
      {with(kRule, "value = \"month\"", "value = \"moon\""),
       "value = \"moon\" is none of this feature's values: none, year, month, week, day, hour"},
      {with(kRule, "salary = \"$3,000\", ", ""), "patterns/own.toml:7: an example names the quote"},
      {"feature = \"period\"\n", "holds no [[rule]]"},
  }));
  CHECK_THAT(error_of("patterns/own.toml", text), Catch::Contains(error));
}

TEST_CASE("a gazetteer that cannot be used is refused with its line") {
  const std::string head = "surface\tname\tsoc\tmapping\tpolicy\n";
  const std::string currencies = "code\tsymbols\twords\tcue\tbare\tminor_words\tdecimals\tnote\n";
  const std::string numbers = "word\tclass\tvalue\tcase\tplace\tcurrency\tnote\n";
  struct Case {
    std::string name, text, error;
  };
  const auto [name, text, error] = GENERATE_REF(values<Case>({
      {"titles", "surface\tname\n", "gazetteers/titles.tsv:1: the header line must name the columns surface"},
      {"titles", "# c\n" + head + "nurse\t\t\tx\n",
       "gazetteers/titles.tsv:3: this row has 4 cells, the header has 5"},
      {"titles", head + "nurse\t\t\t\tsometimes\n", "gazetteers/titles.tsv:2: \"sometimes\" is none of"},
      {"titles", head + "nurse\t\t\t\tanywhere\nnurse\t\t\t\tcue\n",
       "gazetteers/titles.tsv:3: \"nurse\" stands"},
      {"colours", "a\tb\n", "is no gazetteer that is known"},
      {"titles.mine", "surface\tname\n", "gazetteers/titles.mine.tsv:1: the header line must name"},
      {"currencies", currencies + "AAA\tQ$\t\t\t\t\t\t\nBBB\tQ$\t\t\t\t\t\t\n",
       "gazetteers/currencies.tsv:3: \"Q$\" stands in another row"},
      {"currencies", currencies + "AAA\tQ$\t\t\t\t\tpoint\t\n",
       "gazetteers/currencies.tsv:2: \"point\" is neither \"comma\" nor empty"},
      {"currencies", currencies + "AAA\t\ta b c d e f g h\t\t\t\t\t\n",
       "gazetteers/currencies.tsv:2: \"a b c"},
      {"number_words", numbers + "gross\tmagnitude\tx\t\t\t\t\n",
       "gazetteers/number_words.tsv:2: the value \"x\" is no number"},
      {"number_words", numbers + "gross\tdozen\t12\t\t\t\t\n",
       "gazetteers/number_words.tsv:2: \"dozen\" is none of: number"},
      {"amount_words", "word\tclass\tvalue\tnote\nmoon\tunit\tlunar\t\n",
       "gazetteers/amount_words.tsv:2: \"lunar\" is none of"},
  }));
  CHECK_THAT(error_of("gazetteers/" + name + ".tsv", text), Catch::Contains(error));
}

// The keys of the words of a surface, as the lexicon compares them.
std::string key_of(std::string_view surface) {
  std::vector<Token> tokens;
  tokenize(surface, 0, surface.size(), tokens);
  std::string key;
  for (const Token& token : tokens)
    if (!token.is('-')) key += std::to_string(token.key) + " ";
  return key;
}

TEST_CASE("no two titles of the built-in list are read as one and mean different things") {
  std::map<std::string, std::vector<std::string>> rows;  // key → rows
  for (const RulebookFile& file : builtin_rulebook_files()) {
    if (file.name != "gazetteers/titles.tsv") continue;
    read_tsv(file.name, file.text, {"surface", "name", "soc", "mapping", "policy"}, [&](const TsvRow& row) {
      const bool acronym = row.cells[4] == "exact_case";  // "IT" and "it"
      rows[(acronym ? std::string(row.cells[0]) : key_of(row.cells[0]))].push_back(
          std::string(row.cells[0]) + " " + std::string(row.cells[2]) + " " + std::string(row.cells[4]));
    });
  }
  REQUIRE(rows.size() > 30000);
  std::string twice;
  for (const auto& [key, same] : rows)
    if (same.size() > 1) {
      for (const std::string& row : same) twice += row + " | ";
      twice += "\n";
    }
  INFO(twice);
  CHECK(twice.empty());
}

TEST_CASE("a folder without rules is no rulebook") {
  const test::TempFolder folder;
  CHECK_THROWS_AS(Rulebook::from_folder(folder.path()), Error);
  CHECK_THROWS_AS(Rulebook::from_folder(folder.at("nowhere")), Error);
  CHECK_THROWS_AS(Rulebook::from_folder(folder.write("file", "x")), Error);
}

TEST_CASE("one file in a folder adds to the built-in ones, or stands for the one of its name") {
  const Rulebook builtin = Rulebook::builtin();
  const test::TempFolder folder;
  folder.write("patterns/own.toml", kRule);
  const Rulebook added = Rulebook::from_folder(folder.path());
  CHECK(added.hash() != builtin.hash());
  CHECK(added.hash().size() == 64);
  CHECK(check_rulebook(added).rules == check_rulebook(builtin).rules + 1);
  CHECK(check_rulebook(added).problems.empty());

  const test::TempFolder other;
  other.write("gazetteers/titles.tsv",
              "surface\tname\tsoc\tmapping\tpolicy\nmoon keeper\tlunar warden\t99-9999\texact\tanywhere\n");
  const Rulebook replaced = Rulebook::from_folder(other.path());
  const ExtractedDocument found = extract(ingest("x", "A moon keeper is hired."), replaced);
  REQUIRE(found.mentions.size() == 1);
  CHECK(found.mentions[0].quote == "moon keeper");
  CHECK(std::get<RoleFields>(found.mentions[0].fields).name == "lunar warden");
  CHECK(std::get<RoleFields>(found.mentions[0].fields).soc_code == "99-9999");
}

TEST_CASE(
    "a file with a name of its own adds rows to a gazetteer, and stands for rows of the same first cell") {
  const test::TempFolder folder;
  folder.write("gazetteers/titles.moon.tsv",
               "surface\tname\tsoc\tmapping\tpolicy\n"
               "moon keeper\tlunar warden\t\t\tanywhere\n"
               "welder\twelding artist\t\t\tanywhere\n");
  folder.write("gazetteers/publishers.moon.tsv",
               "name\taliases\tkind\tcountry\tparent\tpolicy\tcase\n"
               "moon office\t\tgovernment\t\t\tanywhere\t\n");
  folder.write("gazetteers/currencies.moon.tsv",
               "code\tsymbols\twords\tcue\tbare\tminor_words\tdecimals\tnote\n"
               "MOO\tMOO\tmoon dollars|quid\t\t\t\t\t\n");
  const Rulebook rulebook = Rulebook::from_folder(folder.path());
  const std::vector<Mention> paid =
      extract(ingest("x", "Welders earn 90,000 quid a year."), rulebook).mentions;
  REQUIRE(paid.size() == 2);
  CHECK(std::get<SalaryFields>(paid[1].fields).currency == "MOO");
  const std::vector<Mention> found =
      extract(ingest("x", "A moon keeper, a welder and a plumber earn $50,000 a year, says the moon office."),
              rulebook)
          .mentions;
  std::vector<std::string> names;
  for (const Mention& mention : found)
    if (const auto* role = std::get_if<RoleFields>(&mention.fields)) names.push_back(role->name);
  CHECK(names == std::vector<std::string>{"lunar warden", "welding artist", "plumber"});
}

TEST_CASE("the hash is that of the contents") {
  const test::TempFolder folder;
  for (const RulebookFile& file : builtin_rulebook_files()) folder.write(file.name, file.text);
  CHECK(Rulebook::from_folder(folder.path()).hash() == Rulebook::builtin().hash());
  folder.write("patterns/own.toml", kRule);
  const std::string hash = Rulebook::from_folder(folder.path()).hash();
  folder.write("patterns/own.toml", kRule + "\n");
  CHECK(Rulebook::from_folder(folder.path()).hash() != hash);
}

TEST_CASE("the built-in rules are the same from their image as from their files") {
  const std::shared_ptr<const CompiledRules> read = compile_rules(builtin_rulebook_files());
  const CompiledRules& built_in = Rulebook::builtin().compiled();
  const auto bytes = [](const Lexicon& lexicon) {
    const std::span<const CacheLine> image = lexicon.image();
    return std::string_view(reinterpret_cast<const char*>(image.data()), image.size_bytes());
  };
  CHECK(bytes(built_in.lexicon) == bytes(read->lexicon));
  CHECK(bytes(built_in.lexicon_beside) == bytes(read->lexicon_beside));
  CHECK(bytes(built_in.lexicon_names) == bytes(read->lexicon_names));
  CHECK(built_in.hash == read->hash);
  CHECK(built_in.titles.size() == read->titles.size());
  REQUIRE(built_in.rules.size() == read->rules.size());
  for (std::size_t i = 0; i < read->rules.size(); ++i) {
    CHECK(built_in.rules[i].id == read->rules[i].id);
    CHECK(built_in.rules[i].file == read->rules[i].file);
    CHECK(built_in.rules[i].line == read->rules[i].line);
  }
}

TEST_CASE("an example that does not hold is told with file and line") {
  const test::TempFolder folder;
  folder.write("patterns/own.toml",
               with(kRule, "period = \"month\" }]\ncounter", "period = \"week\" }]\ncounter"));
  const RuleCheck check = check_rulebook(Rulebook::from_folder(folder.path()));
  REQUIRE(check.problems.size() == 1);
  CHECK(check.problems[0].file == "patterns/own.toml");
  CHECK(check.problems[0].line == 7);
  CHECK(check.problems[0].rule == "period.lunar");
  CHECK_THAT(check.problems[0].message, Catch::Contains("period is \"month\", not \"week\""));
}

}  // namespace
}  // namespace careerfacts
