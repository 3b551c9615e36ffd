#include <sievarr/api/pages.hpp>

#include <sievarr/api/routes.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/derive/typescript.hpp>

#include "golden.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::api {
namespace {

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> all;
  while (!path.empty()) {
    path.remove_prefix(1);
    all.emplace_back(path.substr(0, path.find('/')));
    path.remove_prefix(all.back().size());
  }
  return all;
}

bool is_page(std::string_view path) { return is_page(pages(), segments(path)); }

bool is_parameter(std::string const& segment) { return segment.starts_with('{'); }

/// Whether some path is both: a parameter of a route takes anything, one of a page a number.
bool overlap(std::string_view address, std::string_view route) {
  auto const ours = segments(address);
  auto const theirs = segments(route);
  if (ours.size() != theirs.size()) return false;
  for (std::size_t at = 0; at < ours.size(); ++at) {
    if (is_parameter(theirs[at])) continue;
    if (is_parameter(ours[at]) ? !is_page_number(theirs[at]) : ours[at] != theirs[at]) return false;
  }
  return true;
}

/// The table as the page's router takes it.
std::string typescript() {
  derive::TypeScript types;
  types.of<Page>(derive::Flow::out);
  std::string text = "// Made from the table of addresses by `tests/run goldens`.\n" +
                     types.declarations() + "\nexport const pages = [\n";
  for (auto const& each : pages()) text += "  " + derive::to_json(each) + ",\n";
  return text + "] as const satisfies readonly Page[];\n";
}

}  // namespace

TEST_CASE("the addresses of the page are what its router is made from") {
  test::golden_beside("../docs/reference/pages.ts", typescript());
}

TEST_CASE("each address of the page is there once") {
  std::set<std::string> paths;
  for (auto const& each : pages()) {
    CAPTURE(each.path);
    CHECK(paths.insert(each.path).second);
    CHECK(each.path.starts_with('/'));
    CHECK_FALSE(each.title.empty());
    CHECK_FALSE(each.area.empty());
  }
}

TEST_CASE("an area of the page is in one place of the rail") {
  auto const all = pages();
  for (auto const& each : all)
    for (auto const& other : all)
      if (each.area == other.area) CHECK(each.group == other.group);
}

TEST_CASE("no path of the page fits a route of any method") {
  std::vector<std::string_view> routes{"/library/{id}/seasons",
                                       "/library/{id}/seasons/{n}/episodes", "/sync/trigger/sonarr",
                                       "/sync/trigger/sonarr-episodes"};
  for_each_route([&](auto route) { routes.push_back(decltype(route)::route.path); });
  for (auto const& each : pages())
    for (auto const route : routes) {
      CAPTURE(each.path);
      CAPTURE(route);
      CHECK_FALSE(overlap(each.path, route));
    }
}

TEST_CASE("a path leads to a page by whole segments, and only numbers stand for numbers") {
  for (std::string_view const path :
       {"/", "/filter/changes", "/review", "/library", "/library/series/12",
        "/library/series/12/season/0", "/library/movie/9", "/settings/about"}) {
    CAPTURE(path);
    CHECK(is_page(path));
  }
  for (std::string_view const path :
       {"/filter", "/filter/changes/", "/filter//changes", "/Review", "/review/approve",
        "/library/12", "/library/12/seasons", "/library/series/x", "/library/series/",
        "/library/series/-1", "/library/series/1234567890123456789", "/library/movie/9/season/1",
        "/shows", "/.env", "//", "/settings/{id}"}) {
    CAPTURE(path);
    CHECK_FALSE(is_page(path));
  }
}

}  // namespace sievarr::api
