// Files of lines in pieces: no line is lost, cut or counted wrong, whatever the size of the pieces.
#include "cli/line_chunks.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::cli {
namespace {

struct Lines {
  std::vector<std::pair<std::size_t, std::string>> lines;  // number, text
  std::vector<std::string> codes;
  std::size_t bytes = 0;
};

Lines read(const std::vector<std::string>& paths, std::size_t chunk_bytes, std::size_t max_line) {
  Lines read;
  LineChunks chunks(paths, chunk_bytes, max_line);
  while (true) {
    LineChunk chunk;
    if (!chunks.next(chunk)) return read;
    read.bytes += chunk.bytes;
    for (const Diagnostic& diagnostic : chunk.diagnostics) read.codes.push_back(diagnostic.code);
    chunk.each_line(
        [&](std::string_view line, std::size_t number) { read.lines.emplace_back(number, line); });
  }
}

TEST_CASE("every line comes with its number, whatever the size of the chunks", "[cli]") {
  const test::TempFolder folder;
  std::string text;
  for (int i = 1; i <= 60'000; ++i)
    text += i % 100 == 0 ? "\n" : std::to_string(i) + std::string(i % 37, 'x') + "\n";
  text += "last";
  const std::string path = folder.write("lines", text);
  for (const std::size_t chunk :
       {std::size_t{1}, std::size_t{5'000}, std::size_t{1'000'000}, std::size_t{50'000'000}}) {
    const Lines lines = read({path}, chunk, 1'000'000);
    CHECK(lines.bytes == text.size());
    CHECK(lines.codes.empty());
    REQUIRE(lines.lines.size() == 60'000 - 600 + 1);
    for (const auto& [number, line] : lines.lines)
      REQUIRE(
          (line == "last" ? number == 60'001 : std::stoul(line) % 1'000'000 == number || line.back() == 'x'));
    CHECK(lines.lines[99].first == 101);
  }
}

TEST_CASE("a line that is too long is passed over, and what follows is read", "[cli]") {
  const test::TempFolder folder;
  const std::string path = folder.write("a", "one\n" + std::string(3'000'000, 'x') + "\nthree\n");
  const std::string end = folder.write("b", std::string(2'000'000, 'y'));
  const Lines lines = read({path, end, path}, 1, 600'000);
  CHECK(lines.codes == std::vector<std::string>{"line-too-long", "line-too-long", "line-too-long"});
  using Line = std::pair<std::size_t, std::string>;
  CHECK(lines.lines == std::vector<Line>{{1, "one"}, {3, "three"}, {1, "one"}, {3, "three"}});
  CHECK(lines.bytes == 2 * 3'000'011 + 2'000'000);
}

TEST_CASE("what cannot be read is told, and the rest goes on", "[cli]") {
  const test::TempFolder folder;
  const std::string path = folder.write("a", "one");
  const Lines lines = read({folder.at("gone"), folder.path(), path}, 1, 100);
  CHECK(lines.codes == std::vector<std::string>{"missing-path", "not-a-file"});
  CHECK(lines.lines.size() == 1);
}

}  // namespace
}  // namespace careerfacts::cli
