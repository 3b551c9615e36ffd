#include "../tool/support/folder.hpp"
#include "../tool/support/process.hpp"
#include "kills.hpp"
#include "os/clock.hpp"
#include "os/write_file.hpp"
#include "sim/sim.hpp"
#include "store/catalogue.hpp"
#include "store/journal.hpp"
#include "store/open.hpp"

#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

/// The program itself, mirroring and adding, killed whenever it may be.
namespace sievarr::chaos {
namespace {

using std::chrono::microseconds;

sim::Sim started(os::Clock& clock) {
  auto sim = sim::Sim::start(
      {.world = {.seed = 3, .shows = 600}, .tvmaze = {.limit = std::nullopt}}, clock);
  REQUIRE(sim);
  return *std::move(sim);
}

/// A simulated TVMaze and Sonarr, and a folder with a config that wants some thirty series.
class Home {
 public:
  Home() {
    auto const config =
        "dry_run: false\nsync: {max_adds_per_cycle: 500}\n"
        "storage: {path: " +
        folder_.file("data") + "}\n" + "tvmaze: {base_url: '" + sim_.tvmaze_address() +
        "', rate_limit: 1000}\n" + "selections: [{name: good, rating: {min: 8}}]\n" +
        "sonarr: {url: '" + sim_.sonarr_address() + "', api_key: " + sim_.api_key() +
        ", root_folder: /tv, quality_profile: HD-1080p}\n";
    REQUIRE(os::write_file(folder_.file("config.yaml"), config));
  }

  test::Process start() const {
    return test::Process({std::getenv("SIEVARR"), "sync", "--config", folder_.file("config.yaml")});
  }

  /// How long an undisturbed life takes.
  microseconds length() const {
    auto const before = std::chrono::steady_clock::now();
    REQUIRE(start().wait() == 0);
    return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - before);
  }

  /// Lives until one ends well with nothing left to send; whether that came.
  bool finish() const {
    for (int life = 0; life < 5; ++life)
      if (start().wait() == 0 && open_intents() == 0) return true;
    return false;
  }

  std::size_t open_intents() const {
    auto database = store::open_store(database_path());
    REQUIRE(database);
    auto const open = store::Journal(*database).unfinished();
    REQUIRE(open);
    return open->size();
  }

  /// What has become of each show in the end.
  std::map<std::int64_t, decide::Status> end() const {
    auto database = store::open_store(database_path());
    REQUIRE(database);
    store::Catalogue catalogue(*database);
    std::map<std::int64_t, decide::Status> end;
    REQUIRE(catalogue.each_processing(
        [&](decide::Processing const& row) { end[row.show_id] = row.status; }));
    return end;
  }

  /// That nothing was added twice, and that nothing was sent twice without asking in between.
  void check_posts() const {
    for (auto const& [tvdb_id, posts] : sim_.sonarr().posts()) {
      auto const series = tvdb_id;
      CAPTURE(series);
      CHECK(posts.carried_out == 1);
    }
    std::map<std::string, std::size_t> asked_before;
    std::size_t asked = 0;
    for (auto const& heard : sim_.sonarr().calls().all()) {
      if (heard.kind == sim::Kind::series) ++asked;
      if (heard.kind != sim::Kind::add) continue;
      auto const [before, first] = asked_before.emplace(heard.request.body, asked);
      if (first) continue;
      CHECK(before->second < asked);
      before->second = asked;
    }
  }

 private:
  std::string database_path() const { return folder_.file("data") + "/shows.db"; }

  test::Folder folder_{test::Folder::On::memory};
  os::SystemClock clock_;
  mutable sim::Sim sim_ = started(clock_);
};

}  // namespace

TEST_CASE("a sync that is killed at random instants ends as one that nobody disturbed") {
  Home calm;
  auto const length = calm.length();
  auto const expected = calm.end();
  calm.check_posts();
  auto const added = std::count_if(expected.begin(), expected.end(), [](auto const& each) {
    return each.second == decide::Status::added;
  });
  REQUIRE(added > 20);

  auto const wanted = kills_wanted();
  int kills = 0;
  for (unsigned seed = 1; kills < wanted && seed <= 1000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Home world;
    std::uniform_int_distribution<std::int64_t> instants(0, length.count());
    for (int life = 0; life < 6; ++life) {
      auto child = world.start();
      std::this_thread::sleep_for(microseconds{instants(random)});
      child.kill();
      if (child.wait() == -SIGKILL) ++kills;
    }
    REQUIRE(world.finish());
    world.check_posts();
    CHECK(world.end() == expected);
  }
  CHECK(kills >= wanted);
}

}  // namespace sievarr::chaos
