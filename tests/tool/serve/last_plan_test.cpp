#include "answering.hpp"

#include <sievarr/base/number.hpp>

#include <string>
#include <vector>

/// The plan that was worked out last, for those who only look.
namespace sievarr::serve {
namespace {

using document::Node;
using test::Answering;
using test::at;
using test::json;

std::vector<Node> items_of(Node const& page, std::string_view name) {
  return *document::sequence(*document::find(page, name));
}

Node last(Answering& house) { return json(house.get("/api/v1/plan?from=last").body); }

}  // namespace

TEST_CASE("before anything was worked out there is no last plan") {
  Answering house;
  auto const answer = house.get("/api/v1/plan?from=last");
  CHECK(answer.status == 404);
  CHECK(at(json(answer.body), "type") == "urn:sievarr:problem:no-plan");
  CHECK(house.get("/api/v1/plan/lines").status == 404);
}

TEST_CASE("the last plan has its time, asks nobody, and lists nothing that was added since") {
  Answering house;
  REQUIRE(house.application->step());
  auto const made = to_text(house.daemon.clock.now());
  house.daemon.clock.advance(std::chrono::hours{1});
  auto const asked = house.daemon.sonarr().calls().count();
  auto const plan = last(house);
  CHECK(at(plan, "made") == made);
  CHECK(items_of(plan, "adds").empty());
  CHECK(items_of(plan, "waiting").size() > 10);
  CHECK(house.daemon.sonarr().calls().count() == asked);

  house.daemon.clock.advance(std::chrono::hours{7});
  auto const fresh = json(house.get("/api/v1/plan").body);
  CHECK(items_of(fresh, "adds").size() == 5);
  CHECK(items_of(last(house), "adds").size() == 5);
  CHECK(at(last(house), "made") == to_text(house.daemon.clock.now()));
}

TEST_CASE("the last plan of a cycle outlives the program") {
  Answering house;
  REQUIRE(house.application->step());
  auto const before = house.get("/api/v1/plan?from=last").body;
  house.site.reset();
  house.application.reset();
  house.application = house.daemon.start();
  house.site = std::make_unique<Site>(
      Site::Dependencies{*house.application, house.daemon.clock, house.daemon.log, "0.1.0"},
      house.application->config_in_force()->config().server, value::Secret("open sesame"));
  CHECK(house.get("/api/v1/plan?from=last").body == before);
}

TEST_CASE("the last plan says what is held as it is now") {
  Answering house;
  house.daemon.set("{max_adds_per_cycle: 5}", "{max_adds_per_cycle: 5, hold_above: 20}");
  house.daemon.set("min: 7", "min: 9");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  REQUIRE(house.application->step());
  house.daemon.set("min: 9", "min: 6");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  CHECK(document::find(last(house), "held_shows"));
  CHECK(house.post("/api/v1/plan/apply", house.get("/api/v1/plan").body).status == 200);
  CHECK_FALSE(document::find(last(house), "held_shows"));
}

TEST_CASE("the lines of the last plan are grouped by cause, and sorted by their turn") {
  Answering house;
  house.daemon.set("dry_run: false", "dry_run: true");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  REQUIRE(house.application->step());
  auto const all = json(house.get("/api/v1/plan/lines?sort=position&limit=1000").body);
  auto const lines = items_of(all, "lines");
  auto const& counts = *document::find(all, "counts");
  CHECK(at(counts, "add") == "5");
  CHECK(at(all, "total") == to_text(lines.size()));
  for (std::size_t line = 0; line < 8; ++line)
    CHECK(at(lines[line], "position") == to_text(line + 1));
  auto const waits = json(house.get("/api/v1/plan/lines?where.cause=cap").body);
  CHECK(at(waits, "total") == at(counts, "cap"));
}

}  // namespace sievarr::serve
