// The one exception type: the run cannot go on. It is thrown anywhere and caught once, in main.
// What is merely wrong with one input is a Diagnostic instead (base/diagnostic.h), and the batch goes on.
#pragma once

#include <stdexcept>
#include <string>

namespace careerfacts {

enum class ErrorKind {
  usage,     // a wrong option or argument
  rulebook,  // a pattern or gazetteer file that cannot be used
  store,     // the database cannot be opened, read or written
  io,        // a file that the run depends on cannot be read or written
};

class Error : public std::runtime_error {
 public:
  // `place` is where it happened (file, file:line, option …), empty when there is none.
  // `message` is one sentence that says what is wrong and, where it can, what to do about it.
  Error(ErrorKind kind, std::string place, std::string message);

  ErrorKind kind() const { return kind_; }
  const std::string& place() const { return place_; }

 private:
  ErrorKind kind_;
  std::string place_;
};

}  // namespace careerfacts
