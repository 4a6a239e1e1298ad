#include "publish/postgresql_connection.h"

#include <libpq-fe.h>

#include <algorithm>

#include "base/error.h"

namespace careerfacts {
namespace {

struct FreeResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, FreeResult>;

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using ConnectionOptions = std::unique_ptr<PQconninfoOption, FreeOptions>;

// libpq's own messages may repeat the string, so none of them is passed on.
void check_uri(const std::string& uri) {
  const ConnectionOptions options(PQconninfoParse(uri.c_str(), nullptr));
  const bool is_uri = uri.starts_with("postgresql://") || uri.starts_with("postgres://");
  if (options == nullptr || !is_uri)
    throw Error(ErrorKind::usage, "--to",
                "this is no address of a PostgreSQL database; it looks like "
                "postgresql://user@host:5432/database, with % before two digits for other characters");
}

std::string value_of(const PQconninfoOption* options, std::string_view keyword) {
  for (; options != nullptr && options->keyword != nullptr; ++options)
    if (keyword == options->keyword && options->val != nullptr) return options->val;
  return {};
}

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

}  // namespace

struct PostgresConnection::State {
  PGconn* connection = nullptr;
  std::string name;
  std::string password;

  ~State() { PQfinish(connection); }

  [[noreturn]] void fail(const std::string& doing, std::string message) const {
    for (std::size_t at = 0; !password.empty() && (at = message.find(password, at)) != std::string::npos;)
      message.replace(at, password.size(), "***");
    while (!message.empty() && message.back() == '\n') message.pop_back();
    std::replace(message.begin(), message.end(), '\n', ' ');
    throw Error(ErrorKind::store, name, doing + message);
  }
  Result checked(PGresult* given) const {
    Result result(given);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
      fail("nothing was changed there: ",
           result == nullptr ? PQerrorMessage(connection) : PQresultErrorMessage(result.get()));
    return result;
  }
  Result execute(const std::string& sql, const std::vector<std::string>& parameters) const {
    if (parameters.empty()) return checked(PQexec(connection, sql.c_str()));
    std::vector<const char*> values;
    for (const std::string& parameter : parameters) values.push_back(parameter.c_str());
    return checked(PQexecParams(connection, sql.c_str(), static_cast<int>(values.size()), nullptr,
                                values.data(), nullptr, nullptr, 0));
  }
};

PostgresConnection::PostgresConnection(const std::string& uri) : state_(std::make_unique<State>()) {
  check_uri(uri);
  const char* keywords[] = {"dbname", "client_encoding", "fallback_application_name", nullptr};
  const char* values[] = {uri.c_str(), "UTF8", "careerfacts", nullptr};
  State& state = *state_;
  state.connection = PQconnectdbParams(keywords, values, 1);
  if (state.connection == nullptr) throw std::bad_alloc();
  PQsetNoticeProcessor(
      state.connection, [](void*, const char*) {}, nullptr);
  const ConnectionOptions options(PQconninfo(state.connection));
  state.password = value_of(options.get(), "password");
  state.name = "postgresql://" + value_of(options.get(), "user") + "@" + value_of(options.get(), "host") +
               ":" + value_of(options.get(), "port") + "/" + value_of(options.get(), "dbname");
  if (PQstatus(state.connection) != CONNECTION_OK)
    state.fail("no connection: ", PQerrorMessage(state.connection));
}

PostgresConnection::~PostgresConnection() = default;

const std::string& PostgresConnection::name() const { return state_->name; }

std::vector<PostgresConnection::Row> PostgresConnection::run(const std::string& sql,
                                                             const std::vector<std::string>& parameters) {
  const Result result = state_->execute(sql, parameters);
  std::vector<Row> rows(static_cast<std::size_t>(PQntuples(result.get())));
  for (int i = 0; i < PQntuples(result.get()); ++i)
    for (int j = 0; j < PQnfields(result.get()); ++j)
      rows[static_cast<std::size_t>(i)].emplace_back(
          PQgetvalue(result.get(), i, j), static_cast<std::size_t>(PQgetlength(result.get(), i, j)));
  return rows;
}

std::size_t PostgresConnection::change(const std::string& sql, const std::vector<std::string>& parameters) {
  const Result result = state_->execute(sql, parameters);
  const std::string count = PQcmdTuples(result.get());
  return count.empty() ? 0 : std::stoul(count);
}

void PostgresConnection::copy(const std::string& sql, std::string_view rows) {
  State& state = *state_;
  state.execute(sql, {});
  for (std::size_t at = 0; at < rows.size(); at += kPieceBytes) {
    const std::string_view piece = rows.substr(at, kPieceBytes);
    if (PQputCopyData(state.connection, piece.data(), static_cast<int>(piece.size())) != 1)
      state.fail("nothing was changed there: ", PQerrorMessage(state.connection));
  }
  if (PQputCopyEnd(state.connection, nullptr) != 1)
    state.fail("nothing was changed there: ", PQerrorMessage(state.connection));
  state.checked(PQgetResult(state.connection));
  while (const Result rest{PQgetResult(state.connection)}) state.checked(nullptr);
}

}  // namespace careerfacts
