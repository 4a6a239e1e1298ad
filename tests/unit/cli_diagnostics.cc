// What is told of imperfect inputs, and the exit status that follows from them.
#include "cli/diagnostics.h"

#include <fcntl.h>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::cli {
namespace {

Diagnostic made(Severity severity, std::string code) { return {severity, std::move(code), "Found.", {}}; }

std::string told(const Diagnostics& diagnostics) {
  const test::TempFolder folder;
  const std::string path = folder.write("err", "");
  {
    Output err(::open(path.c_str(), O_WRONLY | O_CLOEXEC), "standard error", true);
    diagnostics.tell(err);
  }
  return test::read_file(path);
}

TEST_CASE("the exit status follows from the worst", "[cli]") {
  Diagnostics diagnostics;
  CHECK(diagnostics.exit() == Exit::ok);
  diagnostics.add("a", true, {});
  diagnostics.add("b", true, {made(Severity::note, "byte-order-mark")});
  CHECK(diagnostics.exit() == Exit::ok);
  diagnostics.add("c", true, {made(Severity::warning, "invalid-utf-8")});
  CHECK(diagnostics.exit() == Exit::look);
}

TEST_CASE("nothing usable is a failure", "[cli]") {
  Diagnostics diagnostics;
  diagnostics.add("a", false, {made(Severity::error, "missing-path")});
  CHECK(diagnostics.exit() == Exit::failed);
  diagnostics.add("b", true, {});
  CHECK(diagnostics.exit() == Exit::look);
}

TEST_CASE("the first places are told, the rest is counted", "[cli]") {
  Diagnostics diagnostics;
  for (int i = 0; i < 8; ++i)
    diagnostics.add("f" + std::to_string(i), true, {made(Severity::warning, "invalid-utf-8")});
  diagnostics.add("n", true, {made(Severity::note, "byte-order-mark")});
  const std::string text = told(diagnostics);
  CHECK(text.find("careerfacts: warning: f0: Found. [invalid-utf-8]\n") == 0);
  CHECK(text.find("f4: ") != std::string::npos);
  CHECK(text.find("f5: ") == std::string::npos);
  CHECK(text.find("and 3 more of [invalid-utf-8]\n") != std::string::npos);
  CHECK(text.find("byte-order-mark") == std::string::npos);
  CHECK(diagnostics.groups().at("byte-order-mark").count == 1);
}

TEST_CASE("a path cannot play tricks with the terminal", "[cli]") {
  Diagnostics diagnostics;
  diagnostics.add("a\x1b[2J\nb", false, {made(Severity::error, "missing-path")});
  CHECK(told(diagnostics).find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace careerfacts::cli
