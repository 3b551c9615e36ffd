#include "file.hpp"

#include "descriptor.hpp"

#include <sievarr/base/text.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <istream>

namespace sievarr::os {
namespace {

Failure too_large(std::string const& name, std::size_t most) {
  return {.kind = Failure::Kind::too_large,
          .text = quoted(name) + " has more than " + std::to_string(most) + " bytes",
          .hint = "check that it is the right file"};
}

}  // namespace

Failure unread(std::string const& path, int error) {
  Failure failure{.text = "cannot read " + quoted(path) + ": " + std::strerror(error)};
  if (error == ENOENT || error == ENOTDIR) {
    failure.kind = Failure::Kind::missing;
    failure.text = "there is no file " + quoted(path);
    failure.hint = "check the path";
  } else if (error == EACCES || error == EPERM) {
    failure.kind = Failure::Kind::denied;
    failure.hint = "let this user read it";
  } else {
    failure.kind = Failure::Kind::broken;
    failure.hint = "check that it is a regular file";
  }
  return failure;
}

bool exists(std::string const& path) { return ::access(path.c_str(), F_OK) == 0; }

Outcome<std::string> read_file(std::string const& path, std::size_t most) {
  Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return unread(path, errno);
  std::string text;
  for (char block[64 * 1024];;) {
    auto const count = ::read(file.number(), block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unread(path, errno);
    if (count == 0) return text;
    text.append(block, static_cast<std::size_t>(count));
    if (text.size() > most) return too_large(path, most);
  }
}

Outcome<std::string> read_stream(std::istream& stream, std::string const& name, std::size_t most) {
  std::string text;
  for (char block[64 * 1024]; stream;) {
    stream.read(block, sizeof block);
    text.append(block, static_cast<std::size_t>(stream.gcount()));
    if (text.size() > most) return too_large(name, most);
  }
  if (stream.bad())
    return Failure{.kind = Failure::Kind::broken, .text = "cannot read " + quoted(name)};
  return text;
}

}  // namespace sievarr::os
