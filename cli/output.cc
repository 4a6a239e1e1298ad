#include "cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/error.h"
#include "base/hidden_character.h"
#include "ingest/utf8.h"

namespace careerfacts::cli {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;

void append_visible(std::string& out, char32_t value, bool as_byte) {
  char text[16];
  const char* format = as_byte ? "\\x%02x" : "\\u%04x";
  std::snprintf(text, sizeof text, format, static_cast<unsigned>(value));
  out += text;
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t valid_end = find_invalid_utf8(text, at);
    while (at < valid_end) {
      const CodePoint point = code_point_at(text, at);
      if (is_hidden_character(point.value)) {
        append_visible(out, point.value, point.value < 0x80);
      } else {
        out += text.substr(at, point.size);
      }
      at += point.size;
    }
    if (at < text.size()) append_visible(out, static_cast<unsigned char>(text[at++]), true);
  }
  return out;
}

Output::Output(int file_descriptor, std::string name, bool best_effort)
    : descriptor_(file_descriptor),
      name_(std::move(name)),
      best_effort_(best_effort),
      terminal_(::isatty(file_descriptor) == 1) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  colour_ = terminal_ && (no_colour == nullptr || *no_colour == '\0') &&
            (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
}

Output::~Output() {
  try {
    flush();
  } catch (const Error&) {  // main has flushed and told before; a destructor cannot
  }
}

void Output::write(std::string_view text) {
  if (terminal_) {
    put(visible(text));
  } else {
    put(text);
  }
}

void Output::styled(Style style, std::string_view text) {
  if (!colour_) return write(text);
  put(style == Style::bold ? "\x1b[1m" : style == Style::dim ? "\x1b[2m" : "\x1b[1;31m");
  write(text);
  put("\x1b[0m");
}

void Output::control(std::string_view sequence) {
  if (terminal_) put(sequence);
}

void Output::put(std::string_view bytes) {
  if (closed_) return;
  buffer_ += bytes;
  if (best_effort_ || buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty() && !closed_) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE || (errno != EINTR && best_effort_)) {
      closed_ = true;
    } else if (errno != EINTR) {
      const int reason = errno;
      closed_ = true;  // told once
      buffer_.clear();
      throw Error(ErrorKind::io, name_,
                  std::string("cannot be written: ") + std::strerror(reason) +
                      (reason == ENOSPC ? "; make room and run again" : ""));
    }
  }
  buffer_.clear();
}

int Output::columns() const {
  winsize size{};
  if (terminal_ && ::ioctl(descriptor_, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

}  // namespace careerfacts::cli
