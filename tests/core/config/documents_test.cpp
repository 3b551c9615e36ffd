#include <sievarr/config/check_shows.hpp>
#include <sievarr/config/load.hpp>
#include <sievarr/wire/shows.hpp>

#include "golden.hpp"
#include "laid.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace sievarr::config {

using sievarr::test::golden_beside;
using sievarr::test::names_below;
using sievarr::test::read_data;

namespace {

/// What only shows can tell about a document, and everything else about it.
std::string said_about_trying(std::string text) {
  auto prepared = prepare(layers_of(std::move(text)), *to_date("2026-01-31"));
  filter::Table table;
  wire::ShowReader reader("small.ndjson", [&](Show& show) { table.upsert(show); });
  reader.feed(read_data("data/shows/small.ndjson"));
  reader.finish();
  REQUIRE(!has_errors(prepared.problems));
  append(prepared.problems, check_shows(prepared.value.loaded, prepared.value.plan, table));
  tidy(prepared.problems);
  return lines_of(prepared.problems);
}

}  // namespace

TEST_CASE("each mistake in a config is explained where it stands, in these words") {
  auto const names = names_below("data/config/bad", ".yaml");
  REQUIRE(names.size() > 90);

  for (auto const& name : names) {
    CAPTURE(name);
    auto const said = said_about(read_data(name + ".yaml"));

    CHECK(!said.empty());
    golden_beside(name + ".expected", said);
  }
}

TEST_CASE("the same config without its mistake is accepted without a word") {
  auto const bad = names_below("data/config/bad", ".yaml");
  auto const good = names_below("data/config/good", ".yaml");
  REQUIRE(good.size() == bad.size());

  for (std::size_t i = 0; i < good.size(); ++i) {
    CAPTURE(good[i]);
    CHECK(bad[i].substr(bad[i].rfind('/')) == good[i].substr(good[i].rfind('/')));
    CHECK(said_about(read_data(good[i] + ".yaml")) == "");
  }
}

TEST_CASE("what only shows can tell about a config is told in these words") {
  auto const names = names_below("data/config/tried/bad", ".yaml");
  REQUIRE(names.size() > 10);

  for (auto const& name : names) {
    CAPTURE(name);
    auto const said = said_about_trying(read_data(name + ".yaml"));
    CHECK(!said.empty());
    CHECK(said_about(read_data(name + ".yaml")) == "");
    golden_beside(name + ".expected", said);
  }
  for (auto const& name : names_below("data/config/tried/good", ".yaml")) {
    CAPTURE(name);
    CHECK(said_about_trying(read_data(name + ".yaml")) == "");
  }
}

}  // namespace sievarr::config
