#include "cli/commands/commands.hpp"

#include "cli/text/licenses.hpp"
#include "golden.hpp"
#include "os/gzip.hpp"
#include "ran.hpp"

#include <sievarr/document/json.hpp>
#include <sievarr/document/write_json.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace sievarr::cli {
namespace {

using test::run;

std::string legacy_config(std::string const& name) {
  return test::read_data("data/config/legacy/" + name + ".yaml");
}

test::RunInput input_of(std::string text) {
  return {.in = std::move(text),
          .environment = {{"SONARR_API_KEY", "secret-of-sonarr-0123456789"},
                          {"SONARR_URL", "http://sonarr:8989"},
                          {"TVMAZE_API_KEY", "secret-of-tvmaze-0123456789"}}};
}

}  // namespace

TEST_CASE("the config that counts is shown with the origin of each value") {
  auto const ran = run({"config", "show", "--config", "-", "--set", "exclude.types=News,Sports"},
                       input_of(legacy_config("flat")));

  CHECK(ran.exit == os::Exit::fine);
  test::golden("config/show.txt", ran.out);
}

TEST_CASE("a server of any kind is shown with the places of its values, listed or alone") {
  auto const server = std::string{"{url: 'http://radarr:7878', api_key: 0123456789abcdef0123}"};
  for (auto const& text : {"radarr: " + server + "\n", "radarr: [" + server + "]\n"}) {
    CAPTURE(text);
    auto const shown = run({"config", "show", "--config", "-"}, input_of(text)).out;
    auto const at = shown.find("url: http://radarr:7878");
    REQUIRE(at != std::string::npos);
    auto const line = shown.substr(at, shown.find('\n', at) - at);
    CHECK(line.find("# <stdin>:1:") != std::string::npos);
  }
}

TEST_CASE("of a show in an expectation only what is written is shown") {
  auto const config =
      "selections: [{name: a, rating: {min: 8}}]\n"
      "tests: [{show: {title: X, rating: 9}, verdict: add}, {count: {max: 4}}]\n";
  auto const text = run({"config", "show", "--config", "-"}, input_of(config)).out;
  auto const json = run({"config", "show", "--config", "-", "--json"}, input_of(config)).out;

  CHECK(text.find("title: X") != std::string::npos);
  CHECK(text.find("max: 4") != std::string::npos);
  CHECK(text.find("id: 0") == std::string::npos);
  CHECK(json.find("\"title\": \"X\"") != std::string::npos);
  CHECK(json.find("\"id\"") == std::string::npos);
}

TEST_CASE("programs get the config and the origins as JSON") {
  auto const ran =
      run({"config", "show", "-c", "-", "--json"}, input_of(legacy_config("selections")));

  CHECK(ran.exit == os::Exit::fine);
  test::golden("config/show.json", ran.out);
}

TEST_CASE("no secret is ever shown") {
  for (std::string const format : {"text", "json"}) {
    auto const ran =
        run({"config", "show", "-c", "-", "--format", format}, input_of(legacy_config("flat")));

    CHECK(ran.out.find("***") == std::string::npos);
    CHECK(ran.out.find("${SONARR_API_KEY}") != std::string::npos);
    CHECK((ran.out + ran.error).find("secret-of") == std::string::npos);
  }
  auto const bad =
      run({"validate", "-"},
          {.in = "tvmaze: {api_key: {a: secret-of-b}}\nserver: {api_key: [secret-of]}"});
  CHECK((bad.out + bad.error).find("expected a secret") != std::string::npos);
}

TEST_CASE("what is shown loads again, and shows the same") {
  auto const without_origins = [](std::string const& text) {
    std::istringstream lines(text);
    std::string values;
    for (std::string line; std::getline(lines, line);)
      values += std::string(trimmed(line.substr(0, line.find("  #")))) + "\n";
    return values;
  };
  for (auto const* const name : {"flat", "selections"}) {
    CAPTURE(name);
    auto const shown = run({"config", "show", "-c", "-"}, input_of(legacy_config(name))).out;
    auto const again = run({"config", "show", "-c", "-"}, input_of(shown));
    CHECK(again.exit == os::Exit::fine);
    // Only what the older files call genres and TVMaze does not.
    CHECK(again.error.find("error[") == std::string::npos);
    CHECK(again.error.find("[deprecated]") == std::string::npos);
    CHECK(without_origins(again.out) == without_origins(shown));
  }
}

TEST_CASE("what programs get loads again as well") {
  auto const shown =
      run({"config", "show", "-c", "-", "--json"}, input_of(legacy_config("selections"))).out;
  auto const read = document::read_json(shown, "shown");
  auto const config = document::write_json(*document::find(read.value, "config"));
  auto const again = run({"config", "show", "-c", "-", "--json"}, input_of(config));
  CHECK(again.exit == os::Exit::fine);
  auto const both = document::read_json(again.out, "again");
  CHECK(document::write_json(*document::find(both.value, "config")) == config);
}

TEST_CASE("a mask is refused in a file, a variable and an argument, with what belongs there") {
  test::RunInput masked{.in = "server: {api_key: '********'}\n",
                        .environment = {{"SIEVARR__TVMAZE__API_KEY", "********"}}};
  auto const ran = run({"validate", "-", "--set", "server.port=99"}, masked);
  CHECK(ran.exit == os::Exit::findings);
  CHECK(ran.out.find("server.api_key: is a mask, not a secret; write ${SERVER_API_KEY} or the "
                     "secret itself") != std::string::npos);
  CHECK(ran.out.find("SIEVARR__TVMAZE__API_KEY: tvmaze.api_key: is a mask") != std::string::npos);
  auto const set = run({"config", "show", "-c", "-", "--set", "server.api_key=***"}, {.in = "{}"});
  CHECK(set.exit == os::Exit::findings);
  CHECK(set.error.find("--set server.api_key") != std::string::npos);
}

TEST_CASE("the usual config is found by its variables, the newer one first") {
  auto const ran =
      run({"config", "show"},
          {.environment = {{"SIEVARR_CONFIG", "/no/a.yaml"}, {"CONFIG_PATH", "/no/b.yaml"}}});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.error == "sievarr: there is no file \"/no/a.yaml\"\n  check the path\n");
  CHECK(run({"config", "show"}, {.environment = {{"CONFIG_PATH", "/no/b.yaml"}}}).exit ==
        os::Exit::misused);
}

TEST_CASE("without any file the defaults are shown") {
  auto const ran =
      run({"config", "show"}, {.environment = {{"HOME", "/no"}, {"SYNC_POLL_INTERVAL", "2h"}}});

  CHECK(ran.exit == os::Exit::fine);
  CHECK(ran.out.find("# SYNC_POLL_INTERVAL\n") != std::string::npos);
}

TEST_CASE("the reference, the schema and the sample are what the program derives") {
  CHECK(run({"help", "config", "keys"}).out == run({"config", "docs"}).out);
  test::golden_beside("../docs/reference/config.md", run({"config", "docs"}).out);
  test::golden_beside("../docs/reference/config.schema.json", run({"config", "schema"}).out);
  test::golden_beside("../docs/reference/config.sample.yaml", run({"config", "sample"}).out);
}

TEST_CASE("the sample says the defaults") {
  auto const sample = run({"config", "sample"}).out;
  auto const ran = run({"config", "show", "-c", "-"}, {.in = sample});
  auto const nothing = run({"config", "show", "-c", "-"}, {.in = ""});
  auto const values = [](std::string const& text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
      auto const end = text.find('\n', at);
      auto const line = text.substr(at, end - at);
      kept += line.substr(0, line.find_last_not_of(' ', line.find(" #"))) + "\n";
      at = end + 1;
    }
    return kept;
  };

  CHECK(ran.exit == os::Exit::fine);
  CHECK(values(ran.out) == values(nothing.out));
}

TEST_CASE("an older config is printed in its new form") {
  auto const ran = run({"config", "migrate", "-"}, {.in = legacy_config("flat")});

  CHECK(ran.exit == os::Exit::fine);
  CHECK(ran.out == test::read_data("data/config/legacy/flat.rewritten"));
}

TEST_CASE("a config that only a person can rewrite is left to one") {
  auto const ran = run({"config", "migrate", "-"}, {.in = "filters: {exlude: {}}\n"});

  CHECK(ran.exit == os::Exit::findings);
  CHECK(ran.out == "");
  CHECK(ran.error ==
        "sievarr: cannot rewrite \"<stdin>\"\n"
        "  mend this first: <stdin>:1:11: filters: unknown key \"exlude\", did you mean "
        "\"exclude\"?\n");
}

TEST_CASE("every command and long option can be completed in every shell") {
  for (std::string const shell : {"bash", "zsh", "fish"}) {
    auto const ran = run({"completion", shell});
    CAPTURE(shell);

    CHECK(ran.exit == os::Exit::fine);
    for (auto const& group : commands())
      for (auto const& entry : group.entries)
        CHECK(ran.out.find(entry.name.substr(entry.name.rfind(' ') + 1)) != std::string::npos);
    CHECK(ran.out.find(shell == "fish" ? "-l strict" : "--strict") != std::string::npos);
  }
  CHECK(run({"completion", "tcsh"}).exit == os::Exit::misused);
  CHECK(run({"completion"}).exit == os::Exit::misused);
}

TEST_CASE("the licenses of what is built in are listed, and their texts word for word") {
  auto const ran = run({"version", "--licenses"});

  CHECK(ran.exit == os::Exit::fine);
  auto const table = ran.out.substr(0, ran.out.find("\n===="));
  for (auto const& [name, packed] : license_texts()) {
    auto const& with_name = name;
    CAPTURE(with_name);
    auto const text = os::unpacked(packed);
    std::string const heading = "==== " + std::string{name} + " ====\n\n";
    CHECK(ran.out.find(heading + text) != std::string::npos);
    CHECK(table.find(name) != std::string::npos);
    CHECK(text.size() > 200);
  }
  for (auto const* const words :
       {"Boost Software License", "Redistribution and use", "Permission is hereby granted",
        "Apache License", "GNU LESSER GENERAL PUBLIC LICENSE", "GCC RUNTIME LIBRARY EXCEPTION"}) {
    CAPTURE(words);
    CHECK(ran.out.find(words) != std::string::npos);
  }
}

}  // namespace sievarr::cli
