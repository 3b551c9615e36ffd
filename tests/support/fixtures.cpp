#include "fixtures.hpp"

#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/plan/compile.hpp>

#include <doctest/doctest.h>

#include <utility>

namespace sievarr::filter::fixtures {

std::vector<target::Target> instances() {
  target::Target house{.instance = "sonarr", .root_folder = target::NameOrNumber{"/tv"}};
  house.quality_profile = target::NameOrNumber{"HD"};
  house.tags.push_back(target::NameOrNumber{"auto"});
  target::Target anime{.instance = "anime", .root_folder = target::NameOrNumber{"/anime"}};
  return {house, anime};
}

Reading<Plan> read_plan(std::string_view yaml) {
  auto document = document::read_yaml(yaml, std::string{source});
  auto filter = derive::decode<Filter>(document.value);
  auto today = to_date("2026-06-15");
  auto plan = compile(filter.value, {&document.value, *today, instances()});
  append(document.problems, std::move(filter.problems));
  append(document.problems, std::move(plan.problems));
  return {std::move(plan.value), std::move(document.problems)};
}

std::string problems(std::string_view yaml) {
  std::string text;
  for (auto const& problem : read_plan(yaml).problems) text += to_text(problem) + "\n";
  return text;
}

Plan plan(std::string_view yaml) {
  auto reading = read_plan(yaml);
  std::string said;
  for (auto const& problem : reading.problems) said += to_text(problem) + "\n";
  INFO(said);
  REQUIRE_FALSE(has_errors(reading.problems));
  return std::move(reading.value);
}

Show severance() {
  return {.id = 44933,
          .title = "Severance",
          .tvdb_id = 371980,
          .imdb_id = "tt11280740",
          .type = "Scripted",
          .language = "English",
          .country = "US",
          .status = "Running",
          .premiered = to_date("2022-02-18"),
          .web_channel = "Apple TV+",
          .genres = {"Drama", "Science-Fiction", "Thriller"},
          .runtime = 60,
          .rating = 8.2,
          .weight = 99};
}

Decision decide(std::string_view yaml, Show const& show) {
  return judge(plan(yaml), show).decision;
}

}  // namespace sievarr::filter::fixtures
