#include "passages.hpp"

#include <curl/curl.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <utility>

/// Linked to the very objects of the program: the linker leads these calls past us, whoever makes
/// them, and the program dies in the one that a test has chosen.
namespace sievarr::chaos {
namespace {

/// Nothing where no test asks.
Passages* passages() {
  static Passages* const shared = []() -> Passages* {
    auto const* const path = std::getenv(passages_variable);
    auto const file = path ? ::open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0) return nullptr;
    auto* const memory =
        ::mmap(nullptr, sizeof(Passages), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    return memory == MAP_FAILED ? nullptr : static_cast<Passages*>(memory);
  }();
  return shared;
}

/// Counts a passage; whether it is the one to die in.
bool is_last(Seam seam) {
  auto* const shared = passages();
  if (!shared) return false;
  auto const all = ++shared->all;
  auto const own = ++shared->of[static_cast<std::size_t>(seam)];
  auto const where = shared->die_where.load();
  auto const counted = where < 0 ? all : where == static_cast<int>(seam) ? own : 0;
  return counted > 0 && counted == shared->die_at;
}

[[noreturn]] void die(Seam seam) {
  passages()->died_where = static_cast<int>(seam);
  while (true) ::kill(::getpid(), SIGKILL);
}

void pass(Seam seam) {
  if (is_last(seam)) die(seam);
}

/// A file that the program keeps, and not what it prints.
bool is_kept(int file) {
  struct stat found = {};
  return file > STDERR_FILENO && ::fstat(file, &found) == 0 && S_ISREG(found.st_mode);
}

/// What this thread asks another server for at present.
enum class Asking : std::uint8_t { nothing, get, post };
thread_local Asking asking = Asking::nothing;

/// Whether the statement that this thread runs has come to its commit.
thread_local bool commits = false;

int before_commit(void*) {
  pass(Seam::before_commit);
  commits = true;
  return 0;
}

int after_statement(int code) {
  bool const committed = std::exchange(commits, false);
  if (committed && (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE))
    pass(Seam::after_commit);
  return code;
}

void pass_asking(Seam of_get, Seam of_post) {
  if (asking != Asking::nothing) pass(asking == Asking::get ? of_get : of_post);
}

/// Who reads alone may ask twice.
Asking asking_with(CURL* handle) {
  char const* method = nullptr;
  curl_easy_getinfo(handle, CURLINFO_EFFECTIVE_METHOD, &method);
  return method && std::strcmp(method, "GET") == 0 ? Asking::get : Asking::post;
}

template <class Write>
ssize_t torn(int file, std::size_t count, Write write) {
  if (!is_kept(file) || !is_last(Seam::torn_write)) return write(count);
  write(count / 2);
  die(Seam::torn_write);
}

template <class Sync>
int synced(Sync sync) {
  pass(Seam::before_sync);
  auto const done = sync();
  pass(Seam::after_sync);
  return done;
}

}  // namespace
}  // namespace sievarr::chaos

// The names are the linker's.
extern "C" {
using namespace sievarr::chaos;

int __real_open(char const* path, int flags, ...);
int __real_open64(char const* path, int flags, ...);
ssize_t __real_write(int file, void const* bytes, size_t count);
ssize_t __real_pwrite64(int file, void const* bytes, size_t count, off64_t at);
int __real_fsync(int file);
int __real_fdatasync(int file);
int __real_ftruncate64(int file, off64_t size);
int __real_rename(char const* from, char const* to);
int __real_unlink(char const* path);
int __real_mkdir(char const* path, mode_t mode);
ssize_t __real_send(int socket, void const* bytes, size_t count, int flags);
ssize_t __real_recv(int socket, void* bytes, size_t count, int flags);
ssize_t __real_sendmsg(int socket, msghdr const* message, int flags);
int __real_sqlite3_open_v2(char const* path, sqlite3** opened, int flags, char const* vfs);
int __real_sqlite3_step(sqlite3_stmt* statement);
int __real_sqlite3_exec(sqlite3* connection, char const* sql, sqlite3_callback callback, void* self,
                        char** error);
CURLcode __real_curl_easy_perform(CURL* handle);

int __wrap_open(char const* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  auto const mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : mode_t{0};
  va_end(rest);
  if ((flags & O_CREAT) != 0) pass(Seam::before_create);
  return __real_open(path, flags, mode);
}
int __wrap_open64(char const* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  auto const mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : mode_t{0};
  va_end(rest);
  if ((flags & O_CREAT) != 0) pass(Seam::before_create);
  return __real_open64(path, flags, mode);
}
ssize_t __wrap_write(int file, void const* bytes, size_t count) {
  return torn(file, count, [&](size_t most) { return __real_write(file, bytes, most); });
}
ssize_t __wrap_pwrite64(int file, void const* bytes, size_t count, off64_t at) {
  return torn(file, count, [&](size_t most) { return __real_pwrite64(file, bytes, most, at); });
}
int __wrap_fsync(int file) {
  return synced([&] { return __real_fsync(file); });
}
int __wrap_fdatasync(int file) {
  return synced([&] { return __real_fdatasync(file); });
}
int __wrap_ftruncate64(int file, off64_t size) {
  pass(Seam::before_cut);
  return __real_ftruncate64(file, size);
}
int __wrap_rename(char const* from, char const* to) {
  pass(Seam::before_rename);
  auto const done = __real_rename(from, to);
  pass(Seam::after_rename);
  return done;
}
int __wrap_unlink(char const* path) {
  pass(Seam::before_remove);
  return __real_unlink(path);
}
int __wrap_mkdir(char const* path, mode_t mode) {
  pass(Seam::before_folder);
  return __real_mkdir(path, mode);
}

// curl's, within the thread that asks.
ssize_t __wrap_send(int socket, void const* bytes, size_t count, int flags) {
  auto const sent = __real_send(socket, bytes, count, flags);
  if (sent > 0) pass_asking(Seam::get_sent, Seam::post_sent);
  return sent;
}
ssize_t __wrap_recv(int socket, void* bytes, size_t count, int flags) {
  auto const heard = __real_recv(socket, bytes, count, flags);
  if (heard > 0) pass_asking(Seam::get_heard, Seam::post_heard);
  return heard;
}
CURLcode __wrap_curl_easy_perform(CURL* handle) {
  asking = asking_with(handle);
  pass_asking(Seam::before_get, Seam::before_post);
  auto const code = __real_curl_easy_perform(handle);
  pass_asking(Seam::after_get, Seam::after_post);
  asking = Asking::nothing;
  return code;
}

// The daemon's server answers with it.
ssize_t __wrap_sendmsg(int socket, msghdr const* message, int flags) {
  pass(Seam::before_reply);
  auto const sent = __real_sendmsg(socket, message, flags);
  pass(Seam::after_reply);
  return sent;
}

int __wrap_sqlite3_open_v2(char const* path, sqlite3** opened, int flags, char const* vfs) {
  auto const code = __real_sqlite3_open_v2(path, opened, flags, vfs);
  if (code == SQLITE_OK) sqlite3_commit_hook(*opened, &before_commit, nullptr);
  return code;
}
int __wrap_sqlite3_step(sqlite3_stmt* statement) {
  return after_statement(__real_sqlite3_step(statement));
}
int __wrap_sqlite3_exec(sqlite3* connection, char const* sql, sqlite3_callback callback, void* self,
                        char** error) {
  return after_statement(__real_sqlite3_exec(connection, sql, callback, self, error));
}
}
