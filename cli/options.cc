#include "cli/options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <functional>
#include <map>
#include <optional>

#include "base/error.h"

namespace po = boost::program_options;

namespace careerfacts::cli {
namespace {

// What an option does with the words that it was given; throws Error(usage).
struct Meaning {
  bool takes_value = true;
  bool repeats = false;
  std::function<void(const std::string&)> set;
};

std::optional<std::size_t> whole_number(std::string_view word) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::optional<std::size_t> size_in_bytes(std::string_view word) {
  int shift = 0;
  if (!word.empty()) {
    const std::size_t unit = std::string_view("KkMmGg").find(word.back());
    if (unit != std::string_view::npos) {
      shift = 10 * (static_cast<int>(unit / 2) + 1);
      word.remove_suffix(1);
    }
  }
  const auto value = whole_number(word);
  if (!value || *value == 0 || *value > (std::numeric_limits<std::size_t>::max() >> shift))
    return std::nullopt;
  return *value << shift;
}

std::string long_name(std::string_view name) { return std::string(name.substr(0, name.find(','))); }

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

// Letters to change, add or leave out to make `a` of `b`.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view closest(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    if (word.size() >= 2 && candidate.starts_with(word)) return candidate;
    const std::size_t here = distance(word.substr(0, 64), candidate);
    if (here < least) {
      least = here;
      best = candidate;
    }
  }
  return best;
}

struct Options::State {
  std::string command;
  po::options_description description;
  std::map<std::string, Meaning> meanings;  // by long name
  std::vector<std::string>* operands = nullptr;
  std::size_t least = 0;
  std::size_t most = 0;
  std::string what;

  void add(std::string_view name, Meaning meaning) {
    // The description takes charge of the value; both say only whether a word follows the option.
    description.add_options()(std::string(name).c_str(), new po::untyped_value(!meaning.takes_value), "");
    meanings.emplace(long_name(name), std::move(meaning));
  }

  [[noreturn]] void fail(const std::string& place, const std::string& message) const {
    const std::string help = command.empty() ? "careerfacts --help" : "careerfacts " + command + " --help";
    throw Error(ErrorKind::usage, place, message + "; see '" + help + "'");
  }

  [[noreturn]] void unknown(const std::string& option) const {
    std::vector<std::string_view> known{"help", "version"};
    for (const auto& [name, meaning] : meanings) known.push_back(name);
    const std::string word = option.substr(std::min(option.find_first_not_of('-'), option.size()));
    const std::string_view meant = closest(word, known);
    fail(option, meant.empty() ? "there is no such option"
                               : "there is no such option; did you mean '--" + std::string(meant) + "'?");
  }
};

Options::Options(std::string_view command) : state_(std::make_unique<State>()) { state_->command = command; }
Options::~Options() = default;

void Options::flag(std::string_view name, bool& value) {
  state_->add(name, {false, false, [&value](const std::string&) { value = true; }});
}

void Options::text(std::string_view name, std::string& value) {
  state_->add(name, {true, false, [this, name, &value](const std::string& word) {
                       if (word.empty())
                         state_->fail("--" + long_name(name), "needs a value that is not empty");
                       value = word;
                     }});
}

void Options::texts(std::string_view name, std::vector<std::string>& values) {
  state_->add(name, {true, true, [&values](const std::string& word) { values.push_back(word); }});
}

void Options::number(std::string_view name, std::size_t& value, std::size_t least, std::size_t most) {
  state_->add(name, {true, false, [this, name, &value, least, most](const std::string& word) {
                       const auto number = whole_number(word);
                       if (!number || *number < least || *number > most)
                         state_->fail("--" + long_name(name), "'" + word + "' is not a whole number from " +
                                                                  std::to_string(least) + " to " +
                                                                  std::to_string(most));
                       value = *number;
                     }});
}

void Options::bytes(std::string_view name, std::size_t& value, std::size_t most) {
  state_->add(name, {true, false, [this, name, &value, most](const std::string& word) {
                       const auto size = size_in_bytes(word);
                       if (!size)
                         state_->fail("--" + long_name(name),
                                      "'" + word + "' is not a size; write bytes, or 500K, 64M, 1G");
                       if (*size > most)
                         state_->fail("--" + long_name(name), "'" + word + "' is more than " +
                                                                  std::to_string(most >> 20) + "M, the most");
                       value = *size;
                     }});
}

void Options::choice(std::string_view name, std::string& value, std::vector<std::string_view> allowed) {
  state_->add(name, {true, false, [this, name, &value, allowed](const std::string& word) {
                       if (std::find(allowed.begin(), allowed.end(), word) == allowed.end())
                         state_->fail("--" + long_name(name),
                                      "'" + word + "' is not one of " + listed(allowed));
                       value = word;
                     }});
}

void Options::operands(std::vector<std::string>& values, std::size_t least, std::size_t most,
                       std::string_view what) {
  state_->operands = &values;
  state_->least = least;
  state_->most = most;
  state_->what = what;
}

void Options::parse(const std::vector<std::string>& arguments) {
  using namespace po::command_line_style;
  const int style = allow_long | long_allow_adjacent | long_allow_next | allow_short | short_allow_adjacent |
                    short_allow_next | allow_dash_for_short | allow_sticky;
  std::vector<std::string> operands;
  std::map<std::string, int> times;
  try {
    const po::parsed_options parsed = po::command_line_parser(arguments)
                                          .options(state_->description)
                                          .style(style)
                                          .allow_unregistered()
                                          .run();
    for (const po::option& option : parsed.options) {
      if (option.unregistered) state_->unknown(option.original_tokens.front());
      if (option.position_key >= 0 || option.string_key.empty()) {
        operands.insert(operands.end(), option.value.begin(), option.value.end());
        continue;
      }
      const Meaning& meaning = state_->meanings.at(option.string_key);
      if (++times[option.string_key] > 1 && !meaning.repeats && meaning.takes_value)
        state_->fail("--" + option.string_key, "is given more than once");
      if (!meaning.takes_value) meaning.set("");
      for (const std::string& word : option.value) meaning.set(word);
    }
  } catch (const po::error_with_option_name& error) {
    const std::string name =
        "--" + error.get_option_name().substr(error.get_option_name().find_first_not_of('-'));
    const auto* syntax = dynamic_cast<const po::invalid_command_line_syntax*>(&error);
    const bool extra =
        syntax != nullptr && syntax->kind() == po::invalid_command_line_syntax::extra_parameter;
    state_->fail(name, extra ? "takes no value" : "needs a value");
  } catch (const po::error& error) {
    state_->fail("options", error.what());
  }
  if (operands.size() < state_->least)
    state_->fail(state_->command,
                 "needs " + std::string(state_->most == 1 ? "a " : "at least one ") + state_->what);
  if (operands.size() > state_->most)
    state_->fail(operands[state_->most], state_->most == 0
                                             ? "is one argument too many: only options are expected"
                                             : "is one argument too many");
  if (state_->operands != nullptr) *state_->operands = std::move(operands);
}

}  // namespace careerfacts::cli
