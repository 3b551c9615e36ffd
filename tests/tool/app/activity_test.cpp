#include "daemon.hpp"

#include <sievarr/status/activity_words.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <variant>
#include <vector>

/// What is written down of what happens.
namespace sievarr::app {
namespace {

using namespace std::chrono_literals;
using status::ActivityKind;
using status::ActivityRecord;

std::vector<ActivityRecord> told(Application& application) {
  auto activity = application.latest_activity(1000);
  REQUIRE(activity);
  return *activity;
}

std::vector<ActivityRecord> of_kind(Application& application, ActivityKind kind) {
  auto activity = told(application);
  std::erase_if(activity, [&](auto const& record) { return record.kind != kind; });
  return activity;
}

}  // namespace

TEST_CASE("a cycle and each of its adds are written down, the newest first") {
  test::Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const activity = told(*application);
  REQUIRE(activity.size() == 6);
  CHECK(activity[0].kind == ActivityKind::cycle);
  CHECK(activity[0].words == "cycle 1: 5 added, 300 new or changed at TVMaze");
  CHECK(activity[0].refs.cycle == 1);
  for (std::size_t at = 1; at < activity.size(); ++at) {
    auto const& record = activity[at];
    CHECK(record.kind == ActivityKind::added);
    CHECK(record.id == activity[at - 1].id - 1);
    CHECK(record.refs.instance == "sonarr");
    CHECK(record.refs.series_id);
    REQUIRE(record.refs.shows.size() == 1);
    auto const title = application->look([&](filter::Table const& table, auto const&) {
      return table.at(*table.find(record.refs.shows[0])).title;
    });
    CHECK(record.words == "added " + quoted(title) + " to sonarr");
  }
}

TEST_CASE("what somebody decides is written down once a call, with the way they came by") {
  test::Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  REQUIRE(application->act({.action = adding::ManualAction::skip, .shows = {1}, .by = "page"}));
  REQUIRE(application->act(
      {.action = adding::ManualAction::unskip, .shows = {1, 99'999}, .by = "API key"}));
  // Nothing came of it, so there is nothing to tell.
  REQUIRE(application->act({.action = adding::ManualAction::unskip, .shows = {1}, .by = "page"}));
  auto const decisions = of_kind(*application, ActivityKind::decision);
  REQUIRE(decisions.size() == 2);
  CHECK(decisions[0].refs.by == "API key");
  CHECK(decisions[0].refs.shows == std::vector<std::int64_t>{1});
  CHECK(decisions[1].refs.action == adding::ManualAction::skip);
  CHECK(decisions[1].words.starts_with("skipped \""));
}

TEST_CASE("many shows at once are counted, and the first ones named") {
  status::Decided const decided{.action = adding::ManualAction::approve,
                                .shows = {1, 2, 3, 4},
                                .titles = {"A", "B", "C", "D"}};
  CHECK(activity_of(decided, {}).words == "approved 4 shows, among them \"A\", \"B\" and \"C\"");
}

TEST_CASE("a config that comes into force, or is refused, is written down; the same one is not") {
  test::Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  REQUIRE_FALSE(has_errors(application->reload().problems));
  CHECK(of_kind(*application, ActivityKind::config).empty());
  daemon.set("min: 7", "min: 6.9");
  REQUIRE_FALSE(has_errors(application->reload().problems));
  CHECK(of_kind(*application, ActivityKind::config).size() == 1);
  CHECK(of_kind(*application, ActivityKind::judged).size() == 1);
  daemon.set("rating:", "rateing:");
  REQUIRE(has_errors(application->reload().problems));
  auto const refused = of_kind(*application, ActivityKind::config_refused);
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].words.find("did you mean \"rating\"") != std::string::npos);
}

TEST_CASE("that adding is held is written down with the judging, and that it goes on as well") {
  test::Daemon daemon;
  daemon.set("{max_adds_per_cycle: 5}", "{max_adds_per_cycle: 5, hold_above: 20}");
  daemon.set("min: 7", "min: 9");
  auto const application = daemon.start();
  REQUIRE(application->step());
  daemon.set("min: 9", "min: 6");
  REQUIRE_FALSE(has_errors(application->reload().problems));
  auto const held = of_kind(*application, ActivityKind::held);
  REQUIRE(held.size() == 1);
  CHECK(held[0].words.find("shows became wanted") != std::string::npos);
  CHECK(of_kind(*application, ActivityKind::released).empty());
  auto const plan = application->plan();
  REQUIRE(plan);
  REQUIRE(application->apply(*plan, Strictness::exact));
  CHECK(of_kind(*application, ActivityKind::released).size() == 1);
}

TEST_CASE("who listens hears of what is written down, after it is") {
  test::Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const subscription = application->listen();
  REQUIRE(application->act({.action = adding::ManualAction::skip, .shows = {1}, .by = "page"}));
  std::size_t heard = 0;
  for (auto const& record : subscription->take())
    if (auto const* const noted = std::get_if<ActivityNoted>(&record.what)) {
      ++heard;
      CHECK(noted->record.words == told(*application).front().words);
    }
  CHECK(heard == 1);
}

TEST_CASE("what happened is forgotten after 90 days, the rest stays and is numbered on") {
  test::Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const newest = told(*application).front().id;
  daemon.clock.advance(89 * 24h);
  REQUIRE(application->step());
  CHECK(told(*application).back().id == 1);
  daemon.clock.advance(2 * 24h);
  REQUIRE(application->step());
  auto const left = told(*application);
  REQUIRE_FALSE(left.empty());
  CHECK(left.back().id == newest + 1);
}

}  // namespace sievarr::app
