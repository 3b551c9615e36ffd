#include "server.hpp"

#include "session.hpp"

#include <sievarr/base/number.hpp>

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>
#include <utility>

namespace sievarr::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

Failure not_listening(ServerOptions const& options, Error const& error) {
  return {
      .kind = error == asio::error::address_in_use ? Failure::Kind::locked : Failure::Kind::refused,
      .text = "cannot listen on " + options.address + ":" + to_text(options.port) + ": " +
              error.message(),
      .hint = error == asio::error::address_in_use
                  ? "stop what listens there, or choose another port"
                  : "check the address and the port"};
}

}  // namespace

/// The thread that listens, and everything that belongs to it.
class Server::Engine {
 public:
  Engine(ServerOptions options, Respond respond, AnswerAtOnce at_once)
      : state_(std::move(options), std::move(respond), std::move(at_once)) {}

  ~Engine() { stop(std::chrono::milliseconds{0}); }

  Error listen() {
    Error error;
    auto const address = asio::ip::make_address(state_.options.address, error);
    if (error) return error;
    tcp::endpoint const endpoint(address, state_.options.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) return error;
    port_ = acceptor_.local_endpoint(error).port();
    accept();
    thread_ = std::thread([this] { state_.context.run(); });
    return error;
  }

  std::uint16_t port() const { return port_; }

  void stop(std::chrono::milliseconds grace) {
    if (!thread_.joinable()) return;
    asio::post(state_.context, [this, grace] { close(grace); });
    thread_.join();
    state_.workers.join();
  }

 private:
  void accept() {
    acceptor_.async_accept([this](Error error, tcp::socket socket) {
      if (state_.closing) return;
      if (!error) admit(std::move(socket));
      if (!error) return accept();
      // Too many open files, for one: it passes, but not at once.
      pause_.expires_after(std::chrono::milliseconds{50});
      pause_.async_wait([this](Error stopped) {
        if (!stopped) accept();
      });
    });
  }

  void admit(tcp::socket socket) {
    // A few more than are served are told so; the others see the connection close.
    constexpr std::size_t most_refused = 64;
    if (state_.sessions.size() >= state_.options.most_connections) make_room();
    if (state_.sessions.size() < state_.options.most_connections + most_refused)
      serve(std::move(socket), state_);
  }

  /// Closes the connection that has been idle for longest. Its place is free a moment later.
  void make_room() {
    Session* longest = nullptr;
    auto since = std::chrono::steady_clock::now() - std::chrono::seconds{1};
    for (auto* const session : state_.sessions) {
      auto const idle = session->idle_since();
      if (!idle || *idle >= since) continue;
      since = *idle;
      longest = session;
    }
    if (longest) longest->close();
  }

  void close(std::chrono::milliseconds grace) {
    Error ignored;
    state_.closing = true;
    acceptor_.close(ignored);
    pause_.cancel();
    for (auto* const session : std::set(state_.sessions)) session->finish();
    close_when_done(std::chrono::steady_clock::now() + grace);
  }

  /// The context runs until nothing is left of it; what is left after the grace is cut off.
  void close_when_done(std::chrono::steady_clock::time_point deadline) {
    if (state_.sessions.empty()) return;
    if (std::chrono::steady_clock::now() >= deadline)
      for (auto* const session : std::set(state_.sessions)) session->close();
    pause_.expires_after(std::chrono::milliseconds{5});
    pause_.async_wait([this, deadline](Error) { close_when_done(deadline); });
  }

  ServerState state_;
  tcp::acceptor acceptor_{state_.context};
  asio::steady_timer pause_{state_.context};
  std::uint16_t port_ = 0;
  std::thread thread_;
};

Server::Server(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

Outcome<Server> Server::start(ServerOptions options, Respond respond, AnswerAtOnce at_once) {
  auto engine = std::make_unique<Engine>(options, std::move(respond), std::move(at_once));
  if (auto const error = engine->listen()) return not_listening(options, error);
  return Server(std::move(engine));
}

std::uint16_t Server::port() const { return engine_->port(); }
void Server::stop(std::chrono::milliseconds grace) { engine_->stop(grace); }

}  // namespace sievarr::http
