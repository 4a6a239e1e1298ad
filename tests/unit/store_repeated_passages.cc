// Lines that a site prints on all of its pages count as page chrome; what authors say does not.
#include "store/repeated_passages.h"

#include <algorithm>
#include <functional>
#include <random>

#include "base/content_hash.h"
#include "extract/fingerprint.h"
#include "store/reader.h"
#include "store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

const RunInfo kRun{"0.1.0", "rules", "{}", "now"};
const std::string kPromotion =
    "Join the 60% of registered nurses who read our letter on pay every week, and never miss an offer.";
const std::string kClaim = "The average data scientist earns $112,000 a year.";

// A document of one percentage in `context`, of an origin of its own.
ExtractedDocument document(const std::string& path, const std::string& context) {
  ExtractedDocument made = test::sample_document();
  made.path = path;
  made.sha256 = sha256_hex(path);
  std::mt19937 random(static_cast<unsigned>(std::hash<std::string>()(path)));
  made.fingerprint.emplace();
  for (std::size_t i = 0; i < kFingerprintBins; ++i) *made.fingerprint += static_cast<char>(random());
  Mention mention = test::sample_percentage();
  mention.context = context;
  made.mentions = {mention};
  return made;
}

ExtractedDocument with_source(ExtractedDocument made) {
  auto& attribution = std::get<PercentageFields>(made.mentions[0].fields).attribution;
  attribution = {SourceGrade::named, "Bureau of Labor Statistics", "", {}, {}};
  return made;
}

// Whether the mention of each document counts as chrome, by path: "+" and "-".
std::string chrome_in(const std::string& path) {
  std::string marks;
  Reader(path).all_documents([&](const StoredDocument&, const std::vector<Citation>& citations) {
    for (const Citation& citation : citations) marks += citation.mention.chrome ? '+' : '-';
    return true;
  });
  return marks;
}

RunCounts store(const std::string& path, const std::vector<ExtractedDocument>& documents) {
  Writer writer(path, kRun);
  for (const ExtractedDocument& made : documents) writer.put(made);
  return writer.finish("later");
}

std::vector<ExtractedDocument> pages(const std::string& context, int count) {
  std::vector<ExtractedDocument> list;
  for (int i = 0; i < count; ++i) list.push_back(document("page" + std::to_string(i), context));
  return list;
}

}  // namespace

TEST_CASE("a long line that stands at the end of four unrelated documents is chrome", "[store]") {
  const test::TempFolder folder;
  CHECK(chrome_in((store(folder.at("3.db"), pages(kPromotion, 3)), folder.at("3.db"))) == "---");
  const std::string path = folder.at("4.db");
  store(path, pages(kPromotion, 4));
  CHECK(chrome_in(path) == "++++");
  std::size_t facts = 0;
  const auto count = [&](const Fact&, const std::vector<Citation>&) { return ++facts, true; };
  Reader(path).all_facts(count);
  CHECK(facts == 0);
  Reader(path).all_facts(count, true);
  CHECK(facts == 1);
  CHECK(Reader(path).summary().chrome == 4);
}

TEST_CASE("what authors say in the same words is no chrome: short claims, claims with their source",
          "[store]") {
  const test::TempFolder folder;
  std::vector<ExtractedDocument> documents = pages(kClaim, 8);
  for (const ExtractedDocument& made : pages(kPromotion + " So says the bureau.", 8)) {
    documents.push_back(made);
    documents.back().path += " too";
    documents.back().sha256 += " too";
  }
  documents.back() = with_source(documents.back());
  store(folder.at("facts.db"), documents);
  CHECK(chrome_in(folder.at("facts.db")) == std::string(16, '-'));
}

TEST_CASE("a line amid the articles is no chrome, nor is one of documents too short to be told apart",
          "[store]") {
  const test::TempFolder folder;
  std::vector<ExtractedDocument> amid = pages(kPromotion, 5);
  for (std::size_t i = 0; i < amid.size(); ++i) {
    const Mention promotion = amid[i].mentions[0];
    amid[i].mentions.clear();
    for (int k = 0; k < 9; ++k) {
      Mention mention = promotion;
      const std::size_t at = static_cast<std::size_t>(k) * 100;
      mention.span = {at, at + mention.quote.size()};
      if (k != 4) mention.context = std::to_string(k) + " of " + amid[i].path;
      amid[i].mentions.push_back(mention);
    }
  }
  store(folder.at("amid.db"), amid);
  CHECK(chrome_in(folder.at("amid.db")) == std::string(45, '-'));
  for (ExtractedDocument& made : amid)
    for (int k = 5; k < 8; ++k) made.mentions.erase(made.mentions.begin() + 5);  // now it is the last but one
  store(folder.at("last.db"), amid);
  CHECK(chrome_in(folder.at("last.db")) == "----+-----+-----+-----+-----+-");

  std::vector<ExtractedDocument> brief = pages(kPromotion, 5);
  for (ExtractedDocument& made : brief) made.fingerprint.emplace();
  store(folder.at("brief.db"), brief);
  CHECK(chrome_in(folder.at("brief.db")) == "-----");
}

TEST_CASE("copies of one article do not make a line chrome", "[store]") {
  const test::TempFolder folder;
  std::vector<ExtractedDocument> documents = pages(kPromotion, 6);
  for (std::size_t i = 2; i < 6; ++i) documents[i].sha256 = documents[2].sha256;
  store(folder.at("facts.db"), documents);
  CHECK(chrome_in(folder.at("facts.db")) == "------");
}

TEST_CASE("the mark comes and goes with the documents, in any order, and is told as a change", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  std::vector<ExtractedDocument> documents = pages(kPromotion, 4);
  std::reverse(documents.begin(), documents.end());
  store(path, {documents[0], documents[1]});
  store(path, {documents[2]});
  CHECK(chrome_in(path) == "---");
  store(path, {documents[3]});
  CHECK(chrome_in(path) == "++++");
  std::size_t gone = 0;
  Reader(path).changes_since(2, [&](const FactChange& change) {
    if (!change.fact) ++gone;
    return true;
  });
  CHECK(gone == 1);
  Writer writer(path, kRun);
  writer.remove_documents([](const std::string& name) { return name == "page2"; });
  writer.finish("later");
  CHECK(chrome_in(path) == "---");
}

}  // namespace careerfacts
