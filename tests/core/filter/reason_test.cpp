#include <sievarr/filter/plan/short_reason.hpp>
#include <sievarr/filter/plan/why.hpp>

#include "fixtures.hpp"

#include <doctest/doctest.h>

namespace sievarr::filter {
namespace {

using fixtures::severance;

std::string reason_for(std::string_view yaml, Show const& show = severance()) {
  auto const plan = fixtures::plan(yaml);
  return reason(judge(plan, show), show);
}

/// What a selection with one line says.
std::string refused(std::string_view line, Show const& show = severance()) {
  return reason_for("selections:\n  - " + std::string{line}, show);
}

std::string short_for(std::string_view yaml, Show const& show = severance()) {
  auto const plan = fixtures::plan(yaml);
  auto const facts = facts_of<Shows>(show);
  return short_reason(judge(plan, show, facts), facts);
}

std::string place_for(std::string_view yaml) {
  auto const plan = fixtures::plan(yaml);
  auto const judgement = judge(plan, severance());
  auto const* const place = deciding_place(judgement);
  return place ? to_text(*place) : "nowhere";
}

}  // namespace

TEST_CASE("every line says what the show has and what was wanted") {
  struct Case {
    char const* line;
    char const* says;
  };
  for (auto const& each : {
           Case{"genres: [Comedy, Family]",
                "Genre not included: Drama, Science-Fiction, Thriller (wanted Comedy, Family)"},
           Case{"genres: {all: [Drama, Comedy], none: [War]}",
                "Genre not all included: Drama, Science-Fiction, Thriller (wanted all of Drama, "
                "Comedy and none of War)"},
           Case{"types: [Reality]", "Type not included: Scripted (wanted Reality)"},
           Case{"languages: [German, Irish]",
                "Language not included: English (wanted German, Irish)"},
           Case{"countries: [UK]", "Country not included: US (wanted GB)"},
           Case{"networks: [HBO]", "Network not included: Apple TV+ (wanted HBO)"},
           Case{"status: [Ended]", "Status not included: Running (wanted Ended)"},
           Case{"premiered: {after: 2023}",
                "Premiered too early: 2022-02-18 (wanted 2023-01-01 or later)"},
           Case{"premiered: {after: 2001, before: 2010}",
                "Premiered too late: 2022-02-18 (wanted 2001-01-01 to 2010-12-31)"},
           Case{"ended: {after: 2001}", "Not ended (wanted 2001-01-01 or later)"},
           Case{"rating: {min: 8.5}", "Rating too low: 8.2 (wanted at least 8.5)"},
           Case{"rating: {max: 8}", "Rating too high: 8.2 (wanted at most 8)"},
           Case{"runtime: {min: 10, max: 30}", "Runtime too high: 60 (wanted 10 to 30)"},
           Case{"popularity: {max: 50}", "Popularity too high: 99 (wanted at most 50)"},
           Case{"titles: [\"Star *\"]", "Title not included: Severance (wanted Star *)"},
           Case{"where: {any: [{rating: {min: 9}}, {networks: [HBO]}]}",
                "Rule not met (wanted rating at least 9 or networks HBO)"},
           Case{"where: {not: {genres: [Drama]}}", "Rule not met (wanted not genres Drama)"},
       }) {
    CAPTURE(each.line);
    CHECK(refused(each.line) == each.says);
  }
}

TEST_CASE("what is missing is said to be unknown") {
  auto show = severance();
  show.rating.reset();
  show.web_channel.reset();

  CHECK(refused("rating: {min: 8}", show) == "Rating unknown (wanted at least 8)");
  CHECK(refused("networks: [HBO]", show) == "Network unknown (wanted HBO)");
  CHECK(refused("{name: best, rating: {min: 8}, unknown: review}", show) ==
        "Selection \"best\" cannot tell: Rating unknown (wanted at least 8)");
}

TEST_CASE("a show is excluded by the first line that it meets") {
  CHECK(reason_for(
            "exclude: {genres: [Drama], rating: {min: 1}}\nselections: [{types: [Scripted]}]") ==
        "Genre excluded: Drama, Science-Fiction, Thriller (excludes Drama)");
  CHECK(reason_for("exclude: {where: {genres: [Drama]}}\nselections: [{types: [Scripted]}]") ==
        "Rule excluded (excludes genres Drama)");
}

TEST_CASE("several selections are told together") {
  CHECK(refused("languages: [German]\n  - languages: [Irish]") ==
        "Language not included: English (wanted German)");
  CHECK(refused("{name: a, languages: [German]}\n  - {name: b, rating: {min: 9}}") ==
        "No selection takes it: a (languages), b (rating)");
  CHECK(reason_for("exclude: {genres: [News]}") == "There are no selections");
}

TEST_CASE("a wanted show says who wants it") {
  auto lost = severance();
  lost.tvdb_id.reset();

  CHECK(refused("{name: best, rating: {min: 8}}") == "Taken by selection \"best\"");
  CHECK(refused("{name: best, rating: {min: 8}, mode: review}") ==
        "Selection \"best\" asks for a review");
  CHECK(refused("{name: best, rating: {min: 8}, mode: ignore}") == "Ignored by selection \"best\"");
  CHECK(refused("{name: best, rating: {min: 8}}", lost) ==
        "Wanted by selection \"best\", but without a TVDB id");
  CHECK(reason_for("always: [\"tvmaze:44933\"]") == "Named in always");
  CHECK(reason_for("never: [\"tvmaze:44933\"]") == "Named in never");
}

TEST_CASE("the place that decided is that of the line or of the selection") {
  CHECK(place_for("exclude:\n  genres: [Drama]\n") == "config.yaml:2:3");
  CHECK(place_for("selections:\n  - rating: {min: 9}\n") == "config.yaml:2:5");
  CHECK(place_for("selections:\n  - name: best\n    rating: {min: 8}\n") == "config.yaml:2:5");
  CHECK(place_for("never: [\"tvmaze:44933\"]") == "nowhere");
  CHECK(place_for("exclude: {genres: [News]}") == "nowhere");
}

TEST_CASE("a short reason has the show's own value beside the bound that it misses") {
  struct Case {
    char const* line;
    char const* says;
  };
  for (auto const& each :
       {Case{"rating: {min: 8.5}", "rating 8.2 < 8.5"}, Case{"rating: {max: 8}", "rating 8.2 > 8"},
        Case{"premiered: {after: 2023}", "premiered 2022-02-18 < 2023-01-01"},
        Case{"ended: {before: today}", "not ended"},
        Case{"languages: [German]", "language English"},
        Case{"genres: {none: [Thriller]}", "genre Thriller"},
        Case{"networks: [HBO]", "network Apple TV+"}, Case{"titles: [Dark]", "title Severance"},
        Case{"where: {not: {types: [Scripted]}}", "where not met"}}) {
    CAPTURE(each.line);
    CHECK(short_for("selections: [{" + std::string{each.line} + "}]") == each.says);
  }
  auto unrated = severance();
  unrated.rating.reset();
  CHECK(short_for("selections: [{rating: {min: 8}}]", unrated) == "rating unknown");
}

TEST_CASE("of several selections the nearest is told, and its line has the place") {
  auto const yaml =
      "selections:\n"
      "  - {name: german, languages: [German], rating: {min: 9}}\n"
      "  - {name: best, languages: [English], rating: {min: 8.5}}\n";
  CHECK(short_for(yaml) == "best: rating 8.2 < 8.5");
  auto const plan = fixtures::plan(yaml);
  auto const judgement = judge(plan, severance());
  REQUIRE(short_place(judgement));
  CHECK(to_text(*short_place(judgement)) == "config.yaml:3:40");
}

TEST_CASE("what a selection decides is told by its name, and what excludes by the value") {
  CHECK(short_for("selections: [{name: best, rating: {min: 8}}]") == "best");
  CHECK(short_for("selections: [{name: best, rating: {min: 8}, mode: ignore}]") ==
        "ignored by best");
  CHECK(short_for("exclude: {genres: [Drama, War]}\nselections: [{rating: {min: 8}}]") ==
        "excluded: genre Drama");
  CHECK(short_for("never: [tvmaze:44933]\nselections: [{rating: {min: 8}}]") == "named in never");
  auto unrated = severance();
  unrated.rating.reset();
  CHECK(short_for("selections: [{name: best, rating: {min: 8}, unknown: review}]", unrated) ==
        "best: rating unknown");
}

TEST_CASE("what misses a bound says by how much, in the unit that fits") {
  auto const missed = [](std::string_view line) {
    auto const told = why(fixtures::plan("selections: [{" + std::string{line} + "}]"), severance());
    return told.selections[0].lines[0].misses_by.value_or("nothing");
  };
  CHECK(missed("rating: {min: 8.3}") == "0.1");
  CHECK(missed("rating: {min: 8.2}") == "nothing");
  CHECK(missed("runtime: {max: 45}") == "15");
  CHECK(missed("premiered: {after: 2022-02-19}") == "1 day");
  CHECK(missed("premiered: {after: 2022-08-18}") == "6 months");
  CHECK(missed("premiered: {before: 2012}") == "9 years");
  CHECK(missed("languages: [German]") == "nothing");
  CHECK(missed("ended: {before: today}") == "nothing");
}

}  // namespace sievarr::filter
