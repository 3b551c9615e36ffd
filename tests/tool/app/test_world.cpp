#include "test_world.hpp"

#include "../store/opened.hpp"
#include "../support/prepared.hpp"
#include "direct.hpp"
#include "net/polite.hpp"
#include "service/arr/transport.hpp"

#include <sievarr/config/layers.hpp>

#include <doctest/doctest.h>

#include <utility>

namespace sievarr::test {

/// A config with its plan.
struct TestWorld::Prepared {
  config::Prepared value;
};

TestWorld::TestWorld(std::size_t shows, std::string config, std::uint64_t seed)
    : world_({.seed = seed, .shows = shows}, clock_),
      tvmaze_(world_, {.limit = std::nullopt}),
      sonarr_(world_),
      prepared_(std::make_unique<Prepared>()) {
  configure(std::move(config));
}

TestWorld::~TestWorld() = default;

void TestWorld::configure(std::string text) {
  config::Layers const layers{.file = config::Source{"config.yaml", std::move(text)}};
  auto prepared = test::prepared(layers, std::chrono::floor<std::chrono::days>(clock_.now()));
  std::string said;
  for (auto const& problem : prepared.problems) said += to_text(problem) + "\n";
  INFO(said);
  REQUIRE_FALSE(has_errors(prepared.problems));
  prepared_->value = std::move(prepared.value);
}

config::Config& TestWorld::config() { return prepared_->value.loaded.config; }

Outcome<Done> TestWorld::with_sync_job(Use const& use) {
  auto database = store::open_store(path());
  if (!database) return database.error();
  app::Catalogue catalogue(*database);
  auto const loaded = catalogue.load();
  if (!loaded) return loaded.error();
  Direct to_tvmaze([&](http::Call const& call) { return tvmaze_.respond(call); });
  Direct to_sonarr([&](http::Call const& call) { return sonarr_.respond(call); });
  auto const jitter = [] { return 0.5; };
  net::Polite polite_tvmaze(to_tvmaze, clock_, jitter, {});
  net::Manners manners;
  for (auto const& instance : config().sonarr) manners.explain = arr::explain(instance);
  net::Polite polite_sonarr(to_sonarr, clock_, jitter, manners);
  tvmaze::Tvmaze tvmaze(polite_tvmaze, config().tvmaze, clock_);
  std::vector<std::unique_ptr<app::Instance>> instances;
  app::Instances open;
  for (auto const& instance : config().sonarr) {
    instances.push_back(std::make_unique<app::Instance>(polite_sonarr, instance, clock_));
    open.push_back(instances.back().get());
  }
  app::SyncJob sync_job({.catalogue = catalogue,
                         .tvmaze = tvmaze,
                         .instances = open,
                         .clock = clock_,
                         .observer = listener_},
                        config(), prepared_->value.plan);
  use(catalogue, sync_job);
  return Done{};
}

Outcome<app::Report> TestWorld::live(status::SyncMode mode) {
  Outcome<app::Report> report = Failure{};
  auto const lived =
      with_sync_job([&](auto&, app::SyncJob& sync_job) { report = sync_job.run(mode); });
  if (!lived) return lived.error();
  return report;
}

Outcome<adding::Proposal> TestWorld::look() {
  Outcome<adding::Proposal> proposal = Failure{};
  auto const lived =
      with_sync_job([&](auto&, app::SyncJob& sync_job) { proposal = sync_job.propose(); });
  if (!lived) return lived.error();
  return proposal;
}

Outcome<adding::AddTotals> TestWorld::apply(app::Approved const& approved) {
  Outcome<adding::AddTotals> carried = Failure{};
  auto const lived =
      with_sync_job([&](auto&, app::SyncJob& sync_job) { carried = sync_job.apply(approved); });
  if (!lived) return lived.error();
  return carried;
}

Outcome<std::vector<app::ManualResult>> TestWorld::handle(app::ManualRequest const& request) {
  Outcome<std::vector<app::ManualResult>> handled = Failure{};
  auto const lived = with_sync_job([&](app::Catalogue& catalogue, auto&) {
    auto turn = catalogue.take_turn();
    handled = app::act_by_hand(turn, prepared_->value.plan, request, clock_.now());
  });
  if (!lived) return lived.error();
  return handled;
}

std::vector<adding::ManualChange> TestWorld::manual_changes(std::int64_t show_id) {
  auto database = store::opened(path());
  auto const manual_changes = store::ManualActions(database).of_show(show_id);
  REQUIRE(manual_changes);
  return *manual_changes;
}

std::vector<adding::ShowState> TestWorld::rows() {
  auto database = store::opened(path());
  store::Catalogue catalogue(database);
  std::vector<adding::ShowState> rows;
  REQUIRE(catalogue.show_states().each([&](adding::ShowState row) { rows.push_back(row); }));
  return rows;
}

std::vector<status::ActivityRecord> TestWorld::activity() {
  auto database = store::opened(path());
  auto const activity = store::ActivityTable(database).all();
  REQUIRE(activity);
  return *activity;
}

std::vector<store::Entry> TestWorld::journal() {
  auto database = store::opened(path());
  auto const entries = store::AddJournalTable(database).all();
  REQUIRE(entries);
  return *entries;
}

std::map<std::int64_t, adding::Status> TestWorld::statuses() {
  std::map<std::int64_t, adding::Status> statuses;
  for (auto const& row : rows()) statuses[row.show_id] = row.status;
  return statuses;
}

void TestWorld::settle(int cycles) {
  for (int cycle = 0; cycle < cycles; ++cycle) {
    clock_.advance(std::chrono::hours{7});
    static_cast<void>(live());
  }
}

std::vector<store::Entry> TestWorld::journal(std::int64_t show_id) {
  auto database = store::opened(path());
  auto const entries = store::AddJournalTable(database).of_show(show_id);
  REQUIRE(entries);
  return *entries;
}

std::size_t TestWorld::added() const {
  std::size_t added = 0;
  for (auto const& [tvdb_id, posts] : sonarr_.posts()) {
    CHECK(posts.carried_out <= 1);
    added += posts.carried_out;
  }
  return added;
}

}  // namespace sievarr::test
