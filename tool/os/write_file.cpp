#include "write_file.hpp"

#include "descriptor.hpp"

#include <sievarr/base/text.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace sievarr::os {

std::string folder_of(std::string const& path) {
  auto const slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

namespace {

/// Writes all of a text and waits until the disk has it; the error's number, or none.
int write_through(Descriptor const& file, std::string_view text) {
  while (!text.empty()) {
    auto const count = ::write(file.number(), text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(file.number()) == 0 ? 0 : errno;
}

/// Who may use a file.
struct Access {
  mode_t mode = S_IRUSR | S_IWUSR;
  std::optional<std::pair<uid_t, gid_t>> owner = {};
};

int write_new(std::string const& path, std::string_view text, Access const& access = {}) {
  Descriptor const file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                               S_IRUSR | S_IWUSR));
  if (file.number() < 0) return errno;
  // Who may not give it away leaves it to itself.
  if (access.owner && ::fchown(file.number(), access.owner->first, access.owner->second) != 0 &&
      errno != EPERM)
    return errno;
  if (::fchmod(file.number(), access.mode) != 0) return errno;
  return write_through(file, text);
}

/// A new name is safe only once the folder is.
int rename_through(std::string const& from, std::string const& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) return errno;
  Descriptor const folder(::open(folder_of(to).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number() < 0 || ::fsync(folder.number()) != 0) return errno;
  return 0;
}

/// Waits until the disk has what was written to a file.
int settle(std::string const& path) {
  Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  return file.number() >= 0 && ::fsync(file.number()) == 0 ? 0 : errno;
}

}  // namespace

Failure unwritten(std::string const& path, int error) {
  Failure failure{.kind = Failure::Kind::broken,
                  .text = "cannot write " + quoted(path) + ": " + std::strerror(error),
                  .hint = "check the disk"};
  if (error == ENOSPC || error == EDQUOT) {
    failure.kind = Failure::Kind::disk_full;
    failure.hint = "free some space";
  } else if (error == EROFS || error == EACCES || error == EPERM) {
    failure.kind = Failure::Kind::read_only;
    failure.hint = "let this user write to " + quoted(folder_of(path));
  } else if (error == ENOENT || error == ENOTDIR) {
    failure.kind = Failure::Kind::missing;
    failure.hint = "create the folder " + quoted(folder_of(path));
  }
  return failure;
}

namespace {

Outcome<Done> put_in_place(std::string const& path, std::string_view text, Access const& access) {
  auto const temporary = path + ".tmp";
  auto error = write_new(temporary, text, access);
  if (error == 0) error = rename_through(temporary, path);
  if (error == 0) return Done{};
  remove_file(temporary);
  return unwritten(path, error);
}

}  // namespace

Outcome<Done> write_file(std::string const& path, std::string_view text) {
  return put_in_place(path, text, {});
}

Outcome<Done> replace_file(std::string const& path, std::string_view text) {
  std::error_code error;
  auto const real = std::filesystem::canonical(path, error);
  struct stat found = {};
  if (error || ::stat(real.c_str(), &found) != 0)
    return unwritten(path, error ? error.value() : errno);
  return put_in_place(
      real.string(), text,
      {.mode = found.st_mode & 07777, .owner = std::pair{found.st_uid, found.st_gid}});
}

void remove_file(std::string const& path) { ::unlink(path.c_str()); }

Outcome<Done> move_file(std::string const& from, std::string const& to) {
  auto error = settle(from);
  if (error == 0) error = rename_through(from, to);
  if (error == 0) return Done{};
  return unwritten(to, error);
}

}  // namespace sievarr::os
