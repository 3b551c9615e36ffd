#include "statements.hpp"

#include <sqlite3.h>

#include <string_view>

namespace sievarr::test {
namespace {

constexpr int instructions_a_look = 25;

/// SQLite hands nothing of ours to whoever attends the opening of a connection.
Statements*& present() {
  static Statements* statements = nullptr;
  return statements;
}

}  // namespace

Statements::Statements() {
  present() = this;
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&attend));
}

Statements::~Statements() {
  sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&attend));
  present() = nullptr;
}

int Statements::attend(sqlite3* connection, char const**, void const*) {
  sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, &hear, present());
  sqlite3_progress_handler(connection, instructions_a_look, &look, present());
  return SQLITE_OK;
}

int Statements::hear(unsigned, void* self, void* statement, void* text) {
  // What a trigger runs comes as a comment.
  if (std::string_view(static_cast<char const*>(text)).substr(0, 2) == "--") return 0;
  auto const* const sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
  if (sql != nullptr) static_cast<Statements*>(self)->heard_.insert(sql);
  return 0;
}

int Statements::look(void* self) {
  auto& statements = *static_cast<Statements*>(self);
  if (statements.left_ == 0 || --statements.left_ > 0) return 0;
  statements.stopped_ = true;
  return 1;
}

}  // namespace sievarr::test
