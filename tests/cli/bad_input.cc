// Input that is no article: a clear answer, nothing lost, and no crash.
#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

const std::string kFact = "A data scientist earns $112,000 a year.\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Result extract(const TempFolder& folder) {
  return run_careerfacts({"extract", "."}, {.folder = folder.path()});
}

TEST_CASE("an empty file states nothing", "[cli]") {
  const TempFolder folder;
  folder.write("empty.md", "");
  folder.write("pay.md", kFact);
  const Result result = extract(folder);
  CHECK(result.status <= 1);
  CHECK(has(result.out, "$112,000"));
}

TEST_CASE("a binary file is told and left out", "[cli]") {
  const TempFolder folder;
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>(i * 37 % 256);
  folder.write("picture.png", bytes);
  folder.write("pay.md", kFact);
  const Result result = extract(folder);
  CHECK(result.status == 1);
  CHECK(has(result.err, "picture.png"));
  CHECK(has(result.out, "$112,000"));
}

TEST_CASE("bad bytes in good text are told, and the text is used", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kFact + "Broken: \xff\xfe\x80 here \xe2\x82.\n" + kFact);
  const Result result = extract(folder);
  CHECK(result.status <= 1);
  CHECK(has(result.out, "\"line\":1,"));
  CHECK(has(result.out, "\"line\":3,"));
}

TEST_CASE("a few NUL bytes do not hide the text", "[cli]") {
  const TempFolder folder;
  folder.write("pay.md", kFact + std::string("\0", 1) + "\n" + kFact);
  const Result result = extract(folder);
  CHECK(result.status <= 1);
  CHECK(has(result.out + result.err, "pay.md"));
}

TEST_CASE("one long line is read in linear time", "[cli]") {
  const TempFolder folder;
  std::string line;
  while (line.size() < 8'000'000) line += "A data scientist earns $112,000 a year and more. ";
  folder.write("line.txt", line);
  const Result result =
      run_careerfacts({"extract", "line.txt"}, {.folder = folder.path(), .output_to = "/dev/null"});
  CHECK(result.status == 0);
}

TEST_CASE("a folder, a device and a pipe are no articles", "[cli]") {
  const Result device = run_careerfacts({"extract", "/dev/zero", "--max-bytes", "1M"});
  CHECK(device.status == 2);
  CHECK(has(device.err, "[too-large]"));
  CHECK(run_careerfacts({"extract", "/dev/null"}).status <= 1);
  const Result substituted = shell("careerfacts extract <(printf 'A nurse earns $90,000 a year.')");
  CHECK(substituted.status == 0);
  CHECK(has(substituted.out, "$90,000"));
}

}  // namespace
}  // namespace careerfacts::test
