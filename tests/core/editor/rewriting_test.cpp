#include <sievarr/document/yaml.hpp>
#include <sievarr/editor/rewriting.hpp>

#include <sievarr/editor/bounds.hpp>

#include "fixtures.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::editor {
namespace {

constexpr char bounded[] =
    "selections:\n"
    "  - name: good  # the best\n"
    "    rating: {min: 7.5}  # dragged\n"
    "    premiered: {after: 2010, before: 2019-06-30}\n"
    "    where: {any: [{runtime: {max: 30}}, {popularity: {min: 50}}]}\n";

std::string dragged(std::string_view path, double value) {
  auto const made = set_bound(bounded, path, value);
  if (!made.text) return *made.message;
  auto const [from, to, insert] = made.changes.front();
  return std::string{bounded}.substr(from, to - from) + " -> " + insert;
}

std::string bounds(std::string_view yaml) {
  auto const document = document::read_yaml(yaml, "config.yaml");
  std::string text;
  for (auto const& bound :
       BoundCollector(document.value, document::Utf16(yaml)).of(filter::fixtures::plan(yaml)))
    text += bound.path + " " + to_text(bound.value) + (bound.lower ? " or more: " : " or less: ") +
            bound.text + "\n";
  return text;
}

document::Node expectation() {
  return document::object_node({document::member("show", document::text_node("tvmaze:1")),
                                document::member("verdict", document::plain_node("add"))});
}

}  // namespace

TEST_CASE("a bound is set where it stands, rounded as people write it") {
  CHECK(dragged("selections[0].rating.min", 8.04) == "7.5 -> 8");
  CHECK(dragged("selections[0].rating.min", 6.66) == "7.5 -> 6.7");
  CHECK(dragged("selections[0].rating.min", 99) == "7.5 -> 10");
  CHECK(dragged("selections[0].premiered.after", 2014.2) == "2010 -> 2014");
  CHECK(dragged("selections[0].premiered.before", 2021) == "2019-06-30 -> 2020");
  CHECK(dragged("selections[0].where.any[0].runtime.max", 44.7) == "30 -> 45");
}

TEST_CASE("comments survive a bound that is set") {
  auto const made = set_bound(bounded, "selections[0].rating.min", 8);
  REQUIRE(made.text);
  CHECK(made.text->find("rating: {min: 8}  # dragged") != std::string::npos);
}

TEST_CASE("a bound that is not there is not set") {
  CHECK(dragged("selections[0].rating.max", 8) == "there is no selections[0].rating.max to change");
  CHECK(dragged("selections[0].name", 8) == "there is no bound at \"selections[0].name\"");
  CHECK(dragged("sele..", 8).starts_with("must be a path"));
}

TEST_CASE("the bounds of a filter are found with their values on a scale") {
  CHECK(bounds(bounded) ==
        "selections[0].premiered.after 2010 or more: 2010\n"
        "selections[0].premiered.before 2019.495890410959 or less: 2019-06-30\n"
        "selections[0].rating.min 7.5 or more: 7.5\n"
        "selections[0].where.any[0].runtime.max 30 or less: 30\n"
        "selections[0].where.any[1].popularity.min 50 or more: 50\n");
}

TEST_CASE("the value of a whole year is where the year begins or ends") {
  CHECK(bounds("exclude: {premiered: {after: 2015, before: 2019}}") ==
        "exclude.premiered.after 2015 or more: 2015\n"
        "exclude.premiered.before 2020 or less: 2019\n");
}

TEST_CASE("an expectation is put behind the others, however they are written") {
  auto const added = [](std::string_view text) {
    auto const made = add_test(text, expectation());
    return made.text ? *made.text : *made.message;
  };
  CHECK(added("exclude: {}\n") == "exclude: {}\ntests:\n  - show: tvmaze:1\n    verdict: add\n");
  CHECK(added("tests:\n  - {show: \"tvmaze:2\", verdict: review}  # mine\n") ==
        "tests:\n  - {show: \"tvmaze:2\", verdict: review}  # mine\n"
        "  - show: tvmaze:1\n    verdict: add\n");
  CHECK(added("tests:\n  today: 2026-01-31\n  expect: []\n") ==
        "tests:\n  today: 2026-01-31\n  expect: [{show: tvmaze:1, verdict: add}]\n");
  CHECK(added("tests: {today: 2026-01-31}\n") ==
        "tests: {today: 2026-01-31, expect: [{show: tvmaze:1, verdict: add}]}\n");
  CHECK(added("") == "tests:\n  - show: tvmaze:1\n    verdict: add\n");
}

TEST_CASE("a text that is broken is not rewritten") {
  auto const made = add_test("tests: [", expectation());
  CHECK_FALSE(made.text);
  CHECK(made.message->starts_with("mend the document first"));
}

}  // namespace sievarr::editor
