#include "answering.hpp"

#include <chrono>
#include <string>

/// What the API makes of a config and of a plan that somebody sends to it.
namespace sievarr::serve {
namespace {

using test::Answering;
using test::at;
using test::json;

}  // namespace

TEST_CASE("a config that is tried is judged by the day that the daemon judges by") {
  Answering house;
  house.daemon.sim().world().put({.id = 7001,
                                  .title = "Of last year",
                                  .tvdb_id = 7001,
                                  .type = "Of its own kind",
                                  .premiered = to_date("1970-03-01")});
  REQUIRE(house.application->step());
  auto const judged = [&] {
    auto const recent =
        "selections: [{name: recent, types: [Of its own kind], "
        "premiered: {after: -1y}}]";
    return json(house.post("/api/v1/judge", recent, "application/yaml").body);
  };
  auto const added = [](document::Node const& answer) {
    return at(*document::find(answer, "difference"), "added");
  };

  auto const then = judged();
  CHECK(at(*document::find(then, "summary"), "today") == "1971-01-01");
  CHECK(added(then) == "1");
  house.daemon.clock.advance(std::chrono::hours{24 * 90});
  REQUIRE(house.application->refilter());
  auto const later = judged();
  CHECK(at(*document::find(later, "summary"), "today") == "1971-04-01");
  CHECK(added(later) == "0");
}

TEST_CASE("a plan that was edited after it was made is not carried out") {
  Answering house;
  REQUIRE(house.application->step());
  house.daemon.clock.advance(std::chrono::hours{7});
  auto const before = house.daemon.sonarr().posts();
  auto const plan = house.get("/api/v1/plan").body;
  auto edited = plan;
  auto const folder = edited.find("\"/tv\"");
  REQUIRE(folder != edited.npos);
  edited.replace(folder, 5, "\"/anime\"");

  auto const refused = house.post("/api/v1/plan/apply", edited);
  CHECK(refused.status == 422);
  CHECK(at(json(refused.body), "detail") == "its adds are not those that its hash was made of");
  CHECK(house.post("/api/v1/plan/apply?force=true", edited).status == 422);
  CHECK(house.daemon.sonarr().posts() == before);

  auto const carried = json(house.post("/api/v1/plan/apply", plan).body);
  CHECK(at(carried, "added") == "5");
}

}  // namespace sievarr::serve
