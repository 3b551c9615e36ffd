#include "running.hpp"

#include <sievarr/wire/http_time.hpp>
#include <sievarr/wire/tvmaze/tvmaze.hpp>

#include <chrono>
#include <string>

namespace sievarr::sim {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::Running;

Options of(WorldOptions world, TvmazeOptions tvmaze = {.limit = std::nullopt}) {
  return {.world = world, .tvmaze = std::move(tvmaze)};
}

/// An answer of that status, or none.
wire::Response answer(Outcome<wire::Response> outcome) {
  REQUIRE(outcome);
  return *std::move(outcome);
}

}  // namespace

TEST_CASE("a simulated TVMaze answers pages, shows and the map as the program reads them") {
  Running running(of({.shows = 400}));
  auto const map =
      wire::tvmaze::read_updates(answer(running.ask_tvmaze("/updates/shows")).body, "");
  REQUIRE(map);
  REQUIRE(map->shows.size() == 400);
  for (std::int64_t number = 0; number < 2; ++number) {
    auto const got = answer(running.ask_tvmaze("/shows?page=" + std::to_string(number)));
    CHECK(got.status == 200);
    auto const page = wire::tvmaze::read_page(got.body, "page");
    REQUIRE(page);
    CHECK(page->problems.empty());
    CHECK(page->shows == *running.world().page(number, running.clock().now()));
  }
  auto const id = map->shows.back().id;
  auto const one = answer(running.ask_tvmaze("/shows/" + std::to_string(id)));
  auto const show = wire::tvmaze::read_show(one.body, "show");
  REQUIRE(show);
  CHECK(*show == running.world().show(id));
  CHECK(show->updated == map->shows.back().updated);
}

TEST_CASE("answers carry the headers that TVMaze's carry") {
  Running running(of({.shows = 10}));
  auto const got = answer(running.ask_tvmaze("/shows/1"));

  CHECK(wire::header(got.headers, "Content-Type") == "application/json; charset=UTF-8");
  CHECK(wire::header(got.headers, "Cache-Control") == "public, max-age=3600");
  CHECK(wire::header(got.headers, "Access-Control-Allow-Origin") == "*");
  CHECK(wire::http_date(*wire::header(got.headers, "Date")) == running.clock().now());
  CHECK_FALSE(wire::header(got.headers, "Age"));
  auto const sent = running.tvmaze().respond(
      {.request = {.target = "/shows/1", .headers = {{"Accept-Encoding", "deflate, gzip"}}}});
  CHECK(wire::header(sent.response.headers, "Content-Encoding") == "gzip");
  CHECK(sent.response.body.size() < got.body.size());
}

TEST_CASE("what is not there is told in JSON") {
  Running running(of({.shows = 10}));
  struct Case {
    char const* path;
    int status;
    char const* body;
  };
  for (auto const& [path, status, body] :
       {Case{"/shows?page=1", 404, R"({"name":"Not Found","message":"","code":0,"status":404})"},
        Case{"/shows/999999999", 404, R"({"name":"Not Found","message":"","code":0,"status":404})"},
        Case{"/shows?page=-1", 400,
             R"({"name":"Bad Request","message":"Invalid value for page","code":0,"status":400})"},
        Case{"/updates/shows?since=year", 400,
             R"({"name":"Bad Request","message":"Invalid value for since","code":0,"status":400})"},
        Case{"/people", 404,
             R"({"name":"Not Found","message":"Page not found.","code":0,"status":404})"}}) {
    auto const& with_path = path;
    CAPTURE(with_path);
    auto const got = answer(running.ask_tvmaze(path));
    CHECK(got.status == status);
    CHECK(got.body == body);
  }
}

TEST_CASE("where answers have a tag, who knows it is told that nothing has changed") {
  Running running(of({.shows = 10}, {.tags = TvmazeOptions::Tags::given, .limit = std::nullopt}));
  wire::Request request{.target = running.sim().tvmaze_address() + "/shows?page=0"};
  auto const first = answer(running.send(request));
  REQUIRE(wire::header(first.headers, "ETag"));
  request.headers = {{"If-None-Match", std::string(*wire::header(first.headers, "ETag"))}};

  auto const again = answer(running.send(request));
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  running.world().touch(1);
  auto const changed = answer(running.send(request));
  CHECK(changed.status == 200);
  CHECK(wire::header(changed.headers, "ETag") != wire::header(first.headers, "ETag"));
}

TEST_CASE("a key that is not the right one is refused, and none is needed") {
  Running running(of({.shows = 10}, {.limit = std::nullopt, .api_key = "good"}));

  CHECK(answer(running.ask_tvmaze("/shows/1")).status == 200);
  CHECK(answer(running.ask_tvmaze("/shows/1?apikey=good")).status == 200);
  CHECK(answer(running.ask_tvmaze("/shows/1?apikey=bad")).status == 401);
}

TEST_CASE("the map can be had for a day, a week or a month, and an empty one is a list") {
  Running running(of({.shows = 20}));
  for (std::int64_t id = 1; id <= 20; ++id) running.world().remove(id);
  running.clock().advance(hours{24 * 100});
  auto const make = [&](std::int64_t id, hours ago) {
    auto const then = std::chrono::floor<seconds>(running.clock().now() - ago);
    running.world().put({.id = id, .title = "A", .updated = then.time_since_epoch().count()});
  };
  make(101, hours{24 * 60});
  make(102, hours{24 * 20});
  make(103, hours{24 * 3});
  CHECK(answer(running.ask_tvmaze("/updates/shows?since=day")).body == "[]");
  make(104, hours{1});
  auto const count = [&](std::string const& query) {
    return wire::tvmaze::read_updates(answer(running.ask_tvmaze("/updates/shows" + query)).body, "")
        ->shows.size();
  };

  CHECK(count("?since=day") == 1);
  CHECK(count("?since=week") == 2);
  CHECK(count("?since=month") == 3);
  CHECK(count("") == 4);
}

TEST_CASE("twenty calls in ten seconds are fine, the next is told when to come back") {
  Running running(of({.shows = 5}, {}));
  for (int call = 0; call < 20; ++call) CHECK(answer(running.ask_tvmaze("/shows/1")).status == 200);
  running.clock().advance(seconds{4});

  auto const refused = answer(running.ask_tvmaze("/shows/1"));
  CHECK(refused.status == 429);
  CHECK(wire::header(refused.headers, "Retry-After") == "6");

  running.tvmaze().limit(Limit{.calls = 1, .hint = Limit::Hint::none});
  CHECK(answer(running.ask_tvmaze("/shows/1")).status == 200);
  auto const again = answer(running.ask_tvmaze("/shows/1"));
  CHECK(again.status == 429);
  CHECK_FALSE(wire::header(again.headers, "Retry-After"));
  running.clock().advance(seconds{10});
  CHECK(answer(running.ask_tvmaze("/shows/1")).status == 200);
  running.clock().advance(-seconds{5000});
  CHECK(answer(running.ask_tvmaze("/shows/1")).status == 429);
  running.clock().advance(seconds{10});
  CHECK(answer(running.ask_tvmaze("/shows/1")).status == 200);

  running.tvmaze().limit(std::nullopt);
  for (int call = 0; call < 50; ++call) CHECK(answer(running.ask_tvmaze("/shows/1")).status == 200);
}

TEST_CASE("a cache before TVMaze keeps pages for a day and says how old they are") {
  Running running(
      of({.shows = 300}, {.edge = TvmazeOptions::Edge::caching, .limit = std::nullopt}));
  bool stale = false;
  bool fresh_again = false;
  for (int hour = 0; hour < 50; ++hour) {
    running.clock().advance(hours{1});
    running.world().touch(1);
    auto const got = answer(running.ask_tvmaze("/shows?page=0"));
    auto const page = wire::tvmaze::read_page(got.body, "page");
    REQUIRE(page);
    auto const age = to_integer(wire::header(got.headers, "Age").value_or("0")).value();
    CHECK(age < 24 * 3600);
    auto const date = wire::http_date(*wire::header(got.headers, "Date"));
    REQUIRE(date);
    CHECK(running.clock().now() - *date == seconds{age});
    CHECK(page->shows == *running.world().page(0, *date));
    stale = stale || page->shows != *running.world().page(0, running.clock().now());
    fresh_again = fresh_again || (stale && age < 3600);
  }
  CHECK(stale);
  CHECK(fresh_again);
}

TEST_CASE("a cache can put a new date on an old answer, which then has an age") {
  Running running(of({.shows = 5}, {.edge = TvmazeOptions::Edge::redating, .limit = std::nullopt}));
  running.clock().advance(hours{40});
  running.world().touch(1);
  running.clock().advance(seconds{1});

  auto const got = answer(running.ask_tvmaze("/shows?page=0"));
  CHECK(wire::http_date(*wire::header(got.headers, "Date")) == running.clock().now());
  CHECK(wire::header(got.headers, "Age"));
}

TEST_CASE("a page just past the end can be missing for hours after the map names its show") {
  Running running(
      of({.shows = 300}, {.edge = TvmazeOptions::Edge::caching, .limit = std::nullopt}));
  running.clock().advance(hours{30});
  answer(running.ask_tvmaze("/shows?page=4"));
  running.world().put({.id = 1000, .title = "New"});
  int hours_without = 0;
  for (int hour = 0; hour < 25; ++hour) {
    running.clock().advance(hours{1});
    auto const map = answer(running.ask_tvmaze("/updates/shows")).body;
    CHECK(map.find("\"1000\":") != std::string::npos);
    if (answer(running.ask_tvmaze("/shows?page=4")).status == 404) ++hours_without;
  }

  CHECK(hours_without > 0);
  CHECK(answer(running.ask_tvmaze("/shows?page=4")).status == 200);
}

TEST_CASE("everything that was asked is written down") {
  Running running(of({.shows = 5}));
  answer(running.ask_tvmaze("/shows?page=0"));
  running.clock().advance(seconds{3});
  answer(running.ask_tvmaze("/shows/77777"));

  auto const heard = running.tvmaze().calls().all();
  REQUIRE(heard.size() == 2);
  CHECK(heard[0].kind == Kind::page);
  CHECK(heard[0].request.target == "/shows?page=0");
  CHECK(heard[0].status == 200);
  CHECK(heard[1].kind == Kind::show);
  CHECK(heard[1].status == 404);
  CHECK(heard[1].when - heard[0].when == seconds{3});
  CHECK(running.tvmaze().calls().count(Kind::updates) == 0);
  running.tvmaze().calls().clear();
  CHECK(running.tvmaze().calls().count() == 0);
}

}  // namespace sievarr::sim
