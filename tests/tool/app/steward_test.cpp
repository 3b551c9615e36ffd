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
bool is(Happening const& happening) {
  auto const* const event = std::get_if<Event>(&happening.what);
  return event && std::holds_alternative<What>(*event);
}

TEST_CASE("a daemon mirrors at once, and then when it is time") {
  Daemon daemon;
  auto const steward = daemon.start();
  CHECK(steward->standing().phase == Phase::idle);
  CHECK(steward->standing().next_run == daemon.clock.now());
  auto ran = steward->step();
  REQUIRE(ran);
  CHECK(*ran);

  auto const standing = steward->standing();
  CHECK(standing.shows == 300);
  CHECK(standing.counts.at("added") == 5);
  REQUIRE(standing.last_cycle);
  CHECK(standing.last_cycle->kind == status::CycleKind::full);
  CHECK_FALSE(standing.last_cycle->error);
  CHECK(standing.progress.last_full_sync);
  CHECK(standing.database.healthy);
  CHECK(standing.tvmaze.healthy);
  CHECK(standing.instances.at("sonarr").healthy);
  CHECK_FALSE(standing.running);
  CHECK(os::exists(daemon.folder.file("state.json.bak")));

  ran = steward->step();
  REQUIRE(ran);
  CHECK_FALSE(*ran);
  daemon.clock.advance(6h);
  ran = steward->step();
  CHECK((ran && *ran));
  CHECK(steward->standing().last_cycle->kind == status::CycleKind::incremental);
}

TEST_CASE("a daemon that is loading says only how it stands") {
  Daemon daemon;
  auto const steward = daemon.begin();
  REQUIRE(steward);
  CHECK((*steward)->standing().phase == Phase::starting);
  CHECK_FALSE((*steward)->ready());
  CHECK((*steward)->trigger(Depth::needed) == Triggered::not_ready);
  CHECK_FALSE((*steward)->plan());
  CHECK_FALSE((*steward)->refilter());
  CHECK(has_errors((*steward)->reload().problems));
}

TEST_CASE("a second daemon on one storage names the first") {
  Daemon daemon;
  auto const steward = daemon.start();
  auto const second = daemon.begin();
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == Failure::Kind::locked);
  CHECK(second.error().text.find("is held by \"sievarr run\"") != std::string::npos);
}

TEST_CASE("the next life goes on where the last one ended") {
  Daemon daemon;
  {
    auto const steward = daemon.start();
    REQUIRE(steward->step());
  }
  daemon.clock.advance(2h);
  auto const steward = daemon.start();
  auto const standing = steward->standing();
  CHECK(standing.next_run == daemon.clock.now() + 4h);
  CHECK(standing.shows == 300);
  REQUIRE(standing.last_cycle);
  CHECK(standing.last_cycle->added == 5);
}

TEST_CASE("a Sonarr that is down keeps nobody from starting, and is told of") {
  Daemon daemon;
  daemon.sim().stop_sonarr();
  auto const steward = daemon.start();
  auto const before = steward->standing();
  CHECK_FALSE(before.instances.at("sonarr").healthy);
  REQUIRE(steward->step());
  auto const after = steward->standing();
  CHECK(after.shows == 300);
  CHECK(after.counts.at("added") == 0);
  CHECK_FALSE(after.instances.at("sonarr").healthy);
  CHECK(said(daemon, "something that is needed does not work"));
}

TEST_CASE("a TVMaze that is down keeps nobody from starting either") {
  Daemon daemon;
  daemon.sim().stop_tvmaze();
  auto const steward = daemon.start();
  CHECK_FALSE(steward->standing().tvmaze.healthy);
  REQUIRE(steward->step());
  CHECK_FALSE(steward->standing().tvmaze.healthy);
  CHECK(steward->standing().database.healthy);
}

TEST_CASE("what a Sonarr does not have is to be changed before a daemon starts") {
  Daemon daemon;
  daemon.set("HD-1080p", "Wrong");
  auto const steward = daemon.begin();
  REQUIRE(steward);
  auto const problems = (*steward)->load();
  REQUIRE(problems);
  CHECK(has_errors(*problems));
  CHECK_FALSE((*steward)->ready());
}

TEST_CASE("a key that is refused is to be changed before a daemon starts") {
  Daemon daemon;
  daemon.sonarr().change(
      [](sim::Shelf& shelf) { shelf.api_key = "ffffffffffffffffffffffffffffffff"; });
  auto const steward = daemon.begin();
  REQUIRE(steward);
  auto const problems = (*steward)->load();
  REQUIRE(problems);
  REQUIRE(has_errors(*problems));
  CHECK(problems->front().path == "sonarr.api_key");
}

TEST_CASE("a config that is read again is in force as a whole, or not at all") {
  Daemon daemon;
  auto const steward = daemon.start();
  REQUIRE(steward->step());
  auto const first = steward->terms();
  auto const filtered = steward->standing().counts.at("filtered");
  auto const good = daemon.text;

  for (std::string const broken :
       {"selections: [", "selectoins: []\n", "dry_run: maybe\n",
        "sonarr: {root_folder: /nowhere, quality_profile: HD-1080p}\n"}) {
    CAPTURE(broken);
    daemon.text = broken;
    auto const reloaded = steward->reload();
    CHECK(has_errors(reloaded.problems));
    CHECK(steward->terms() == first);
    CHECK_FALSE(steward->standing().config.healthy);
    CHECK(steward->standing().counts.at("filtered") == filtered);
    CHECK(has_errors(steward->last_reload().problems));
  }
  CHECK(steward->standing().failed_reloads == 4);

  daemon.unreadable = Failure{.kind = Failure::Kind::missing, .text = "there is no file"};
  CHECK(steward->reload().problems.front().code == "unreadable");
  daemon.unreadable = std::nullopt;

  daemon.text = good;
  daemon.set("min: 7", "min: 9");
  CHECK_FALSE(has_errors(steward->reload().problems));
  CHECK(steward->terms() != first);
  CHECK(steward->standing().config.healthy);
  CHECK(steward->standing().reloads == 1);
  CHECK(steward->standing().counts.at("filtered") > filtered);
}

TEST_CASE("what counts after a restart only is said, and the rest counts at once") {
  Daemon daemon;
  auto const steward = daemon.start();
  daemon.text += "server: {port: 9999, host: 127.0.0.1}\nlogging: {level: ERROR}\n";
  daemon.set("logging: {level: DEBUG}\n", "");
  auto const reloaded = steward->reload();
  CHECK_FALSE(has_errors(reloaded.problems));
  CHECK(reloaded.needs_restart == std::vector<std::string>{"server.host", "server.port"});
  CHECK(steward->standing().needs_restart == reloaded.needs_restart);
  CHECK_FALSE(daemon.log.wants(log::Level::info, "work"));
}

TEST_CASE("200 reloads, a third of them broken: the last good one is always in force") {
  Daemon daemon(60);
  auto const steward = daemon.start();
  REQUIRE(steward->step());
  auto const good = daemon.text;
  std::jthread const looking([&](std::stop_token const& stop) {
    while (!stop.stop_requested()) {
      auto const standing = steward->standing();
      std::int64_t sum = 0;
      for (auto const& [status, count] : standing.counts) sum += count;
      if (sum != 60) daemon.soon.request_stop();
      std::this_thread::sleep_for(1ms);
    }
  });
  int const reloads = test::rounds(21, 200);
  auto in_force = steward->terms();
  for (int round = 0; round < reloads; ++round) {
    CAPTURE(round);
    daemon.text = good;
    bool const broken = round % 3 == 2;
    daemon.set("min: 7", broken ? "min: x" : "min: " + std::to_string(5 + round % 5));
    auto const reloaded = steward->reload();
    CHECK(has_errors(reloaded.problems) == broken);
    if (broken)
      CHECK(steward->terms() == in_force);
    else
      CHECK(steward->terms() != in_force);
    in_force = steward->terms();
  }
  CHECK_FALSE(daemon.soon.stop_requested());
  CHECK(steward->standing().failed_reloads == reloads / 3);
}

TEST_CASE("a plan can be asked for and carried out, and a word of a person fits between") {
  Daemon daemon;
  daemon.set("dry_run: false", "dry_run: true");
  auto const steward = daemon.start();
  REQUIRE(steward->step());
  CHECK(daemon.sonarr().posts().empty());
  auto const plan = steward->plan();
  REQUIRE(plan);
  CHECK(plan->adds.size() == 5);

  auto const skipped = plan->adds.front().show_id;
  auto const done =
      steward->in_turn([&](store::Database&, Catalogue& catalogue, Terms const&) -> Outcome<Done> {
        auto row = catalogue.stored().processing(skipped);
        if (!row) return row.error();
        (*row)->status = adding::Status::skipped;
        (*row)->word = adding::Word::skipped;
        return catalogue.write({.processing = {**row}});
      });
  REQUIRE(done);
  CHECK(steward->standing().counts.at("skipped") == 1);
  CHECK_FALSE(steward->apply({.plan = *plan}));
  auto const carried = steward->apply({.plan = *plan, .faith = Faith::what_is_left});
  REQUIRE(carried);
  CHECK(carried->added == 4);
}

TEST_CASE("refilter says what changed") {
  Daemon daemon;
  auto const steward = daemon.start();
  REQUIRE(steward->step());
  auto const judged = steward->refilter();
  REQUIRE(judged);
  CHECK(judged->judged == 300);
  CHECK(judged->changed == 0);
}

TEST_CASE("between two cycles refilter judges by the day that it is") {
  Daemon daemon;
  daemon.set("rating: {min: 7}", "premiered: {before: today}");
  auto const steward = daemon.start();
  REQUIRE(steward->step());
  daemon.clock.advance(std::chrono::hours{24 * 365 * 40});
  auto const judged = steward->refilter();
  REQUIRE(judged);
  CHECK(judged->changed > 0);
  CHECK(steward->terms()->plan.today == os::day_of(daemon.clock.now()));
  CHECK(steward->plan());
}

TEST_CASE("metrics have the names that older dashboards know, and count what was done") {
  Daemon daemon;
  auto const steward = daemon.start();
  REQUIRE(steward->step());
  derive::Prometheus text(derive::Prometheus::Dialect::prometheus);
  text.add(steward->metrics());
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
  auto const steward = daemon.start();
  int woken = 0;
  auto const ear = steward->listen([&] { ++woken; });
  REQUIRE(steward->step());
  auto const heard = ear->take();
  CHECK(woken == static_cast<int>(heard.size()));
  REQUIRE(heard.size() > 4);
  CHECK(std::get<PhaseChanged>(heard.front().what).phase == Phase::running);
  CHECK(is<CycleBegan>(heard[1]));
  CHECK(std::get<PhaseChanged>(heard.back().what).phase == Phase::idle);
  for (std::size_t at = 1; at < heard.size(); ++at)
    CHECK(heard[at].number == heard[at - 1].number + 1);
}

TEST_CASE("who does not keep up is dropped, and nobody waits for them") {
  Audience audience;
  auto const slow = audience.listen();
  auto const quick = audience.listen();
  std::size_t heard = 0;
  for (std::size_t at = 0; at < Ear::most + 1; ++at) {
    audience.tell({}, PhaseChanged{});
    heard += quick->take().size();
  }
  CHECK(slow->lost());
  CHECK(slow->take().empty());
  CHECK_FALSE(quick->lost());
  CHECK(heard == Ear::most + 1);
}

TEST_CASE("a cycle that is to stop ends at a safe point, and the next life goes on there") {
  Daemon daemon(1500);
  {
    auto const steward = daemon.start();
    daemon.meanwhile(3, [&] { daemon.soon.request_stop(); });
    CHECK(steward->live());
    CHECK(steward->standing().phase == Phase::stopping);
    CHECK(steward->trigger(Depth::needed) == Triggered::not_ready);
  }
  auto const steward = daemon.start();
  // A page comes while the one before it is stored, so the third may not be stored any more.
  auto const last = steward->standing().progress.last_tvmaze_page;
  REQUIRE(last);
  CHECK(*last <= 2);
  CHECK(*steward->standing().next_run <= daemon.clock.now());
  auto const asked = daemon.sim().tvmaze().calls().count(sim::Kind::page);
  REQUIRE(steward->step());
  CHECK(steward->standing().shows == 1500);
  auto const calls = daemon.sim().tvmaze().calls().all(sim::Kind::page);
  for (auto at = asked; at < calls.size(); ++at)
    for (std::int64_t settled = 0; settled <= *last; ++settled)
      CHECK_FALSE(calls[at].request.target.ends_with("page=" + to_text(settled)));
}

TEST_CASE("a config that comes in the middle of a cycle lets nothing of the old one be sent") {
  Daemon daemon(1500);
  auto const steward = daemon.start();
  auto const ear = steward->listen();
  daemon.meanwhile(3, [&] {
    daemon.set("min: 7", "min: 9");
    CHECK_FALSE(has_errors(steward->reload().problems));
    CHECK(steward->refilter().error().kind == Failure::Kind::locked);
  });
  REQUIRE(steward->step());
  CHECK(daemon.sonarr().posts().empty());
  CHECK(steward->standing().last_cycle->error == "stopped at a safe point");
  auto const again = steward->step();
  CHECK((again && *again));
  CHECK_FALSE(daemon.sonarr().posts().empty());
  steward->look([](filter::Table const& table, adding::Roster const& roster) {
    for (auto const row : table.by_id())
      if (roster.status(row) == adding::Status::added) CHECK(table.show(row).rating >= 9.0);
  });
}

TEST_CASE("a storage that cannot be opened is named before anything is touched") {
  Daemon daemon;
  auto const path = daemon.folder.file("shows.db");
  REQUIRE(os::write_file(path, std::string(8192, 'x')));
  auto const steward = daemon.begin();
  REQUIRE(steward);
  auto const loaded = (*steward)->load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().kind == Failure::Kind::corrupt);
  CHECK(*os::read_file(path, 1 << 20) == std::string(8192, 'x'));
}

}  // namespace
}  // namespace sievarr::app
