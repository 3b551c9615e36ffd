#pragma once

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::test {

/// A connection to this machine over which a test says what it likes, HTTP or not.
class Connection {
 public:
  explicit Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Connection() { ::close(socket_); }
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  bool connected() const { return connected_; }

  /// Whether all of it could be said.
  bool say(std::string_view text) {
    while (!text.empty()) {
      auto const count = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  /// Says that nothing more is said.
  void fall_silent() { ::shutdown(socket_, SHUT_WR); }

  /// What comes until a text appears, or the connection ends.
  std::string hear(std::string_view until) {
    constexpr int patience_ms = 20'000;
    std::array<char, 4096> block{};
    pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
    std::string heard;
    while (until.empty() || heard.find(until) == std::string::npos) {
      if (::poll(&waiting, 1, patience_ms) <= 0) return heard + "(nothing more came)";
      auto const count = ::recv(socket_, block.data(), block.size(), 0);
      if (count <= 0) return heard;
      heard.append(block.data(), static_cast<std::size_t>(count));
    }
    return heard;
  }
  std::string hear_all() { return hear(""); }

 private:
  int socket_;
  bool connected_ = false;
};

}  // namespace sievarr::test
