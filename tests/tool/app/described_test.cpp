#include "described.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

/// All that a cycle sends to a Sonarr, held against Sonarr's own description of its API.
namespace sievarr::test {
namespace {

constexpr auto demanding = R"(
dry_run: false
sync: {max_adds_per_cycle: 40}
selections:
  - {name: best, rating: {min: 9}, sonarr: {tags: [best], monitor: firstSeason}}
  - {name: animated, types: [Animation], sonarr: {series_type: anime, root_folder: /anime}}
  - {name: good, rating: {min: 7}, sonarr: {quality_profile: Ultra-HD, search_on_add: false}}
  - {name: any, rating: {min: 2}, sonarr: {monitor: none, series_type: daily}}
sonarr: {url: "http://sonarr", api_key: 0123456789abcdef0123456789abcdef, root_folder: /tv,
         quality_profile: HD-1080p, tags: [auto-sync, new], create_tags: true}
)";

/// What was sent to a Sonarr of that version in some cycles, one of them after a loss of answers.
std::vector<sim::Heard> sent_to(std::string const& version) {
  TestWorld home(400, demanding);
  home.sonarr().change([&](sim::Shelf& shelf) {
    shelf.version = version;
    shelf.excluded = {*home.world().with_any_tvdb(1).front().tvdb_id};
  });
  REQUIRE(home.live());
  home.sonarr().faults().inject({.harm = sim::Lost{}, .kind = sim::Kind::add, .times = 2});
  home.settle(2);
  CHECK(home.added() > 60);
  return home.sonarr().calls().all();
}

}  // namespace

TEST_CASE("all that whole cycles send fits the official description of the API") {
  auto const apis = descriptions();
  if (apis.empty()) return;
  std::vector<std::string> const versions = {"4.0.19.2979", "5.0.0.1"};
  REQUIRE(apis.size() == versions.size());
  for (std::size_t at = 0; at < apis.size(); ++at) {
    std::size_t adds = 0;
    std::size_t new_tags = 0;
    for (auto const& heard : sent_to(versions[at])) {
      CAPTURE(heard.request.target);
      CAPTURE(heard.request.body);
      CHECK(complaints(apis[at], heard.request) == std::vector<std::string>{});
      adds += heard.kind == sim::Kind::add ? 1 : 0;
      new_tags += heard.kind == sim::Kind::new_tag ? 1 : 0;
    }
    CHECK(adds > 60);
    CHECK(new_tags > 0);
  }
}

}  // namespace sievarr::test
