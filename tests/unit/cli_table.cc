// Tables that fit: cells are cut, or broken into lines, by what the terminal shows.
#include "cli/table.h"

#include "tests/support/catch.h"

namespace careerfacts::cli {
namespace {

using Lines = std::vector<std::string>;
using Align = Table::Align;
using Fit = Table::Fit;

TEST_CASE("text is cut at either end", "[cli]") {
  CHECK(cut("abcdef", 6) == "abcdef");
  CHECK(cut("abcdef", 5) == "abcd…");
  CHECK(cut_front("abcdef", 6) == "abcdef");
  CHECK(cut_front("abcdef", 5) == "…cdef");
  CHECK(cut_front("日本語", 4) == "…語");  // two columns a letter
  CHECK(cut_front("articles/2024/pay.md:12", 12) == "…4/pay.md:12");
}

TEST_CASE("text is broken at spaces, and long words where they must be", "[cli]") {
  CHECK(wrap("", 5) == Lines{""});
  CHECK(wrap("a b c", 5) == Lines{"a b c"});
  CHECK(wrap("ab cd ef", 5) == Lines{"ab cd", "ef"});
  CHECK(wrap("ab cde f", 5) == Lines{"ab", "cde f"});
  CHECK(wrap("ab  cd", 4) == Lines{"ab ", "cd"});
  CHECK(wrap("abcdefgh ij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrap("日本語", 5) == Lines{"日本", "語"});
  for (std::size_t width = 2; width < 30; ++width)
    for (const std::string& line :
         wrap("USD 93,600 a year, median, für 日本 registerednursesofallkinds", width))
      CHECK(display_width(line) <= width);
}

TEST_CASE("a wrapped cell leaves its neighbours alone", "[cli]") {
  Table table(
      {{"n", Align::right}, {"says", Align::left, 5, Fit::wrap}, {"in", Align::left, 4, Fit::cut_front}});
  table.row({"1", "ab cd ef", "a/b.md"});
  table.row({"12", "x\ty", "c"});
  CHECK(table.print() ==
        " n  says   in\n"
        " 1  ab cd  ….md\n"
        "    ef\n"
        "12  x y    c\n");
}

}  // namespace
}  // namespace careerfacts::cli
