#include "tests/support/postgres_server.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <csignal>
#include <fstream>

#include <algorithm>
#include <filesystem>

#include "tests/support/catch.h"

namespace careerfacts::test {
namespace {

// Where Debian has the newest server's programs; empty: nowhere.
std::string programs() {
  std::string newest;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql", none))
    if (std::filesystem::exists(entry.path() / "bin/initdb"))
      newest = std::max(newest, entry.path().string());
  return newest.empty() ? newest : newest + "/bin/";
}

// initdb refuses to be root.
const passwd* other_user() {
  const passwd* user = ::getpwnam("postgres");
  return user != nullptr ? user : ::getpwnam("nobody");
}

Result run_as_other(std::vector<std::string> words, const std::string& folder) {
  if (::geteuid() == 0) {
    const passwd* user = other_user();
    const std::vector<std::string> become{"setpriv", "--reuid=" + std::to_string(user->pw_uid),
                                          "--regid=" + std::to_string(user->pw_gid), "--clear-groups"};
    words.insert(words.begin(), become.begin(), become.end());
  }
  return run(words, {.folder = folder, .environment = {{"LC_ALL", "C"}}});
}

}  // namespace

std::string PostgresServer::missing() {
  if (programs().empty()) return "PostgreSQL is not installed here (package postgresql)";
  if (shell("command -v psql setpriv").status != 0) return "psql or setpriv is not installed here";
  return ::geteuid() == 0 && other_user() == nullptr ? "there is no user to run PostgreSQL as" : "";
}

PostgresServer::PostgresServer() {
  const std::string data = folder_.make_folder("data");
  ::chmod(folder_.path().c_str(), 0711);
  if (::geteuid() == 0) REQUIRE(::chown(data.c_str(), other_user()->pw_uid, other_user()->pw_gid) == 0);
  const Result made = run_as_other({programs() + "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E",
                                    "UTF8", "--locale=C", "--no-sync", "--no-instructions"},
                                   data);
  INFO(made.out << made.err);
  REQUIRE(made.status == 0);
  const Result started = run_as_other({programs() + "pg_ctl", "-D", data, "-w", "-l", data + "/log", "-o",
                                       "-F -c listen_addresses= -c unix_socket_directories=" + data, "start"},
                                      data);
  INFO(started.out << started.err);
  REQUIRE(started.status == 0);
  address_ = "postgresql://tester@/postgres?host=" + data;
}

// Without a helper program: when the last of the tests has run, Catch2 is gone too, which those need.
PostgresServer::~PostgresServer() {
  pid_t server = 0;
  std::ifstream(folder_.at("data") + "/postmaster.pid") >> server;
  if (server <= 0 || ::kill(server, SIGQUIT) != 0) return;
  for (int waited = 0; waited < 500 && ::kill(server, 0) == 0; ++waited) ::usleep(10'000);
}

std::string PostgresServer::query(const std::string& sql) const {
  const Result result = run({"psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql, address_});
  INFO(sql << "\n" << result.err);
  REQUIRE(result.status == 0);
  return result.out;
}

}  // namespace careerfacts::test
