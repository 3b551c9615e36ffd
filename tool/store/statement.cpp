#include "statement.hpp"

#include "failure.hpp"

#include <sqlite3.h>

#include <cstddef>

namespace sievarr::store {

void Statement::Finalize::operator()(sqlite3_stmt* compiled) const { sqlite3_finalize(compiled); }

void Statement::note(int code) {
  if (wrong_ == SQLITE_OK) wrong_ = code;
}

void Statement::bind(int place, std::int64_t number) {
  note(sqlite3_bind_int64(compiled_.get(), place, number));
}

void Statement::bind(int place, double number) {
  note(sqlite3_bind_double(compiled_.get(), place, number));
}

void Statement::bind(int place, std::string_view text) {
  // A null pointer would be NULL, not an empty text.
  note(sqlite3_bind_text64(compiled_.get(), place, text.data() == nullptr ? "" : text.data(),
                           text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::lend(int place, std::string_view text) {
  note(sqlite3_bind_text64(compiled_.get(), place, text.data() == nullptr ? "" : text.data(),
                           text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_null(int place) { note(sqlite3_bind_null(compiled_.get(), place)); }

Outcome<bool> Statement::step() {
  auto const code = wrong_ != SQLITE_OK ? wrong_ : sqlite3_step(compiled_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    reset();
    return false;
  }
  auto failure = failure_of(sqlite3_db_handle(compiled_.get()));
  reset();
  return failure;
}

Outcome<Done> Statement::run() {
  while (true) {
    auto const row = step();
    if (!row) return row.error();
    if (!*row) return Done{};
  }
}

void Statement::reset() {
  wrong_ = SQLITE_OK;
  sqlite3_reset(compiled_.get());
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(compiled_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(compiled_.get(), column);
}

double Statement::number(int column) const {
  return sqlite3_column_double(compiled_.get(), column);
}

std::string_view Statement::text(int column) const {
  auto const* const bytes = sqlite3_column_text(compiled_.get(), column);
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(compiled_.get(), column));
  return {reinterpret_cast<char const*>(bytes), bytes == nullptr ? 0 : size};
}

}  // namespace sievarr::store
