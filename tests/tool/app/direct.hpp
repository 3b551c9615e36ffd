#pragma once

#include "http/server.hpp"
#include "net/transport.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <utility>

namespace sievarr::test {

/// Asks a simulated server without any sockets, as fast as it thinks. What would go wrong on the
/// way goes wrong here as well.
class Direct final : public net::Transport {
 public:
  explicit Direct(http::Respond respond) : respond_(std::move(respond)) {}

  Outcome<wire::Response> stream(wire::Request const& request, net::Sink& sink) override {
    auto inner = request;
    auto const host = inner.target.find("://");
    if (host != std::string::npos) {
      auto const path = inner.target.find('/', host + 3);
      inner.target = path == std::string::npos ? "/" : inner.target.substr(path);
    }
    auto answer = respond_({.request = std::move(inner), .peer = "127.0.0.1"});
    if (auto failure = lost(answer.delivery)) return *std::move(failure);
    sink.begin();
    if (wire::is_success(answer.response.status)) {
      if (answer.response.body.size() > sink.most())
        return Failure{.kind = Failure::Kind::too_large, .text = "the answer is too large"};
      sink.take(answer.response.body);
      answer.response.body.clear();
    }
    return std::move(answer.response);
  }

 private:
  static std::optional<Failure> lost(http::Delivery const& how) {
    if (how.delay >= std::chrono::seconds{10})
      return Failure{.kind = Failure::Kind::timed_out, .text = "no whole answer"};
    bool const whole = how.raw.empty() && how.cut_after == http::Delivery{}.cut_after &&
                       how.end != http::Delivery::End::reset;
    if (whole) return std::nullopt;
    return Failure{.kind = Failure::Kind::broken, .text = "the connection broke"};
  }

  http::Respond respond_;
};

}  // namespace sievarr::test
