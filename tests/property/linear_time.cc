// Text that repeats one sign tens of thousands of times is read to its end. A step that is not linear shows
// here as a test that takes minutes; the times are printed, not judged.
#include <chrono>
#include <iostream>

#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBytes = 1 << 16;

TEST_CASE("repetitions of one piece, in one line and in lines of their own", "[property]") {
  static const Rulebook rulebook = Rulebook::builtin();
  const std::vector<std::string> pieces{"$",
                                        "9",
                                        "9 ",
                                        "%",
                                        "(",
                                        "[",
                                        "](",
                                        "[a](",
                                        "|",
                                        "*",
                                        "_",
                                        "`",
                                        "&",
                                        "&amp;",
                                        "<",
                                        "<a '",
                                        "<!--",
                                        "<td>",
                                        "{{",
                                        "{\n",
                                        "{\"a\":",
                                        "SELECT\n",
                                        "SELECT ; ",
                                        "<?php ",
                                        "- ",
                                        "'a ",
                                        "$1,000 ",
                                        "RN ",
                                        "# ",
                                        "> ",
                                        "+",
                                        "a\t",
                                        "100 ",
                                        "$100 ",
                                        "5% ",
                                        "\xCC\x81",
                                        "grew 5% ",
                                        "PMP ",
                                        "(BLS) ",
                                        "$50,000\t",
                                        "Nurse ",
                                        "nurse. ",
                                        "salary $50,000 ",
                                        "Lead ",
                                        "XYZ, ",
                                        "Manager of Data ",
                                        "data scientist, ",
                                        "according to BLS ",
                                        "Certifications: ABC, "};
  std::string slow;
  for (const std::string& piece : pieces)
    for (const std::string end : {"", "\n"}) {
      std::string raw;
      while (raw.size() < kBytes) raw += piece + end;
      const Clock::time_point begin = Clock::now();
      const ExtractedDocument found = extract(ingest("x", raw), rulebook);
      const std::chrono::duration<double, std::milli> spent = Clock::now() - begin;
      CHECK(found.bytes == raw.size());
      if (spent.count() > 50)
        slow += " '" + piece + (end.empty() ? "'" : "\\n'") + " " +
                std::to_string(static_cast<int>(spent.count())) + " ms;";
    }
  std::cout << kBytes << " bytes each; over 50 ms:" << slow << '\n';
}

}  // namespace
}  // namespace careerfacts
