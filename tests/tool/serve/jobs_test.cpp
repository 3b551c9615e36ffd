#include "answering.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/document/write_json.hpp>

#include <string>
#include <vector>

/// The jobs as they are asked for over HTTP.
namespace sievarr::serve {
namespace {

using document::Node;
using test::Answering;
using test::at;
using test::json;

/// A job of the list, by its name.
Node job(Answering& house, std::string const& name) {
  auto const response = house.get("/api/v1/jobs");
  REQUIRE(response.status == 200);
  auto const answer = json(response.body);
  for (auto const& each : *document::sequence(*document::find(answer, "jobs")))
    if (at(each, "name") == name) return each;
  FAIL("there is no job ", name);
  return {};
}

std::string status_of(wire::Response const& response) { return at(json(response.body), "status"); }

/// A member as JSON, whatever it is; nothing where there is none.
std::string member_of(Node const& node, std::string const& key) {
  auto const* const found = document::find(node, key);
  return found ? document::write_json(*found) : "";
}

}  // namespace

TEST_CASE("the jobs are listed with their lanes, their next runs and their last ones") {
  Answering house;
  CHECK(at(job(house, "catalogue"), "lane") == "catalogue");
  CHECK(at(job(house, "health:sonarr"), "lane") == "sonarr/watch");
  CHECK(at(job(house, "health:sonarr"), "schedule") == "every 5m");
  REQUIRE(house.application->step());
  auto const catalogue = job(house, "catalogue");
  CHECK(at(catalogue, "next_run") == to_text(house.daemon.clock.now() + std::chrono::hours{6}));
  auto const& runs = *document::sequence(*document::find(catalogue, "runs"));
  REQUIRE(runs.size() == 1);
  CHECK(at(runs[0], "cycle") == "1");
  CHECK(at(runs[0], "result") == "good");
}

TEST_CASE("the status of the daemon has all jobs, each as the list of jobs has it") {
  Answering house;
  REQUIRE(house.application->step());
  house.post("/api/v1/jobs/sonarr%2Fwatch/pause");
  house.post("/api/v1/jobs/catalogue/run");

  auto const status = json(house.get("/api/v1/system/status").body);
  auto const& jobs = *document::mapping(*document::find(status, "jobs"));
  CHECK(jobs.size() == 2);
  for (std::string const name : {"catalogue", "health:sonarr"}) {
    CAPTURE(name);
    auto const listed = job(house, name);
    auto const* const own = document::find(*document::find(status, "jobs"), name);
    REQUIRE(own != nullptr);
    for (std::string const key : {"paused", "next_run", "waiting", "running"})
      CHECK(member_of(*own, key) == member_of(listed, key));
  }
  CHECK(at(jobs[0].value, "waiting") == "request");
  CHECK(at(jobs[1].value, "paused") == "true");
}

TEST_CASE("a job is asked for by its name, and a second request is told that there is one") {
  Answering house;
  REQUIRE(house.application->step());
  auto const first = house.post("/api/v1/jobs/catalogue/run");
  CHECK(first.status == 200);
  CHECK(status_of(first) == "accepted");
  CHECK(at(job(house, "catalogue"), "waiting") == "request");
  auto const second = house.post("/api/v1/jobs/catalogue/run");
  CHECK(second.status == 409);
  CHECK(status_of(second) == "already_asked");
  // It is the same request that /api/v1/cycles takes.
  CHECK(house.post("/api/v1/cycles").status == 409);
  auto const ran = house.application->step();
  CHECK((ran && *ran));
  auto const cut = house.post("/api/v1/jobs/catalogue/cut");
  CHECK(cut.status == 409);
  CHECK(status_of(cut) == "not_running");
}

TEST_CASE("a job, a lane or all are paused and resumed by name, and every list says so") {
  Answering house;
  struct Case {
    std::string path;
    std::string catalogue;
    std::string health;
  };
  for (auto const& each : std::vector<Case>{{"catalogue", "true", "false"},
                                            {"sonarr%2Fwatch", "false", "true"},
                                            {"all", "true", "true"}}) {
    CAPTURE(each.path);
    auto const paused = house.post("/api/v1/jobs/" + each.path + "/pause");
    CHECK(paused.status == 200);
    CHECK(status_of(paused) == "paused");
    CHECK(at(job(house, "catalogue"), "paused") == each.catalogue);
    CHECK(at(job(house, "health:sonarr"), "paused") == each.health);
    CHECK(status_of(house.post("/api/v1/jobs/" + each.path + "/pause")) == "paused");
    CHECK(house.get("/metrics")
              .body.find("sievarr_job_paused{job=\"catalogue\"} " +
                         std::string(each.catalogue == "true" ? "1" : "0")) != std::string::npos);
    CHECK(status_of(house.post("/api/v1/jobs/" + each.path + "/resume")) == "resumed");
    CHECK(at(job(house, "catalogue"), "paused") == "false");
  }
}

TEST_CASE("while all is paused, a cycle that is asked for waits and its answer says so") {
  Answering house;
  house.post("/api/v1/jobs/all/pause");
  auto const asked = house.post("/api/v1/jobs/catalogue/run");
  CHECK(at(json(asked.body), "paused") == "true");
  CHECK_FALSE(*house.application->step());
  CHECK(house.get("/state").body.find("\"next_scheduled_run\":null") != std::string::npos);
  house.post("/api/v1/jobs/all/resume");
  CHECK(*house.application->step());
}

TEST_CASE("a job that nobody knows is no job") {
  Answering house;
  for (std::string const action : {"run", "cut", "pause", "resume"}) {
    CAPTURE(action);
    auto const response = house.post("/api/v1/jobs/nobody/" + action);
    CHECK(response.status == 404);
    CHECK(at(json(response.body), "type") == "urn:sievarr:problem:no-such-job");
  }
}

TEST_CASE("each event says whose job it is, and a pause is an event of its own") {
  Answering house;
  http::Answer answer = house.ask({.target = "/api/v1/events", .headers = Answering::key()});
  REQUIRE(answer.source);
  answer.source->wake_with([] {});
  std::string text = *answer.source->next();
  house.post("/api/v1/jobs/sonarr%2Fwatch/pause");
  REQUIRE(house.application->step());
  text += *answer.source->next();
  CHECK(text.find("event: job\ndata: {") != std::string::npos);
  CHECK(text.find("\"words\":\"paused\",\"job\":\"sonarr/watch\"") != std::string::npos);
  for (std::string const kind : {"phase", "cycle", "added"}) {
    CAPTURE(kind);
    auto const begin = text.find("event: " + kind + "\n");
    REQUIRE(begin != std::string::npos);
    auto const line = text.substr(begin, text.find("\n\n", begin) - begin);
    CHECK(line.find("\"job\":\"catalogue\"") != std::string::npos);
  }
}

}  // namespace sievarr::serve
