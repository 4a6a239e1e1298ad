// A PostgreSQL server of the test's own: in a fresh folder, on a Unix socket, gone with the object.
#pragma once

#include <string>

#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::test {

class PostgresServer {
 public:
  // Empty, or why no server can be started here.
  static std::string missing();

  // REQUIRES: nothing is missing.
  PostgresServer();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // For --to. The user is the server's superuser.
  const std::string& address() const { return address_; }
  // Rows as psql prints them: cells parted by '|', one row a line.
  std::string query(const std::string& sql) const;

 private:
  TempFolder folder_;
  std::string address_;
};

}  // namespace careerfacts::test
