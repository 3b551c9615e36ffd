#include <sievarr/filter/plan/compile.hpp>

#include "fixtures.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::filter {

using fixtures::problems;

TEST_CASE("what a filter says wrongly is told where it stands") {
  CHECK(problems("selections: [{rating: {min: 8, max: 7}}]") ==
        "config.yaml:1:15: selections[0].rating: no number is both at least 8 and at most 7\n");
  CHECK(problems("selections:\n  - premiered: {after: 2020, before: 2019}\n") ==
        "config.yaml:2:5: selections[0].premiered: no day is both on or after 2020-01-01 and on or "
        "before 2019-12-31\n");
  CHECK(problems("selections: [{where: {any: []}}]") ==
        "config.yaml:1:23: selections[0].where.any: an empty condition decides nothing, write a "
        "criterion or remove it\n");
  CHECK(problems("selections: [{where: {not: {}}}]") ==
        "config.yaml:1:23: selections[0].where.not: an empty condition decides nothing, write a "
        "criterion or remove it\n");
  CHECK(problems("selections: [{where: {}}]") ==
        "config.yaml:1:15: selections[0].where: an empty condition decides nothing, write a "
        "criterion or remove it\n");
  CHECK(problems("selections: [{name: a, types: [News]}, {name: a, types: [Scripted]}]") ==
        "config.yaml:1:47: selections[1].name: selections[0] has the name \"a\" already\n");
  CHECK(problems("selections: [{types: [News], sonarr: {instance: anim}}]") ==
        "config.yaml:1:49: selections[0].sonarr.instance: there is no instance \"anim\", did you "
        "mean \"anime\"?\n");
  CHECK(problems("selections: [{types: [News], unknown: {type: allow}}]") ==
        "config.yaml:1:40: selections[0].unknown.type: unknown key \"type\", did you mean "
        "\"types\"?\n");
}

TEST_CASE("what is odd but not wrong is a warning or a hint") {
  CHECK(problems("{}") ==
        "config.yaml:1:1: warning: selections: there are no selections, so nothing is added\n");
  CHECK(problems("selections: [{}]") ==
        "config.yaml:1:14: warning: selections[0]: has no criterion, so it takes every show\n");
  CHECK(problems("selections: [{genres: {any: [Drama, drama], none: [DRAMA]}}]") ==
        "config.yaml:1:37: hint: selections[0].genres.any[1]: \"drama\" is named twice\n"
        "config.yaml:1:15: warning: selections[0].genres: \"Drama\" is both wanted and unwanted\n");
  CHECK(problems("selections: [{types: [News], genres: []}]") ==
        "config.yaml:1:30: hint: selections[0].genres: asks for nothing and is left out\n");
  CHECK(problems("selections: [{types: [News], unknown: {rating: allow}}]") ==
        "config.yaml:1:40: hint: selections[0].unknown.rating: this selection has no line "
        "\"rating\"\n");
  CHECK(problems("selections: [{countries: [UK]}]") ==
        "config.yaml:1:27: hint: selections[0].countries[0]: the catalogue says GB, read as GB\n");
  CHECK(problems("always: [tvdb:1]\nnever: [tvdb:1]\nselections: [{types: [News]}]") ==
        "config.yaml:2:9: warning: never[0]: tvdb:1 is in always as well; never wins\n");
}

TEST_CASE("what could not be read is not told a second time as missing") {
  CHECK(problems("selections: [{rating: {min: 11}}]") ==
        "config.yaml:1:29: selections[0].rating.min: must be between 0 and 10, got 11\n");
  CHECK(problems("selections: [{language: [English]}]") ==
        "config.yaml:1:15: selections[0]: unknown key \"language\", did you mean "
        "\"languages\"?\n");
}

TEST_CASE("a selection changes the route of its instance only where it says so") {
  auto const plan = fixtures::plan(R"(
selections:
  - {name: a, types: [News], sonarr: {quality_profile: UHD, tags: [Auto, news]}}
  - {name: b, types: [Scripted], sonarr: {instance: anime, series_type: anime}}
  - {name: c, genres: [Drama]}
)");

  auto const& first = plan.routes[plan.selections[0].route];
  CHECK(first.instance == "sonarr");
  CHECK(first.root_folder.text() == "/tv");
  CHECK(first.quality_profile.text() == "UHD");
  CHECK(first.tags.size() == 2);
  auto const& second = plan.routes[plan.selections[1].route];
  CHECK(second.instance == "anime");
  CHECK(second.series_type == target::SeriesType::anime);
  CHECK(plan.routes[plan.selections[2].route] == plan.routes[0]);
}

TEST_CASE("selections without a name are called by their number") {
  CHECK(fixtures::plan("selections: [{types: [News]}, {name: b}]").selections[0].name ==
        "selection-1");
}

TEST_CASE("relative days make a plan that ages") {
  CHECK(fixtures::plan("selections: [{premiered: {after: -2y}}]").relative);
  CHECK(fixtures::plan("exclude: {where: {not: {ended: {before: today}}}}").relative);
  CHECK_FALSE(fixtures::plan("selections: [{premiered: {after: 2020}}]").relative);
}

TEST_CASE("a filter with an error asks nothing, so that half of it judges nobody") {
  auto const reading = fixtures::read_plan(
      "exclude: {types: [News]}\nalways: [\"tvmaze:1\"]\n"
      "selections: [{types: [Scripted]}, {where: {not: {}}}]");

  CHECK(has_errors(reading.problems));
  CHECK(reading.value.exclude.empty());
  CHECK(reading.value.selections.empty());
  Show const wanted{.id = 1, .title = "A", .tvdb_id = 1, .type = "Scripted"};
  CHECK(judge(reading.value, wanted).decision.verdict == Verdict::filtered);
}

TEST_CASE("more selections than can be numbered are refused") {
  std::string yaml = "selections:\n";
  for (int i = 0; i <= 10'000; ++i) yaml += "- {types: [A]}\n";
  auto const reading = fixtures::read_plan(yaml);

  REQUIRE(reading.problems.size() == 1);
  CHECK(to_text(reading.problems[0]) ==
        "config.yaml:1:1: selections: at most 10000 selections can be asked, got 10001");
}

TEST_CASE("the filter hash sees what is meant, not how it is written") {
  auto const hash = [](char const* yaml) { return fixtures::plan(yaml).filter_hash; };
  auto const drama = hash("selections: [{name: a, genres: [Drama, Crime]}]");

  CHECK(drama == hash("# a comment\nselections:\n- {name: a, genres: {any: [crime, DRAMA]}}"));
  CHECK(drama == hash("selections: [{name: a, mode: add, unknown: deny, genres: [Drama, Crime]}]"));
  CHECK(drama == hash("exclude: {genres: []}\nselections: [{name: a, genres: [Drama, Crime]}]"));
  CHECK(drama != hash("selections: [{name: a, genres: {all: [Drama, Crime]}}]"));
  CHECK(hash("selections: [{where: {any: [{types: [A]}, {types: [B]}]}}]") ==
        hash("selections: [{where: {any: [{types: [B]}, {types: [A]}]}}]"));
  CHECK(hash("never: [tvdb:1, tvmaze:2]") == hash("never: [tvmaze:2, tvdb:1]"));
}

}  // namespace sievarr::filter
