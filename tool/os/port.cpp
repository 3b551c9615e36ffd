#include "port.hpp"

#include "descriptor.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace sievarr::os {

Outcome<std::uint16_t> free_port() {
  Descriptor const any(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (any.number() < 0 || ::bind(any.number(), generic, size) != 0 ||
      ::getsockname(any.number(), generic, &size) != 0)
    return Failure{.kind = Failure::Kind::refused,
                   .text = std::string("there is no free port: ") + std::strerror(errno),
                   .hint = "name one"};
  return ntohs(address.sin_port);
}

}  // namespace sievarr::os
