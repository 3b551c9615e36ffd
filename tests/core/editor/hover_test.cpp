#include <sievarr/editor/hover.hpp>

#include <sievarr/config/config.hpp>
#include <sievarr/derive/json_schema.hpp>

#include "fixtures.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::editor {
namespace {

/// What is told at the bar of a text.
std::optional<Hover> hover_at(std::string text) {
  auto const bar = text.find('|');
  text.erase(bar, 1);
  static Schema const schema(derive::json_schema<config::Config>("config.yaml"));
  filter::Table table;
  table.upsert({.id = 1, .title = "A", .country = "GB", .genres = {"Drama"}, .rating = 8});
  table.upsert({.id = 2, .title = "B", .genres = {"drama", "War"}, .rating = 3});
  table.upsert({.id = 3, .title = "C", .genres = {}});
  filter::TitleHits hits(table);
  auto const plan = filter::fixtures::read_plan(text).value;
  auto const unit = utf16_units(std::string_view{text}.substr(0, bar));
  return HoverTeller(schema, table, hits).tell(text, static_cast<std::uint32_t>(unit), &plan);
}

std::string counts_of(Hover const& hover) {
  auto const shown = [](auto const& count) { return count ? to_text(*count) : "-"; };
  return shown(hover.yes) + " " + shown(hover.no) + " " + shown(hover.unknown);
}

}  // namespace

TEST_CASE("a key tells what the reference says, and how many shows meet its line") {
  auto const hover = hover_at("# ä\nselections: [{ra|ting: {min: 7}}]\n");
  REQUIRE(hover);
  CHECK(hover->path == "selections[0].rating");
  CHECK(hover->text == "Mean of the viewers' votes, from 0 to 10.");
  CHECK(counts_of(*hover) == "1 1 1");
  CHECK(hover->at.from == 18);
  CHECK(hover->at.to == 24);
}

TEST_CASE("a word tells how many shows have it, in any spelling") {
  CHECK(counts_of(*hover_at("exclude: {genres: [DRA|MA]}")) == "2 - -");
  CHECK(counts_of(*hover_at("exclude: {genres: {none: [Wes|tern]}}")) == "0 - -");
  CHECK(counts_of(*hover_at("exclude: {countries: [U|K]}")) == "1 - -");
}

TEST_CASE("lines below a condition are counted for themselves") {
  auto const hover = hover_at("exclude: {where: {not: {rat|ing: {max: 5}}}}");
  REQUIRE(hover);
  CHECK(hover->path == "exclude.where.not.rating");
  CHECK(counts_of(*hover) == "1 1 1");
}

TEST_CASE("a value without a sentence of its own has that of its key") {
  CHECK(hover_at("exclude: {rating: {max: 5|}}")->text == "This much or less.");
  CHECK(hover_at("dry_run: tr|ue\n")->preset == "true");
}

TEST_CASE("where nothing is known nothing is told") {
  CHECK_FALSE(hover_at("|"));
  CHECK_FALSE(hover_at("nonsense: [1|]\n"));
  CHECK_FALSE(hover_at("# comment|\nexclude: {}\n"));
}

}  // namespace sievarr::editor
