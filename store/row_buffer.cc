#include "store/row_buffer.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <new>

#include "base/check.h"

namespace careerfacts {

// The virtual table over a RowBuffer (https://sqlite.org/vtab.html): eponymous, read only, scanned from the
// first row to the last. SQLiteCpp has no such thing.
struct RowBufferModule {
  struct Table : sqlite3_vtab {
    const RowBuffer* buffer = nullptr;
  };
  struct Cursor : sqlite3_vtab_cursor {
    std::size_t row = 0;
  };

  static const RowBuffer& buffer(sqlite3_vtab_cursor* cursor) {
    return *static_cast<Table*>(cursor->pVtab)->buffer;
  }

  static int connect(sqlite3* database, void* aux, int, const char* const*, sqlite3_vtab** table, char**) {
    const auto* buffer = static_cast<const RowBuffer*>(aux);
    std::string declaration = "CREATE TABLE x (c0";
    for (std::size_t i = 1; i < buffer->columns_; ++i) declaration += ", c" + std::to_string(i);
    const int result = sqlite3_declare_vtab(database, (declaration + ")").c_str());
    if (result != SQLITE_OK) return result;
    auto* made = new (std::nothrow) Table{};
    if (made == nullptr) return SQLITE_NOMEM;
    made->buffer = buffer;
    *table = made;
    return SQLITE_OK;
  }
  static int disconnect(sqlite3_vtab* table) {
    delete static_cast<Table*>(table);
    return SQLITE_OK;
  }
  static int best_index(sqlite3_vtab* table, sqlite3_index_info* info) {
    info->estimatedRows = static_cast<sqlite3_int64>(static_cast<Table*>(table)->buffer->rows());
    return SQLITE_OK;
  }
  static int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    *cursor = new (std::nothrow) Cursor{};
    return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
  }
  static int close(sqlite3_vtab_cursor* cursor) {
    delete static_cast<Cursor*>(cursor);
    return SQLITE_OK;
  }
  static int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
    static_cast<Cursor*>(cursor)->row = 0;
    return SQLITE_OK;
  }
  static int next(sqlite3_vtab_cursor* cursor) {
    ++static_cast<Cursor*>(cursor)->row;
    return SQLITE_OK;
  }
  static int at_end(sqlite3_vtab_cursor* cursor) {
    return static_cast<Cursor*>(cursor)->row >= buffer(cursor).rows() ? 1 : 0;
  }
  static int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
    *id = static_cast<sqlite3_int64>(static_cast<Cursor*>(cursor)->row);
    return SQLITE_OK;
  }
  static int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int at) {
    const RowBuffer& rows = buffer(cursor);
    const std::size_t row = static_cast<Cursor*>(cursor)->row;
    const auto& cell = rows.cells_[row * rows.columns_ + static_cast<std::size_t>(at)];
    const auto size = static_cast<int>(cell.size);
    switch (cell.type) {
      case RowBuffer::Type::null:
        sqlite3_result_null(context);
        break;
      case RowBuffer::Type::integer:
        sqlite3_result_int64(context, cell.integer);
        break;
      case RowBuffer::Type::real:
        sqlite3_result_double(context, cell.real);
        break;
      // No destructor: the buffer does not change while a statement reads it.
      case RowBuffer::Type::text:
        sqlite3_result_text(context, &rows.bytes_[cell.begin], size, nullptr);
        break;
      case RowBuffer::Type::blob:
        sqlite3_result_blob(context, &rows.bytes_[cell.begin], size, nullptr);
        break;
    }
    return SQLITE_OK;
  }

  static sqlite3_module module() {
    sqlite3_module module{};
    module.xConnect = connect;  // and no xCreate: the table is there without CREATE VIRTUAL TABLE
    module.xBestIndex = best_index;
    module.xDisconnect = disconnect;
    module.xDestroy = disconnect;
    module.xOpen = open;
    module.xClose = close;
    module.xFilter = filter;
    module.xNext = next;
    module.xEof = at_end;
    module.xColumn = column;
    module.xRowid = row_id;
    return module;
  }
};

RowBuffer::RowBuffer(SQLite::Database& database, const char* name, int columns)
    : columns_(static_cast<std::size_t>(columns)) {
  static const sqlite3_module module = RowBufferModule::module();
  const int result = sqlite3_create_module(database.getHandle(), name, &module, this);
  if (result != SQLITE_OK) throw SQLite::Exception(database.getHandle(), result);
}

void RowBuffer::integer(std::int64_t value) {
  Cell& cell = cells_.emplace_back();
  cell.type = Type::integer;
  cell.integer = value;
}

void RowBuffer::integer(const std::optional<int>& value) { value ? integer(std::int64_t{*value}) : null(); }

void RowBuffer::real(const std::optional<double>& value) {
  if (!value) return null();
  Cell& cell = cells_.emplace_back();
  cell.type = Type::real;
  cell.real = *value;
}

void RowBuffer::bytes(Type type, std::string_view bytes) {
  Cell& cell = cells_.emplace_back();
  cell.type = type;
  cell.size = static_cast<std::uint32_t>(bytes.size());
  cell.begin = bytes_.size();
  bytes_ += bytes;
}

void RowBuffer::text(std::string_view text) { bytes(Type::text, text); }
void RowBuffer::text_or_null(std::string_view text) { text.empty() ? null() : bytes(Type::text, text); }
void RowBuffer::blob(std::string_view bytes_given) { bytes(Type::blob, bytes_given); }
void RowBuffer::null() { cells_.emplace_back(); }

void RowBuffer::span(const std::optional<RawSpan>& span) {
  if (span) {
    integer(static_cast<std::int64_t>(span->begin));
    integer(static_cast<std::int64_t>(span->end));
  } else {
    null();
    null();
  }
}

std::string RowBuffer::columns_but_first() const {
  std::string list;
  for (std::size_t i = 1; i < columns_; ++i) list += (i == 1 ? "c" : ", c") + std::to_string(i);
  return list;
}

void RowBuffer::clear() {
  CHECK(cells_.size() % columns_ == 0);
  cells_.clear();
  bytes_.clear();
}

}  // namespace careerfacts
