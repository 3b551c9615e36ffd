#include "../support/fake_clock.hpp"
#include "../support/prepared.hpp"
#include "../support/self_signed.hpp"
#include "app/state/connections.hpp"

#include <doctest/doctest.h>

#include <string>

/// Whom the config trusts to be TVMaze, and to be a Sonarr.
namespace sievarr::app {
namespace {

/// What comes of asking both for something, where the config says that about certificates.
struct Asked {
  Failure tvmaze;
  Failure sonarr;
};

Asked ask_both(std::string const& address, std::string const& says) {
  auto const text = "tvmaze: {base_url: \"" + address + "\"" + says + "}\nsonarr: {url: \"" +
                    address + "\", api_key: k, root_folder: /tv, quality_profile: Any" + says +
                    "}\nselections: [{types: [Scripted]}]\n";
  auto const prepared = test::prepared({.file = config::Source{"config.yaml", text}}, Date{});
  REQUIRE_FALSE(has_errors(prepared.problems));
  test::FakeClock clock;
  os::Environment const environment;
  Connections connections(
      prepared.value.loaded.config,
      {.clock = clock, .environment = environment, .patience = {.attempts = 1}});
  auto const updates = connections.tvmaze().updates(config::UpdateWindow::day);
  auto const library = connections.instances().front()->sonarr().library();
  // Whoever is let in finds a page that is no answer.
  REQUIRE_FALSE(updates);
  REQUIRE_FALSE(library);
  return {updates.error(), library.error()};
}

}  // namespace

TEST_CASE("a certificate that nobody signed is refused for TVMaze as for a Sonarr") {
  test::SelfSigned const server("IP:127.0.0.1");
  auto const asked = ask_both(server.address(), "");
  CHECK(asked.tvmaze.text.find("the certificate is not trusted") != std::string::npos);
  CHECK(asked.sonarr.text.find("the certificate is not trusted") != std::string::npos);
  CHECK(asked.tvmaze.kind == Failure::Kind::denied);
  CHECK(asked.sonarr.kind == Failure::Kind::denied);
}

TEST_CASE("a certificate is trusted that ca_file names, and any where verify_tls is false") {
  test::SelfSigned const server("IP:127.0.0.1");
  for (auto const& says :
       {", ca_file: \"" + server.certificate() + "\"", std::string{", verify_tls: false"}}) {
    CAPTURE(says);
    auto const asked = ask_both(server.address(), says);
    CHECK(asked.tvmaze.kind == Failure::Kind::malformed);
    CHECK(asked.sonarr.text.find("certificate") == std::string::npos);
  }
}

}  // namespace sievarr::app
