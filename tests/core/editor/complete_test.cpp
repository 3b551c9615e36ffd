#include <sievarr/editor/complete.hpp>

#include <sievarr/config/config.hpp>
#include <sievarr/derive/json_schema.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::editor {
namespace {

filter::Table shows() {
  filter::Table table;
  table.upsert({.id = 44933,
                .title = "Severance",
                .country = "US",
                .premiered = to_date("2022-02-18"),
                .web_channel = "Apple TV+",
                .genres = {"Drama", "Science-Fiction"},
                .weight = 99});
  table.upsert({.id = 2, .title = "Severed", .country = "GB", .genres = {"Drama"}, .weight = 3});
  table.upsert({.id = 3, .title = "Ärger", .genres = {"Crime"}});
  table.upsert({.id = 4, .title = "Gone", .genres = {"Western"}});
  table.remove(4);
  return table;
}

Schema const& schema() {
  static Schema const all(derive::json_schema<config::Config>("config.yaml"));
  return all;
}

/// The text with a bar where the cursor is.
Completion completed_at(std::string text) {
  auto const bar = text.find('|');
  text.erase(bar, 1);
  static auto const table = shows();
  auto const unit = utf16_units(std::string_view{text}.substr(0, bar));
  return complete(text, static_cast<std::uint32_t>(unit),
                  {schema(), table, {"sonarr", "anime"}, {"prestige"}});
}

std::string labels(std::string const& text) {
  std::string all;
  for (auto const& each : completed_at(text).proposals)
    all += (all.empty() ? "" : " ") + each.label;
  return all;
}

/// The text after the first proposal was taken, with a bar where writing goes on.
std::string taken(std::string text) {
  auto const completion = completed_at(text);
  text.erase(text.find('|'), 1);
  if (completion.proposals.empty()) return text;
  auto const& first = completion.proposals.front();
  auto insert = first.insert;
  insert.insert(document::Utf16(insert).byte_of(first.caret), "|");
  document::Utf16 const units(text);
  auto const begin = units.byte_of(completion.from);
  return text.replace(begin, units.byte_of(completion.to) - begin, insert);
}

}  // namespace

TEST_CASE("words of a list come from the shows, the most frequent first, those gone not at all") {
  CHECK(labels("exclude:\n  genres: [|]\n") == "Drama Crime Science-Fiction");
  CHECK(labels("exclude:\n  genres: [|") == "Drama Crime Science-Fiction");
  CHECK(labels("exclude:\n  genres: [Crime, d|]\n") == "Drama");
  CHECK(labels("exclude:\n  genres:\n    - |\n") == "Drama Crime Science-Fiction");
  CHECK(labels("exclude:\n  genres: {none: [fic|]}\nsonarr:\n  url: x\n") == "Science-Fiction");
  CHECK(labels("exclude:\n  genres: [\n    Drama,\n    |\n  ]\n") == "Drama Crime Science-Fiction");
}

TEST_CASE("words are found below a condition, and countries by their names") {
  CHECK(labels("selections:\n  - where: {any: [{genres: [cr|]}]}\n") == "Crime");
  CHECK(labels("selections:\n  - countries: [king|]\n") == "GB");
}

TEST_CASE("a word says how many shows have it") {
  auto const completion = completed_at("exclude: {genres: [dr|]}");
  REQUIRE(completion.proposals.size() == 1);
  CHECK(completion.proposals.front().shows == 2U);
  CHECK(completion.from == 19);
  CHECK(completion.to == 21);
}

TEST_CASE("a word where a list is wanted is written as one") {
  CHECK(taken("exclude:\n  genres: dra|\n") == "exclude:\n  genres: [Drama|]\n");
  CHECK(taken("exclude:\n  genres:\n    dra|\n") == "exclude:\n  genres:\n    - Drama|\n");
  CHECK(taken("exclude:\n  genres: [dra|, Crime]\n") == "exclude:\n  genres: [Drama|, Crime]\n");
}

TEST_CASE("what stands behind letters that take more than a byte is replaced at the right place") {
  CHECK(taken("# Ä 🎬\nexclude: {titles: [Ä], genres: [dra|]}\n") ==
        "# Ä 🎬\nexclude: {titles: [Ä], genres: [Drama|]}\n");
}

TEST_CASE("keys are those that may stand there and do not yet") {
  CHECK(labels("|").find("selections") != std::string::npos);
  CHECK(labels("exclude:\n  genres: [a]\n  ra|\n") == "rating");
  CHECK(labels("exclude:\n  rating: {|}\n") == "min max");
  CHECK(labels("exclude:\n  rating: {min: 3, |}\n") == "max");
  CHECK(labels("exclude:\n  rating:\n    min: 3\n    |\n") == "max");
  CHECK(labels("selections:\n  - name: a\n    prem|\n    rating: {min: 7}\n") == "premiered");
  CHECK(labels("selections:\n  - na|\n").starts_with("name"));
  CHECK(labels("sonarr:\n  - name: a\n    api|\n") == "api_key");
}

TEST_CASE("a key says what it means and how it goes on") {
  auto const completion = completed_at("selections:\n  - rat|\n");
  REQUIRE(completion.proposals.size() == 1);
  CHECK(completion.proposals.front().detail == "Mean of the viewers' votes, from 0 to 10.");
  CHECK(taken("selections:\n  - rat|\n") == "selections:\n  - rating: |\n");
  CHECK(taken("exclude:\n  rating: m|\n") == "exclude:\n  rating: {min: |}\n");
}

TEST_CASE("closed sets, truth and examples are proposed as values") {
  CHECK(labels("selections:\n  - mode: |\n") == "add review ignore");
  CHECK(labels("selections:\n  - unknown: r|\n") == "review");
  CHECK(labels("dry_run: |\n") == "true false");
}

TEST_CASE("names of the config itself are proposed where they are meant") {
  CHECK(labels("selections:\n  - sonarr: {instance: |}\n") == "sonarr anime");
  CHECK(labels("tests:\n  - {show: \"tvmaze:1\", selection: |}\n") == "prestige");
}

TEST_CASE("shows are found by title where one is named") {
  CHECK(labels("always: [sever|]\n") == "Severance Severed");
  CHECK(taken("always: [severa|]\n") == "always: [\"tvmaze:44933\"|]\n");
  CHECK(taken("always:\n  - \"severa|\"\n") == "always:\n  - \"tvmaze:44933\"|\n");
  CHECK(completed_at("never: [severa|]").proposals.front().detail == "2022, Apple TV+");
  CHECK(taken("exclude: {titles: [severa|]}") == "exclude: {titles: [\"Severance\"|]}");
}

TEST_CASE("nothing is proposed in comments, nor where nothing may stand") {
  CHECK(labels("# exclude |\n").empty());
  CHECK(labels("exclude:\n  genre: [|]\n").empty());
  CHECK(labels("exclude: {rating: {min: [|]}}\n").empty());
}

TEST_CASE("a cursor anywhere in any text gets proposals that can be taken there") {
  std::string const text = "a: [\"x\n{b: 'c\n- - ? ! & *d % \t@ `\n|\xFF\xF0\x9F: }]\r\n\"";
  auto const table = shows();
  auto const names = std::vector<std::string>{"sonarr"};
  for (std::size_t size = 0; size <= text.size(); size += 7) {
    auto const part = text.substr(0, size);
    auto const units = utf16_units(part);
    for (std::uint32_t unit = 0; unit < text.size() + 3; ++unit) {
      CAPTURE(size);
      CAPTURE(unit);
      auto const completion = complete(part, unit, {schema(), table, names, names});
      CHECK(completion.from <= completion.to);
      // Behind the end of a text nothing is replaced, and within it no more than there is.
      CHECK(completion.from <= std::max<std::size_t>(unit, units));
      if (unit <= units) CHECK(completion.from <= unit);
      if (!completion.proposals.empty()) CHECK(completion.to <= units);
      for (auto const& each : completion.proposals) {
        CHECK_FALSE(each.label.empty());
        CHECK(each.caret <= utf16_units(each.insert));
      }
    }
  }
  CHECK(complete("", 0, {schema(), table, names, names}).proposals.size() > 5);
}

}  // namespace sievarr::editor
