// A connection to PostgreSQL. Inside the publish library only, whose postgresql*.cc alone know libpq.
//
// Every function throws Error(store), with the server as its place. No message holds a password.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

class PostgresConnection {
 public:
  // `uri` as libpq takes it: postgresql://user@host:port/database?option=value. What it leaves open comes
  // from the environment (PGHOST, PGPASSWORD …), ~/.pgpass and ~/.pg_service.conf.
  explicit PostgresConnection(const std::string& uri);
  ~PostgresConnection();
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  // "postgresql://user@host:5432/database", for people.
  const std::string& name() const;

  using Row = std::vector<std::string>;  // NULL is empty
  // Runs one statement, or several without parameters. Gives the rows of the last.
  std::vector<Row> run(const std::string& sql, const std::vector<std::string>& parameters = {});
  // How many rows a statement changed.
  std::size_t change(const std::string& sql, const std::vector<std::string>& parameters = {});

  // COPY … FROM STDIN with all of `rows` in its text format.
  void copy(const std::string& sql, std::string_view rows);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace careerfacts
