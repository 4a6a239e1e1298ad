// Reads the arguments of one command into plain variables.
//
//   Options options("facts");
//   options.text("db", db);                        // --db FILE, --db=FILE
//   options.choice("format", format, {"table", "json"});
//   options.flag("include-chrome", chrome);
//   options.operands(ids, 1, 1, "FACT_ID");
//   options.parse(arguments);                      // throws Error(usage) that says what to do
//
// Variables keep their value when the option is not given. Short names: "jobs,j".
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts::cli {

class Options {
 public:
  explicit Options(std::string_view command);  // its name, for messages
  ~Options();
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;

  static constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();

  void flag(std::string_view name, bool& value);
  void text(std::string_view name, std::string& value);                 // an empty value is refused
  void texts(std::string_view name, std::vector<std::string>& values);  // may be given several times
  // A whole number from `least` to `most`.
  void number(std::string_view name, std::size_t& value, std::size_t least, std::size_t most);
  // Bytes: 500000, 64K, 64M, 1G (powers of 1024). From 1 to `most`, which is a whole number of megabytes.
  void bytes(std::string_view name, std::size_t& value, std::size_t most = kAny);
  // One word of `allowed`, which must outlive parse().
  void choice(std::string_view name, std::string& value, std::vector<std::string_view> allowed);

  // The arguments that are no options; `what` is how the help calls them ("PATH").
  void operands(std::vector<std::string>& values, std::size_t least, std::size_t most, std::string_view what);

  void parse(const std::vector<std::string>& arguments);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The one of `known` that `word` was probably meant to be, or empty.
std::string_view closest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace careerfacts::cli
