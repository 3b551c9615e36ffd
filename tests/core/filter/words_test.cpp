#include <sievarr/filter/plan/refusals.hpp>

#include "fixtures.hpp"
#include "golden.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::filter {
namespace {

using fixtures::severance;

std::string why(std::string_view yaml, Show const& show = severance()) {
  auto const plan = fixtures::plan(yaml);
  return reason(judge(plan, show), show);
}

Show bare() { return {.id = 7, .title = "Made Up", .tvdb_id = 7, .status = "Ended"}; }

}  // namespace

TEST_CASE("a rejection says what the show has and what was wanted") {
  auto german = severance();
  german.language = "German";

  CHECK(why("selections: [{languages: [English, Irish]}]", german) ==
        "Language not included: German (wanted English, Irish)");
}

TEST_CASE(
    "every line has its sentence, for a show that has everything and for one that has nothing") {
  std::string text;
  for (auto const* line :
       {"genres: [Comedy]",
        "genres: {all: [Drama, Comedy]}",
        "genres: {none: [Drama]}",
        "types: [Reality]",
        "languages: {none: [English]}",
        "countries: [Norway]",
        "networks: [HBO, NRK]",
        "status: [Ended]",
        "premiered: {after: 2024}",
        "premiered: {before: 2010}",
        "premiered: {after: 1990, before: 1999}",
        "ended: {after: 2020}",
        "rating: {min: 9.5}",
        "rating: {max: 3}",
        "rating: {min: 1, max: 2}",
        "runtime: {max: 30}",
        "popularity: {max: 10}",
        "titles: [\"Star*\"]",
        "titles: {none: [\"Sev*\", \"Made*\"]}",
        "where: {any: [{rating: {min: 9.5}}, {not: {genres: {any: [Drama]}}}]}",
        "where: {all: [{types: [News], rating: {max: 1}}, {any: [{runtime: {min: 5}}, "
        "{genres: [Drama]}]}]}"}) {
    for (auto const& show : {severance(), bare()}) {
      auto const selection = "selections: [{" + std::string{line} + "}]";
      auto const exclude = "{exclude: {" + std::string{line} + "}, selections: [{}]}";
      text += std::string{line} + "\n  selects: " + why(selection, show) +
              "\n  excludes: " + why(exclude, show) + "\n";
    }
  }
  test::golden("filter/words.txt", text);
}

TEST_CASE("lists, modes and several selections have their sentences") {
  CHECK(why("{never: [\"tvmaze:44933\"], selections: [{}]}") == "Named in never");
  CHECK(why("{always: [\"tvmaze:44933\"], selections: [{types: [News]}]}") == "Named in always");
  CHECK(why("selections: []") == "There are no selections");
  CHECK(why("selections: [{name: a, mode: ignore}]") == "Ignored by selection \"a\"");
  CHECK(why("selections: [{name: a, mode: review}]") == "Selection \"a\" asks for a review");
  CHECK(why("selections: [{name: a, types: [News]}, {name: b, rating: {min: 9}}]") ==
        "No selection takes it: a (types), b (rating)");
  CHECK(why("selections: [{name: a, rating: {min: 5}, unknown: review}]", bare()) ==
        "Selection \"a\" cannot tell: Rating unknown (wanted at least 5)");
  auto show = severance();
  show.tvdb_id.reset();
  CHECK(why("selections: [{name: a}]", show) == "Wanted by selection \"a\", but without a TVDB id");
}

}  // namespace sievarr::filter
