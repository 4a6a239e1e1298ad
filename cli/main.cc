// The program. The one place that catches Error.
#include <fcntl.h>
#include <malloc.h>

#include <exception>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/interruption.h"

namespace {

using careerfacts::Error;
using careerfacts::cli::Console;
using careerfacts::cli::Exit;
using careerfacts::cli::Output;

// A standard stream that was closed by the caller is opened so that using it fails, lest a database gets its
// number and is written to by a message.
void hold_standard_streams() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor)
    if (::fcntl(descriptor, F_GETFD) == -1)
      static_cast<void>(::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY));
}

// What is freed is taken again, by the rulebook's next list or by the next document: glibc would hand large
// blocks back to the system and fetch them anew, page by page.
void keep_memory() {
  constexpr int kMebi = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 8 * kMebi);
  mallopt(M_TRIM_THRESHOLD, 64 * kMebi);
  mallopt(M_TOP_PAD, kMebi);
}

int status(Exit exit) { return static_cast<int>(exit); }

int tell(Output& err, const std::string& message) {
  err.styled(careerfacts::cli::Style::bold, "careerfacts: ");
  err.write(careerfacts::cli::visible(message) + "\n");
  return status(Exit::failed);
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory();
  hold_standard_streams();
  careerfacts::cli::ignore_write_signals();  // Output hears of it, and drops the rest for a reader that went
                                             // away
  Output out(1, "standard output");
  Output err(2, "standard error", true);
  Console console{out, err};
  try {
    const Exit exit = run_program(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
    out.flush();
    return exit == Exit::interrupted ? careerfacts::cli::end_by_signal() : status(exit);
  } catch (const Error& error) {
    try {
      out.flush();  // what was done before stands above what went wrong
    } catch (const Error&) {
    }
    const int failed = tell(err, error.what());
    return careerfacts::cli::interrupted() ? careerfacts::cli::end_by_signal() : failed;
  } catch (const std::bad_alloc&) {
    return tell(err, "memory is used up; lower --jobs or --max-bytes, or free some memory");
  }
}
