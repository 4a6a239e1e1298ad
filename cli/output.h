// Standard output and standard error as the commands see them.
//
// Content of articles is hostile until shown otherwise: when the stream is a terminal, control characters are
// written visibly (\x1b), so that no text can move the cursor or change the terminal. To a file or a pipe the
// bytes go as they are. Styles are written to a terminal only, and not where the environment sets NO_COLOR.
// Not for use from two threads at once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace careerfacts::cli {

enum class Style { bold, dim, marked };

class Output {
 public:
  // `name` is what error messages call it. A `best_effort` stream (standard error) never throws.
  Output(int file_descriptor, std::string name, bool best_effort = false);
  ~Output();  // writes what is left, silently
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Buffered. Throws Error(io) when it cannot be written (disk full …), but for a reader that went away, see
  // closed().
  void write(std::string_view text);
  void styled(Style style, std::string_view text);
  void flush();

  // Straight to the terminal, control sequences and all: for the program's own, never for content.
  void control(std::string_view sequence);

  // The reader went away (`| head`): everything further is dropped. A long job looks here and stops early;
  // that is success.
  bool closed() const { return closed_; }
  bool is_terminal() const { return terminal_; }
  int columns() const;  // width of the terminal; 80 where it is not known

 private:
  void put(std::string_view bytes);

  int descriptor_;
  std::string name_;
  bool best_effort_;
  bool terminal_;
  bool colour_;
  bool closed_ = false;
  std::string buffer_;
};

// `text` with control characters, bidirectional overrides and bytes that are not UTF-8 made visible (\x1b,
// \u202e); '\n' and '\t' stay.
std::string visible(std::string_view text);

}  // namespace careerfacts::cli
