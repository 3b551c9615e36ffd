#pragma once

#include "../support/fake_clock.hpp"

#include "net/curl_transport.hpp"
#include "sim/sim.hpp"

#include <sievarr/document/json.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::test {

/// Both servers on real sockets, a client that talks to them, and a clock that a test moves.
class Running {
 public:
  explicit Running(sim::Options options = {}) : sim_(start(std::move(options))) {}

  sim::Sim& sim() { return sim_; }
  sim::World& world() { return sim_.world(); }
  sim::Tvmaze& tvmaze() { return sim_.tvmaze(); }
  sim::Sonarr& sonarr() { return sim_.sonarr(); }
  FakeClock& clock() { return clock_; }

  Outcome<wire::Response> ask_tvmaze(std::string_view path) {
    return transport_.send({.target = sim_.tvmaze_address().append(path)});
  }

  /// Asks Sonarr with its key; a body makes it a POST.
  Outcome<wire::Response> ask_sonarr(std::string_view path, std::string body = {}) {
    wire::Request request{.method = body.empty() ? wire::Method::get : wire::Method::post,
                          .target = sim_.sonarr_address().append("/api/v3").append(path),
                          .headers = {{"X-Api-Key", sim_.api_key()}},
                          .body = std::move(body)};
    if (!request.body.empty()) request.headers.push_back({"Content-Type", "application/json"});
    return transport_.send(request);
  }

  Outcome<wire::Response> send(wire::Request const& request) { return transport_.send(request); }

 private:
  sim::Sim start(sim::Options options) {
    auto started = sim::Sim::start(std::move(options), clock_);
    REQUIRE(started);
    return *std::move(started);
  }

  FakeClock clock_;
  sim::Sim sim_;
  net::CurlTransport transport_{{.total = std::chrono::milliseconds{20'000}}};
};

/// The text of a value in a JSON answer, found by its key; empty without one.
inline std::string value_in(std::string_view json, std::string_view key) {
  auto const read = document::read_json(json, "answer");
  REQUIRE(read.problems.empty());
  auto const* items = document::sequence(read.value);
  auto const& object = items && !items->empty() ? items->front() : read.value;
  auto const* value = document::find(object, key);
  return value && document::scalar(*value) ? document::scalar(*value)->text : "";
}

/// How many values a JSON list has.
inline std::size_t length_of(std::string_view json) {
  auto const read = document::read_json(json, "answer");
  REQUIRE(read.problems.empty());
  REQUIRE(document::sequence(read.value));
  return document::sequence(read.value)->size();
}

}  // namespace sievarr::test
