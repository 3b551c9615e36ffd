#include "answering.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

/// A show that TVMaze has deleted is remembered, and shown to nobody who asks for the catalogue.
namespace sievarr::serve {
namespace {

using test::Answering;
using test::at;
using test::json;

/// A daemon that knows of 300 shows, one of which is gone, and what that was.
class Bereft {
 public:
  Bereft() {
    REQUIRE(house.application->step());
    auto const wanted = json(house.get("/api/v1/shows?processing_status=pending&limit=1").body);
    id = at(document::sequence(*document::find(wanted, "shows"))->front(), "id");
    house.daemon.sim().world().remove(*to_integer(id));
    house.daemon.clock.advance(std::chrono::hours{24 * 8});
    static_cast<void>(house.application->start_cycle(status::SyncMode::full));
    REQUIRE(house.application->step());
    REQUIRE(at(json(house.get("/api/v1/shows/" + id).body), "gone") == "true");
  }

  Answering house;
  std::string id;
};

std::vector<std::string> ids(document::Node const& answer, std::string_view key) {
  std::vector<std::string> all;
  for (auto const& show : *document::sequence(*document::find(answer, "shows")))
    all.push_back(at(show, key));
  return all;
}

bool has(std::vector<std::string> const& ids, std::string const& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

TEST_CASE("a show that is gone is in no list of shows, whoever asks") {
  Bereft world;
  auto const older = json(world.house.get("/shows?limit=1000").body);
  CHECK(at(older, "count") == "299");
  CHECK_FALSE(has(ids(older, "tvmaze_id"), world.id));
  auto const newer = json(world.house.get("/api/v1/shows?limit=1000").body);
  CHECK(at(newer, "total") == "299");
  CHECK_FALSE(has(ids(newer, "id"), world.id));
}

TEST_CASE("a show that is gone is not in the export of the catalogue") {
  Bereft world;
  auto answer = world.house.ask({.target = "/api/v1/export", .headers = Answering::key()});
  REQUIRE(answer.source);
  std::string text;
  while (auto const piece = answer.source->next()) text += *piece;
  CHECK(std::count(text.begin(), text.end(), '\n') == 1 + 299);
  CHECK(text.find("{\"id\":" + world.id + ",") == text.npos);
}

TEST_CASE("a show that is gone is not among those that another config would change") {
  Bereft world;
  auto const counted = [&](std::string const& yaml) {
    auto const answer = json(world.house.post("/api/v1/judge", yaml, "application/yaml").body);
    return at(*document::find(answer, "difference"), "dropped");
  };
  auto const wanted = json(world.house.get("/api/v1/shows?limit=1&rating.min=7").body);
  auto const none = counted("selections: [{name: good, rating: {min: 9.99}}]");
  CHECK(*to_integer(none) > 0);
  CHECK(counted("never: [\"tvmaze:" + world.id +
                "\"]\nselections: [{name: good, rating: {min: 7}}]") == "0");
}

}  // namespace sievarr::serve
