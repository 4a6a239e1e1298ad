// main() of every test program. At its end it prints a line that scripts/test adds up:
//   [cases] 12 passed, 0 failed, 1 skipped
#define CATCH_CONFIG_MAIN
#include "tests/support/catch.h"

#include <csignal>
#include <iostream>
#include <locale>
#include <stdexcept>

namespace careerfacts::test {
namespace {

std::string skipped_because;

// What is tested must not look at the locale: ctest gives one in which numbers have commas
// (tests/CMakeLists.txt), and a program that embeds these libraries may have set it.
void live_in_the_locale_of_the_environment() {
  try {
    std::locale::global(std::locale(""));
  } catch (const std::runtime_error&) {
    // There is none of that name here: the plain one stays.
  }
  std::cout.imbue(std::locale::classic());
}

class Counter : public Catch::TestEventListenerBase {
 public:
  using TestEventListenerBase::TestEventListenerBase;

  void testRunStarting(const Catch::TestRunInfo&) override {
    std::signal(SIGPIPE, SIG_IGN);
    live_in_the_locale_of_the_environment();
  }
  void testCaseStarting(const Catch::TestCaseInfo&) override { skipped_because.clear(); }
  void testCaseEnded(const Catch::TestCaseStats& stats) override {
    if (stats.totals.testCases.failed > 0) {
      ++failed_;
    } else if (!skipped_because.empty()) {
      ++skipped_;
      std::cout << "SKIPPED: " << stats.testInfo.name << ": " << skipped_because << '\n';
    } else {
      ++passed_;
    }
  }
  void testRunEnded(const Catch::TestRunStats&) override {
    std::cout << "[cases] " << passed_ << " passed, " << failed_ << " failed, " << skipped_ << " skipped\n";
  }

 private:
  int passed_ = 0;
  int failed_ = 0;
  int skipped_ = 0;
};
CATCH_REGISTER_LISTENER(Counter)

}  // namespace

void skip(const std::string& reason) { skipped_because = reason; }

}  // namespace careerfacts::test
