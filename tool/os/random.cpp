#include "random.hpp"

#include <sys/random.h>

#include <cerrno>
#include <cstring>

namespace sievarr::os {

Outcome<std::string> random_bytes(std::size_t count) {
  std::string raw(count, '\0');
  for (std::size_t at = 0; at < count;) {
    auto const got = ::getrandom(raw.data() + at, count - at, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0)
      return Failure{
          .kind = Failure::Kind::refused,
          .text = std::string("the system gives no random numbers: ") + std::strerror(errno),
          .hint = "set server.api_key in the config"};
    at += static_cast<std::size_t>(got);
  }
  return raw;
}

Outcome<std::string> unguessable(std::size_t bytes) {
  auto const raw = random_bytes(bytes);
  if (!raw) return raw.error();
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (char const byte : *raw) {
    text += digits[static_cast<unsigned char>(byte) >> 4];
    text += digits[static_cast<unsigned char>(byte) & 15];
  }
  return text;
}

}  // namespace sievarr::os
