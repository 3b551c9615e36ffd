#include "failure.hpp"

#include <sievarr/base/text.hpp>

#include <sqlite3.h>

namespace sievarr::store {
namespace {

using Kind = Failure::Kind;

struct Meaning {
  Kind kind;
  char const* text;
  char const* hint;
};

Meaning meaning_of(int code) {
  // An interrupted write says more in its extended code.
  if (code == SQLITE_IOERR_NOMEM) code = SQLITE_NOMEM;
  // The index of the log could not grow.
  if (code == SQLITE_IOERR_SHMSIZE) code = SQLITE_FULL;
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return {Kind::disk_full, "the disk is full",
              "free some space; nothing is lost, it goes on where it stopped"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {Kind::read_only, "it cannot be written",
              "let this user write to the file and its folder"};
    case SQLITE_CANTOPEN:
      return {Kind::denied, "it cannot be opened",
              "let this user read and write the file and its folder"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Kind::locked, "another program is writing to it", "stop that program"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Kind::corrupt, "the database is damaged",
              "restore a backup, or move the file away to begin anew; it is left as it is"};
    case SQLITE_IOERR:
      return {Kind::broken, "the disk does not read or write",
              "check the disk and the file system"};
    case SQLITE_TOOBIG: return {Kind::too_large, "a value is too large", ""};
    case SQLITE_CONSTRAINT: return {Kind::refused, "a row does not fit", ""};
    default: return {Kind::broken, "the database does not work", ""};
  }
}

}  // namespace

Failure failure_of(int code, std::string const& path, std::string const& said) {
  auto const meaning = meaning_of(code);
  return {.kind = meaning.kind,
          .text = quoted(path) + ": " + meaning.text + " (" + said + ")",
          .hint = meaning.hint};
}

Failure failure_of(sqlite3* connection) {
  char const* const path = sqlite3_db_filename(connection, "main");
  return failure_of(sqlite3_extended_errcode(connection), path == nullptr ? "" : path,
                    sqlite3_errmsg(connection));
}

}  // namespace sievarr::store
