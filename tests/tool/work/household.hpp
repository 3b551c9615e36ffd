#pragma once

#include "../store/opened.hpp"
#include "../support/folder.hpp"
#include "direct.hpp"
#include "net/polite.hpp"
#include "sim/sonarr.hpp"
#include "sim/tvmaze.hpp"
#include "store/journal.hpp"
#include "work/cycle.hpp"

#include <sievarr/config/plan.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::test {

/// Hears what happens and keeps it.
class Listener final : public work::Observer {
 public:
  void hear(work::Event const& event) override { events.push_back(event); }

  std::vector<work::Event> events;
};

/// A clock that goes on when somebody sleeps or a test says so. Any number of threads may sleep.
class HouseClock final : public os::Clock {
 public:
  Instant now() override { return Instant{std::chrono::milliseconds{now_.load()}}; }
  bool sleep(std::chrono::milliseconds span) override {
    advance(span);
    return true;
  }
  void advance(std::chrono::milliseconds span) { now_ += span.count(); }

 private:
  std::atomic<std::chrono::milliseconds::rep> now_{
      std::chrono::milliseconds{std::chrono::hours{24 * 365}}.count()};
};

/// A simulated TVMaze, a simulated Sonarr, a storage, and a config: all that a cycle needs, on a
/// clock that a test moves. The storage outlives each of the program's lives.
class Household {
 public:
  static constexpr auto usual = R"(
dry_run: false
sync: {max_adds_per_cycle: 5}
exclude: {genres: [Horror]}
selections:
  - {name: good, rating: {min: 7}}
sonarr: {url: "http://sonarr", api_key: 0123456789abcdef0123456789abcdef, root_folder: /tv,
         quality_profile: HD-1080p}
)";

  explicit Household(std::size_t shows = 300, std::string config = usual, std::uint64_t seed = 3)
      : world_({.seed = seed, .shows = shows}, clock_),
        tvmaze_(world_, {.limit = std::nullopt}),
        sonarr_(world_) {
    configure(std::move(config));
  }

  void configure(std::string text) {
    config::Layers const layers{.file = config::Source{"config.yaml", std::move(text)}};
    auto prepared = config::prepare(layers, std::chrono::floor<std::chrono::days>(clock_.now()));
    for (auto const& problem : prepared.problems) INFO(to_text(problem));
    REQUIRE_FALSE(has_errors(prepared.problems));
    prepared_ = std::move(prepared.value);
  }

  /// One life of the program: it starts, runs a cycle, and ends.
  Outcome<work::Report> live(work::Depth depth = work::Depth::needed) {
    return with_round([&](work::Round& round) { return round.run(depth); });
  }

  /// What a life of the program that only looks would print.
  Outcome<decide::Proposal> look() {
    return with_round([](work::Round& round) { return round.propose(); });
  }

  /// A life of the program that carries out a plan.
  Outcome<work::Carried> apply(decide::Proposal const& plan,
                               work::Faith faith = work::Faith::exact) {
    return with_round([&](work::Round& round) { return round.apply(plan, faith); });
  }

  /// What has become of each show, as it is stored.
  std::vector<decide::Processing> rows() {
    auto database = store::opened(path());
    store::Catalogue catalogue(database);
    std::vector<decide::Processing> rows;
    REQUIRE(catalogue.each_processing([&](decide::Processing row) { rows.push_back(row); }));
    return rows;
  }

  /// All that was done about a show.
  std::vector<store::Entry> journal(std::int64_t show_id) {
    auto database = store::opened(path());
    auto const entries = store::Journal(database).of_show(show_id);
    REQUIRE(entries);
    return *entries;
  }

  /// How often each series was added there; a test fails where that is more than once.
  std::size_t added() const {
    std::size_t added = 0;
    for (auto const& [tvdb_id, posts] : sonarr_.posts()) {
      CHECK(posts.carried_out <= 1);
      added += posts.carried_out;
    }
    return added;
  }

  std::string path() const { return folder_.file("shows.db"); }
  HouseClock& clock() { return clock_; }
  sim::World& world() { return world_; }
  sim::Tvmaze& tvmaze() { return tvmaze_; }
  sim::Sonarr& sonarr() { return sonarr_; }
  Listener& listener() { return listener_; }
  config::Config& config() { return prepared_.loaded.config; }

 private:
  template <class Use>
  auto with_round(Use use) -> decltype(use(std::declval<work::Round&>())) {
    auto database = store::open_store(path());
    if (!database) return database.error();
    work::Catalogue catalogue(*database);
    auto const loaded = catalogue.load();
    if (!loaded) return loaded.error();
    Direct to_tvmaze([&](http::Call const& call) { return tvmaze_.respond(call); });
    Direct to_sonarr([&](http::Call const& call) { return sonarr_.respond(call); });
    auto const jitter = [] { return 0.5; };
    net::Polite polite_tvmaze(to_tvmaze, clock_, jitter, {});
    net::Polite polite_sonarr(to_sonarr, clock_, jitter, {});
    source::Tvmaze tvmaze(polite_tvmaze, config().tvmaze, clock_);
    std::vector<std::unique_ptr<work::Shop>> shops;
    work::Shops open;
    for (auto const& instance : config().sonarr) {
      shops.push_back(std::make_unique<work::Shop>(polite_sonarr, instance, clock_));
      open.push_back(shops.back().get());
    }
    work::Round round({.database = *database,
                       .catalogue = catalogue,
                       .tvmaze = tvmaze,
                       .shops = open,
                       .clock = clock_,
                       .observer = listener_},
                      config(), prepared_.plan);
    return use(round);
  }

  Folder folder_{Folder::On::memory};
  HouseClock clock_;
  sim::World world_;
  sim::Tvmaze tvmaze_;
  sim::Sonarr sonarr_;
  Listener listener_;
  config::Prepared prepared_;
};

}  // namespace sievarr::test
