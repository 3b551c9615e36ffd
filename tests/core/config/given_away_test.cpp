#include <sievarr/config/excuse.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/document/beyond.hpp>
#include <sievarr/document/write_json.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/editor/share.hpp>

#include "laid.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

/// Configs that leave the program: what was given away is loaded again.
namespace sievarr::editor {
namespace {

using config::Config;
using config::lines_of;
using config::Prepared;
using config::Source;
using Variables = std::map<std::string, std::string, std::less<>>;

std::string instance(std::string const& name, std::string const& key) {
  return "  - {name: " + name + ", url: 'http://" + name + ":8989', api_key: " + key +
         ", root_folder: /tv, quality_profile: HD}\n";
}

std::string const one =
    "tvmaze: {api_key: secret-of-tvmaze}\n"
    "sonarr:\n" +
    instance("main", "secret-of-main") +
    "server: {api_key: secret-of-server}\n"
    "selections: [{name: a, rating: {min: 8}}]\n";
std::string const several = "sonarr:\n" + instance("main", "secret-of-main") +
                            instance("anime", "secret-of-anime") +
                            "server: {api_key: ''}\n"
                            "selections: [{name: a, rating: {min: 8}}]\n";

Reading<Prepared> loaded(std::string const& text, Variables variables) {
  return config::prepare(
      {.file = Source{"config.yaml", text}, .surroundings = {.variables = std::move(variables)}},
      *to_date("2026-01-31"));
}

/// What is wrong with a config; that a default says nothing is not.
std::string amiss(Problems problems) {
  std::erase_if(problems, [](Problem const& each) { return each.code == "empty-line"; });
  return lines_of(problems);
}

/// Every form in which a config leaves.
std::vector<std::string> given_away(std::string const& text) {
  auto const all = derive::redact(loaded(text, {}).value.loaded.config);
  return {document::write_yaml(all), document::write_json(all),
          document::write_yaml(document::beyond(all, derive::redact(Config{}))),
          without_secrets(text)};
}

}  // namespace

TEST_CASE("a config that was given away loads where its variables are set, with the same secrets") {
  Variables const variables{{"TVMAZE_API_KEY", "secret-of-tvmaze"},
                            {"SONARR_API_KEY", "secret-of-main"},
                            {"SERVER_API_KEY", "secret-of-server"}};
  for (auto const& text : given_away(one)) {
    CAPTURE(text);
    CHECK(text.find("secret-of") == std::string::npos);
    CHECK(text.find("***") == std::string::npos);
    auto const again = loaded(text, variables);
    CHECK(amiss(again.problems) == "");
    auto const& config = again.value.loaded.config;
    CHECK(config.tvmaze.api_key->reveal() == "secret-of-tvmaze");
    CHECK(config.sonarr[0].server.api_key.reveal() == "secret-of-main");
    CHECK(config.server.api_key->reveal() == "secret-of-server");
  }
}

TEST_CASE("with several instances each gets its own key back") {
  Variables const variables{{"SIEVARR__SONARR__0__API_KEY", "secret-of-main"},
                            {"SIEVARR__SONARR__1__API_KEY", "secret-of-anime"}};
  for (auto const& text : given_away(several)) {
    CAPTURE(text);
    CHECK(text.find("secret-of") == std::string::npos);
    auto const again = loaded(text, variables);
    CHECK(amiss(again.problems) == "");
    CHECK(again.value.loaded.config.sonarr[0].server.api_key.reveal() == "secret-of-main");
    CHECK(again.value.loaded.config.sonarr[1].server.api_key.reveal() == "secret-of-anime");
  }
}

TEST_CASE("where the variables are not set, they are missed by name and nothing else is said") {
  for (auto const& text : given_away(one)) {
    CAPTURE(text);
    auto problems = loaded(text, {}).problems;
    auto const all = amiss(problems);
    for (auto const* const name : {"TVMAZE_API_KEY", "SONARR_API_KEY", "SERVER_API_KEY"})
      CHECK(all.find("neither " + std::string{name} + " nor ") != std::string::npos);
    config::forget_unset_secrets(problems);
    CHECK(amiss(problems) == "");
  }
}

TEST_CASE("away from the servers a variable of a secret counts as set, any other is a hint") {
  auto problems =
      loaded(
          "sonarr: {url: '${SONARR_URL}', api_key: '${K}', root_folder: /tv, quality_profile: HD}\n"
          "server: {api_key: '${K}'}\n"
          "selections: [{name: '${NAME}', rating: {min: 8}}]\n",
          {})
          .problems;
  CHECK(problems.size() == 4);

  config::forget_unset_secrets(problems);
  config::excuse_unset(problems);

  REQUIRE(problems.size() == 2);
  CHECK(problems[0].path == "sonarr.url");
  CHECK(problems[0].severity == Severity::hint);
  CHECK(problems[1].path == "selections[0].name");
  CHECK(problems[1].severity == Severity::error);
}

}  // namespace sievarr::editor
