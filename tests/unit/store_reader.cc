// What is given back, and in which order.
#include "store/reader.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

Mention salary(std::size_t begin, const std::string& role, double min, double max) {
  Mention mention = test::sample_salary();
  mention.span = {begin, begin + 5};
  auto& fields = std::get<SalaryFields>(mention.fields);
  fields.role.name = role;
  fields.bounds = {min, max, Modifier::none};
  fields.attribution = {};
  return mention;
}

SalaryFields& fields_of(Mention& mention) { return std::get<SalaryFields>(mention.fields); }

void store(const std::string& path, const std::vector<ExtractedDocument>& documents) {
  Writer writer(path, {"0.1.0", "rules", "{}", "now"});
  for (const ExtractedDocument& document : documents) writer.put(document);
  writer.finish("then");
}

ExtractedDocument document(const std::string& path, std::vector<Mention> mentions) {
  ExtractedDocument result;
  result.path = path;
  result.sha256 = std::string(64, 'a');
  result.mentions = std::move(mentions);
  return result;
}

std::vector<std::string> quotes(Reader& reader, const FactFilter& filter) {
  std::vector<std::string> list;
  reader.facts(filter, [&](const CitedFact& fact) {
    list.push_back(fact.example.mention.quote);
    return true;
  });
  return list;
}

}  // namespace

TEST_CASE("facts are filtered by kind, role, source and document", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  ExtractedDocument first = test::sample_document();
  Mention nurse = salary(500, "registered nurse", 1, 2);
  nurse.quote = "nurse";
  store(path, {first, document("other/[x].md", {nurse})});
  Reader reader(path);

  using Quotes = std::vector<std::string>;
  CHECK(quotes(reader, {}) == Quotes{"$90,000 to $120,000", "nurse", "22.5%", "Data scientists",
                                     "Certified Analytics Professional (CAP)"});
  CHECK(quotes(reader, {.kind = Kind::percentage}) == Quotes{"22.5%"});
  CHECK(quotes(reader, {.role = "Data Scientist"}) ==
        Quotes{"$90,000 to $120,000", "22.5%", "Data scientists"});
  CHECK(quotes(reader, {.role = "nurse"}).empty());
  CHECK(quotes(reader, {.role = "*nurse"}) == Quotes{"nurse"});
  CHECK(quotes(reader, {.source = "glass"}) == Quotes{"$90,000 to $120,000"});
  CHECK(quotes(reader, {.source = "glass%"}).empty());
  CHECK(quotes(reader, {.document = "[x].md"}) == Quotes{"nurse"});
  CHECK(quotes(reader, {.document = "other/*"}) == Quotes{"nurse"});
  CHECK(quotes(reader, {.document = "x].md"}).empty());
  CHECK(quotes(reader, {.kind = Kind::salary, .document = "pay.md"}) == Quotes{"$90,000 to $120,000"});
}

TEST_CASE("the example is the best attributed citation, outside chrome, then the first", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  Mention plain = salary(10, "nurse", 1, 2);
  Mention vague = salary(20, "nurse", 1, 2);
  fields_of(vague).attribution.grade = SourceGrade::vague;
  Mention named = salary(30, "nurse", 1, 2);
  fields_of(named).attribution = {SourceGrade::named, "Payscale", "", {}, {}};
  Mention chrome = named;
  chrome.span = {5, 9};
  chrome.chrome = true;

  store(path, {document("b", {chrome, plain, vague, named}), document("a", {plain, vague}),
               document("c", {named})});
  Reader reader(path);
  const auto place = [](const CitedFact& fact) {
    return fact.example.document + ':' + std::to_string(fact.example.mention.span.begin);
  };
  std::vector<std::string> places;
  const auto note = [&](const CitedFact& fact) {
    places.push_back(place(fact));
    return true;
  };
  reader.facts({}, note);
  reader.facts({.document = "a"}, note);
  reader.facts({.document = "c"}, note);
  CHECK(places == std::vector<std::string>{"b:30", "a:20", "c:30"});
  CHECK(SQLite::Database(path).execAndGet("SELECT document || ':' || start_byte FROM salary").getString() ==
        "b:30");

  std::vector<std::string> order;
  reader.facts({}, [&](const CitedFact& fact) {
    CHECK(fact.citation_count == 6);
    CHECK(fact.document_count == 3);
    return true;
  });
  reader.facts({.include_chrome = true}, [&](const CitedFact& fact) {
    CHECK(fact.citation_count == 7);
    CHECK(place(fact) == "b:30");
    return true;
  });
  reader.all_facts([&](const Fact&, const std::vector<Citation>& citations) {
    for (const Citation& citation : citations)
      order.push_back(citation.document + ':' + std::to_string(citation.mention.span.begin));
    return true;
  });
  CHECK(order == std::vector<std::string>{"a:10", "a:20", "b:10", "b:20", "b:30", "c:30"});
}

TEST_CASE("facts that only page chrome states are left out unless they are asked for", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  Mention chrome = salary(10, "nurse", 1, 2);
  chrome.chrome = true;
  Mention both = salary(20, "aide", 3, 4);
  Mention both_chrome = both;
  both_chrome.span = {30, 35};
  both_chrome.chrome = true;
  store(path, {document("a", {chrome, both, both_chrome})});
  Reader reader(path);
  std::vector<std::string> roles;
  const auto note = [&](const Fact& fact, const std::vector<Citation>& citations) {
    roles.push_back(fact.role + ' ' + std::to_string(citations.size()));
    return true;
  };
  reader.all_facts(note);
  CHECK(roles == std::vector<std::string>{"aide 1"});
  roles.clear();
  reader.all_facts(note, true);
  std::sort(roles.begin(), roles.end());
  CHECK(roles == std::vector<std::string>{"aide 2", "nurse 1"});
  std::size_t facts = 0;
  const auto count = [&](const CitedFact&) { return ++facts, true; };
  reader.facts({}, count);
  CHECK(facts == 1);
  reader.facts({.include_chrome = true}, count);
  CHECK(facts == 3);

  const Summary without = reader.summary();
  CHECK((without.kinds[0].facts == 1 && without.kinds[0].mentions == 1 && without.chrome == 2));
  CHECK(without.pay.size() == 1);
  const Summary with = reader.summary(true);
  CHECK((with.kinds[0].facts == 2 && with.kinds[0].mentions == 3 && with.pay.size() == 2));
  for (const auto& [query, expected] :
       {std::pair("SELECT count(*) FROM salary", 1), std::pair("SELECT citation_count FROM salary", 1),
        std::pair("SELECT count(*) FROM cited", 3)}) {
    INFO(query);
    CHECK(SQLite::Database(path).execAndGet(query).getInt() == expected);
  }
}

TEST_CASE("what an article says of itself is read back", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  ExtractedDocument said = document("a", {});
  said.title = "Pay";
  said.author = "Jane Doe";
  said.published = "2024-03-01";
  said.updated = "May 2024";
  said.publisher = "Ward Weekly";
  said.language = "en";
  store(path, {said});
  said.sha256 = std::string(64, 'b');
  store(path, {said});  // updated, not inserted
  Reader reader(path);
  CHECK_FALSE(reader.document("b"));
  const std::optional<StoredDocument> read = reader.document("a");
  REQUIRE(read);
  CHECK(read->sha256 == said.sha256);
  CHECK((read->title == said.title && read->author == said.author && read->published == said.published));
  CHECK((read->updated == said.updated && read->publisher == said.publisher &&
         read->language == said.language && !read->unread));
}

TEST_CASE("citations come one by one as facts give them, until enough is seen", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  Mention chrome = salary(90, "nurse", 1, 2);
  chrome.chrome = true;
  store(path,
        {document("b", {salary(10, "nurse", 1, 2), salary(20, "aide", 3, 4), salary(30, "nurse", 1, 2)}),
         document("a", {salary(10, "nurse", 1, 2), chrome})});
  Reader reader(path);
  for (const bool include_chrome : {false, true}) {
    std::vector<std::string> expected, given;
    reader.all_facts(
        [&](const Fact& fact, const std::vector<Citation>& citations) {
          for (const Citation& citation : citations)
            expected.push_back(fact.role + ' ' + std::to_string(citations.size()) + ' ' + citation.document +
                               ':' + std::to_string(citation.mention.span.begin));
          return true;
        },
        include_chrome);
    const auto note = [&](const CitedFact& cited) {
      given.push_back(cited.fact.role + ' ' + std::to_string(cited.citation_count) + ' ' +
                      cited.example.document + ':' + std::to_string(cited.example.mention.span.begin));
      CHECK(cited.document_count == (cited.fact.role == "nurse" ? 2 : 1));
      return given.size() < expected.size();
    };
    const std::vector<std::string> all = expected;
    reader.all_citations(note, include_chrome);
    CHECK(given == all);
    CHECK(all.size() == (include_chrome ? 5 : 4));
    for (std::size_t most = 1; most <= all.size(); ++most) {
      given.clear();
      expected.resize(most);
      reader.all_citations(note, include_chrome);
      CHECK(given == expected);
      expected = all;
    }
  }
}

TEST_CASE("a fact is found by its id or the beginning of it", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  std::vector<Mention> mentions;
  for (int i = 0; i < 300; ++i)
    mentions.push_back(salary(static_cast<std::size_t>(10 * i), "nurse", i, i + 1));
  store(path, {document("a", mentions)});
  Reader reader(path);
  std::vector<FactKey> all;
  reader.all_facts([&](const Fact& fact, const std::vector<Citation>&) {
    all.push_back(fact.key);
    return true;
  });
  REQUIRE(all.size() == 300);
  CHECK(std::is_sorted(all.begin(), all.end()));

  for (const FactKey key : {all.front(), all[150], all.back()}) {
    const std::string id = fact_id(key);
    CHECK(reader.keys_beginning_with(id, 2) == std::vector<FactKey>{key});
    std::size_t expected = 0;
    for (const FactKey other : all) expected += fact_id(other).front() == id.front() ? 1 : 0;
    CHECK(reader.keys_beginning_with(id.substr(0, 1), 1000).size() == expected);
    REQUIRE(reader.fact(key));
    CHECK(reader.fact(key)->fact.key == key);
    CHECK(reader.citations(key).size() == 1);
  }
  CHECK(reader.keys_beginning_with("", 10).size() == 10);
  CHECK(reader.keys_beginning_with("xyz", 10).empty());
  CHECK(reader.keys_beginning_with(std::string(17, '0'), 10).empty());
  CHECK_FALSE(reader.fact(1));
  CHECK(reader.citations(1).empty());
}

TEST_CASE("the summary counts, and takes the median pay of each role", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  Mention open = salary(40, "nurse", 80, 80);
  fields_of(open).bounds.max = {};
  Mention bonus = salary(50, "nurse", 1, 1);
  fields_of(bonus).pay = Pay::bonus;
  Mention hourly = salary(60, "nurse", 20, 20);
  fields_of(hourly).period = Period::hour;
  Mention nobody = salary(70, "", 5, 5);
  store(path, {document("a", {salary(10, "nurse", 50, 70), salary(20, "nurse", 10, 30),
                              salary(30, "chef", 7, 8), open, bonus, hourly, nobody}),
               test::sample_document()});
  const Summary summary = Reader(path).summary();
  CHECK(summary.documents == 2);
  CHECK(summary.unread == 0);
  CHECK(summary.sources == 1);
  CHECK(summary.kinds[static_cast<std::size_t>(Kind::salary)].facts == 8);
  CHECK(summary.kinds[static_cast<std::size_t>(Kind::role)].mentions == 1);
  REQUIRE(summary.pay.size() == 4);
  CHECK(summary.pay[0].role == "nurse");
  CHECK(summary.pay[0].period == Period::year);
  CHECK(summary.pay[0].facts == 3);
  CHECK(summary.pay[0].min == 10);
  CHECK(summary.pay[0].max == 80);
  CHECK(summary.pay[0].median == 60);
  CHECK(summary.pay[1].role == "chef");
  CHECK(summary.pay[1].median == 7.5);
  CHECK(summary.pay[2].role == "data scientist");
  CHECK(summary.pay[3].period == Period::hour);
}

TEST_CASE("a reader sees one state of the store, whatever is written meanwhile", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  store(path, {document("a", {salary(10, "nurse", 1, 2)})});
  Reader reader(path);
  store(path, {document("b", {salary(10, "chef", 1, 2)})});
  CHECK(quotes(reader, {}).size() == 1);
  CHECK(reader.summary().documents == 1);
  Reader later(path);
  CHECK(later.summary().documents == 2);
}

}  // namespace careerfacts
