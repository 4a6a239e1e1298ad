// Ctrl-C, SIGTERM and SIGHUP: a long job stops cleanly between two documents. The only file with signal
// handlers.
//
//   const InterruptionWatch watch;   // until it goes, a signal only sets a mark …
//   while (work && !interrupted()) …
//   if (interrupted()) return Exit::interrupted;   // … and main ends the program by that signal
//
// A second signal of the same kind ends the program at once, for somebody who will not wait. A signal that
// the caller had ignored (nohup, a job in the background of a script) stays ignored.
#pragma once

namespace careerfacts::cli {

// At most one at a time.
class InterruptionWatch {
 public:
  InterruptionWatch();
  ~InterruptionWatch();  // signals do again what they did before; the mark stays
  InterruptionWatch(const InterruptionWatch&) = delete;
  InterruptionWatch& operator=(const InterruptionWatch&) = delete;
};

// Did a signal come while a watch was there? On any thread.
bool interrupted();

// Ends the program by the signal that came, so that a shell or a batch system sees it (status 130 for Ctrl-C,
// 143 for SIGTERM). Gives that status where the signal does not end it. REQUIRES: interrupted(); all is
// flushed.
int end_by_signal();

// A write that cannot be done tells so by its result, not by a signal: SIGPIPE (the reader went away),
// SIGXFSZ (the limit of file sizes).
void ignore_write_signals();

}  // namespace careerfacts::cli
