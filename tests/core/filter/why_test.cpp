#include <sievarr/filter/plan/why.hpp>

#include <sievarr/derive/json.hpp>

#include "fixtures.hpp"

#include <doctest/doctest.h>

namespace sievarr::filter {
namespace {

Why why_for(std::string_view yaml, Show const& show = fixtures::severance()) {
  return why(fixtures::plan(yaml), show);
}

}  // namespace

TEST_CASE("every line of every selection is told, whoever decides") {
  auto const told = why_for(
      "exclude:\n  genres: [News]\n"
      "selections:\n"
      "  - {name: german, languages: [German], rating: {min: 8}}\n"
      "  - {name: best, rating: {min: 8}}\n"
      "  - {name: more, types: [Scripted]}\n");

  CHECK(told.verdict == Verdict::add);
  CHECK(told.place == "config.yaml:5:5");
  REQUIRE(told.exclude.size() == 1);
  CHECK(told.exclude[0].answer == Answer::no);
  CHECK(told.exclude[0].place == "config.yaml:2:3");
  REQUIRE(told.selections.size() == 3);
  CHECK(told.selections[0].stance == Stance::fails);
  CHECK(told.selections[0].decisive == Criterion::languages);
  CHECK(told.selections[0].lines[1].answer == Answer::yes);
  CHECK(told.selections[1].decides);
  CHECK(told.selections[2].stance == Stance::takes);
  CHECK_FALSE(told.selections[2].decides);
  REQUIRE(told.route);
  CHECK(told.route->root_folder.text() == "/tv");
}

TEST_CASE("an unknown line of a selection says what becomes of it, one of exclude does not") {
  auto show = fixtures::severance();
  show.rating.reset();
  auto const told = why_for(
      "exclude: {rating: {max: 3}}\nselections: [{rating: {min: 8}, unknown: allow}]", show);

  CHECK(told.exclude[0].answer == Answer::unknown);
  CHECK(told.exclude[0].actual == "unknown");
  CHECK_FALSE(told.exclude[0].unknown);
  CHECK(told.selections[0].lines[0].unknown == UnknownPolicy::allow);
}

TEST_CASE("a condition tells what each of its branches says") {
  auto const told =
      why_for("selections: [{where: {any: [{networks: [HBO]}, {all: [{rating: {min: 8}}]}]}}]");

  auto const& where = told.selections.at(0).lines.at(0);
  CHECK(where.line == "where");
  CHECK_FALSE(where.actual);
  REQUIRE(where.branches.size() == 2);
  CHECK(
      derive::to_json(where.branches[0]) ==
      R"({"line":"networks","answer":"no","wanted":"HBO","actual":"Apple TV+",)"
      R"("path":"selections[0].where.any[0].networks","place":"config.yaml:1:30","branches":[]})");
  CHECK(where.branches[1].line == "all");
  CHECK(where.branches[1].branches.at(0).line == "rating");
}

TEST_CASE("a show that goes nowhere has no route") {
  CHECK_FALSE(why_for("never: [\"tvmaze:44933\"]").route);
  CHECK(why_for("never: [\"tvmaze:44933\"]").never);
  CHECK(why_for("always: [\"tvdb:371980\"]").always);
}

}  // namespace sievarr::filter
