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
double number(Steward const& steward, std::string const& line) {
  derive::Prometheus text(derive::Prometheus::Dialect::prometheus);
  text.add(steward.metrics());
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
void cycle(Daemon& daemon, Steward& steward) {
  daemon.clock.advance(6h);
  auto const ran = steward.step();
  REQUIRE(ran);
  REQUIRE(*ran);
}

}  // namespace

TEST_CASE("what was done is counted over all cycles, and for the last one alone") {
  Daemon daemon;
  auto const steward = daemon.start();
  REQUIRE(steward->step());
  auto const total = "tvmaze_shows_processed_total{result=\"stored\"}";
  auto const last = "tvmaze_sync_shows_processed{result=\"stored\"}";
  CHECK(number(*steward, total) == 300);
  CHECK(number(*steward, last) == 300);

  daemon.sim().world().touch(7);
  cycle(daemon, *steward);
  CHECK(number(*steward, last) == 1);
  CHECK(number(*steward, total) == 301);
  CHECK(number(*steward, "tvmaze_shows_processed_total{result=\"added\"}") == 10);
  CHECK(number(*steward, "sievarr_cycles_total{result=\"good\"}") == 2);
}

TEST_CASE("a cycle that fails is not healthy until one is good again") {
  Daemon daemon;
  auto const steward = daemon.start();
  REQUIRE(steward->step());
  CHECK(number(*steward, "tvmaze_sync_healthy") == 1);

  daemon.sim().tvmaze().faults().inject(
      {.harm = sim::Says{.status = 500}, .times = sim::Fault::for_ever});
  cycle(daemon, *steward);
  REQUIRE(steward->standing().last_cycle->error);
  CHECK(number(*steward, "tvmaze_sync_healthy") == 0);
  CHECK(number(*steward, "sievarr_cycles_total{result=\"failed\"}") == 1);
  CHECK(number(*steward, "sievarr_cycles_total{result=\"good\"}") == 1);

  daemon.sim().tvmaze().faults().clear();
  cycle(daemon, *steward);
  CHECK(number(*steward, "tvmaze_sync_healthy") == 1);
  CHECK(number(*steward, "sievarr_cycles_total{result=\"failed\"}") == 1);
  CHECK(number(*steward, "sievarr_cycles_total{result=\"good\"}") == 2);
}

TEST_CASE("configs that were taken and that were refused are counted apart") {
  Daemon daemon;
  auto const steward = daemon.start();
  auto const good = daemon.text;
  for (auto const* const text : {"selections: [", good.c_str(), "x: 1", good.c_str(), "- y"}) {
    daemon.text = text;
    steward->reload();
  }
  CHECK(number(*steward, "sievarr_config_reloads_total{result=\"good\"}") == 2);
  CHECK(number(*steward, "sievarr_config_reloads_total{result=\"refused\"}") == 3);
  CHECK(number(*steward, "sievarr_config_healthy") == 0);
}

TEST_CASE("what is looked for again is told by why it is") {
  Daemon daemon;
  auto const steward = daemon.start();
  daemon.sonarr().change([](sim::Shelf& shelf) { shelf.unknown_permille = 1000; });
  REQUIRE(steward->step());

  auto const waiting = number(*steward, "sievarr_shows{status=\"pending_tvdb\"}");
  REQUIRE(waiting > 5);
  CHECK(number(*steward, "tvmaze_shows_pending_retry{reason=\"unknown_there\"}") == 5);
  CHECK(number(*steward, "tvmaze_shows_pending_retry{reason=\"no_tvdb\"}") == waiting - 5);
}

TEST_CASE("while a cycle adds, what a Sonarr refuses is done but not added") {
  Daemon daemon;
  auto const steward = daemon.start();
  daemon.sonarr().faults().inject({.harm = sim::Says{.status = 400,
                                                     .body = R"([{"propertyName":"Path",
"errorMessage":"Invalid Path: '/tv/A'","severity":"error"}])",
                                                     .content_type = "application/json"},
                                   .kind = sim::Kind::add,
                                   .times = 2});
  std::optional<status::Advance> last;
  auto const ear = steward->listen([&] {
    auto const standing = steward->standing();
    if (standing.running && standing.running->step == status::Step::adding) last = standing.running;
  });
  REQUIRE(steward->step());

  CHECK(steward->standing().last_cycle->refused == 2);
  CHECK(steward->standing().last_cycle->added == 3);
  REQUIRE(last);
  CHECK(last->done == 5);
  CHECK(last->added == 3);
}

TEST_CASE("a trouble that stays is logged once, and its end is logged once") {
  Daemon daemon;
  auto const steward = daemon.start();
  auto const key = daemon.sim().api_key();
  daemon.sonarr().change(
      [](sim::Shelf& shelf) { shelf.api_key = "another key, made this morning"; });
  REQUIRE(steward->step());
  for (int more = 0; more < 3; ++more) cycle(daemon, *steward);
  CHECK_FALSE(steward->standing().instances.at("sonarr").healthy);
  CHECK(times_said(daemon, "something that is needed does not work", "sonarr") == 1);

  daemon.sonarr().change([&](sim::Shelf& shelf) { shelf.api_key = key; });
  for (int more = 0; more < 3; ++more) cycle(daemon, *steward);
  CHECK(times_said(daemon, "something that is needed does not work", "sonarr") == 1);
  CHECK(times_said(daemon, "it works again", "sonarr") == 1);
}

}  // namespace sievarr::app
