#include <sievarr/filter/plan/judge.hpp>

#include "fixtures.hpp"

#include <doctest/doctest.h>

namespace sievarr::filter {
namespace {

using fixtures::decide;
using fixtures::severance;

/// What one line of a selection, alone, makes of a show.
Verdict verdict(std::string_view line, Show const& show = severance()) {
  return decide("selections:\n  - " + std::string{line}, show).verdict;
}

}  // namespace

TEST_CASE("every criterion can take a show and leave it") {
  struct Case {
    char const* takes;
    char const* leaves;
  };
  for (auto const& each : {
           Case{"genres: [drama]", "genres: [Comedy]"},
           Case{"genres: {all: [Drama, Thriller]}", "genres: {all: [Drama, Comedy]}"},
           Case{"genres: {none: [Comedy]}", "genres: {none: [Drama]}"},
           Case{"types: [scripted]", "types: [Reality]"},
           Case{"languages: [ ENGLISH ]", "languages: [German]"},
           Case{"countries: [US]", "countries: [UK]"},
           Case{"countries: [united states]", "countries: [Norway]"},
           Case{"networks: [apple tv+]", "networks: [HBO]"},
           Case{"status: [Running]", "status: [Ended]"},
           Case{"premiered: {after: 2022-02-18}", "premiered: {after: 2022-02-19}"},
           Case{"premiered: {before: 2022}", "premiered: {before: 2021}"},
           Case{"premiered: {after: -5y}", "premiered: {after: -4y}"},
           Case{"rating: {min: 8.2}", "rating: {min: 8.3}"},
           Case{"rating: {max: 8.2}", "rating: {max: 8.1}"},
           Case{"runtime: {min: 60, max: 60}", "runtime: {max: 59}"},
           Case{"popularity: {min: 99}", "popularity: {max: 98}"},
           Case{"titles: [sev*]", "titles: [sev]"},
           Case{"titles: {none: [x*]}", "titles: {none: [\"*ance\"]}"},
           Case{"where: {any: [{genres: [Comedy]}, {rating: {min: 8}}]}",
                "where: {all: [{genres: [Comedy]}, {rating: {min: 8}}]}"},
           Case{"where: {not: {genres: [Comedy]}}", "where: {not: {genres: [Drama]}}"},
       }) {
    CAPTURE(each.takes);
    CAPTURE(each.leaves);
    CHECK(verdict(each.takes) == Verdict::add);
    CHECK(verdict(each.leaves) == Verdict::filtered);
  }
}

TEST_CASE("white space around a title does not count") {
  auto show = severance();
  show.title = " Severance\n";

  CHECK(verdict("titles: [severance]", show) == Verdict::add);
  CHECK(verdict("titles: [\"?everanc?\"]", show) == Verdict::add);
}

TEST_CASE("a show without votes is unknown, not bad") {
  auto show = severance();
  show.rating.reset();

  CHECK(verdict("rating: {min: 1}", show) == Verdict::filtered);
  CHECK(verdict("{rating: {min: 1}, unknown: allow}", show) == Verdict::add);
  CHECK(verdict("{rating: {min: 1}, unknown: review}", show) == Verdict::review);
  CHECK(verdict("{rating: {min: 1}, unknown: {rating: allow}}", show) == Verdict::add);
  CHECK(verdict("{rating: {min: 1}, unknown: {premiered: allow}}", show) == Verdict::filtered);
  CHECK(decide("exclude: {rating: {max: 9}}\nselections: [{types: [Scripted]}]", show).verdict ==
        Verdict::add);
}

TEST_CASE("not unknown is unknown") {
  auto show = severance();
  show.rating.reset();

  CHECK(verdict("where: {not: {rating: {min: 1}}}", show) == Verdict::filtered);
  CHECK(verdict("{where: {not: {rating: {min: 1}}}, unknown: review}", show) == Verdict::review);
  CHECK(verdict("where: {any: [{rating: {min: 1}}, {types: [Scripted]}]}", show) == Verdict::add);
  CHECK(verdict("{where: {all: [{rating: {min: 1}}, {types: [News]}]}, unknown: allow}", show) ==
        Verdict::filtered);
}

TEST_CASE("no genres is a fact, no network is a gap") {
  Show const bare{.id = 1, .title = "A", .tvdb_id = 2};

  CHECK(verdict("{genres: [Drama], unknown: allow}", bare) == Verdict::filtered);
  CHECK(verdict("genres: {none: [Drama]}", bare) == Verdict::add);
  CHECK(verdict("{networks: [HBO], unknown: allow}", bare) == Verdict::add);
  CHECK(verdict("networks: {none: [HBO]}", bare) == Verdict::filtered);
}

TEST_CASE("only a show that has ended can meet a bound of its end") {
  auto show = severance();
  CHECK(verdict("{ended: {after: 2000}, unknown: allow}", show) == Verdict::filtered);

  show.status = "Ended";
  CHECK(verdict("{ended: {after: 2000}, unknown: allow}", show) == Verdict::add);

  show.ended = to_date("2025-03-20");
  CHECK(verdict("ended: {after: 2025, before: 2025}", show) == Verdict::add);
}

TEST_CASE("the length of an average episode stands in for the length of one") {
  auto show = severance();
  show.runtime.reset();
  show.average_runtime = 50;

  CHECK(verdict("runtime: {min: 50}", show) == Verdict::add);
  CHECK(verdict("runtime: {min: 51}", show) == Verdict::filtered);
}

TEST_CASE("never beats always, always beats the rest, and identity comes last") {
  auto const with = [](char const* lists) {
    return std::string{lists} + "\nexclude: {genres: [Drama]}\nselections: [{types: [Reality]}]";
  };

  auto const never = decide(with("never: [tvmaze:44933]\nalways: [tvdb:371980]"), severance());
  CHECK(never == Decision{.verdict = Verdict::filtered, .category = Category::never});

  CHECK(decide(with("always: [imdb:tt11280740]"), severance()).verdict == Verdict::add);

  auto show = severance();
  show.tvdb_id.reset();
  CHECK(decide(with("always: [tvmaze:44933]"), show).verdict == Verdict::no_tvdb);
  CHECK(verdict("types: [Scripted]", show) == Verdict::no_tvdb);
  CHECK(verdict("types: [Reality]", show) == Verdict::filtered);
}

TEST_CASE("what is always wanted goes where the first selection that takes it would send it") {
  auto const wanted = R"(
always: [tvmaze:44933]
exclude: {genres: [Drama]}
selections:
  - {types: [Reality]}
  - {types: [Scripted], sonarr: {instance: anime}}
)";
  auto const plan = fixtures::plan(wanted);

  auto const decision = judge(plan, severance()).decision;

  CHECK(decision.selection == 1);
  CHECK(plan.routes[decision.route].instance == "anime");
}

TEST_CASE("what is always wanted never goes where a selection that ignores it would send it") {
  auto const plan = fixtures::plan(R"(
always: [tvmaze:44933]
selections:
  - {name: not for us, types: [Scripted], mode: ignore, sonarr: {instance: sonarr}}
  - {name: good, genres: [Drama], sonarr: {instance: anime}}
)");

  auto const decision = judge(plan, severance()).decision;

  CHECK(decision.verdict == Verdict::add);
  CHECK(plan.selections[decision.selection].name == "good");
  CHECK(plan.routes[decision.route].instance == "anime");
}

TEST_CASE("the reason is the first decisive line, a certain no before a gap") {
  auto const category = [](char const* yaml, Show const& show) {
    return decide(yaml, show).category;
  };
  auto show = severance();

  CHECK(category("exclude: {status: [Running], genres: [Drama]}\nselections: [{}]", show) ==
        Category::genre);
  CHECK(category("selections: [{languages: [German], rating: {min: 9}}]", show) ==
        Category::language);
  CHECK(category("selections: [{rating: {min: 9}}, {rating: {min: 9.5}}]", show) ==
        Category::rating);
  CHECK(category("selections: [{rating: {min: 9}}, {types: [News]}]", show) == Category::selection);
  CHECK(category("selections: [{where: {not: {types: [Scripted]}}}]", show) == Category::rule);

  show.language.reset();
  CHECK(category("selections: [{languages: [German]}]", show) == Category::language);
  CHECK(category("selections: [{languages: [German], rating: {min: 9}}]", show) ==
        Category::rating);
}

TEST_CASE("selections are asked in order, and one that ignores ends the matter") {
  auto const decision = decide(
      "selections: [{name: a, types: [News]}, {name: b, mode: ignore, genres: [Drama]}, {name: c}]",
      severance());

  CHECK(decision.verdict == Verdict::filtered);
  CHECK(decision.category == Category::ignored);
  CHECK(decision.selection == 1);
}

TEST_CASE("a review that comes from a gap yields to a later selection that adds") {
  auto show = severance();
  show.rating.reset();
  auto const unsure = std::string{"{name: a, rating: {min: 1}, unknown: review}"};
  auto const with = [&](char const* later) {
    return decide("selections: [" + unsure + ", " + later + "]", show);
  };

  CHECK(with("{name: b, types: [Scripted]}").verdict == Verdict::add);
  CHECK(with("{name: b, types: [Scripted]}").selection == 1);
  CHECK(with("{name: b, types: [News]}").verdict == Verdict::review);
  CHECK(with("{name: b, mode: ignore}, {name: c}").selection == 0);
  CHECK(decide("selections: [{mode: review}, {name: b}]", show).verdict == Verdict::review);
}

TEST_CASE("a judgement keeps every answer, also behind the decisive one") {
  auto const plan = fixtures::plan(R"(
exclude:
  genres: [Comedy]
selections:
  - name: prestige
    languages: [German]
    rating: {min: 8}
    where: {any: [{types: [Scripted]}, {networks: [HBO]}]}
)");

  auto const judgement = judge(plan, severance());

  REQUIRE(judgement.exclude.size() == 1);
  CHECK(judgement.exclude[0].answer == Answer::no);
  auto const& lines = judgement.selections.at(0).lines;
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].answer == Answer::no);
  CHECK(to_text(lines[0].line->place) == "config.yaml:6:5");
  CHECK(lines[0].line->path == "selections[0].languages");
  CHECK(lines[1].answer == Answer::yes);
  REQUIRE(lines[2].branches.size() == 2);
  CHECK(lines[2].branches[1].answer == Answer::no);
  CHECK(lines[2].branches[1].line->path == "selections[0].where.any[1].networks");
}

}  // namespace sievarr::filter
