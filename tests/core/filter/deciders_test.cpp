#include <sievarr/filter/explain/deciders.hpp>

#include <sievarr/filter/plan/why.hpp>

#include "fixtures.hpp"
#include "random.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::filter {
namespace {

std::string told(Parts const& parts, std::uint32_t number) {
  if (number == Parts::none) return "nobody";
  auto const& [compiled, line] = parts[number];
  return line ? line->path : compiled->path;
}

std::vector<std::uint32_t> deciders(Plan const& plan, Table const& table) {
  TitleHits hits(table);
  return Deciders(plan, table, judge_all(plan, table, hits)).of_rows(hits);
}

/// What decides about one show, as why() points at it.
std::string decider(Plan const& plan, Show const& show) {
  auto const judgement = judge(plan, show);
  auto const* const place = deciding_place(judgement);
  for (auto const& [compiled, line] : Parts(plan))
    if (place == (line ? &line->place : &compiled->place))
      return line ? line->path : compiled->path;
  return "nobody";
}

}  // namespace

TEST_CASE("the parts of a filter are its lines and its selections, as they are asked") {
  auto const plan = fixtures::plan(
      "exclude: {rating: {max: 3}, genres: [War]}\n"
      "selections: [{name: a, types: [News]}, {name: b, languages: [English], runtime: {min: 5}}]");
  std::string paths;
  Parts const parts(plan);
  for (std::uint32_t number = 0; number < parts.size(); ++number)
    paths += told(parts, number) + "\n";

  CHECK(paths ==
        "exclude.genres\nexclude.rating\nselections[0]\nselections[0].types\nselections[1]\n"
        "selections[1].languages\nselections[1].runtime\n");
}

TEST_CASE("whoever is named for one show is named for its row") {
  random::Dice dice(20260615);
  for (int round = 0; round < 60; ++round) {
    auto const yaml = random::Writer(dice).filter();
    CAPTURE(yaml);
    auto const plan = fixtures::plan(yaml);
    Table table;
    for (std::int64_t id = 1; id <= 80; ++id) table.upsert(random::show(dice, id));
    auto const named = deciders(plan, table);
    Parts const parts(plan);
    for (std::size_t row = 0; row < table.size(); ++row)
      REQUIRE(told(parts, named[row]) == decider(plan, table.at(row)));
  }
}

TEST_CASE("a selection that cannot tell names the line that it cannot tell about") {
  auto const plan = fixtures::plan(
      "selections: [{name: a, languages: [English], rating: {min: 5}, unknown: review}]");
  Table table;
  table.upsert({.id = 1, .title = "A", .language = "English"});
  table.upsert({.id = 2, .title = "B"});
  auto const named = deciders(plan, table);
  Parts const parts(plan);

  CHECK(told(parts, named[0]) == "selections[0].rating");
  CHECK(told(parts, named[1]) == "selections[0].languages");
}

}  // namespace sievarr::filter
