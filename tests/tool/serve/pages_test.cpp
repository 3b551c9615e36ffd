#include "answering.hpp"
#include "serve/endpoints/browse.hpp"

#include <sievarr/api/by_hand.hpp>
#include <sievarr/base/number.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

/// How much is answered, and taken, at once.
namespace sievarr::serve {
namespace {

using document::Node;
using test::Answering;
using test::at;
using test::json;

std::vector<Node> shows_of(Node const& page) {
  return *document::sequence(*document::find(page, "shows"));
}

/// A request to skip so many shows, most of which are not there.
std::string so_many(std::size_t count) {
  std::string body = "{\"shows\":[1";
  for (std::size_t id = 2; id <= count; ++id) body += "," + to_text(id);
  return body + "]}";
}

}  // namespace

TEST_CASE("a page has as many shows as were asked for, and the last one the rest") {
  Answering house;
  REQUIRE(house.application->step());
  for (std::string const order : {"", "&sort=rating", "&sort=title&direction=descending"}) {
    CAPTURE(order);
    for (std::size_t const limit : {1U, 37U, 299U, 300U, 301U}) {
      CAPTURE(limit);
      auto const page = json(house.get("/api/v1/shows?limit=" + to_text(limit) + order).body);
      CHECK(shows_of(page).size() == std::min<std::size_t>(limit, 300));
      CHECK((document::find(page, "next") != nullptr) == (limit < 300));
    }
  }
}

TEST_CASE("an end that has not come is none to sort by, as in the page's table") {
  filter::Table table;
  auto const day = [](int year) { return Date{std::chrono::year{year} / 1 / 1}; };
  table.upsert({.id = 1, .title = "A", .status = "Running", .ended = day(2001)});
  table.upsert({.id = 2, .title = "B", .status = "Ended", .ended = day(2020)});
  table.upsert({.id = 3, .title = "C", .status = "Ended", .ended = day(2010)});
  adding::Roster const roster;
  auto const page = serve::browse({.table = table, .roster = roster, .today = day(2026)},
                                  {.sort = api::ShowOrder::ended});
  REQUIRE(page);
  std::vector<std::int64_t> ids;
  for (auto const& line : page->shows) ids.push_back(line.show.id);
  CHECK(ids == std::vector<std::int64_t>{3, 2, 1});
}

TEST_CASE("the queue of what a person has to look at is walked through page by page, each once") {
  Answering house;
  house.daemon.set("rating: {min: 7}", "rating: {min: 7}, mode: review");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  REQUIRE(house.application->step());
  auto const total = at(json(house.get("/api/v1/review").body), "total");
  REQUIRE(*to_integer(total) > 10);

  std::vector<std::string> seen;
  std::string after;
  do {
    auto const page = json(house.get("/api/v1/review?limit=4" + after).body);
    CHECK(at(page, "total") == total);
    auto const shows = shows_of(page);
    REQUIRE_FALSE(shows.empty());
    CHECK(shows.size() <= 4);
    for (auto const& line : shows) seen.push_back(at(*document::find(line, "show"), "id"));
    after = document::find(page, "next") ? "&after=" + at(page, "next") : "";
    REQUIRE(seen.size() < 1000);
  } while (!after.empty());
  CHECK(to_text(seen.size()) == total);
  CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == seen.size());
}

TEST_CASE("more shows than fit into one request are refused, and nothing is done to any of them") {
  Answering house;
  REQUIRE(house.application->step());
  for (std::string const action : {"skip", "unskip", "retry", "review/approve", "review/reject"}) {
    CAPTURE(action);
    auto const refused = house.post("/api/v1/" + action, so_many(api::Chosen::most + 1));
    CHECK(refused.status == 422);
    CHECK(at(json(refused.body), "detail") ==
          "shows: must be between 1 and 1000 numbers, got 1001");
  }
  CHECK(at(json(house.get("/api/v1/shows?processing_status=skipped").body), "total") == "0");

  auto const taken = house.post("/api/v1/skip", so_many(api::Chosen::most));
  CHECK(taken.status == 200);
  CHECK(shows_of(json(taken.body)).size() == 1000);
}

TEST_CASE("who does not keep up with what happens is told so, and hears nothing more") {
  Answering house;
  auto answer = house.ask({.target = "/api/v1/events", .headers = Answering::key()});
  REQUIRE(answer.source);
  answer.source->wake_with([] {});
  CHECK(answer.source->next());
  house.daemon.unreadable = Failure{.kind = Failure::Kind::missing, .text = "there is no file"};
  for (std::size_t times = 0; times <= app::Subscription::most; ++times)
    house.application->reload();

  auto const last = answer.source->next();
  REQUIRE(last);
  CHECK(last->find("event: lost\n") != last->npos);
  CHECK(last->find("too slow to keep up") != last->npos);
  CHECK_FALSE(answer.source->next());
}

}  // namespace sievarr::serve
