#include "../support/stand_in.hpp"
#include "daemon.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

/// What the daemon's own jobs do, and how they are told.
namespace sievarr::app {
namespace {

using namespace std::chrono_literals;
using api::JobReply;
using schedule::RunResult;
using test::Daemon;
using test::StandIn;

api::JobsAnswer lines(Application& application) {
  auto answer = application.jobs();
  REQUIRE(answer);
  return *std::move(answer);
}

api::JobLine line(Application& application, std::string const& name) {
  for (auto const& each : lines(application).jobs)
    if (each.name == name) return each;
  FAIL("there is no job ", name);
  return {};
}

/// What comes of an action; nothing where there is no such job.
std::optional<JobReply> act(Application& application, std::string const& name, JobAction action) {
  auto const answer = application.act_on_job(name, action);
  REQUIRE(answer);
  return *answer ? std::optional((*answer)->status) : std::nullopt;
}

}  // namespace

TEST_CASE("a cycle is a run of the job catalogue, and is stored once") {
  Daemon daemon;
  auto const application = daemon.start();
  CHECK(line(*application, "catalogue").schedule == "every 6h");
  CHECK(line(*application, "catalogue").next_run == daemon.clock.now());
  REQUIRE(application->step());
  auto const job = line(*application, "catalogue");
  REQUIRE(job.runs.size() == 1);
  CHECK(job.runs[0].cycle == 1);
  CHECK_FALSE(job.runs[0].run);
  CHECK(job.runs[0].result == RunResult::good);
  CHECK(job.runs[0].counts.at("added") == 5);
  CHECK(*application->read([](store::Database& database) {
    return database.number("SELECT count(*) FROM runs");
  }) == 0);
}

TEST_CASE("a cycle that is cut by its name ends at a safe point, and is said to be cut") {
  Daemon daemon(1500);
  auto const application = daemon.start();
  daemon.meanwhile(3, [&] {
    auto const job = line(*application, "catalogue");
    REQUIRE(job.running);
    CHECK(job.running->step == "gathering");
    CHECK(job.runs.empty());
    CHECK(act(*application, "catalogue", JobAction::cut) == JobReply::accepted);
    CHECK(line(*application, "catalogue").running->ending);
  });
  REQUIRE(application->step());
  CHECK(daemon.sonarr().posts().empty());
  CHECK(line(*application, "catalogue").runs.at(0).result == RunResult::cut);
  CHECK(act(*application, "catalogue", JobAction::cut) == JobReply::not_running);
  CHECK_FALSE(act(*application, "nobody", JobAction::cut));
  daemon.clock.advance(6h);
  REQUIRE(application->step());
  CHECK(line(*application, "catalogue").runs.at(0).result == RunResult::good);
}

TEST_CASE("while the catalogue is paused no cycle begins, also after a restart") {
  Daemon daemon;
  {
    auto const application = daemon.start();
    CHECK(act(*application, "catalogue", JobAction::pause) == JobReply::paused);
  }
  auto const application = daemon.start();
  CHECK_FALSE(application->daemon_status().next_run);
  CHECK(lines(*application).paused_jobs == std::vector<std::string>{"catalogue"});
  CHECK_FALSE(*application->step());
  // Who asks waits; adding what a person has seen is no run of a job.
  CHECK(application->start_cycle(status::SyncMode::incremental)->triggered == Triggered::accepted);
  CHECK_FALSE(*application->step());
  CHECK(act(*application, "catalogue", JobAction::resume) == JobReply::resumed);
  CHECK(*application->step());
  CHECK(application->daemon_status().shows == 300);
}

TEST_CASE("a server of another kind is watched by a job of its own, while it is used") {
  StandIn const radarr([](http::Call const& call) {
    bool const known = wire::header(call.request.headers, "X-Api-Key") == "k";
    return http::Answer{{.status = known ? 200 : 401,
                         .headers = {{"Content-Type", "application/json"}},
                         .body = R"({"appName":"Radarr","version":"6.0.4.10291"})"}};
  });
  Daemon daemon;
  daemon.text += "radarr:\n  - {name: films, url: \"" + radarr.address("") +
                 "\", api_key: k}\n"
                 "  - {name: off, enabled: false, url: \"http://127.0.0.1:9\", api_key: k}\n"
                 "prowlarr: {url: \"" +
                 radarr.address("") + "\", api_key: k}\n";
  auto const application = daemon.start();
  auto const subscription = application->listen();
  CHECK_FALSE(act(*application, "health:off", JobAction::run));
  {
    std::jthread const living([&] { CHECK(application->live()); });
    for (std::string const name : {"health:films", "health:prowlarr"}) {
      CHECK(act(*application, name, JobAction::run) == JobReply::accepted);
      while (line(*application, name).runs.empty()) subscription->wait(10s);
    }
    daemon.soon.request_stop();
  }
  CHECK(line(*application, "health:films").runs.front().result == RunResult::good);
  CHECK(line(*application, "health:prowlarr").runs.front().result == RunResult::failed);
  CHECK(radarr.asked().size() == 2);
  // What nothing is sent to is no instance.
  CHECK(application->daemon_status().instances.size() == 1);
}

TEST_CASE("an instance that goes away and comes back is seen between two cycles, by one request") {
  Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const subscription = application->listen();
  auto const wait_for_run = [&](std::size_t count) {
    while (line(*application, "health:sonarr").runs.size() < count) subscription->wait(10s);
  };
  {
    std::jthread const living([&] { CHECK(application->live()); });
    auto const asked = daemon.sonarr().calls().all().size();
    CHECK(act(*application, "health:sonarr", JobAction::run) == JobReply::accepted);
    wait_for_run(1);
    CHECK(daemon.sonarr().calls().all().size() == asked + 1);
    CHECK(application->daemon_status().instances.at("sonarr").healthy);

    daemon.sonarr().faults().inject(
        {.harm = sim::Says{.status = 503}, .times = sim::Fault::for_ever});
    CHECK(act(*application, "health:sonarr", JobAction::run) == JobReply::accepted);
    wait_for_run(2);
    CHECK(daemon.sonarr().calls().all().size() == asked + 2);
    CHECK_FALSE(application->daemon_status().instances.at("sonarr").healthy);
    CHECK(line(*application, "health:sonarr").runs.front().result == RunResult::failed);
    // A failure of a look is none of a cycle.
    CHECK_FALSE(application->daemon_status().last_cycle->error);
    CHECK(application->daemon_status().next_run == line(*application, "catalogue").next_run);

    daemon.sonarr().faults().clear();
    CHECK(act(*application, "health:sonarr", JobAction::run) == JobReply::accepted);
    wait_for_run(3);
    CHECK(application->daemon_status().instances.at("sonarr").healthy);
    daemon.soon.request_stop();
  }
}

TEST_CASE("what is wrong with an instance besides its silence is not unsaid by its answer") {
  test::VirtualClock clock;
  log::Log log(clock, [](std::string_view) {});
  Activity activity(clock, log);
  auto const health = [&] { return activity.daemon_status().instances.at("sonarr"); };
  activity.see_answer("sonarr", "nobody answers");
  CHECK(activity.daemon_status().instances.empty());
  activity.see_instance("sonarr", "has no folder /tv");
  activity.see_answer("sonarr", std::nullopt);
  CHECK(health().words == "has no folder /tv");
  activity.see_answer("sonarr", "nobody answers");
  activity.see_answer("sonarr", std::nullopt);
  CHECK(health().words == "has no folder /tv");
  activity.see_instance("sonarr", std::nullopt);
  activity.see_answer("sonarr", "nobody answers");
  CHECK(health().words == "nobody answers");
  activity.see_answer("sonarr", std::nullopt);
  CHECK(health().healthy);
}

}  // namespace sievarr::app
