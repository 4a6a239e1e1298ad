// `careerfacts report`: one page that needs nothing else, and that no article can take over.
#include <filesystem>

#include "base/content_hash.h"
#include "publish/html.h"
#include "publish/json_writer.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
  return count;
}

// The tags that are open at the end, or a tag that closes what is not open.
std::string open_tags(const std::string& page) {
  std::vector<std::string> open;
  for (std::size_t at = 0; (at = page.find('<', at)) != std::string::npos;) {
    const std::size_t end = page.find('>', at);
    if (end == std::string::npos) return "a tag without an end";
    std::string name = page.substr(at + 1, page.find_first_of(" >\n", at) - at - 1);
    at = end + 1;
    if (name == "!DOCTYPE" || name == "meta" || name == "input") continue;
    if (!name.starts_with('/')) {
      open.push_back(name);
      if (name == "script" || name == "style") at = page.find("</" + name, at);
    } else if (open.empty() || open.back() != name.substr(1)) {
      return name;
    } else {
      open.pop_back();
    }
  }
  std::string left;
  for (const std::string& name : open) left += name + " ";
  return left;
}

struct Store {
  TempFolder folder;

  Store() {
    folder.write(
        "a.md",
        "A nurse earns $80,000 a year, according to Glassdoor (2024). A nurse earns $80,000 a year.\n");
    folder.write("b.md",
                 "Pay & perks: a <b>welder</b> earns \"about\" $50,000 a year, experts say. Demand grew 9% "
                 "in 2023.\n");
    REQUIRE(run({"ingest", "a.md", "b.md"}).status == 0);
  }
  Result run(const std::vector<std::string>& arguments) const {
    return run_careerfacts(arguments, {.folder = folder.path()});
  }
  std::string page(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"report", "--out", "page.html"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Result result = run(arguments);
    INFO(result.err);
    REQUIRE(result.status == 0);
    return read_file(folder.at("page.html"));
  }
};

TEST_CASE("the report shows what there is, with its citations", "[cli]") {
  const Store store;
  const std::string page = store.page();
  CHECK(page.starts_with("<!DOCTYPE html>\n"));
  CHECK(page.ends_with("</html>\n"));
  CHECK(open_tags(page) == "");
  CHECK(has(page, "<p>2 documents, which name 1 source.</p>"));
  CHECK(has(page, "<tr><td>with a named source</td><td class=\"number\">1</td>"));
  CHECK(has(page, "<tr><td>with a source that is only hinted at</td><td class=\"number\">1</td>"));
  CHECK(has(page, "<td>USD 80,000 a year, for nurse\n<details><summary>2 citations in 1 document</summary>"));
  CHECK(has(page, "A nurse earns <mark>$80,000</mark> a year, according to Glassdoor (2024)."));
  CHECK(has(page, "<div class=\"place\">a.md:1:15, bytes 14-21</div>"));
  CHECK(has(page, "<td>Glassdoor (2024)</td>"));
  CHECK(count_of(page, "<tr id=") == 5);  // two salaries, a percentage, two roles
  CHECK(has(page,
            "<tr><td>nurse</td><td>USD</td><td>year</td><td class=\"number\">1</td><td "
            "class=\"number\">80,000</td>"));
  CHECK(store.page() == page);
}

TEST_CASE("the report lists as many facts as it is told, and says so", "[cli]") {
  const Store store;
  const std::string page = store.page({"--limit", "2", "--title", "Pay & <more>"});
  CHECK(count_of(page, "<tr id=") == 2);
  CHECK(has(page, "The first 2 of 5, by kind and name"));
  CHECK(has(page, "<title>Pay &amp; &lt;more&gt;</title>"));
  CHECK(has(page, "<tr><td>all</td><td class=\"number\">5</td>"));
}

TEST_CASE("no article can put anything into the report but text", "[cli]") {
  const TempFolder folder;
  const std::string attack =
      "<script>alert(1)</script><img src=x onerror=alert(1)>\" onclick=\"alert(1)' \x1b[31m";
  folder.write("a\" onclick=\"x\"><img src=x>.md",
               "# Pay " + attack + "\n\nA nurse " + attack + " earns $80,000 a year, says <i>Glassdoor</i>" +
                   attack +
                   ".\n\n```\n</style><script>alert(2)</script> A welder earns $50,000 a year\n```\n");
  const RunOptions here{.folder = folder.path()};
  REQUIRE(run_careerfacts({"ingest", "."}, here).status <= 1);
  REQUIRE(run_careerfacts({"report", "--out", "page.html", "--title", attack}, here).status == 0);
  const std::string page = read_file(folder.at("page.html"));
  CHECK(open_tags(page) == "");
  CHECK(has(page, "$80,000"));
  CHECK(count_of(page, "<script") == 1);
  CHECK(count_of(page, "<img") == 0);
  CHECK(count_of(page, "\x1b") == 0);
  CHECK(count_of(page, "\" onclick") == 0);
  for (const char* outside : {"http:", "https:", "src=", "href=", "url(", "@import"}) {
    INFO(outside);
    CHECK(count_of(page, outside) ==
          count_of(page, html(attack)) * count_of(attack, outside) +
              (std::string(outside) == "src=" ? count_of(page, "&gt;&lt;img src=x&gt;.md") : 0));
  }
}

TEST_CASE("the browser runs the report's own script and nothing else", "[cli]") {
  const Store store;
  const std::string page = store.page();
  const std::size_t begin = page.find("<script>") + 8;
  const std::string script = page.substr(begin, page.find("</script>") - begin);
  std::string bytes;
  const std::string hex = sha256_hex(script);
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  CHECK(has(page, "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" +
                      base64(bytes) + "';"));
}

TEST_CASE("a page that cannot be written leaves the old one", "[cli]") {
  const Store store;
  std::string article = "# Pay\n";
  for (int i = 0; i < 600; ++i) article += "\nA nurse earns $" + std::to_string(20'000 + i) + " a year.\n";
  store.folder.write("long.md", article);
  REQUIRE(store.run({"ingest", "long.md"}).status == 0);
  const std::string old = store.page();
  REQUIRE(old.size() > 200'000);
  const Result full =
      shell("ulimit -f 100; careerfacts report --out page.html", {.folder = store.folder.path()});
  INFO(full.err);
  CHECK(full.status == 2);
  CHECK(has(full.err, "page.html"));
  CHECK(read_file(store.folder.at("page.html")) == old);
  CHECK_FALSE(std::filesystem::exists(store.folder.at("page.html.part")));
  store.folder.make_folder("folder");
  CHECK(has(store.run({"report", "--out", "folder"}).err,
            "folder: the page cannot be written: this is a folder"));
  CHECK(has(store.run({"report", "--out", "no/page.html"}).err,
            "no/page.html: the page cannot be written: No such file"));
  CHECK(has(store.run({"report"}).err, "needs a file to write, --out FILE.html"));
  CHECK(store.run({"report", "--db", "none.db", "--out", "page.html"}).status == 2);
  CHECK(read_file(store.folder.at("page.html")) == old);
  // A link stays one, and what it leads to is written; so does /dev/stdout.
  std::filesystem::create_symlink("page.html", store.folder.at("link.html"));
  CHECK(store.run({"report", "--out", "link.html", "--limit", "1"}).status == 0);
  CHECK(std::filesystem::is_symlink(store.folder.at("link.html")));
  CHECK(count_of(read_file(store.folder.at("page.html")), "<tr id=") == 1);
}

TEST_CASE("text becomes HTML that shows just it", "[publish]") {
  CHECK(html("a < b & \"c\" 'd'>") == "a &lt; b &amp; &quot;c&quot; &#39;d&#39;&gt;");
  CHECK(html("caf\xc3\xa9\n\t€") == "café\n\t€");
  CHECK(html(std::string_view("\0\x1b\x7f\xc2\x9b", 5)) ==
        "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  CHECK(html("\xe2\x80\xae"
             "abc\xff") ==
        "\xef\xbf\xbd"
        "abc\xef\xbf\xbd");
}

}  // namespace
}  // namespace careerfacts::test
