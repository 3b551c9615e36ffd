#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/suite/expectation.hpp>

#include "fixtures.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::filter {
namespace {

constexpr std::string_view config = R"(
exclude: {genres: [Horror]}
selections:
  - {name: prestige, types: [Scripted], rating: {min: 8}, sonarr: {quality_profile: UHD, tags: [top]}}
  - {name: news, types: [News], mode: review}
)";

Suite suite(std::string_view yaml) {
  auto const document = document::read_yaml(yaml, "tests.yaml");
  auto reading = derive::decode<Suite>(document.value);
  for (auto const& problem : reading.problems) FAIL_CHECK(to_text(problem));
  return std::move(reading.value);
}

struct Examined {
  std::string outcomes;
  std::string untouched;
};

Examined examine(std::string_view expectations) {
  auto const plan = fixtures::plan(config);
  Table table;
  table.upsert(fixtures::severance());
  table.upsert({.id = 2, .title = "Evening", .tvdb_id = 2, .type = "News"});
  table.upsert({.id = 3, .title = "Gone", .tvdb_id = 3, .type = "News"});
  table.remove(3);
  auto const judged = judge_all(plan, table);
  Catalogue const catalogue{plan, table, judged};
  Examiner examiner(catalogue);
  Examined examined;
  for (auto const& expectation : suite(expectations).tests.expect) {
    auto const outcome = examiner.examine(expectation);
    examined.outcomes += outcome.name + ": " + (outcome.passed() ? "ok" : outcome.message) + "\n";
  }
  for (auto const* line : examiner.untouched()) examined.untouched += line->path + "\n";
  return examined;
}

}  // namespace

TEST_CASE("expectations that are met pass") {
  CHECK(examine(R"(
expect:
  - {show: "tvmaze:44933", verdict: add, selection: prestige, quality_profile: uhd, tags: [top, auto]}
  - {show: "tvdb:2", verdict: review, selection: news, instance: sonarr}
  - {show: {title: Made Up, language: German, genres: [Horror]}, verdict: filtered, reason: genre}
  - {count: {verdict: add, max: 1, min: 1}}
  - {count: {selection: news, max: 1}}
  - {no_other_than: [add, review]}
)")
            .outcomes ==
        "Severance: ok\nEvening: ok\nMade Up: ok\ncount of add: ok\ncount of by news: ok\n"
        "no verdict but add and review: ok\n");
}

TEST_CASE("expectations that are missed say how, and why") {
  CHECK(examine(R"(
expect:
  - {show: "tvmaze:44933", verdict: filtered, quality_profile: SD, tags: [low]}
  - {show: "tvmaze:2", selection: prestige, instance: anime}
  - {show: {title: Made Up, rating: 3, type: Scripted}, verdict: add, root_folder: /tv}
  - {show: {title: Nameless, type: News}, verdict: add}
  - {show: "tvmaze:3"}
  - {count: {verdict: add, min: 2}}
  - {count: {max: 1}}
  - {count: {}}
  - {no_other_than: [filtered, add]}
)")
            .outcomes ==
        "Severance: expected verdict filtered, got add; expected quality_profile SD, got UHD; "
        "expected tag low, got auto, top (Taken by selection \"prestige\")\n"
        "Evening: expected selection prestige, got news; expected instance anime, got sonarr "
        "(Selection \"news\" asks for a review)\n"
        "Made Up: expected verdict add, got filtered; expected root_folder /tv, got no route "
        "(No selection takes it: prestige (rating), news (types))\n"
        "Nameless: expected verdict add, got review (Selection \"news\" asks for a review)\n"
        "tvmaze:3: there is no tvmaze:3 among the shows\n"
        "count of add: expected at least 2, got 1\n"
        "count of all: expected at most 1, got 2\n"
        "count of all: says neither min nor max\n"
        "no verdict but filtered and add: got 1 review\n");
}

TEST_CASE("lines that no case was decided by are told") {
  CHECK(examine("expect: []").untouched ==
        "exclude.genres\nselections[0].types\nselections[0].rating\nselections[1].types\n");
  CHECK(examine("expect: [{show: \"tvmaze:44933\"}]").untouched ==
        "exclude.genres\nselections[1].types\n");
  CHECK(examine("expect: [{show: {title: A, genres: [Horror]}}]").untouched ==
        "selections[0].types\nselections[0].rating\nselections[1].types\n");
}

TEST_CASE("a suite that is written wrongly is told where") {
  auto const document = document::read_yaml(
      "expect:\n  - {show: tvmaze:x}\n  - {show: \"tvmaze:1\", verdict: added}\n  - {count: {maxi: "
      "1}}\n",
      "tests.yaml");
  std::string text;
  for (auto const& problem : derive::decode<Suite>(document.value).problems)
    text += to_text(problem) + "\n";
  CHECK(text ==
        "tests.yaml:2:12: expect[0].show: expected a show such as tvmaze:82, tvdb:121361 or "
        "imdb:tt0944947, got \"tvmaze:x\"\n"
        "tests.yaml:3:33: expect[1].verdict: expected add, review, filtered or no_tvdb, got "
        "\"added\", did you mean \"add\"?\n"
        "tests.yaml:4:14: expect[2].count: unknown key \"maxi\", did you mean \"max\"?\n");
}

}  // namespace sievarr::filter
