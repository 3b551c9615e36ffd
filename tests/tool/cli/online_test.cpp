#include "../sim/running.hpp"
#include "../support/stand_in.hpp"
#include "ran.hpp"

#include <sievarr/config/servers.hpp>
#include <sievarr/wire/http.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <type_traits>

namespace sievarr::test {
namespace {

/// A config file of which each line is known, for servers that run.
std::string config_of(Running& running, std::string const& key, std::string const& profile) {
  return "tvmaze: {base_url: \"" + running.sim().tvmaze_address() +
         "\"}\n"
         "sonarr:\n"
         "  url: \"" +
         running.sim().sonarr_address() +
         "\"\n"
         "  api_key: " +
         key +
         "\n"
         "  root_folder: /tv\n"
         "  quality_profile: " +
         profile +
         "\n"
         "selections:\n"
         "  - types: [Scripted]\n"
         "    sonarr: {root_folder: /movies}\n";
}

Ran ask(std::string const& config) { return run({"validate", "--online", "-"}, {.in = config}); }

bool has(std::string const& text, std::string const& part) { return text.find(part) != text.npos; }

TEST_CASE("servers that have all that is wanted are no news, and nothing is sent to them") {
  Running running;
  auto config = config_of(running, running.sim().api_key(), "HD-1080p");
  config.resize(config.find("    sonarr"));
  auto const ran = ask(config);
  CHECK(ran.out.starts_with("<stdin>: fine; "));
  CHECK(ran.error == "");
  CHECK(ran.exit == os::Exit::fine);
  CHECK(running.sonarr().posts().empty());
}

TEST_CASE("what a Sonarr does not have is shown where the config asks for it, all at once") {
  Running running;
  auto const ran = ask(config_of(running, running.sim().api_key(), "HD-1080"));
  CHECK(ran.exit == os::Exit::findings);
  CHECK(has(ran.out,
            "<stdin>:6:20: sonarr.quality_profile: \"sonarr\" has no quality profile "
            "\"HD-1080\"\n"));
  CHECK(has(ran.out, "  help: did you mean \"HD-1080p\"?"));
  CHECK(has(ran.out,
            "<stdin>:9:27: selections[0].sonarr.root_folder: \"sonarr\" has no root folder "
            "\"/movies\""));
  CHECK(has(ran.out, "2 errors\n"));
}

TEST_CASE("a key that is refused and a server that is not there are errors for who asked") {
  Running running;
  auto const refused = ask(config_of(running, "not-the-key", "HD-1080p"));
  CHECK(refused.exit == os::Exit::findings);
  CHECK(has(refused.out, "<stdin>:4:12: sonarr.api_key: "));

  auto const nobody = ask(
      "tvmaze: {base_url: \"http://127.0.0.1:9\"}\n"
      "sonarr: {url: \"http://127.0.0.1:9\", api_key: k, root_folder: /tv, quality_profile: Any}\n"
      "selections: [{types: [Scripted]}]\n");
  CHECK(nobody.exit == os::Exit::findings);
  CHECK(has(nobody.out, "<stdin>:1:20: tvmaze.base_url: "));
  CHECK(has(nobody.out, "<stdin>:2:15: sonarr.url: "));
}

TEST_CASE("a folder that its Sonarr cannot reach, and a TVMaze that is none, are told") {
  Running running;
  running.sonarr().change([](sim::Shelf& shelf) { shelf.root_folders.front().accessible = false; });
  auto config = config_of(running, running.sim().api_key(), "HD-1080p");
  config.resize(config.find("    sonarr"));
  auto const far = ask(config);
  CHECK(has(far.out,
            "<stdin>:5:16: sonarr.root_folder: \"sonarr\" cannot reach its root folder "
            "\"/tv\"; series that go there wait"));

  // As a Sonarr answers to paths that it does not have.
  StandIn const sonarr([](auto&) {
    return http::Answer{{.status = 404,
                         .headers = {{"Content-Type", "application/problem+json"}},
                         .body = R"({"title":"Not Found","status":404})"}};
  });
  auto const tvmaze = running.sim().tvmaze_address();
  config.replace(config.find(tvmaze), tvmaze.size(), sonarr.address(""));
  auto const other = ask(config);
  CHECK(other.exit == os::Exit::findings);
  CHECK(has(other.out, "<stdin>:1:20: tvmaze.base_url: "));
}

/// What a server of the family says of itself, and what it was asked.
StandIn who_says(std::string const& app, std::string const& key = "k") {
  return StandIn([app, key](http::Call const& call) {
    bool const known = wire::header(call.request.headers, "X-Api-Key") == key;
    return http::Answer{{.status = known ? 200 : 401,
                         .headers = {{"Content-Type", "application/json"}},
                         .body = R"({"appName":")" + app + R"(","version":"5.2.6.8376"})"}};
  });
}

/// A config that names one more server.
std::string with_another(Running& running, std::string const& section) {
  auto config = config_of(running, running.sim().api_key(), "HD-1080p");
  config.resize(config.find("    sonarr"));
  return config + section + "\n";
}

TEST_CASE("a server of each kind is asked who it is, with its key, and nothing else") {
  Running running;
  config::for_each_server_list({}, [&](auto const& list, std::string_view key) {
    auto const kind =
        kind_of(reflect::Of<typename std::remove_cvref_t<decltype(list)>::value_type>{});
    if (key == "sonarr") return;
    CAPTURE(key);
    auto const server = who_says(std::string(kind.app));
    auto const ran = ask(with_another(
        running, std::string(key) + ": {url: \"" + server.address("") + "\", api_key: k}"));
    CHECK(ran.out.starts_with("<stdin>: fine; "));
    CHECK(ran.exit == os::Exit::fine);
    REQUIRE(server.asked().size() == 1);
    CHECK(server.asked().front().target == "/" + std::string(kind.api) + "/system/status");
  });
}

TEST_CASE("another kind of server than the section says, and a key that it refuses, are told") {
  Running running;
  auto const sonarr = who_says("Sonarr");
  auto const other =
      ask(with_another(running, "radarr: {url: \"" + sonarr.address("") + "\", api_key: k}"));
  CHECK(other.exit == os::Exit::findings);
  CHECK(has(other.out, "<stdin>:9:15: radarr.url: expected a Radarr at " + sonarr.address("") +
                           ", got \"Sonarr\" \"5.2.6.8376\""));

  auto const prowlarr = who_says("Prowlarr", "another");
  auto const refused =
      ask(with_another(running, "prowlarr: [{url: \"" + prowlarr.address("") + "\", api_key: k}]"));
  CHECK(refused.exit == os::Exit::findings);
  CHECK(has(refused.out, "prowlarr.api_key: " + prowlarr.address("") +
                             " does not accept the key; copy it into api_key from Settings, "
                             "General, Security in Prowlarr"));

  auto const nobody =
      ask(with_another(running, "whisparr: {url: \"http://127.0.0.1:9\", api_key: k}"));
  CHECK(nobody.exit == os::Exit::findings);
  CHECK(has(nobody.out, "<stdin>:9:17: whisparr.url: "));
}

TEST_CASE("a server that is disabled is not asked, whatever its kind") {
  Running running;
  auto const radarr = who_says("Sonarr");
  auto config = with_another(
      running, "radarr: {enabled: false, url: \"" + radarr.address("") + "\", api_key: k}");
  config.insert(config.find("  url: "), "  enabled: false\n");
  auto const ran = ask(config);
  CHECK(ran.out.starts_with("<stdin>: fine; "));
  CHECK(ran.exit == os::Exit::fine);
  CHECK(radarr.asked().empty());
  CHECK(running.sonarr().calls().count() == 0);
}

TEST_CASE("nobody is asked about a config that is wrong, or without the variables that it needs") {
  Running running;
  auto const ran = ask(config_of(running, running.sim().api_key(), "HD-1080") + "what: 1\n");
  CHECK(ran.exit == os::Exit::findings);
  CHECK(has(ran.out, "unknown key \"what\""));
  CHECK_FALSE(has(ran.out, "HD-1080p"));
  CHECK(run({"validate", "--online", "--ignore-environment", "-"}).exit == os::Exit::misused);
}

}  // namespace
}  // namespace sievarr::test
