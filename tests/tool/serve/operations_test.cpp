#include "../app/direct.hpp"
#include "answering.hpp"
#include "app/operations/remote.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

/// What a command asks is the same, whoever does it: the command itself, or a daemon over HTTP.
namespace sievarr::test {
namespace {

using app::JobAction;
using app::Strictness;

/// A daemon after a dry cycle, and a command that asks it without a socket.
struct Asked {
  Asked() {
    answering.daemon.set("dry_run: false", "dry_run: true");
    REQUIRE_FALSE(has_errors(application().reload().problems));
    REQUIRE(application().step());
    answering.daemon.set("dry_run: true", "dry_run: false");
    REQUIRE_FALSE(has_errors(application().reload().problems));
  }

  app::Application& application() { return *answering.application; }

  Answering answering;
  Direct to_site{[this](http::Call const& call) {
    answering.daemon.clock.advance(std::chrono::seconds{1});
    return answering.ask(call.request);
  }};
  app::Remote remote{{.transport = to_site,
                      .address = "http://daemon",
                      .key = value::Secret("open sesame"),
                      .folder = answering.daemon.folder.path()}};
};

std::string told(Outcome<adding::PlanReport> plan) {
  REQUIRE(plan);
  plan->made = {};
  return derive::to_json(*plan);
}

std::string told(Outcome<std::vector<app::ManualResult>> const& results) {
  REQUIRE(results);
  std::string text;
  for (auto const& each : *results) text += derive::to_json(each) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a plan is the same whether the daemon or a command makes it, and can be applied") {
  Asked asked;
  auto const own = asked.application().plan();
  CHECK(told(asked.remote.plan()) == told(own));
  auto plan = asked.remote.plan();
  REQUIRE(plan);
  REQUIRE(plan->proposal.adds.size() == 5);
  auto const totals = asked.remote.apply(*plan, Strictness::exact);
  REQUIRE(totals);
  CHECK(*totals == adding::AddTotals{.added = 5});
  // The same plan again is another one by now.
  auto const again = asked.remote.apply(*plan, Strictness::exact);
  REQUIRE_FALSE(again);
  CHECK(again.error().text.find("the daemon says: ") == 0);
  plan->proposal.hash = "another";
  CHECK(asked.remote.apply(*plan, Strictness::exact).error().hint.find("its hash") !=
        std::string::npos);
}

TEST_CASE("what a person does about shows is the same by either way, for more than fit at once") {
  Asked asked;
  std::vector<std::int64_t> shows;
  for (std::int64_t id = 1; id <= 1500; ++id) shows.push_back(id);
  auto const own = asked.application().act({.action = adding::ManualAction::skip, .shows = shows});
  REQUIRE(own);
  CHECK(own->size() == 1500);
  auto const by_daemon = asked.remote.act({.action = adding::ManualAction::skip, .shows = shows});
  REQUIRE(by_daemon);
  CHECK(by_daemon->size() == 1500);
  // Who skips twice is told the same twice.
  CHECK(told(by_daemon) ==
        told(asked.application().act({.action = adding::ManualAction::skip, .shows = shows})));
}

TEST_CASE("what happened is told the same by either way") {
  Asked asked;
  auto const own = asked.application().latest_activity(3);
  REQUIRE(own);
  CHECK(own->size() == 3);
  auto const by_daemon = asked.remote.latest_activity(3);
  REQUIRE(by_daemon);
  CHECK(*by_daemon == *own);
}

TEST_CASE("jobs are told and asked the same by either way") {
  Asked asked;
  auto const names = [](Outcome<api::JobsAnswer> const& jobs) {
    REQUIRE(jobs);
    return derive::to_json(*jobs);
  };
  CHECK(names(asked.remote.jobs()) == names(asked.application().jobs()));
  auto const paused = asked.remote.act_on_job("sonarr/watch", JobAction::pause);
  REQUIRE(paused);
  CHECK((*paused)->status == api::JobReply::paused);
  CHECK(asked.application().jobs()->paused_lanes == std::vector<std::string>{"sonarr/watch"});
  CHECK((*asked.remote.act_on_job("catalogue", JobAction::cut))->status ==
        api::JobReply::not_running);
  CHECK_FALSE(asked.remote.act_on_job("nobody", JobAction::pause));
}

TEST_CASE("a cycle that is asked for twice runs once") {
  Asked asked;
  using app::Triggered;
  CHECK(asked.remote.start_cycle(status::SyncMode::full)->triggered == Triggered::accepted);
  CHECK(asked.remote.start_cycle(status::SyncMode::full)->triggered == Triggered::already_running);
}

TEST_CASE("shows are looked at beside the daemon that holds the storage") {
  Asked asked;
  std::size_t shows = 0;
  auto const looked = asked.remote.look_at_shows(
      [&](filter::Table const& table, adding::Roster const&) { shows = table.present(); });
  CHECK(looked);
  CHECK(shows == static_cast<std::size_t>(asked.application().daemon_status().shows));
}

TEST_CASE("an answer that is none of a daemon's is said to be none") {
  Direct stranger([](http::Call const&) { return http::Answer{{.body = "<html>hello</html>"}}; });
  app::Remote remote({.transport = stranger,
                      .address = "http://daemon",
                      .key = value::Secret("open sesame"),
                      .folder = {}});
  auto const plan = remote.plan();
  REQUIRE_FALSE(plan);
  CHECK(plan.error().text.find("the answer of the daemon cannot be read") == 0);
}

}  // namespace sievarr::test
