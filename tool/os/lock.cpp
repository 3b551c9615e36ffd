#include "lock.hpp"

#include "file.hpp"
#include "write_file.hpp"

#include <sievarr/base/text.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

namespace sievarr::os {
namespace {

constexpr std::size_t longest_name = 1024;

Failure held(std::string const& path) {
  auto const name = read_file(path, longest_name);
  auto const holder = name ? std::string(trimmed(*name)) : std::string();
  return {
      .kind = Failure::Kind::locked,
      .text = quoted(path) + " is held by " + (holder.empty() ? "another program" : quoted(holder)),
      .hint = "stop it first, or use another folder"};
}

}  // namespace

Outcome<Lock> Lock::take(std::string const& path, std::string_view holder) {
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file.number() < 0) return unwritten(path, errno);
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0)
    return errno == EWOULDBLOCK ? held(path) : unwritten(path, errno);
  // The name is for people: what counts is the lock, which dies with its holder.
  auto const line = std::string(holder.substr(0, longest_name - 1)) + "\n";
  auto const written =
      ::ftruncate(file.number(), 0) == 0 &&
      ::write(file.number(), line.data(), line.size()) == static_cast<ssize_t>(line.size());
  if (!written) return unwritten(path, errno);
  return Lock(std::move(file));
}

}  // namespace sievarr::os
