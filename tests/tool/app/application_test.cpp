#include "daemon.hpp"
#include "effort.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"

#include <sievarr/derive/prometheus.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

namespace sievarr::app {
namespace {

using namespace std::chrono_literals;
using status::Phase;
using test::Daemon;

bool said(Daemon const& daemon, std::string_view words) {
  return std::any_of(daemon.lines.begin(), daemon.lines.end(),
                     [&](auto const& line) { return line.find(words) != std::string::npos; });
}

/// Whether somebody heard such an event.
template <class What>
bool is(EventRecord const& happening) {
  auto const* const event = std::get_if<Event>(&happening.what);
  return event && std::holds_alternative<What>(*event);
}

TEST_CASE("a daemon mirrors at once, and then when it is time") {
  Daemon daemon;
  auto const application = daemon.start();
  CHECK(application->daemon_status().phase == Phase::idle);
  CHECK(application->daemon_status().next_run == daemon.clock.now());
  auto ran = application->step();
  REQUIRE(ran);
  CHECK(*ran);

  auto const daemon_status = application->daemon_status();
  CHECK(daemon_status.shows == 300);
  CHECK(daemon_status.counts.at("added") == 5);
  REQUIRE(daemon_status.last_cycle);
  CHECK(daemon_status.last_cycle->kind == status::SyncMode::full);
  CHECK_FALSE(daemon_status.last_cycle->error);
  CHECK(daemon_status.progress.last_full_sync);
  CHECK(daemon_status.database.healthy);
  CHECK(daemon_status.tvmaze.healthy);
  CHECK(daemon_status.instances.at("sonarr").healthy);
  CHECK_FALSE(daemon_status.running);
  CHECK(os::exists(daemon.folder.file("state.json.bak")));

  ran = application->step();
  REQUIRE(ran);
  CHECK_FALSE(*ran);
  daemon.clock.advance(6h);
  ran = application->step();
  CHECK((ran && *ran));
  CHECK(application->daemon_status().last_cycle->kind == status::SyncMode::incremental);
}

TEST_CASE("a daemon that is loading says only how it stands") {
  Daemon daemon;
  auto const application = daemon.begin();
  REQUIRE(application);
  CHECK((*application)->daemon_status().phase == Phase::starting);
  CHECK_FALSE((*application)->ready());
  CHECK((*application)->start_cycle(status::SyncMode::incremental)->triggered ==
        Triggered::not_ready);
  CHECK_FALSE((*application)->plan());
  CHECK_FALSE((*application)->refilter());
  CHECK(has_errors((*application)->reload().problems));
}

TEST_CASE("a second daemon on one storage names the first") {
  Daemon daemon;
  auto const application = daemon.start();
  auto const second = daemon.begin();
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == Failure::Kind::locked);
  CHECK(second.error().text.find("is held by \"sievarr run\"") != std::string::npos);
}

TEST_CASE("the next life goes on where the last one ended") {
  Daemon daemon;
  {
    auto const application = daemon.start();
    REQUIRE(application->step());
  }
  daemon.clock.advance(2h);
  auto const application = daemon.start();
  auto const daemon_status = application->daemon_status();
  CHECK(daemon_status.next_run == daemon.clock.now() + 4h);
  CHECK(daemon_status.shows == 300);
  REQUIRE(daemon_status.last_cycle);
  CHECK(daemon_status.last_cycle->added == 5);
}

TEST_CASE("a Sonarr that is down keeps nobody from starting, and is told of") {
  Daemon daemon;
  daemon.sim().stop_sonarr();
  auto const application = daemon.start();
  auto const before = application->daemon_status();
  CHECK_FALSE(before.instances.at("sonarr").healthy);
  REQUIRE(application->step());
  auto const after = application->daemon_status();
  CHECK(after.shows == 300);
  CHECK(after.counts.at("added") == 0);
  CHECK_FALSE(after.instances.at("sonarr").healthy);
  CHECK(said(daemon, "a component is not healthy"));
}

TEST_CASE("a TVMaze that is down keeps nobody from starting either") {
  Daemon daemon;
  daemon.sim().stop_tvmaze();
  auto const application = daemon.start();
  CHECK_FALSE(application->daemon_status().tvmaze.healthy);
  REQUIRE(application->step());
  CHECK_FALSE(application->daemon_status().tvmaze.healthy);
  CHECK(application->daemon_status().database.healthy);
}

TEST_CASE("what a Sonarr does not have is to be changed before a daemon starts") {
  Daemon daemon;
  daemon.set("HD-1080p", "Wrong");
  auto const application = daemon.begin();
  REQUIRE(application);
  auto const problems = (*application)->load();
  REQUIRE(problems);
  CHECK(has_errors(*problems));
  CHECK_FALSE((*application)->ready());
}

TEST_CASE("a key that is refused is to be changed before a daemon starts") {
  Daemon daemon;
  daemon.sonarr().change(
      [](sim::Shelf& shelf) { shelf.api_key = "ffffffffffffffffffffffffffffffff"; });
  auto const application = daemon.begin();
  REQUIRE(application);
  auto const problems = (*application)->load();
  REQUIRE(problems);
  REQUIRE(has_errors(*problems));
  CHECK(problems->front().path == "sonarr.api_key");
}

TEST_CASE("a config that is read again is in force as a whole, or not at all") {
  Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const first = application->config_in_force();
  auto const filtered = application->daemon_status().counts.at("filtered");
  auto const good = daemon.text;

  for (std::string const broken :
       {"selections: [", "selectoins: []\n", "dry_run: maybe\n",
        "sonarr: {root_folder: /nowhere, quality_profile: HD-1080p}\n"}) {
    CAPTURE(broken);
    daemon.text = broken;
    auto const reloaded = application->reload();
    CHECK(has_errors(reloaded.problems));
    CHECK(application->config_in_force() == first);
    CHECK_FALSE(application->daemon_status().config.healthy);
    CHECK(application->daemon_status().counts.at("filtered") == filtered);
    CHECK(has_errors(application->last_reload().problems));
  }
  CHECK(application->daemon_status().failed_reloads == 4);

  daemon.unreadable = Failure{.kind = Failure::Kind::missing, .text = "there is no file"};
  CHECK(application->reload().problems.front().code == "unreadable");
  daemon.unreadable = std::nullopt;

  daemon.text = good;
  daemon.set("min: 7", "min: 9");
  CHECK_FALSE(has_errors(application->reload().problems));
  CHECK(application->config_in_force() != first);
  CHECK(application->daemon_status().config.healthy);
  CHECK(application->daemon_status().reloads == 1);
  CHECK(application->daemon_status().counts.at("filtered") > filtered);
}

TEST_CASE("what counts after a restart only is said, and the rest counts at once") {
  Daemon daemon;
  auto const application = daemon.start();
  daemon.text += "server: {port: 9999, host: 127.0.0.1}\nlogging: {level: ERROR}\n";
  daemon.set("logging: {level: DEBUG}\n", "");
  auto const reloaded = application->reload();
  CHECK_FALSE(has_errors(reloaded.problems));
  CHECK(reloaded.needs_restart == std::vector<std::string>{"server.host", "server.port"});
  CHECK(application->daemon_status().needs_restart == reloaded.needs_restart);
  CHECK_FALSE(daemon.log.wants(log::Level::info, "work"));
}

TEST_CASE("200 reloads, a third of them broken: the last good one is always in force") {
  Daemon daemon(60);
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const good = daemon.text;
  std::jthread const looking([&](std::stop_token const& stop) {
    while (!stop.stop_requested()) {
      auto const daemon_status = application->daemon_status();
      std::int64_t sum = 0;
      for (auto const& [status, count] : daemon_status.counts) sum += count;
      if (sum != 60) daemon.soon.request_stop();
      std::this_thread::sleep_for(1ms);
    }
  });
  int const reloads = test::rounds(21, 200);
  auto in_force = application->config_in_force();
  for (int round = 0; round < reloads; ++round) {
    CAPTURE(round);
    daemon.text = good;
    bool const broken = round % 3 == 2;
    daemon.set("min: 7", broken ? "min: x" : "min: " + std::to_string(5 + round % 5));
    auto const reloaded = application->reload();
    CHECK(has_errors(reloaded.problems) == broken);
    if (broken)
      CHECK(application->config_in_force() == in_force);
    else
      CHECK(application->config_in_force() != in_force);
    in_force = application->config_in_force();
  }
  CHECK_FALSE(daemon.soon.stop_requested());
  CHECK(application->daemon_status().failed_reloads == reloads / 3);
}

TEST_CASE("a plan can be asked for and carried out, and a word of a person fits between") {
  Daemon daemon;
  daemon.set("dry_run: false", "dry_run: true");
  auto const application = daemon.start();
  REQUIRE(application->step());
  CHECK(daemon.sonarr().posts().empty());
  auto const plan = application->plan();
  REQUIRE(plan);
  CHECK(plan->proposal.adds.size() == 5);

  auto const skipped = plan->proposal.adds.front().show_id;
  auto const done = application->in_turn([&](Turn& turn, ActiveConfig const&) -> Outcome<Done> {
    auto row = turn.store().show_states().find(skipped);
    if (!row) return row.error();
    (*row)->status = adding::Status::skipped;
    (*row)->word = adding::Override::skipped;
    return turn.write({.processing = {**row}});
  });
  REQUIRE(done);
  CHECK(application->daemon_status().counts.at("skipped") == 1);
  // A dry run sends nothing, by hand neither.
  CHECK_FALSE(application->apply(*plan, Strictness::best_effort));
  CHECK(daemon.sonarr().posts().empty());
  daemon.set("dry_run: true", "dry_run: false");
  REQUIRE_FALSE(has_errors(application->reload().problems));
  CHECK_FALSE(application->apply(*plan, Strictness::exact));
  auto const carried = application->apply(*plan, Strictness::best_effort);
  REQUIRE(carried);
  CHECK(carried->added == 4);
}

TEST_CASE("refilter says what changed") {
  Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const judged = application->refilter();
  REQUIRE(judged);
  CHECK(judged->judged == 300);
  CHECK(judged->changed == 0);
}

TEST_CASE("between two cycles refilter judges by the day that it is") {
  Daemon daemon;
  daemon.set("rating: {min: 7}", "premiered: {before: today}");
  auto const application = daemon.start();
  REQUIRE(application->step());
  daemon.clock.advance(std::chrono::hours{24 * 365 * 40});
  auto const judged = application->refilter();
  REQUIRE(judged);
  CHECK(judged->changed > 0);
  CHECK(application->config_in_force()->plan.today == os::day_of(daemon.clock.now()));
  CHECK(application->plan());
}

TEST_CASE("metrics have the names that older dashboards know, and count what was done") {
  Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  derive::Prometheus text(derive::Prometheus::Dialect::prometheus);
  text.add(application->metrics());
  auto const scraped = std::move(text).take();
  for (auto const* const line :
       {"\ntvmaze_sync_last_run_timestamp 3", "\ntvmaze_sync_last_run_duration_seconds ",
        "\ntvmaze_sync_next_run_timestamp 3", "\ntvmaze_sync_initial_complete 1\n",
        "\ntvmaze_sync_healthy 1\n", "\ntvmaze_shows_total{status=\"added\"} 5\n",
        "\ntvmaze_shows_filtered_by_reason{reason=\"rating\"} ", "\ntvmaze_shows_highest_id ",
        "\ntvmaze_shows_processed_total{result=\"added\"} 5\n",
        "\ntvmaze_sync_shows_processed{result=\"stored\"} 300\n",
        "\ntvmaze_api_requests_total{service=\"tvmaze\",endpoint=\"/shows?page\",status=\"200\"} ",
        "\ntvmaze_api_requests_total{service=\"sonarr\",endpoint=\"/series\",status=\"201\"} 5\n",
        "\ntvmaze_sonarr_healthy{instance=\"sonarr\"} 1\n",
        "\ntvmaze_shows_pending_retry{reason=\"no_tvdb\"} ",
        "\nsievarr_cycles_total{result=\"good\"} 1", "\nsievarr_waiting_shows{cause=\"cap\"} ",
        "\nsievarr_resident_memory_bytes "}) {
    CAPTURE(line);
    CHECK(scraped.find(line) != std::string::npos);
  }
}

TEST_CASE("an address says what kind of thing was asked for, without numbers and keys") {
  CHECK(endpoint_of("https://api.tvmaze.com/shows?page=7") == "/shows?page");
  CHECK(endpoint_of("https://api.tvmaze.com/shows/82") == "/shows/:id");
  CHECK(endpoint_of("https://api.tvmaze.com/updates/shows?since=day&apikey=x") == "/updates/shows");
  CHECK(endpoint_of("http://nas:8989/base/api/v3/series/lookup?term=tvdb:1") == "/series/lookup");
  CHECK(endpoint_of("http://nas:8989/api/v3/importlistexclusion/paged?page=1&pageSize=1000") ==
        "/importlistexclusion/paged");
  CHECK(endpoint_of("http://nas:8989") == "/");
}

TEST_CASE("who listens hears a cycle from its beginning to its end") {
  Daemon daemon;
  auto const application = daemon.start();
  int woken = 0;
  auto const subscription = application->listen([&] { ++woken; });
  REQUIRE(application->step());
  auto const heard = subscription->take();
  CHECK(woken == static_cast<int>(heard.size()));
  REQUIRE(heard.size() > 4);
  CHECK(std::get<PhaseChanged>(heard.front().what).phase == Phase::running);
  CHECK(is<CycleBegan>(heard[1]));
  CHECK(std::get<PhaseChanged>(heard.back().what).phase == Phase::idle);
  for (std::size_t at = 1; at < heard.size(); ++at)
    CHECK(heard[at].number == heard[at - 1].number + 1);
}

TEST_CASE("who does not keep up is dropped, and nobody waits for them") {
  EventBus event_bus;
  auto const slow = event_bus.listen();
  auto const quick = event_bus.listen();
  std::size_t heard = 0;
  for (std::size_t at = 0; at < Subscription::most + 1; ++at) {
    event_bus.tell({}, PhaseChanged{});
    heard += quick->take().size();
  }
  CHECK(slow->lost());
  CHECK(slow->take().empty());
  CHECK_FALSE(quick->lost());
  CHECK(heard == Subscription::most + 1);
}

TEST_CASE("a cycle that is to stop ends at a safe point, and the next life goes on there") {
  Daemon daemon(1500);
  {
    auto const application = daemon.start();
    daemon.meanwhile(3, [&] { daemon.soon.request_stop(); });
    CHECK(application->live());
    CHECK(application->daemon_status().phase == Phase::stopping);
    CHECK(application->start_cycle(status::SyncMode::incremental)->triggered ==
          Triggered::not_ready);
  }
  auto const application = daemon.start();
  // A page comes while the one before it is stored, so the third may not be stored any more.
  auto const last = application->daemon_status().progress.last_tvmaze_page;
  REQUIRE(last);
  CHECK(*last <= 2);
  CHECK(*application->daemon_status().next_run <= daemon.clock.now());
  auto const asked = daemon.sim().tvmaze().calls().count(sim::Kind::page);
  REQUIRE(application->step());
  CHECK(application->daemon_status().shows == 1500);
  auto const calls = daemon.sim().tvmaze().calls().all(sim::Kind::page);
  for (auto at = asked; at < calls.size(); ++at)
    for (std::int64_t settled = 0; settled <= *last; ++settled)
      CHECK_FALSE(calls[at].request.target.ends_with("page=" + to_text(settled)));
}

TEST_CASE("a config that comes in the middle of a cycle lets nothing of the old one be sent") {
  Daemon daemon(1500);
  auto const application = daemon.start();
  auto const subscription = application->listen();
  daemon.meanwhile(3, [&] {
    daemon.set("min: 7", "min: 9");
    CHECK_FALSE(has_errors(application->reload().problems));
    CHECK(application->refilter().error().kind == Failure::Kind::locked);
  });
  REQUIRE(application->step());
  CHECK(daemon.sonarr().posts().empty());
  CHECK(application->daemon_status().last_cycle->error == "stopped at a safe point");
  auto const again = application->step();
  CHECK((again && *again));
  CHECK_FALSE(daemon.sonarr().posts().empty());
  application->look([](filter::Table const& table, adding::Roster const& roster) {
    for (auto const row : table.by_id())
      if (roster.status(row) == adding::Status::added) CHECK(table.at(row).rating >= 9.0);
  });
}

TEST_CASE("a storage that cannot be opened is named before anything is touched") {
  Daemon daemon;
  auto const path = daemon.folder.file("shows.db");
  REQUIRE(os::write_file(path, std::string(8192, 'x')));
  auto const application = daemon.begin();
  REQUIRE(application);
  auto const loaded = (*application)->load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().kind == Failure::Kind::corrupt);
  CHECK(*os::read_file(path, 1 << 20) == std::string(8192, 'x'));
}

}  // namespace
}  // namespace sievarr::app
