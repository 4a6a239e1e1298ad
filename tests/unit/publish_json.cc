// JSON as it is written, and mentions to JSON and back.
#include "publish/mention_json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <random>

#include "ingest/utf8.h"
#include "publish/fact_json.h"
#include "publish/json_writer.h"
#include "publish/number.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/samples.h"
#include "tests/support/schema.h"

namespace careerfacts {
namespace {

std::string line_of(const Mention& mention, ExtractedDocument document = test::sample_document()) {
  std::string line;
  append_mention_json(line, document, mention);
  return line;
}

MentionRecord read_back(const std::string& line) {
  std::string problem;
  auto record = read_mention_json(line, problem);
  INFO(line << problem);
  REQUIRE(record);
  return *record;
}

std::string problem_of(const std::string& line) {
  std::string problem;
  CHECK_FALSE(read_mention_json(line, problem));
  return problem;
}

std::string number(double value) {
  std::string text;
  append_number(text, value);
  return text;
}

std::string json_string(std::string_view value) {
  std::string text;
  append_json_string(text, value);
  return text;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

TEST_CASE("numbers have no exponent and no needless decimals", "[publish]") {
  CHECK(number(112992) == "112992");
  CHECK(number(97.64) == "97.64");
  CHECK(number(0) == "0");
  CHECK(number(-0.0) == "0");
  CHECK(number(-5.5) == "-5.5");
  CHECK(number(1e21) == "1000000000000000000000");
  CHECK(number(0.1) == "0.1");
  CHECK(number(5e-324).size() == 326);
  CHECK(number(1.7976931348623157e308).size() == 309);
  CHECK(number(9007199254740991.0) == "9007199254740991");
  CHECK(number(9007199254740994.0) == "9007199254740994");
  CHECK(number(-1) == "-1");
  CHECK(number(0.5) == "0.5");
}

TEST_CASE("fields of any length are written whole", "[publish]") {
  for (std::size_t size = 0; size < 300; ++size) {
    std::string line;
    JsonWriter json(line);
    json.text("first", std::string(size, 'x'));
    json.text(std::string(60, 'k'), std::string(size, 'y'));
    json.number("count", size);
    json.number("half", static_cast<double>(size) / 2);
    json.null("none");
    json.flag("yes", true);
    json.end();
    const boost::json::object read = boost::json::parse(line).as_object();
    REQUIRE(read.size() == 6);
    REQUIRE(read.at("first").as_string() == std::string(size, 'x'));
    REQUIRE(read.at(std::string(60, 'k')).as_string() == std::string(size, 'y'));
    REQUIRE(read.at("count").as_int64() == static_cast<std::int64_t>(size));
    REQUIRE(read.at("half").to_number<double>() == static_cast<double>(size) / 2);
    REQUIRE(read.at("none").is_null());
    REQUIRE(read.at("yes").as_bool());
  }
}

TEST_CASE("strings are escaped so that they stay on one line and harmless", "[publish]") {
  CHECK(json_string("a\"b\\c\n\t\r") == R"("a\"b\\c\n\t\r")");
  CHECK(json_string(std::string("\0\x1b[31m\x7f", 7)) == R"("\u0000\u001b[31m\u007f")");
  CHECK(json_string("\u0085é€😀") == "\"\\u0085é€😀\"");
  CHECK(json_string("a\xff\xc3") == "\"a\uFFFD\uFFFD\"");
}

TEST_CASE("every character is written right at every place", "[publish]") {
  for (char32_t c : {U'\0', U'\x1f', U' ', U'"', U'\\', U'~', U'\x7f', U'\x80', U'\x9f', U'\xa0', U'\xbf',
                     U'\xc2', U'€', U'😀'}) {
    for (std::size_t at = 0; at < 40; ++at) {
      std::string text(at, 'a');
      append_utf8(text, c);
      text += std::string(40 - at, 'z');
      const std::string json = json_string(text);
      REQUIRE(boost::json::parse(json).as_string() == text);
      REQUIRE(std::none_of(json.begin(), json.end(),
                           [](char byte) { return (byte >= 0 && byte < 0x20) || byte == 0x7f; }));
    }
  }
}

TEST_CASE("base64 goes both ways", "[publish]") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("\xff\xfe\xfd\xfc") == "//79/A==");
  for (std::size_t n = 0; n < 20; ++n)
    CHECK(from_base64(base64(std::string(n, '\xf7'))) == std::string(n, '\xf7'));
  CHECK_FALSE(from_base64("abc"));
  CHECK_FALSE(from_base64("ab c"));
  CHECK_FALSE(from_base64("===="));
}

TEST_CASE("a salary is written as the contract says", "[publish]") {
  CHECK(
      line_of(test::sample_salary()) ==
      R"({"document":"articles/pay.md","document_sha256":")" + std::string(64, 'a') +
          R"(","kind":"salary","start":21,"end":40,"quote":"$90,000 to $120,000","line":12,"column":22,)"
          R"("context":"Data scientists earn $90,000 to $120,000, says Glassdoor; 22.5% more than in 2020.",)"
          R"("section":["Pay","By level"],"chrome":false,"rule":"money.range","min":90000,"max":120000,)"
          R"("modifier":"about","currency":"USD","period":"year","statistic":"median","pay":"base",)"
          R"("level":"senior","role":"data scientist","role_start":0,"role_end":15,"soc_code":"15-2051",)"
          R"("source_grade":"named","source":"Glassdoor","source_year":2024,"canonical_source":"Glassdoor",)"
          R"("source_start":47,"source_end":56})"
          "\n");
}

TEST_CASE("what is not known is null or none", "[publish]") {
  Mention mention = test::sample_salary();
  mention.fields = SalaryFields{};
  CHECK(line_of(mention).find(
            R"("min":null,"max":null,"modifier":"none","currency":null,"period":null,"statistic":"none",)"
            R"("pay":"none","level":"none","role":null,"soc_code":null,"source_grade":"none","source":null,)"
            R"("source_year":null})") != std::string::npos);
}

TEST_CASE("every kind fits the schema", "[publish][schema]") {
  const auto schema = boost::json::parse(test::read_file(test::tree_path("schemas/mention.schema.json")));
  ExtractedDocument document = test::sample_document();
  Mention bare = test::sample_percentage();
  bare.fields = PercentageFields{};
  document.mentions.push_back(bare);
  bare.fields = SalaryFields{};
  bare.quote_bytes = "\xff";
  document.mentions.push_back(bare);
  for (const Mention& mention : document.mentions)
    CHECK(test::schema_fault(schema, boost::json::parse(line_of(mention))) == "");
  const auto wrong = boost::json::parse(replaced(line_of(test::sample_salary()), "\"year\"", "\"decade\""));
  CHECK(test::schema_fault(schema, wrong) != "");
}

TEST_CASE("a line read back is the mention that was written", "[publish]") {
  for (const Mention& mention : test::sample_document().mentions) {
    const MentionRecord record = read_back(line_of(mention));
    CHECK(record.document == "articles/pay.md");
    CHECK(record.document_sha256 == std::string(64, 'a'));
    CHECK(record.mention.span == mention.span);
    CHECK(record.mention.fields == mention.fields);
    CHECK(line_of(record.mention) == line_of(mention));
  }
}

TEST_CASE("bytes that are not UTF-8 survive in quotes and in paths", "[publish]") {
  ExtractedDocument document = test::sample_document();
  document.path = "caf\xe9/pay.md";
  Mention mention = test::sample_role();
  mention.quote = "caf\u00e9 chef";
  mention.quote_bytes = "caf\xe9 chef";
  const MentionRecord record = read_back(line_of(mention, document));
  CHECK(record.document == document.path);
  CHECK(record.mention.quote == mention.quote);
  CHECK(record.mention.quote_bytes == mention.quote_bytes);
}

TEST_CASE("random mentions survive the way there and back", "[publish][property]") {
  std::mt19937 random(7);
  const auto text = [&] {
    static const std::vector<std::string> pieces{"a", " ", "\"", "\\",     "\n",    "\x1b[2J",
                                                 "é", "€", "😀",  "\u0085", "\u2028"};
    std::string made;
    for (std::size_t n = random() % 12; n > 0; --n) made += pieces[random() % pieces.size()];
    return made;
  };
  for (int i = 0; i < 500; ++i) {
    Mention mention = test::sample_salary();
    mention.span = {random(), std::size_t{0xffffffff} + random()};
    mention.quote = text();
    mention.context = text();
    mention.section = {text(), text()};
    auto& salary = std::get<SalaryFields>(mention.fields);
    salary.bounds.min = static_cast<double>(random()) / 100;
    salary.bounds.max = random() % 2 == 0 ? std::optional<double>(random()) : std::nullopt;
    salary.role.name = text();
    salary.attribution.source = text();
    const MentionRecord record = read_back(line_of(mention));
    REQUIRE(record.mention.fields == mention.fields);
    REQUIRE(record.mention.section == mention.section);
    REQUIRE(line_of(record.mention) == line_of(mention));
  }
}

TEST_CASE("a line that cannot be used is told by its field", "[publish]") {
  const std::string line = line_of(test::sample_salary());
  CHECK(problem_of("").find("not JSON") != std::string::npos);
  CHECK(problem_of("{\"document\":").find("not JSON") != std::string::npos);
  CHECK(problem_of("[1]") == "the line is not a JSON object");
  CHECK(problem_of("{}") == "'document' is missing");
  CHECK(problem_of(replaced(line, "90000", "\"many\"")) == "'min' is not a number");
  CHECK(problem_of(replaced(line, "\"end\":40", "\"end\":4")) == "'end' is before 'start'");
  CHECK(problem_of(replaced(line, "\"end\":40", "\"end\":-4")) == "'end' is not a whole number from 0");
  CHECK(problem_of(replaced(line, "\"start\":21", "\"start\":2.5")) ==
        "'start' is not a whole number from 0");
  CHECK(problem_of(replaced(line, "\"year\"", "\"decade\"")) ==
        "'period' is 'decade', which is not a word of this field");
  CHECK(problem_of(replaced(line, "\"salary\"", "\"pay\"")) ==
        "'kind' is 'pay', which is not a word of this field");
  CHECK(problem_of(replaced(line, "2024", "20.5")) == "'source_year' is not a year");
  CHECK(problem_of(replaced(line, "false", "0")) == "'chrome' is not true or false");
  CHECK(problem_of(replaced(line, "[\"Pay\",", "[1,")) == "'section' is not a list of strings");
}

TEST_CASE("facts are the same lines when their citations come one by one", "[publish]") {
  std::string whole, one_by_one;
  FactLines lines;
  for (const Mention& mention : test::sample_document().mentions) {
    const Fact fact = fact_of(mention, std::string(64, 'a'));
    std::vector<Citation> citations;
    for (const char* path : {"a.md", "a.md", "b.md"}) {
      citations.push_back({fact.key, path, std::string(64, 'a'), path, mention});
      if (mention.kind() == Kind::role) break;  // once
    }
    append_fact_json(whole, fact, citations);
    for (const Citation& citation : citations)
      lines.append(one_by_one, {fact, citations.size(), citations.size() == 1 ? 1U : 2U,
                                citations.size() == 1 ? 1U : 2U, citation});
  }
  lines.end(one_by_one);
  lines.end(one_by_one);
  CHECK(one_by_one == whole);
  CHECK(std::count(whole.begin(), whole.end(), '\n') == 4);
}

TEST_CASE("fields of a later version are passed over", "[publish]") {
  const std::string line = line_of(test::sample_role());
  CHECK(line_of(read_back(replaced(line, "{", "{\"new_field\":{\"a\":[1]},")).mention) == line);
}

TEST_CASE("a line that another program wrote may have its keys in any order, escaped, and twice",
          "[publish]") {
  const auto escaped = [](std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
      char digits[8];
      std::snprintf(digits, sizeof digits, "\\u%04x", static_cast<unsigned char>(c));
      json += static_cast<unsigned char>(c) < 0x80 ? std::string(digits) : std::string(1, c);
    }
    return json + '"';
  };
  std::mt19937 random(8);
  for (const Mention& mention : {test::sample_salary(), test::sample_percentage(), test::sample_role(),
                                 test::sample_certification()}) {
    const std::string line = line_of(mention);
    const boost::json::object object = boost::json::parse(line).get_object();
    for (int i = 0; i < 20; ++i) {
      std::vector<std::string> members{"\"later\" : [ {\"kind\": \"x\", \"end\": [[], {}]}, \"\\n\" ]"};
      for (const auto& member : object) {
        const boost::json::string* text = member.value().if_string();
        const std::string value = text != nullptr ? escaped(std::string_view(text->data(), text->size()))
                                                  : boost::json::serialize(member.value());
        members.push_back(escaped(std::string_view(member.key().data(), member.key().size())) + " : " +
                          value);
      }
      std::shuffle(members.begin(), members.end(), random);
      std::string other = " { ";
      for (const std::string& member : members) {
        const std::string key = member.substr(0, member.find(" :"));
        if (random() % 2 == 0) other += key + ":[\"not this\", {\"a\": null}],";
        other += member + ", ";
      }
      other.erase(other.size() - 2);
      REQUIRE(line_of(read_back(other + "}\r").mention) == line);
    }
  }
  CHECK(problem_of(replaced(line_of(test::sample_role()), "\"kind\"",
                            "\"kind\":\"role\",\"kind\":1,\"x\"")) == "'kind' is not a string");
}

}  // namespace
}  // namespace careerfacts
