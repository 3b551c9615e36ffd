#pragma once

#include "../app/daemon.hpp"
#include "serve/routing/site.hpp"

#include <sievarr/document/json.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace sievarr::test {

/// A daemon and all that it answers, without a socket.
class Answering {
 public:
  enum class Loaded : std::uint8_t { no, yes };

  explicit Answering(Loaded loaded = Loaded::yes, std::string const& more = {}) {
    daemon.text += "server: {api_key: open sesame}\n" + more;
    if (loaded == Loaded::yes) {
      application = daemon.start();
    } else {
      auto begun = daemon.begin();
      REQUIRE(begun);
      application = *std::move(begun);
    }
    serve();
  }

  /// Answers anew, as a program does that begins with this storage.
  void serve(serve::Installation installation = serve::Installation::configured) {
    site = std::make_unique<serve::Site>(serve::Site::Dependencies{.application = *application,
                                                                   .clock = daemon.clock,
                                                                   .log = daemon.log,
                                                                   .version = "0.1.0",
                                                                   .installation = installation},
                                         application->config_in_force()->config().server,
                                         value::Secret("open sesame"));
  }

  /// What the server would say, whichever thread it thinks on.
  http::Answer ask(wire::Request request, std::string peer = "127.0.0.1") {
    http::Call const call{.request = std::move(request), .peer = std::move(peer)};
    if (auto answer = site->at_once(call)) return *std::move(answer);
    return site->respond(call);
  }

  static wire::Headers key() { return {{"X-Api-Key", "open sesame"}}; }

  wire::Response get(std::string target) {
    return ask({.target = std::move(target), .headers = key()}).response;
  }

  wire::Response post(std::string target, std::string body = {},
                      std::string type = "application/json") {
    return send(wire::Method::post, std::move(target), std::move(body), std::move(type));
  }

  wire::Response put(std::string target, std::string body) {
    return send(wire::Method::put, std::move(target), std::move(body));
  }

  wire::Response send(wire::Method method, std::string target, std::string body = {},
                      std::string type = "application/json") {
    auto headers = key();
    headers.push_back({"Content-Type", std::move(type)});
    daemon.clock.advance(std::chrono::seconds{1});
    return ask({.method = method,
                .target = std::move(target),
                .headers = std::move(headers),
                .body = std::move(body)})
        .response;
  }

  Daemon daemon;
  std::unique_ptr<app::Application> application;
  std::unique_ptr<serve::Site> site;
};

/// A JSON text as a tree.
inline document::Node json(std::string const& text) {
  auto read = document::read_json(text, "answer");
  REQUIRE_MESSAGE(!has_errors(read.problems), text.substr(0, 500));
  return std::move(read.value);
}

/// The text of a member.
inline std::string at(document::Node const& node, std::string_view key) {
  auto const* const found = document::find(node, key);
  REQUIRE_MESSAGE(found, "there is no ", key);
  auto const* const scalar = document::scalar(*found);
  REQUIRE(scalar);
  return scalar->text;
}

}  // namespace sievarr::test
