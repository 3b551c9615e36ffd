#include "daemon.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/derive/prometheus.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

/// What a daemon counts and says of itself over several cycles, good ones and others.
namespace sievarr::app {
namespace {

using namespace std::chrono_literals;
using test::Daemon;

/// A line of what Prometheus reads.
double number(Application const& application, std::string const& line) {
  derive::Prometheus text(derive::Prometheus::Dialect::prometheus);
  text.add(application.metrics());
  auto const scraped = std::move(text).take();
  auto const at = scraped.find("\n" + line + " ");
  REQUIRE_MESSAGE(at != scraped.npos, "there is no ", line);
  auto const begin = at + line.size() + 2;
  auto const value = to_double(scraped.substr(begin, scraped.find('\n', begin) - begin));
  REQUIRE(value);
  return *value;
}

std::size_t times_said(Daemon const& daemon, std::string_view words, std::string_view about) {
  return static_cast<std::size_t>(
      std::count_if(daemon.lines.begin(), daemon.lines.end(), [&](auto const& line) {
        return line.find(words) != line.npos && line.find(about) != line.npos;
      }));
}

/// The next cycle, when it is time.
void cycle(Daemon& daemon, Application& application) {
  daemon.clock.advance(6h);
  auto const ran = application.step();
  REQUIRE(ran);
  REQUIRE(*ran);
}

}  // namespace

TEST_CASE("what was done is counted over all cycles, and for the last one alone") {
  Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const total = "tvmaze_shows_processed_total{result=\"stored\"}";
  auto const last = "tvmaze_sync_shows_processed{result=\"stored\"}";
  CHECK(number(*application, total) == 300);
  CHECK(number(*application, last) == 300);

  daemon.sim().world().touch(7);
  cycle(daemon, *application);
  CHECK(number(*application, last) == 1);
  CHECK(number(*application, total) == 301);
  CHECK(number(*application, "tvmaze_shows_processed_total{result=\"added\"}") == 10);
  CHECK(number(*application, "sievarr_cycles_total{result=\"good\"}") == 2);
}

TEST_CASE("a cycle that fails is not healthy until one is good again") {
  Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  CHECK(number(*application, "tvmaze_sync_healthy") == 1);

  daemon.sim().tvmaze().faults().inject(
      {.harm = sim::Says{.status = 500}, .times = sim::Fault::for_ever});
  cycle(daemon, *application);
  REQUIRE(application->daemon_status().last_cycle->error);
  CHECK(number(*application, "tvmaze_sync_healthy") == 0);
  CHECK(number(*application, "sievarr_cycles_total{result=\"failed\"}") == 1);
  CHECK(number(*application, "sievarr_cycles_total{result=\"good\"}") == 1);

  daemon.sim().tvmaze().faults().clear();
  cycle(daemon, *application);
  CHECK(number(*application, "tvmaze_sync_healthy") == 1);
  CHECK(number(*application, "sievarr_cycles_total{result=\"failed\"}") == 1);
  CHECK(number(*application, "sievarr_cycles_total{result=\"good\"}") == 2);
}

TEST_CASE("configs that were taken and that were refused are counted apart") {
  Daemon daemon;
  auto const application = daemon.start();
  auto const good = daemon.text;
  for (auto const* const text : {"selections: [", good.c_str(), "x: 1", good.c_str(), "- y"}) {
    daemon.text = text;
    application->reload();
  }
  CHECK(number(*application, "sievarr_config_reloads_total{result=\"good\"}") == 2);
  CHECK(number(*application, "sievarr_config_reloads_total{result=\"refused\"}") == 3);
  CHECK(number(*application, "sievarr_config_healthy") == 0);
}

TEST_CASE("what is looked for again is told by why it is") {
  Daemon daemon;
  auto const application = daemon.start();
  daemon.sonarr().change([](sim::Shelf& shelf) { shelf.unknown_permille = 1000; });
  REQUIRE(application->step());

  auto const waiting = number(*application, "sievarr_shows{status=\"pending_tvdb\"}");
  REQUIRE(waiting > 5);
  CHECK(number(*application, "tvmaze_shows_pending_retry{reason=\"unknown_there\"}") == 5);
  CHECK(number(*application, "tvmaze_shows_pending_retry{reason=\"no_tvdb\"}") == waiting - 5);
}

TEST_CASE("while a cycle adds, what a Sonarr refuses is done but not added") {
  Daemon daemon;
  auto const application = daemon.start();
  daemon.sonarr().faults().inject({.harm = sim::Says{.status = 400,
                                                     .body = R"([{"propertyName":"Path",
"errorMessage":"Invalid Path: '/tv/A'","severity":"error"}])",
                                                     .content_type = "application/json"},
                                   .kind = sim::Kind::add,
                                   .times = 2});
  std::optional<status::JobProgress> last;
  auto const subscription = application->listen([&] {
    auto const daemon_status = application->daemon_status();
    if (daemon_status.running && daemon_status.running->step == status::Step::adding)
      last = daemon_status.running;
  });
  REQUIRE(application->step());

  CHECK(application->daemon_status().last_cycle->refused == 2);
  CHECK(application->daemon_status().last_cycle->added == 3);
  REQUIRE(last);
  CHECK(last->done == 5);
  CHECK(last->added == 3);
}

TEST_CASE("a trouble that stays is logged once, and its end is logged once") {
  Daemon daemon;
  auto const application = daemon.start();
  auto const key = daemon.sim().api_key();
  daemon.sonarr().change(
      [](sim::Shelf& shelf) { shelf.api_key = "another key, made this morning"; });
  REQUIRE(application->step());
  for (int more = 0; more < 3; ++more) cycle(daemon, *application);
  CHECK_FALSE(application->daemon_status().instances.at("sonarr").healthy);
  CHECK(times_said(daemon, "a component is not healthy", "sonarr") == 1);

  daemon.sonarr().change([&](sim::Shelf& shelf) { shelf.api_key = key; });
  for (int more = 0; more < 3; ++more) cycle(daemon, *application);
  CHECK(times_said(daemon, "a component is not healthy", "sonarr") == 1);
  CHECK(times_said(daemon, "a component is healthy again", "sonarr") == 1);
}

}  // namespace sievarr::app
