#pragma once

#include "answer.hpp"

#include <sievarr/base/failure.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sievarr::http {

/// Where to listen, and how much to take from whom.
struct ServerOptions {
  std::string address = "127.0.0.1";    ///< An IP address of this machine.
  std::uint16_t port = 0;               ///< 0 is any that is free.
  std::size_t most_connections = 1000;  ///< Where there are more, idle ones have to go.
  std::size_t most_header_bytes = 16 << 10;
  std::size_t most_body_bytes = 1 << 20;
  std::chrono::milliseconds idle{60'000};     ///< Between two requests.
  std::chrono::milliseconds request{15'000};  ///< From the first byte of a request to its last.
  std::chrono::milliseconds answer{60'000};   ///< From the first byte of an answer, or of a piece
                                              ///< of a long one, to its last.
  std::size_t workers = 4;                    ///< How many requests are thought about at a time.
};

/// What to say to a request. Called by several threads at a time.
using Respond = std::function<Answer(Call const&)>;

/// Answers what takes no time on the thread that serves the connections; nothing for what has to be
/// thought about, and then `Respond` is asked.
using AnswerAtOnce = std::function<std::optional<Answer>(Call const&)>;

/// A server that speaks HTTP/1.1 until it is destroyed.
class Server {
 public:
  static Outcome<Server> start(ServerOptions options, Respond respond, AnswerAtOnce at_once = {});
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();

  std::uint16_t port() const;

  /// Lets no more in, and the answers that are under way end, at most for so long.
  void stop(std::chrono::milliseconds grace);

 private:
  class Engine;
  explicit Server(std::unique_ptr<Engine> engine);

  std::unique_ptr<Engine> engine_;
};

}  // namespace sievarr::http
