#include <sievarr/config/load.hpp>

#include <sievarr/config/plan.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/document/path.hpp>

#include "golden.hpp"
#include "laid.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::config {
namespace {

using sievarr::test::read_data;

constexpr char selections[] = "selections: [{types: [Scripted]}]\n";

Reading<Prepared> prepared(std::string const& text) {
  return prepare(layers_of(text), *to_date("2026-01-31"));
}

Config config_of(std::string const& text) {
  auto reading = prepared(text);
  REQUIRE_MESSAGE(!has_errors(reading.problems), to_text(reading.problems.front()));
  return std::move(reading.value.loaded.config);
}

std::string origin(std::string const& text, std::string_view path) {
  auto const loaded = load(layers_of(text));
  auto const steps = document::read_path(path);
  auto const* const node = document::find(loaded.value.document, *steps);
  return node ? to_text(node->place) : "default";
}

std::string older(std::string const& name) {
  return "# with SONARR_URL=http://sonarr:8989\n# with SONARR_API_KEY=0123456789abcdef\n"
         "# with TVMAZE_API_KEY=0123456789abcdef\n" +
         read_data("data/config/legacy/" + name + ".yaml");
}

std::string filter_hash(std::string const& text) { return derive::digest(config_of(text).filter); }

}  // namespace

TEST_CASE("without a file and without variables the defaults count") {
  auto const reading = prepare({}, Date{});

  CHECK(!has_errors(reading.problems));
  auto const& config = reading.value.loaded.config;
  CHECK(config.dry_run);
  CHECK(config.sonarr.empty());
  CHECK(config.tvmaze.base_url.text() == "https://api.tvmaze.com");
  CHECK(config.sync.max_adds_per_cycle == 25);
  CHECK(config.server.port == 8080);
}

TEST_CASE("later layers win, and each value knows who said it") {
  std::string const text =
      "# with SYNC_POLL_INTERVAL=2h\n# with SYNC_RETRY_DELAY=2d\n# set sync.poll_interval=3h\n"
      "sync:\n  poll_interval: 1h\n  retry_delay: 1d\n  abandon_after: 1y\n";
  auto const config = config_of(text + selections);

  CHECK(config.sync.poll_interval.text() == "3h");
  CHECK(config.sync.retry_delay.text() == "2d");
  CHECK(origin(text, "sync.poll_interval") == "--set sync.poll_interval");
  CHECK(origin(text, "sync.retry_delay") == "SYNC_RETRY_DELAY");
  CHECK(origin(text, "sync.abandon_after") == "config.yaml:7:18");
  CHECK(origin(text, "sync.hold_above") == "default");
}

TEST_CASE("a list from a variable takes the place of the file's list") {
  auto const config =
      config_of("# with EXCLUDE_GENRES=Reality, Talk Show,\nexclude: {genres: {none: [News]}}\n" +
                std::string{selections});
  auto const& genres = config.filter.exclude.genres;

  CHECK(genres.none.empty());
  CHECK(genres.any == value::Set<filter::Term>{filter::Term{"Talk Show"}, filter::Term{"Reality"}});
}

TEST_CASE("a variable that is set and empty takes back what the file says") {
  CHECK(config_of("# with DRY_RUN=\ndry_run: false\n").dry_run);
  CHECK(config_of("# with SIEVARR__SYNC__POLL_INTERVAL=\nsync: {poll_interval: 1h}\n")
            .sync.poll_interval.text() == "6h");
}

TEST_CASE("a secret comes from a file") {
  auto const config =
      config_of("# with TVMAZE_API_KEY_FILE=/run/secrets/key\n" + std::string{selections});

  CHECK(config.tvmaze.api_key->reveal() == "0123456789abcdef");
}

TEST_CASE("an instance needs no file at all") {
  auto const config = config_of(
      "# with SONARR_URL=http://sonarr:8989\n# with SONARR_API_KEY=0123456789abcdef\n"
      "# with SONARR_ROOT_FOLDER=/tv\n# with SIEVARR__SONARR__QUALITY_PROFILE=HD\n"
      "# with SONARR_TAGS=new,auto\n");

  REQUIRE(config.sonarr.size() == 1);
  CHECK(config.sonarr[0].server.url.text() == "http://sonarr:8989");
  CHECK(config.sonarr[0].tags.size() == 2);
}

TEST_CASE("a number says which instance a variable or an argument means") {
  std::string const instances =
      "sonarr:\n"
      "  - {name: a, url: \"http://a\", api_key: x, root_folder: /tv, quality_profile: 1}\n"
      "  - {name: b, url: \"http://b\", api_key: x, root_folder: /tv, quality_profile: 1}\n";
  auto const config = config_of(
      "# with SIEVARR__SONARR__1__URL=http://c\n# set sonarr[0].name=first\n" + instances);

  CHECK(config.sonarr[0].server.name == "first");
  CHECK(config.sonarr[0].server.url.text() == "http://a");
  CHECK(config.sonarr[1].server.url.text() == "http://c");
}

TEST_CASE("the level of a part of the program has a variable, too") {
  auto const config = config_of(
      "# with SIEVARR__LOGGING__ROOMS__NET=DEBUG\n# set "
      "logging.rooms.store=ERROR\nlogging: {rooms: {net: INFO}}\n");

  CHECK(config.logging.rooms.at("net") == LogLevel::debug);
  CHECK(config.logging.rooms.at("store") == LogLevel::error);
}

TEST_CASE("what a variable holds is not looked at again") {
  auto const config = config_of(
      "# with SONARR_TAGS=${HOME}\n# with STORAGE_PATH=/a${b\n"
      "# with SONARR_URL=http://a\n# with SONARR_API_KEY=x\n"
      "# with SONARR_ROOT_FOLDER=/tv\n# with SONARR_QUALITY_PROFILE=1\n");

  CHECK(config.storage.path == "/a${b");
}

TEST_CASE("a config that was written for tvmaze-sync loads with warnings at most") {
  for (auto const* const name : {"flat", "selections", "wrapped"}) {
    CAPTURE(name);
    auto const reading = prepared(older(name));

    CHECK(!has_errors(reading.problems));
    CHECK(reading.value.loaded.config.sonarr.size() == 1);
    CHECK(!reading.value.loaded.config.filter.selections.empty());
  }
}

TEST_CASE("wrapping the filters changes nothing and is no reason to warn") {
  auto const wrapped = prepared(older("wrapped"));

  CHECK(wrapped.problems.empty());
  CHECK(
      filter_hash(older("wrapped")) ==
      filter_hash("exclude: {genres: [War, Nature], types: [Game Show]}\n"
                  "selections: [{name: drama, genres: [Drama], premiered: {after: 2015-01-01}}]"));
}

TEST_CASE("the old lines mean what they meant as a selection") {
  CHECK(filter_hash(older("flat")) ==
        filter_hash("exclude: {genres: [Reality, Talk Show, Game Show]}\n"
                    "selections:\n"
                    "  - name: default\n"
                    "    unknown: {premiered: allow, runtime: allow}\n"
                    "    types: [Scripted, Animation]\n"
                    "    countries: [US, GB, IE]\n"
                    "    languages: [English, Irish]\n"
                    "    status: {none: [Ended]}\n"
                    "    premiered: {after: 2010-01-01}\n"
                    "    runtime: {min: 20}\n"));
}

TEST_CASE("an old variable stands over the new key that says the same") {
  auto const config = config_of(
      "# with FILTERS_GENRES_EXCLUDE=News\n"
      "exclude: {genres: [Sports]}\n");

  CHECK(config.filter.exclude.genres.any == value::Set<filter::Term>{filter::Term{"News"}});
}

TEST_CASE("no document is too strange to be answered") {
  for (auto const* const text :
       {"", "\n", "null", "~", "a", "[]", "{}", "- - -", "sonarr: []", "sonarr: [[]]",
        "filters: {genres: []}", "filters: {genres: {exclude: {}}}", "exclude: {where: {not: []}}",
        "selections: {a: b}", "sonarr: ~", "filters: {status: {exclude_ended: []}}",
        "logging: {rooms: []}", "? [a]\n: b"}) {
    CAPTURE(text);
    auto const reading = prepared(text);
    for (auto const& problem : reading.problems) CHECK(!problem.message.empty());
  }
}

}  // namespace sievarr::config
