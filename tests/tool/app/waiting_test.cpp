#include "test_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>

/// How long shows wait that no Sonarr can find, and how long all others do.
namespace sievarr::test {
namespace {

using namespace std::chrono_literals;

constexpr auto patient = R"(
dry_run: false
sync: {retry_delay: 1d, abandon_after: 3d, max_adds_per_cycle: 100}
selections: [{name: good, rating: {min: 7}}]
sonarr: {url: "http://sonarr", api_key: 0123456789abcdef0123456789abcdef, root_folder: /tv,
         quality_profile: HD-1080p}
)";

/// In front of a Sonarr that can find nothing.
class InVain : public TestWorld {
 public:
  InVain() : TestWorld(60, patient) {
    sonarr().change([](sim::Shelf& shelf) { shelf.unknown_permille = 1000; });
  }

  /// How many series a cycle looks up.
  std::size_t looked_up() {
    auto const before = sonarr().calls().count(sim::Kind::lookup);
    REQUIRE(live());
    return sonarr().calls().count(sim::Kind::lookup) - before;
  }

  /// TVMaze says that each show has changed, and says the same of it.
  void update_all() {
    for (auto const& row : rows()) {
      auto show = *world().show(row.show_id);
      show.updated = 0;
      world().put(show);
    }
  }
};

}  // namespace

TEST_CASE("a show that its Sonarr cannot find is looked up when retry_delay is over, not earlier") {
  InVain home;
  auto const wanted = home.looked_up();
  REQUIRE(wanted > 0);

  home.clock().advance(24h - 1s);
  CHECK(home.looked_up() == 0);
  home.clock().advance(1s);
  CHECK(home.looked_up() == wanted);
}

TEST_CASE("such a show is left alone when abandon_after is over, however often it was looked up") {
  InVain home;
  auto const wanted = home.looked_up();
  for (int day = 1; day < 3; ++day) {
    home.clock().advance(24h);
    CHECK(home.looked_up() == wanted);
  }

  home.clock().advance(24h);
  CHECK(home.looked_up() == 0);
  home.clock().advance(240h);
  CHECK(home.looked_up() == 0);
}

TEST_CASE("such a show is left alone then although TVMaze changes it before each look") {
  InVain home;
  auto const wanted = home.looked_up();
  for (int day = 1; day < 3; ++day) {
    home.clock().advance(23h);
    home.update_all();
    home.clock().advance(1h);
    CHECK(home.looked_up() == wanted);
  }

  home.clock().advance(24h);
  CHECK(home.looked_up() == 0);
}

TEST_CASE("a show whose number at TheTVDB is corrected is tried again at once") {
  InVain home;
  REQUIRE(home.looked_up() > 0);
  auto const rows = home.rows();
  auto const row = std::find_if(rows.begin(), rows.end(), [](auto const& each) {
    return each.status == adding::Status::pending_tvdb && each.retries > 0;
  });
  REQUIRE(row != rows.end());
  constexpr std::int64_t corrected = 424'242;
  auto show = *home.world().show(row->show_id);
  show.tvdb_id = corrected;
  show.updated = 0;
  home.world().put(show);
  home.sonarr().change([](sim::Shelf& shelf) { shelf.unknown_permille = 0; });

  home.clock().advance(1h);
  auto const report = home.live();

  REQUIRE(report);
  CHECK(report->totals.added == 1);
  CHECK(home.sonarr().holds(corrected));
}

TEST_CASE("a cycle that begins one poll_interval after the last may add as many again") {
  TestWorld home;
  REQUIRE(home.live());
  CHECK(home.added() == 5);
  home.clock().advance(6h - 1s);
  REQUIRE(home.live());
  CHECK(home.added() == 5);
  home.clock().advance(1s);
  REQUIRE(home.live());
  CHECK(home.added() == 10);
}

}  // namespace sievarr::test
