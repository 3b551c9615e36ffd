#include <sievarr/document/environment.hpp>
#include <sievarr/document/yaml.hpp>

#include "shown.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::document {
namespace {

std::vector<Setting> settings() {
  using Shape = Setting::Shape;
  return {{.path = {"sonarr", "url"}, .name = "SONARR_URL"},
          {.path = {"sonarr", "url"}, .name = "SIEVARR__SONARR__URL"},
          {.path = {"sonarr", std::size_t{1}, "url"}, .name = "SIEVARR__SONARR__1__URL"},
          {.path = {"sonarr", std::size_t{0}, "url"}, .name = "SIEVARR__SONARR__0__URL"},
          {.path = {"exclude", "genres"}, .name = "EXCLUDE_GENRES", .shape = Shape::list},
          {.path = {"dry_run"}, .name = "DRY_RUN"}};
}

Reading<Node> over(std::string const& config, std::map<std::string, std::string> const& variables) {
  Surroundings around{.read_file = [](std::string const& path) -> Outcome<std::string> {
    return "from " + path + "\n";
  }};
  around.variables.insert(variables.begin(), variables.end());
  return overridden(read_yaml(config, "config.yaml").value, settings(), around);
}

std::string shown(Reading<Node> const& read) {
  if (read.problems.empty()) return test::shown(read.value);
  return to_text(read.problems.front()) + " (" + std::string(read.problems.front().code) + ")";
}

TEST_CASE("a variable lays its value over the file's") {
  CHECK(shown(over("{dry_run: true, a: 1}", {{"DRY_RUN", " false "}})) == "{dry_run: false, a: 1}");
  CHECK(shown(over("", {{"SONARR_URL", "http://s"}})) == "{sonarr: {url: (\"http://s\")}}");
}

TEST_CASE("unknown variables are left alone") {
  CHECK(shown(over("{a: 1}", {{"SONARR_PORT", "tcp://10.0.0.1:80"}})) == "{a: 1}");
}

TEST_CASE("a list is separated by commas") {
  CHECK(shown(over("", {{"EXCLUDE_GENRES", "Reality, Talk Show ,,News"}})) ==
        "{exclude: {genres: [Reality, (\"Talk Show\"), News]}}");
  CHECK(shown(over("", {{"EXCLUDE_GENRES", "null,"}})) == "{exclude: {genres: [\"null\"]}}");
  CHECK(shown(over("", {{"EXCLUDE_GENRES", ","}})) == "{exclude: {genres: []}}");
}

TEST_CASE("the name of the variable is the place of its value") {
  auto const node = over("{dry_run: true}", {{"DRY_RUN", "false"}}).value;

  CHECK(to_text(find(node, "dry_run")->place) == "DRY_RUN");
}

TEST_CASE("an empty variable brings the default back") {
  CHECK(shown(over("{dry_run: false, exclude: {genres: [x], types: [y]}}",
                   {{"DRY_RUN", ""}, {"EXCLUDE_GENRES", " "}})) == "{exclude: {types: [y]}}");
}

TEST_CASE("the word null is a text") {
  CHECK(shown(over("", {{"SONARR_URL", "null"}})) == "{sonarr: {url: \"null\"}}");
}

TEST_CASE("a file may hold the value") {
  CHECK(shown(over("", {{"SONARR_URL_FILE", "/u"}})) == "{sonarr: {url: (\"from /u\")}}");
}

TEST_CASE("a variable and its file are never both right, not even empty") {
  CHECK(shown(over("", {{"SONARR_URL_FILE", "/u"}, {"SONARR_URL", ""}})) ==
        "SONARR_URL: sonarr.url: both SONARR_URL and SONARR_URL_FILE are set; keep one "
        "(ambiguous-variable)");
}

TEST_CASE("two names of one setting are never both right") {
  CHECK(shown(over("", {{"SONARR_URL", "a"}, {"SIEVARR__SONARR__URL", "b"}})) ==
        "SIEVARR__SONARR__URL: sonarr.url: both SONARR_URL and SIEVARR__SONARR__URL are set; keep "
        "one (ambiguous-variable)");
}

TEST_CASE("instances are numbered, whatever the order of the variables") {
  CHECK(shown(over("", {{"SIEVARR__SONARR__0__URL", "a"}, {"SIEVARR__SONARR__1__URL", "b"}})) ==
        "{sonarr: [{url: a}, {url: b}]}");
}

TEST_CASE("one variable for several instances is a problem") {
  CHECK(shown(over("{sonarr: [{url: a}, {url: b}]}", {{"SONARR_URL", "c"}})) ==
        "SONARR_URL: sonarr: there are 2 of them; say which one is meant (ambiguous-override)");
}

}  // namespace
}  // namespace sievarr::document
