#include <sievarr/document/json.hpp>
#include <sievarr/document/write_json.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/wire/export.hpp>
#include <sievarr/wire/tvmaze/tvmaze.hpp>
#include "shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Real answers of TVMaze, from 2015 to 2026, where they lie beside the checkout.
namespace sievarr::wire {
namespace {

struct Everything {
  std::vector<Show> shows;
  ShowsRead read;
};

Everything read_everything(std::string_view text) {
  Everything all;
  ShowReader reader("x", [&](Show& show) { all.shows.push_back(show); });
  reader.feed(text);
  all.read = reader.finish();
  return all;
}

template <class Wanted>
std::size_t count(std::vector<Show> const& shows, Wanted wanted) {
  return static_cast<std::size_t>(std::count_if(shows.begin(), shows.end(), wanted));
}

TEST_CASE("every real show is read without a fault, and nothing is lost on the way") {
  auto const text = test::read_shared("tvmaze/shows.ndjson");
  if (!text) return;
  auto const all = read_everything(*text);

  CHECK(all.read.problems.empty());
  CHECK(all.shows.size() == 1666);
  CHECK(count(all.shows, [](Show const& show) { return !show.language; }) == 37);
  CHECK(count(all.shows, [](Show const& show) { return !show.runtime; }) == 513);
  CHECK(count(all.shows, [](Show const& show) { return !show.premiered; }) == 1);
  CHECK(count(all.shows, [](Show const& show) { return show.ended.has_value(); }) == 768);
  CHECK(count(all.shows, [](Show const& show) { return show.network.has_value(); }) == 890);
  CHECK(count(all.shows, [](Show const& show) { return show.web_channel.has_value(); }) == 823);
  CHECK(count(all.shows, [](Show const& show) { return show.weight && show.updated; }) == 1666);
}

TEST_CASE("older shapes of the same shows are read without a fault") {
  auto const text = test::read_shared("tvmaze/versions.ndjson");
  if (!text) return;
  auto const all = read_everything(*text);

  CHECK(all.read.problems.empty());
  CHECK(all.shows.size() == 1768);
  CHECK(count(all.shows, [](Show const& show) { return !show.average_runtime; }) > 400);
}

TEST_CASE("a real page is read, and cut off anywhere it is no page") {
  auto const text = test::read_shared("tvmaze/page-0.json");
  if (!text) return;
  auto const page = tvmaze::read_page(*text, "page");

  REQUIRE(page);
  CHECK(page->problems.empty());
  CHECK(page->shows.size() == 240);
  CHECK(page->shows[0].title == "Under the Dome");
  CHECK(page->shows[0].network == "CBS");
  CHECK(page->shows[0].country == "US");
  for (std::size_t size = 1; size < text->find_last_of(']'); size += 5003)
    CHECK(!tvmaze::read_page(std::string_view(*text).substr(0, size), "page"));
}

TEST_CASE("real shows survive the export") {
  auto const text = test::read_shared("tvmaze/shows.ndjson");
  if (!text) return;
  auto const all = read_everything(*text);
  std::string exported;
  append_export_header(exported);
  for (auto const& show : all.shows) append_export_line(exported, show);
  auto const again = read_everything(exported);

  CHECK(again.read.problems.empty());
  CHECK(again.shows == all.shows);
}

TEST_CASE("real shows survive being read as trees and written") {
  auto const text = test::read_shared("tvmaze/page-0.json");
  if (!text) return;
  auto const tree = document::read_json(*text, "page");
  CHECK(tree.problems.empty());
  auto const compact = document::write_json(tree.value);
  CHECK(document::read_json(compact, "page").value == tree.value);
  CHECK(read_everything(document::write_json_pretty(tree.value)).shows ==
        read_everything(*text).shows);
}

/// Every answer in a recorded exchange: the text under response.body.string.
void collect_bodies(document::Node const& node, std::vector<std::string>& bodies) {
  if (auto const* items = document::sequence(node))
    for (auto const& item : *items) collect_bodies(item, bodies);
  if (auto const* members = document::mapping(node)) {
    for (auto const& member : *members) {
      auto const* text = document::scalar(member.value);
      if (text && member.key == "string") bodies.push_back(text->text);
      collect_bodies(member.value, bodies);
    }
  }
}

TEST_CASE(
    "recorded answers are read where they have an id and a name, which episodes have as well") {
  std::size_t shows = 0;
  std::size_t others = 0;
  auto const names = test::list_shared("tvmaze/exchanges");
  if (names.empty()) return;
  for (auto const& name : names) {
    auto const text = test::read_shared(name);
    REQUIRE(text);
    std::vector<std::string> bodies;
    collect_bodies(document::read_yaml(*text, name).value, bodies);
    for (auto const& body : bodies) {
      CAPTURE(body);
      auto const is_show = body.starts_with("{\"id\"");
      auto const show = tvmaze::read_show(body, name);
      CHECK(static_cast<bool>(show) == is_show);
      ++(is_show ? shows : others);
      CHECK(document::read_json(body, name).problems.empty() == !body.empty());
    }
  }
  CHECK(shows > others);
}

}  // namespace
}  // namespace sievarr::wire
