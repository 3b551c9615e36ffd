#pragma once

#include "http/server.hpp"

#include <doctest/doctest.h>

#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::test {

/// A server on this machine that answers as a test wants it to, and keeps what it was asked.
class StandIn {
 public:
  explicit StandIn(http::Respond respond, http::ServerOptions options = {})
      : respond_(std::move(respond)), server_(start(std::move(options))) {}

  std::string address(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(server_.port()).append(path);
  }

  std::vector<wire::Request> asked() const {
    std::lock_guard const lock(mutex_);
    return asked_;
  }

  /// The text with our port in the place of PORT.
  std::string filled(std::string text) const {
    auto const at = text.find("PORT");
    return at == std::string::npos ? text : text.replace(at, 4, std::to_string(server_.port()));
  }

  http::Server& server() { return server_; }

 private:
  http::Server start(http::ServerOptions options) {
    auto server = http::Server::start(std::move(options), [this](http::Call const& call) {
      {
        std::lock_guard const lock(mutex_);
        asked_.push_back(call.request);
      }
      return respond_(call);
    });
    REQUIRE(server);
    return *std::move(server);
  }

  http::Respond respond_;
  mutable std::mutex mutex_;
  std::vector<wire::Request> asked_;
  http::Server server_;
};

}  // namespace sievarr::test
