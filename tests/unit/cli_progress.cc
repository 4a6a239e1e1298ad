// The progress line: on a terminal only, and gone at the end.
#include "cli/progress.h"

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::cli {
namespace {

// A hundred files, a little more than a tenth of a second.
void work(Output& err) {
  Progress progress(err, 100);
  for (int i = 0; i < 100; ++i) {
    std::this_thread::sleep_for(std::chrono::microseconds(1500));
    progress.done(1'000'000);
  }
  CHECK(progress.bytes() == 100'000'000);
  CHECK(progress.seconds() > 0.1);
}

TEST_CASE("a terminal shows files, size and rate, until they are taken away", "[cli]") {
  if (!test::has_terminals()) return test::skip(test::kNoTerminals);
  int terminal = -1;
  int program = -1;
  REQUIRE(::openpty(&terminal, &program, nullptr, nullptr, nullptr) == 0);
  {
    Output err(program, "standard error", true);
    work(err);
  }
  REQUIRE(::fcntl(terminal, F_SETFL, O_NONBLOCK) == 0);
  std::string shown;
  char buffer[4096];
  for (ssize_t n = 1; n > 0;) {
    n = ::read(terminal, buffer, sizeof buffer);
    if (n > 0) shown.append(buffer, static_cast<std::size_t>(n));
  }
  CHECK(shown.find("/100 files") != std::string::npos);
  CHECK(shown.find("MB/s") != std::string::npos);
  CHECK(shown.ends_with("\r\x1b[K"));
  ::close(terminal);
  ::close(program);
}

TEST_CASE("a file or a pipe gets nothing", "[cli]") {
  const test::TempFolder folder;
  const std::string path = folder.write("err", "");
  {
    Output err(::open(path.c_str(), O_WRONLY | O_CLOEXEC), "standard error", true);
    work(err);
  }
  CHECK(test::read_file(path).empty());
}

TEST_CASE("sizes and rates are told in human_size", "[cli]") {
  CHECK(human_size(12'345) == "12 KB");
  CHECK(human_size(12'345'678) == "12.3 MB");
  CHECK(human_size(1'234'567'890) == "1235 MB");
  CHECK(rate(100'000'000, 0.5) == "200 MB/s");
  CHECK(rate(1, 0) == "-");
}

}  // namespace
}  // namespace careerfacts::cli
