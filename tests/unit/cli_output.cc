// What goes to standard output: harmless on a terminal, untouched elsewhere, and never lost in silence.
#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/table.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::cli {
namespace {

TEST_CASE("control characters are made visible", "[cli]") {
  CHECK(visible("plain é 😀\n\ttext") == "plain é 😀\n\ttext");
  CHECK(visible("\x1b[2J\x07\r") == "\\x1b[2J\\x07\\x0d");
  CHECK(visible(std::string("a\0b", 3)) == "a\\x00b");
  CHECK(visible("\u009b31m") == "\\u009b31m");
  CHECK(visible("\u202etxt.exe") == "\\u202etxt.exe");
  CHECK(visible("caf\xe9 \xff") == "caf\\xe9 \\xff");
  CHECK(visible("cut \xe2\x82") == "cut \\xe2\\x82");
}

TEST_CASE("to a file the bytes go as they are", "[cli]") {
  const test::TempFolder folder;
  const std::string path = folder.write("out", "");
  {
    Output out(::open(path.c_str(), O_WRONLY | O_CLOEXEC), "standard output");
    out.write("\x1b[0m\xff");
    out.styled(Style::bold, "bold");
    out.control("never");
    for (int i = 0; i < 100'000; ++i) out.write("x");
  }
  CHECK(test::read_file(path) ==
        "\x1b[0m\xff"
        "bold" +
            std::string(100'000, 'x'));
}

TEST_CASE("a full disk is an error, told once", "[cli]") {
  Output out(::open("/dev/full", O_WRONLY | O_CLOEXEC), "standard output");
  out.write("x");
  CHECK_THROWS_AS(out.flush(), Error);
  CHECK_NOTHROW(out.flush());
}

TEST_CASE("a reader that went away closes the output", "[cli]") {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  ::close(ends[0]);
  Output out(ends[1], "standard output");
  out.write("x");
  CHECK_NOTHROW(out.flush());
  CHECK(out.closed());
}

TEST_CASE("columns line up by what is seen", "[cli]") {
  Table table({{"name", Table::Align::left, 8}, {"n", Table::Align::right}});
  table.row({"é", "1"});
  table.row({"日本", "1,000"});
  table.row({"much too long", "2"});
  table.row({"a\nb\x1b", "3"});
  CHECK(table.print(2) ==
        "  name          n\n"
        "  é             1\n"
        "  日本      1,000\n"
        "  much to…      2\n"
        "  a b\\x1b       3\n");
}

}  // namespace
}  // namespace careerfacts::cli
