// Documents for annotation tools: spans and relations, brat's lines, names of files.
#include "publish/annotated_text.h"

#include "publish/brat.h"
#include "publish/doccano.h"
#include "publish/web_annotation.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

const std::string kText = "CompTIA Security+: registered nurses earn over\r\n$9 a day, says CompTIA.";

RawSpan place(const std::string& part, std::size_t from = 0) {
  const std::size_t at = kText.find(part, from);
  REQUIRE(at != std::string::npos);
  return {at, at + part.size()};
}

Citation cite(const std::string& quote, decltype(Mention::fields) fields) {
  Citation citation;
  citation.fact = 0x1234;
  citation.mention.span = place(quote);
  citation.mention.quote = quote;
  citation.mention.fields = std::move(fields);
  return citation;
}

// A certification, a role, and a salary that names a part of the role, and as its source what `source` says.
std::vector<Citation> citations(RawSpan source) {
  SalaryFields salary;
  salary.bounds = {9, std::nullopt, Modifier::over};
  salary.currency = "USD";
  salary.period = Period::day;
  salary.role = {"registered nurse", "", place("nurses")};
  salary.attribution = {SourceGrade::named, "CompTIA", "", std::nullopt, source};
  return {cite("CompTIA Security+", CertificationFields{"comptia security+", "", ""}),
          cite("registered nurses", RoleFields{"registered nurse", ""}), cite("over\r\n$9", salary)};
}

TEST_CASE("the role of a figure is the span of a role that stands there", "[publish]") {
  const auto list = citations(place("CompTIA", 20));
  const AnnotatedText text = annotate(list, Overlaps::left_out);
  REQUIRE(text.spans.size() == 4);
  CHECK(text.spans[3].label == SpanLabel::source);
  CHECK(text.spans[3].span == place("CompTIA", 20));
  CHECK(text.spans[3].citation == nullptr);
  REQUIRE(text.relations.size() == 2);
  CHECK(text.relations[0].from == 2);
  CHECK(text.relations[0].to == 1);
  CHECK(text.relations[0].label == RelationLabel::for_role);
  CHECK(text.relations[1].to == 3);
  CHECK(text.relations[1].label == RelationLabel::says_source);
}

TEST_CASE("a source within another span is left out where spans may not overlap", "[publish]") {
  const auto list = citations(place("CompTIA"));
  const AnnotatedText apart = annotate(list, Overlaps::left_out);
  CHECK(apart.spans.size() == 3);
  CHECK(apart.relations.size() == 1);
  const AnnotatedText over = annotate(list, Overlaps::allowed);
  CHECK(over.spans.size() == 4);
  CHECK(over.relations.size() == 2);
}

TEST_CASE("two figures share the span of their source", "[publish]") {
  auto list = citations(place("CompTIA", 20));
  list.push_back(list.back());
  list.back().mention.span = place("a day");
  const AnnotatedText text = annotate(list, Overlaps::left_out);
  CHECK(text.spans.size() == 5);
  REQUIRE(text.relations.size() == 4);
  CHECK(text.relations[1].to == text.relations[3].to);
}

TEST_CASE("brat's lines", "[publish]") {
  const PlainText text(kText, LineEnds::line_feed);
  CHECK(
      brat_annotations(citations(place("CompTIA", 20)), text) ==
      "T1\tcertification 0 17\tCompTIA Security+\n"
      "T2\trole 19 36\tregistered nurses\n"
      "T3\tsalary 42 46;47 49\tover $9\n"
      "T4\tsource 62 69\tCompTIA\n"
      "A1\tmodifier T3 over\n"
      "A2\tperiod T3 day\n"
      "A3\tsource_grade T3 named\n"
      "R1\tfor_role Arg1:T3 Arg2:T2\n"
      "R2\tsays_source Arg1:T3 Arg2:T4\n"
      "#1\tAnnotatorNotes T1\tfact 0000000000001234: comptia security+\n"
      "#2\tAnnotatorNotes T2\tfact 0000000000001234: registered nurse\n"
      "#3\tAnnotatorNotes T3\tfact 0000000000001234: USD over 9 a day, for registered nurse, says CompTIA\n");
}

TEST_CASE("brat's configuration lists every value that an attribute may have", "[publish]") {
  const std::string configuration = brat_configuration();
  for (const char* line : {"[entities]\nsalary\n", "[relations]\n", "[events]\n", "[attributes]\n",
                           "modifier\tArg:salary|percentage, Value:about|over|under|up_to\n",
                           "period\tArg:salary, Value:year|month|week|day|hour\n",
                           "sense\tArg:percentage, Value:other|share|change|difference|rate\n",
                           "says_source\tArg1:salary|percentage, Arg2:source\n", "<OVERLAP>\t"})
    CHECK(configuration.find(line) != std::string::npos);
}

TEST_CASE("a document's name is plain, its own, and in the folder", "[publish]") {
  CHECK(brat_name("articles/pay-2024.md") == "articles/pay-2024.md");
  CHECK(brat_name("./a.md") != brat_name("a.md"));
  CHECK(brat_name("a b.md") != brat_name("a_b.md"));
  CHECK(brat_name("a\xff.md") != brat_name("a\xfe.md"));
  for (const char* path :
       {"../../etc/passwd", "/etc/passwd", "..", "/", "", "a/../../b", ".git/config", "-"}) {
    const std::string name = brat_name(path);
    INFO(path << " is " << name);
    CHECK_FALSE(name.empty());
    CHECK(name.front() != '/');
    CHECK(("/" + name).find("/.") == std::string::npos);
  }
}

TEST_CASE("doccano's ids are unique in the file", "[publish]") {
  const PlainText text(kText);
  StoredDocument document;
  document.path = "pay.md";
  DoccanoWriter writer;
  std::string out;
  writer.append(out, document, citations(place("CompTIA", 20)), text);
  CHECK(out.find(R"("entities":[{"id":1,"label":"certification","start_offset":0,"end_offset":17},)") !=
        std::string::npos);
  CHECK(out.find(R"("relations":[{"id":1,"from_id":3,"to_id":2,"type":"for_role"},)") != std::string::npos);
  out.clear();
  writer.append(out, document, citations(place("CompTIA", 20)), text);
  CHECK(out.find(R"("entities":[{"id":5,)") != std::string::npos);
  CHECK(out.find(R"("relations":[{"id":3,"from_id":7,"to_id":6,"type":"for_role"},)") != std::string::npos);
}

std::string iri_of(const std::string& path) {
  StoredDocument document;
  document.path = path;
  std::string out;
  append_web_annotation(out, document, cite("registered nurses", RoleFields{"nurse", ""}), PlainText(kText),
                        "https://x.example/");
  const std::string begin = R"("source":{"id":")";
  const std::size_t at = out.find(begin) + begin.size();
  return out.substr(at, out.find('"', at) - at);
}

TEST_CASE("a document's IRI is its path, percent-encoded, and survives being resolved", "[publish]") {
  CHECK(iri_of("articles/a.md") == "https://x.example/articles/a.md");
  CHECK(iri_of("/home/x y/é?#%.md") == "https://x.example//home/x%20y/%C3%A9%3F%23%25.md");
  CHECK(iri_of("./a.md") == "https://x.example/.%2Fa.md");
  CHECK(iri_of("../b/./c.md") == "https://x.example/..%2Fb%2F.%2Fc.md");
  CHECK(iri_of("a\xff.md") == "https://x.example/a%FF.md");
}

}  // namespace
}  // namespace careerfacts
