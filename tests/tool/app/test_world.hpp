#pragma once

#include "../support/folder.hpp"
#include "app/operations/manual.hpp"
#include "app/sync/sync_job.hpp"
#include "sim/sonarr.hpp"
#include "sim/tvmaze.hpp"
#include "store/tables/activity.hpp"
#include "store/tables/add_journal.hpp"

#include <sievarr/config/config.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::test {

/// Hears what happens and keeps it.
class Listener final : public app::Observer {
 public:
  void hear(app::Event const& event) override {
    events.push_back(event);
    if (then) then(event);
  }

  std::vector<app::Event> events;
  std::function<void(app::Event const&)> then = {};  ///< What happens besides.
};

/// A clock that goes on when somebody sleeps or a test says so. Any number of threads may sleep.
class VirtualClock final : public os::Clock {
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
class TestWorld {
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

  explicit TestWorld(std::size_t shows = 300, std::string config = usual, std::uint64_t seed = 3);
  ~TestWorld();

  void configure(std::string text);

  /// One life of the program: it starts, runs a cycle, and ends.
  Outcome<app::Report> live(status::SyncMode mode = status::SyncMode::incremental);

  /// What a life of the program that only looks would print.
  Outcome<adding::Proposal> look();

  /// A life of the program that carries out a plan.
  Outcome<adding::AddTotals> apply(app::Approved const& approved);
  Outcome<adding::AddTotals> apply(adding::Proposal const& plan) {
    return apply({.plan = plan, .hold = app::Hold::seen});
  }

  /// A life of the program in which a person does something about shows.
  Outcome<std::vector<app::ManualResult>> handle(app::ManualRequest const& request);

  /// What people did about a show.
  std::vector<adding::ManualChange> manual_changes(std::int64_t show_id);

  /// What has become of each show, as it is stored.
  std::vector<adding::ShowState> rows();

  /// All that was done about a show.
  std::vector<store::Entry> journal(std::int64_t show_id);

  /// What happened, the oldest first.
  std::vector<status::ActivityRecord> activity();

  /// Everything that was sent to instances, the oldest first.
  std::vector<store::Entry> journal();

  /// What has become of each show, without when and why.
  std::map<std::int64_t, adding::Status> statuses();

  /// So many cycles, seven hours after one another, however they end.
  void settle(int cycles);

  /// How often each series was added there; a test fails where that is more than once.
  std::size_t added() const;

  std::string path() const { return folder_.file("shows.db"); }
  VirtualClock& clock() { return clock_; }
  sim::World& world() { return world_; }
  sim::Tvmaze& tvmaze() { return tvmaze_; }
  sim::Sonarr& sonarr() { return sonarr_; }
  Listener& listener() { return listener_; }
  config::Config& config();

 private:
  struct Prepared;

  /// What happens in a life of the program.
  using Use = std::function<void(app::Catalogue&, app::SyncJob&)>;
  Outcome<Done> with_sync_job(Use const& use);

  Folder folder_{Folder::On::memory};
  VirtualClock clock_;
  sim::World world_;
  sim::Tvmaze tvmaze_;
  sim::Sonarr sonarr_;
  Listener listener_;
  std::unique_ptr<Prepared> prepared_;
};

}  // namespace sievarr::test
