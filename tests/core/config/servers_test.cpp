#include <sievarr/config/servers.hpp>

#include <sievarr/config/load.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/document/write_yaml.hpp>

#include "laid.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::config {
namespace {

constexpr char one_sonarr[] =
    "sonarr: {url: \"http://a\", api_key: x, root_folder: /tv, quality_profile: 1}\n";
constexpr char two_radarrs[] =
    "radarr:\n"
    "  - {url: \"http://b\", api_key: x}\n"
    "  - {name: 4k, url: \"http://c\", api_key: y}\n";

Config config_with(std::string const& text) {
  auto reading = load(layers_of(text));
  for (auto const& problem : reading.problems)
    CHECK_MESSAGE(problem.severity != Severity::error, to_text(problem));
  return std::move(reading.value.config);
}

std::vector<std::string> names_in(Config const& config) {
  std::vector<std::string> names;
  for_each_server_list(config, [&](auto const& list, std::string_view key) {
    for (auto const& each : list) names.push_back(std::string{key} + " " + each.server.name);
  });
  return names;
}

}  // namespace

TEST_CASE("servers of every kind are met in the order of the config, by default with its name") {
  auto const config = config_with(
      std::string{"prowlarr: {url: \"http://d\", api_key: x}\nwhisparr: {url: \"http://e\", "
                  "api_key: x}\n"} +
      two_radarrs + one_sonarr);

  CHECK(names_in(config) == std::vector<std::string>{"sonarr sonarr", "radarr radarr", "radarr 4k",
                                                     "whisparr whisparr", "prowlarr prowlarr"});
  CHECK(path_of_server("radarr", 1, config.others.of<Radarr>().size()) == "radarr[1]");
  CHECK(path_of_server("sonarr", 0, config.sonarr.size()) == "sonarr");
}

TEST_CASE("a second list leaves the variables of the only Sonarr what they are") {
  auto const config = config_with(
      std::string{"# with SONARR_URL=http://other\n# with SIEVARR__SONARR__API_KEY=z\n"
                  "# with SIEVARR__RADARR__1__URL=http://third\n# set sonarr.dry_run=true\n"
                  "# set radarr[0].timeout=90s\n"} +
      one_sonarr + two_radarrs);

  CHECK(config.sonarr[0].server.url.text() == "http://other");
  CHECK(config.sonarr[0].server.api_key.reveal() == "z");
  CHECK(config.sonarr[0].dry_run);
  CHECK(config.others.of<Radarr>()[0].server.url.text() == "http://b");
  CHECK(config.others.of<Radarr>()[0].pace.timeout.seconds().count() == 90);
  CHECK(config.others.of<Radarr>()[1].server.url.text() == "http://third");
}

TEST_CASE("a Radarr needs no file, and what a cluster calls RADARR_URL is not taken for it") {
  auto const config = config_with(
      "# with SIEVARR__RADARR__URL=http://mine\n# with SIEVARR__RADARR__API_KEY=x\n"
      "# with RADARR_URL=tcp://10.0.0.7:7878\n# with RADARR_PORT=tcp://10.0.0.7:7878\n");

  REQUIRE(config.others.of<Radarr>().size() == 1);
  CHECK(config.others.of<Radarr>()[0].server.url.text() == "http://mine");
  CHECK(config_with("# with RADARR_URL=http://mine\n").others.of<Radarr>().empty());
  CHECK(config_with("# with SIEVARR__PROWLARR__0__URL=http://mine\n# with "
                    "SIEVARR__PROWLARR__0__API_KEY=x\n")
            .others.of<Prowlarr>()
            .size() == 1);
}

TEST_CASE("a config that is given away names a variable for the key of each Radarr") {
  auto const whole = document::write_yaml(derive::redact(config_with(two_radarrs)));
  CHECK(whole.find("${SIEVARR__RADARR__0__API_KEY}") != std::string::npos);
  CHECK(whole.find("${SIEVARR__RADARR__1__API_KEY}") != std::string::npos);
}

}  // namespace sievarr::config
