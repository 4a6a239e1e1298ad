#include "tests/support/program.h"

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "tests/support/catch.h"

namespace careerfacts::test {
namespace {

int told(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

int status_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) REQUIRE(errno == EINTR);
  return told(status);
}

void redirect(int descriptor, const std::string& file, int flags) {
  const int opened = ::open(file.c_str(), flags, 0600);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(127);
  ::close(opened);
}

// In the child: never returns.
[[noreturn]] void become(const std::vector<std::string>& words, const RunOptions& options) {
  std::signal(SIGPIPE, SIG_DFL);
  if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(127);
  for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

std::string program_path() { return CAREERFACTS_PROGRAM; }

std::string fault_shim_path() { return CAREERFACTS_FAULT_SHIM; }

std::string tree_path(std::string_view name) {
  return name.empty() ? CAREERFACTS_TREE : CAREERFACTS_TREE "/" + std::string(name);
}

std::string shared_path(std::string_view name) {
  const std::filesystem::path shared =
      std::filesystem::path(CAREERFACTS_TREE).parent_path() / "shared" / name;
  return std::filesystem::exists(shared) ? shared.string() : std::string();
}

Running::Running(const std::vector<std::string>& words, const RunOptions& options)
    : out_(streams_.write("out", "")), err_(streams_.write("err", "")) {
  const std::string in = streams_.write("in", options.input);
  child_ = ::fork();
  REQUIRE(child_ >= 0);
  if (child_ == 0) {
    redirect(0, in, O_RDONLY);
    redirect(1, options.output_to.empty() ? out_ : options.output_to, O_WRONLY);
    redirect(2, err_, O_WRONLY);
    if (options.close_output) ::close(1);
    become(words, options);
  }
}

Running::~Running() {
  if (ended()) return;
  signal(SIGKILL);
  signal(SIGCONT);
  ::waitpid(child_, &raw_status_, 0);
}

void Running::signal(int number) const { ::kill(child_, number); }

std::string Running::err_so_far() const { return read_file(err_); }

bool Running::ended() {
  if (raw_status_ == -1 && ::waitpid(child_, &raw_status_, WNOHANG) != child_) raw_status_ = -1;
  return raw_status_ != -1;
}

Result Running::wait() {
  while (raw_status_ == -1)
    if (::waitpid(child_, &raw_status_, 0) < 0) REQUIRE(errno == EINTR);
  return {told(raw_status_), read_file(out_), read_file(err_)};
}

Result run(const std::vector<std::string>& words, const RunOptions& options) {
  return Running(words, options).wait();
}

Result run_careerfacts(std::vector<std::string> arguments, const RunOptions& options) {
  arguments.insert(arguments.begin(), program_path());
  return run(arguments, options);
}

bool has_terminals() {
  int terminal = -1, program = -1;
  if (::openpty(&terminal, &program, nullptr, nullptr, nullptr) != 0) return false;
  ::close(terminal);
  ::close(program);
  return true;
}

Result run_careerfacts_in_terminal(std::vector<std::string> arguments, const RunOptions& options) {
  arguments.insert(arguments.begin(), program_path());
  winsize size{};
  size.ws_row = 24;
  size.ws_col = 80;
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  REQUIRE(child >= 0);
  if (child == 0) become(arguments, options);
  Result result;
  char buffer[4096];
  while (true) {
    const ssize_t n = ::read(terminal, buffer, sizeof buffer);
    if (n <= 0 && errno != EINTR) break;  // EIO is how a terminal ends
    if (n > 0) result.out.append(buffer, static_cast<std::size_t>(n));
  }
  ::close(terminal);
  result.status = status_of(child);
  return result;
}

Result shell(const std::string& script, const RunOptions& options) {
  const std::string folder = std::filesystem::path(program_path()).parent_path().string();
  RunOptions with_path = options;
  const char* path = std::getenv("PATH");
  with_path.environment["PATH"] = folder + ":" + (path == nullptr ? "/usr/bin:/bin" : path);
  return run({"bash", "-c", "set -o pipefail\n" + script}, with_path);
}

}  // namespace careerfacts::test
