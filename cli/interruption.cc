#include "cli/interruption.h"

#include <signal.h>

#include <array>
#include <atomic>

namespace careerfacts::cli {
namespace {

constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};

std::atomic<int> signal_that_came = 0;  // lock-free: a handler may write it, any thread may read it
static_assert(std::atomic<int>::is_always_lock_free);

std::array<struct sigaction, kSignals.size()> before;

extern "C" void mark_signal(int signal) { signal_that_came = signal; }

}  // namespace

InterruptionWatch::InterruptionWatch() {
  struct sigaction action {};
  action.sa_handler = mark_signal;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    ::sigaction(kSignals[i], nullptr, &before[i]);
    if (before[i].sa_handler != SIG_IGN) ::sigaction(kSignals[i], &action, nullptr);
  }
}

InterruptionWatch::~InterruptionWatch() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before[i], nullptr);
}

bool interrupted() { return signal_that_came != 0; }

int end_by_signal() {
  const int signal = signal_that_came;
  ::signal(signal, SIG_DFL);
  ::raise(signal);
  return 128 + signal;
}

void ignore_write_signals() {
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace careerfacts::cli
