#pragma once

#include "server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

namespace sievarr::http {

/// A connection, as the server sees it.
class Session {
 public:
  Session() = default;
  virtual ~Session() = default;
  Session(Session const&) = delete;
  Session& operator=(Session const&) = delete;

  /// Ends now if nothing is under way, else after the answer.
  virtual void finish() = 0;
  /// Ends now.
  virtual void close() = 0;
  /// Since when it waits for a request; nothing while one is under way.
  virtual std::optional<std::chrono::steady_clock::time_point> idle_since() const = 0;
};

/// What the sessions of a server have in common. Its members but the pool belong to one thread.
struct ServerState {
  ServerOptions options;
  Respond respond;
  AnswerAtOnce at_once;
  std::set<Session*> sessions = {};
  boost::asio::io_context context{1};
  boost::asio::thread_pool workers;
  bool closing = false;

  ServerState(ServerOptions chosen, Respond said, AnswerAtOnce said_at_once)
      : options(std::move(chosen)),
        respond(std::move(said)),
        at_once(std::move(said_at_once)),
        workers(std::max<std::size_t>(1, options.workers)) {}
};

/// Serves a connection until it ends; it stands among the sessions of the state meanwhile.
void serve(boost::asio::ip::tcp::socket socket, ServerState& state);

}  // namespace sievarr::http
