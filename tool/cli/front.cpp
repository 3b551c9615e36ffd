#include "cli/front.hpp"

#include "http/server.hpp"

#include <sievarr/base/number.hpp>

#include <utility>

namespace sievarr::cli {
namespace {

http::Answer answer(http::Call const& call, std::string const& health, work::Steward& steward) {
  wire::Response response{.status = 200, .headers = {{"Content-Type", "application/json"}}};
  if (call.request.target == health) {
    response.body = "{\"status\":\"ok\"}";
    return response;
  }
  response.status = steward.ready() ? 404 : 503;
  response.body = steward.ready() ? "{\"status\":\"not_found\"}" : "{\"status\":\"starting\"}";
  return response;
}

class HttpFront final : public Front {
 public:
  HttpFront(http::Server server, std::string address)
      : server_(std::move(server)), address_(std::move(address)) {}

  std::string address() const override { return address_; }
  void close(std::chrono::milliseconds grace) override { server_.stop(grace); }

 private:
  http::Server server_;
  std::string address_;
};

/// Whoever listens everywhere is reached here.
std::string reachable(std::string const& host) {
  if (host == "0.0.0.0") return "127.0.0.1";
  if (host == "::") return "[::1]";
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

/// The path below which it answers, nothing for all of them.
std::string base_of(config::Server const& server) {
  auto const base = server.url_base.text();
  return base == "/" ? "" : base;
}

}  // namespace

std::string address_of(config::Server const& server) {
  return "http://" + reachable(server.host) + ":" + to_text(int{server.port}) + base_of(server);
}

Outcome<std::unique_ptr<Front>> open_front(config::Server const& server, work::Steward& steward) {
  if (!server.enabled) return std::unique_ptr<Front>();
  auto const health = base_of(server) + "/health";
  auto started = http::Server::start(
      {.address = server.host, .port = static_cast<std::uint16_t>(int{server.port})},
      [health, &steward](http::Call const& call) { return answer(call, health, steward); });
  if (!started) return started.error();
  return std::unique_ptr<Front>(
      std::make_unique<HttpFront>(*std::move(started), address_of(server)));
}

}  // namespace sievarr::cli
